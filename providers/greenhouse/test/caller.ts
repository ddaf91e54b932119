/** Calls a running simulator over its socket, as any client would. */
import * as Sandbox from "@crosswalk/greenhouse/Sandbox"
import type { Options, Running } from "@crosswalk/sandbox/Simulator"
import { Context, Effect, Layer, Schema } from "effect"

/** A simulator to call. */
export class Greenhouse extends Context.Service<Greenhouse, Running<Sandbox.GreenhouseControl>>()(
  "@crosswalk/greenhouse/test/Greenhouse"
) {
  static readonly layer = (options: Options) =>
    Layer.effect(Greenhouse, Sandbox.start({ rate: "unlimited", ...options }))
}

/** A record as it came. */
export type Wire = Readonly<Record<string, unknown>>

const Tokens = Schema.Struct({
  access_token: Schema.optionalKey(Schema.String),
  refresh_token: Schema.optionalKey(Schema.String),
  expires_at: Schema.optionalKey(Schema.String),
  error: Schema.optionalKey(Schema.String)
})

const decodeTokens = Schema.decodeUnknownEffect(Schema.fromJsonString(Tokens))
const decodeRecords = Schema.decodeUnknownEffect(
  Schema.fromJsonString(Schema.Array(Schema.Record(Schema.String, Schema.Unknown)))
)

/** One call of the token endpoint, with the client's own credentials unless told. */
export const token = Effect.fnUntraced(function* (form: Record<string, string>, client?: string) {
  const { credentials } = yield* Greenhouse
  const { client_id = "", client_secret = "", token_url = "" } = credentials
  const authorization = `Basic ${Buffer.from(client ?? `${client_id}:${client_secret}`).toString("base64")}`
  const { status, text } = yield* Effect.tryPromise(async (signal) => {
    const body = new URLSearchParams(form)
    const response = await fetch(token_url, { method: "POST", headers: { authorization }, body, signal })
    return { status: response.status, text: await response.text() }
  })
  return { status, ...(yield* decodeTokens(text)) }
})

/** An access token of the customer's own integration. */
export const accessToken = (form: Record<string, string> = {}) =>
  Effect.map(token({ grant_type: "client_credentials", ...form }), ({ access_token = "" }) => access_token)

/** One call, with a token of its own unless told. */
export const call = Effect.fnUntraced(function* (path: string, bearer?: string) {
  const { baseUrl } = yield* Greenhouse
  const authorization = `Bearer ${bearer ?? (yield* accessToken())}`
  return yield* Effect.tryPromise(async (signal) => {
    const url = path.startsWith("http") ? path : `${baseUrl}${path}`
    const response = await fetch(url, { headers: { authorization }, signal })
    const next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1]
    return { status: response.status, headers: response.headers, text: await response.text(), next }
  })
})

/** The records of one page of a list. */
export const list = (path: string) => Effect.flatMap(call(path), ({ text }) => decodeRecords(text))

/** Every record of a list, page by page. `between` runs after each page but the last. */
export const walk = Effect.fnUntraced(function* <E, R>(
  path: string,
  between: (page: number) => Effect.Effect<unknown, E, R>
) {
  const bearer = yield* accessToken()
  const all: Array<Wire> = []
  let next = path
  for (let page = 0; ; page++) {
    const answer = yield* call(next, bearer)
    all.push(...(yield* decodeRecords(answer.text)))
    if (answer.next === undefined) return all
    next = answer.next
    yield* between(page)
  }
})

/** Every record of a list at rest. */
export const all = (path: string) => walk(path, () => Effect.void)
