/** Calls a running simulator over its socket, as any client would. */
import * as Sandbox from "@crosswalk/lever/Sandbox"
import { Context, Effect, Layer, Schema } from "effect"
import type { Options, Running } from "@crosswalk/sandbox/Simulator"

/** A simulator to call. */
export class Lever extends Context.Service<Lever, Running<Sandbox.LeverControl>>()("@crosswalk/lever/test/Lever") {
  static readonly layer = (options: Options) => Layer.effect(Lever, Sandbox.start({ rate: "unlimited", ...options }))
}

const Body = Schema.Struct({
  data: Schema.optionalKey(Schema.Unknown),
  hasNext: Schema.optionalKey(Schema.Boolean),
  next: Schema.optionalKey(Schema.String),
  code: Schema.optionalKey(Schema.String)
})

const decodeBody = Schema.decodeUnknownEffect(Schema.fromJsonString(Body))
const decodeRecords = Schema.decodeUnknownEffect(Schema.Array(Schema.Record(Schema.String, Schema.Unknown)))

/** A record as it came. */
export type Wire = Readonly<Record<string, unknown>>

/** One call with the API key, or with headers of the caller's own. */
export const call = Effect.fnUntraced(function* (path: string, headers?: Record<string, string>) {
  const { baseUrl, credentials } = yield* Lever
  const authorization = `Basic ${Buffer.from(`${credentials.api_key}:`).toString("base64")}`
  const { status, text } = yield* Effect.tryPromise(async (signal) => {
    const response = await fetch(`${baseUrl}${path}`, { headers: headers ?? { authorization }, signal })
    return { status: response.status, text: await response.text() }
  })
  return { status, body: yield* decodeBody(text) }
})

/** The records of one page of a list. */
export const list = (path: string) => Effect.flatMap(call(path), ({ body }) => decodeRecords(body.data))

/** One record. */
export const one = (path: string) =>
  Effect.flatMap(call(path), ({ body }) =>
    Schema.decodeUnknownEffect(Schema.Record(Schema.String, Schema.Unknown))(body.data)
  )

/** Every record of a list, page by page. `between` runs after each page but the last. */
export const walk = Effect.fnUntraced(function* <E, R>(
  path: string,
  between: (page: number) => Effect.Effect<unknown, E, R>
) {
  const all: Array<Wire> = []
  let offset = ""
  for (let page = 0; ; page++) {
    const { body } = yield* call(`${path}${path.includes("?") ? "&" : "?"}${offset}`)
    all.push(...(yield* decodeRecords(body.data)))
    if (body.next === undefined) return all
    offset = `offset=${encodeURIComponent(body.next)}`
    yield* between(page)
  }
})

/** Every record of a list at rest. */
export const all = (path: string) => walk(path, () => Effect.void)
