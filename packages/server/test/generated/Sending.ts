/** Sends planned requests: whole ones through Node's client, broken ones byte by byte. */
import { Effect } from "effect"
import { Agent, request } from "node:http"
import { connect } from "node:net"
import type { Answer } from "./Contract.ts"
import type { Plan, Value } from "./Plan.ts"
import type { World } from "./World.ts"

/** A request that is ready to be sent. */
export interface Request {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** An answer, or null where the server closed the connection on a broken request. */
export type Answered = (Answer & { readonly headers: Readonly<Record<string, unknown>> }) | null

// What is no encoding is sent as it is, to be refused.
const encode = (text: string): string => (/^%\w*$/.test(text) ? text : encodeURIComponent(text.toWellFormed()))

/** Makes a request of a plan. */
export const prepare = Effect.fnUntraced(function* (plan: Plan, world: World, prefix: string) {
  const { operation } = plan
  const textOf = (name: string, value: Value) =>
    typeof value === "string" ? Effect.succeed(value) : world.resolve(plan, name, value)
  let path = operation.path
  for (const [name, value] of Object.entries(plan.path)) {
    const text = encode(yield* textOf(name, value))
    path = path.replace(`{${name}}`, () => text)
  }
  const query = yield* Effect.forEach(plan.query, ([name, value]) =>
    Effect.map(textOf(name, value), (text) => `${encode(name)}=${encode(text)}`)
  )
  const account = world.accountOf(plan)
  const named = { own: account, foreign: world.foreign, none: null, "made-up": null }[plan.connector]
  const tokens: Readonly<Record<string, string>> =
    plan.connector === "made-up"
      ? { "x-connector-token": "made up \u00e9", "x-integration-id": "lever:\u00e9" }
      : named === null
        ? {}
        : { "x-connector-token": named.token, "x-integration-id": world.nameOf(named) }
  const key = world.key(plan.key)
  return {
    method: plan.method ?? operation.method,
    target: `${prefix}${path}${query.length === 0 ? "" : `?${query.join("&")}`}`,
    headers: {
      ...tokens,
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(plan.body === null || plan.contentType === null ? {} : { "content-type": plan.contentType })
    },
    body: plan.body
  } satisfies Request
})

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Sends a whole request. */
export const send = (base: string, { body, headers, method, target }: Request) =>
  Effect.callback<Answered>((resume) => {
    const bytes = body === null ? null : Buffer.from(body.toWellFormed())
    const sent = request(
      base,
      {
        agent,
        method,
        path: target,
        headers: { ...headers, ...(bytes === null ? {} : { "content-length": bytes.length }) }
      },
      (response) => {
        const parts: Array<Buffer> = []
        response.on("data", (part: Buffer) => parts.push(part))
        response.on("end", () =>
          resume(
            Effect.succeed({
              status: response.statusCode ?? 0,
              contentType: response.headers["content-type"] ?? "",
              headers: response.headers,
              text: Buffer.concat(parts).toString()
            })
          )
        )
      }
    )
    sent.on("error", (error) => resume(Effect.die(error)))
    sent.end(bytes ?? undefined)
  })

type Break = Exclude<Plan["broken"], null>

/** The bytes of a request that is broken in some way. */
const broken = ({ body, headers, method, target }: Request, how: Break): string => {
  const text = body ?? "{}"
  const length = `content-length: ${Buffer.byteLength(text)}`
  const line = `${how === "method" ? "FOO" : method} ${target} HTTP/${how === "version" ? "9.9" : "1.1"}`
  const own: Readonly<Record<Break, ReadonlyArray<string>>> = {
    "cut-off": [`content-length: ${Buffer.byteLength(text) + 100}`],
    injected: ["x-first: a\nx-injected: 1\rx-injected: 2", length],
    smuggled: [length, "transfer-encoding: chunked"],
    method: [length],
    version: [length],
    chunk: ["transfer-encoding: chunked"],
    "long-header": [`x-long: ${"x".repeat(100_000)}`, length],
    "no-host": [length]
  }
  const all = [
    line,
    ...(how === "no-host" ? [] : ["host: localhost"]),
    "connection: close",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...own[how]
  ]
  return `${all.join("\r\n")}\r\n\r\n${how === "chunk" ? "zz\r\n" : text}`
}

/** Sends a broken request and reads until the server closes. */
export const sendBroken = (base: string, request: Request, how: Break) =>
  Effect.callback<Answered>((resume) => {
    const { hostname, port } = new URL(base)
    const socket = connect({ host: hostname, port: Number(port) })
    let read = ""
    socket.setEncoding("latin1")
    socket.on("data", (part) => (read += String(part)))
    // Whoever refuses to read on resets the connection; what was answered before counts.
    socket.on("error", () => undefined)
    socket.on("close", () => {
      const [head = "", text = ""] = read.split("\r\n\r\n")
      const status = /^HTTP\/1\.1 (\d+)/.exec(head)?.[1]
      const headers = Object.fromEntries(
        head
          .split("\r\n")
          .slice(1)
          .map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line])
      )
      resume(Effect.succeed(status === undefined ? null : { status: Number(status), contentType: "", headers, text }))
    })
    socket.end(broken(request, how), "latin1")
  })
