/** Calls a running simulator over its socket, as any client would. */
import * as Sandbox from "@crosswalk/ukg-pro/Sandbox"
import type { Options, Running } from "@crosswalk/sandbox/Simulator"
import { Context, Effect, Layer, Schema } from "effect"

/** A simulator to call. */
export class UkgPro extends Context.Service<UkgPro, Running<Sandbox.UkgProControl>>()(
  "@crosswalk/ukg-pro/test/UkgPro"
) {
  static readonly layer = (options: Options) => Layer.effect(UkgPro, Sandbox.start({ rate: "unlimited", ...options }))
}

/** A record as it came. */
export type Wire = Readonly<Record<string, unknown>>

const decodeRecords = Schema.decodeUnknownEffect(
  Schema.fromJsonString(Schema.Array(Schema.Record(Schema.String, Schema.Unknown)))
)

/** The headers of the service account. */
export const account = Effect.map(UkgPro, ({ credentials }): Record<string, string> => {
  const { customer_api_key = "", password, username } = credentials
  return {
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    "US-CUSTOMER-API-KEY": customer_api_key
  }
})

/** One call, with the service account unless told. A body makes it a POST. */
export const call = Effect.fnUntraced(function* (
  path: string,
  options: { readonly headers?: Record<string, string>; readonly body?: unknown } = {}
) {
  const { baseUrl } = yield* UkgPro
  const headers = options.headers ?? (yield* account)
  return yield* Effect.tryPromise(async (signal) => {
    const post = options.body === undefined ? {} : { method: "POST", body: JSON.stringify(options.body) }
    const response = await fetch(`${baseUrl}${path}`, { headers, signal, ...post })
    return { status: response.status, headers: response.headers, text: await response.text() }
  })
})

/** The records of one page; a 404 stands for none. */
export const list = (path: string, body?: unknown) =>
  Effect.flatMap(call(path, { body }), ({ status, text }) =>
    status === 404 ? Effect.succeed([]) : decodeRecords(text)
  )

/** Every record of a list, in pages of a size, until one is short. `between` runs after each page but the last. */
export const walk = Effect.fnUntraced(function* <E, R>(
  path: string,
  size: number,
  between: (page: number) => Effect.Effect<unknown, E, R>
) {
  const all: Array<Wire> = []
  const parameter = /employee-changes|pto-plans/.test(path) ? "per_page" : "per_Page"
  for (let page = 1; ; page++) {
    const found = yield* list(`${path}${path.includes("?") ? "&" : "?"}page=${page}&${parameter}=${size}`)
    all.push(...found)
    if (found.length < size) return all
    yield* between(page)
  }
})

/** Every record of a list at rest. */
export const all = (path: string, size = 1000) => walk(path, size, () => Effect.void)
