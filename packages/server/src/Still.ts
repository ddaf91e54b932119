/** Answers that stay the same as long as the process runs: made once, compressed once, and not sent to those who have them. */
import { Effect } from "effect"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import { createHash } from "node:crypto"
import { gzipSync } from "node:zlib"

/** What is answered. */
export interface Content {
  readonly text: string
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>>
}

const ready = ({ contentType, headers, text }: Content) => ({
  plain: Buffer.from(text),
  gzip: gzipSync(text),
  contentType,
  headers: {
    ...headers,
    etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
    "cache-control": "no-cache",
    vary: "Accept-Encoding"
  }
})

/** The answer to every request; what it is made of is made when the first one comes. */
export const answer = (make: () => Content) => {
  let made: ReturnType<typeof ready> | null = null
  return Effect.map(HttpServerRequest.HttpServerRequest, ({ headers: asked }) => {
    const { contentType, gzip, headers, plain } = (made ??= ready(make()))
    if (asked["if-none-match"]?.includes(headers.etag)) return HttpServerResponse.empty({ status: 304, headers })
    return /\bgzip\b/.test(asked["accept-encoding"] ?? "")
      ? HttpServerResponse.uint8Array(gzip, { contentType, headers: { ...headers, "content-encoding": "gzip" } })
      : HttpServerResponse.uint8Array(plain, { contentType, headers })
  })
}
