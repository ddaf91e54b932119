/** Requests to the server in place, and keys to make them with. */
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import type { Scope } from "@crosswalk/store/ApiKeys"
import { Effect, Redacted } from "effect"
import { randomUUID } from "node:crypto"
import * as net from "node:net"
import * as Served from "./Served.ts"

/** What an answer said. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Makes a request. */
export const call = Effect.fnUntraced(function* (
  path: string,
  key: string | null = null,
  init: Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> } = {}
) {
  const base = yield* Served.baseUrl
  return yield* Effect.promise(async (): Promise<Answer> => {
    const headers = { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...init.headers }
    const response = await fetch(`${base}${path}`, { ...init, headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  })
})

/** An API key of a workspace of its own. */
export const key = Effect.fnUntraced(function* (scopes?: ReadonlyArray<Scope>) {
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace: randomUUID(), name: "test", scopes }))
  return Redacted.value(secret)
})

/** Sends bytes as they are, ends the sending side where told, and answers all that comes back until the server closes. */
export const raw = Effect.fnUntraced(function* (bytes: string, options: { readonly ends: boolean }) {
  const { hostname, port } = new URL(yield* Served.baseUrl)
  return yield* Effect.callback<string>((resume) => {
    let text = ""
    const socket = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
      if (options.ends) socket.end(bytes)
      else socket.write(bytes)
    })
    socket.setEncoding("utf8").on("data", (piece: string) => {
      text += piece
    })
    socket.on("end", () => socket.end())
    socket.on("error", () => undefined)
    socket.on("close", () => resume(Effect.succeed(text)))
    return Effect.sync(() => socket.destroy())
  })
})
