/** Answers that stay the same as long as the process runs: made once, kept compressed, and not sent to those who have them. */
import { Effect } from "effect"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { gunzip, gzip } from "node:zlib"

/** What is answered. */
export interface Content {
  readonly text: string
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>>
}

const compress = promisify(gzip)
const decompress = promisify(gunzip)

const ready = Effect.fnUntraced(function* (make: () => Promise<Content>) {
  const { contentType, headers, text } = yield* Effect.promise(make)
  return {
    compressed: yield* Effect.promise(() => compress(text)),
    contentType,
    headers: {
      ...headers,
      etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
      "cache-control": "no-cache",
      vary: "Accept-Encoding"
    }
  }
})

/** The answer to every request; what it is made of is made when the first one comes. */
export const answer = Effect.fnUntraced(function* (make: () => Promise<Content>) {
  const kept = yield* Effect.cached(ready(make))
  return Effect.gen(function* () {
    const { headers: asked } = yield* HttpServerRequest.HttpServerRequest
    const { compressed, contentType, headers } = yield* kept
    if (asked["if-none-match"]?.includes(headers.etag)) return HttpServerResponse.empty({ status: 304, headers })
    if (/\bgzip\b/.test(asked["accept-encoding"] ?? "")) {
      const encoded = { ...headers, "content-encoding": "gzip" }
      return HttpServerResponse.uint8Array(compressed, { contentType, headers: encoded })
    }
    const plain = yield* Effect.promise(() => decompress(compressed))
    return HttpServerResponse.uint8Array(plain, { contentType, headers })
  })
})
