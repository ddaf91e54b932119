/** The body of a request, as far as it is read: never more than it may be. */
import { invalid } from "@crosswalk/api/Failure"
import type { Failure } from "@crosswalk/api/Failure"
import { ByteSize, Effect } from "effect"
import * as HttpIncomingMessage from "effect/http/HttpIncomingMessage"
import type { HttpServerError } from "effect/http/HttpServerError"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import { Refused } from "./Refused.ts"

const isJson = /^application\/(?:[a-z0-9.-]+\+)?json(?:;|$)/i

/** A NUL character in a JSON text: no database holds one. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/

const unread = (error: HttpServerError, limit: number): Failure =>
  error.reason._tag === "RequestParseError" && error.reason.reason === "BodyTooLarge"
    ? { _tag: "TooLarge", limit }
    : invalid("body", "", "The body ended before it was whole.")

/** The body as JSON; a missing one is null, one of another form or size a refusal. */
export const json = Effect.fnUntraced(function* (most: ByteSize.ByteSize) {
  const request = yield* HttpServerRequest.HttpServerRequest
  const limit = ByteSize.toNumberUnsafe(most)
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    return yield* new Refused({ failure: { _tag: "TooLarge", limit } })
  }
  const text = yield* request.text.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, most),
    Effect.mapError((error) => new Refused({ failure: unread(error, limit) }))
  )
  if (text === "") return null
  if (!isJson.test(request.headers["content-type"] ?? "")) {
    return yield* new Refused({ failure: { _tag: "UnsupportedMediaType", expected: "application/json" } })
  }
  if (nul.test(text)) return yield* new Refused({ failure: invalid("body", "", "Send no NUL character.") })
  return yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new Refused({ failure: invalid("body", "", "The body is no JSON.") })
  })
})
