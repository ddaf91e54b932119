/**
 * The body of a vendor's answer: read up to a limit, then parsed.
 */
import { TooLarge, UnexpectedShape } from "@crosswalk/core/ProviderError"
import { Effect, Result, Stream } from "effect"
import type * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Zlib from "node:zlib"

/** A body as text. */
export interface AnswerBody {
  readonly text: string
  readonly bytes: number
}

const brokenOff = () => new UnexpectedShape({ detail: "it breaks off", transient: true })

const decoder = new TextDecoder()

const collect = (
  stream: HttpClientResponse.HttpClientResponse["stream"],
  maxBytes: number
): Effect.Effect<Uint8Array, TooLarge | UnexpectedShape> =>
  Effect.suspend(() => {
    const chunks: Array<Uint8Array> = []
    let bytes = 0
    return stream.pipe(
      Stream.mapError((error) => (error.reason._tag === "EmptyBodyError" ? null : brokenOff())),
      Stream.runForEachArray((arrived) => {
        for (const chunk of arrived) {
          bytes += chunk.byteLength
          chunks.push(chunk)
        }
        return bytes > maxBytes ? Effect.fail(new TooLarge({ limit: maxBytes })) : Effect.void
      }),
      Effect.catch((error) => (error === null ? Effect.void : Effect.fail(error))),
      Effect.map(() => Buffer.concat(chunks, bytes))
    )
  })

/** Undoes gzip. It is known by its first two bytes, with which no JSON begins: some transports have undone it already. */
const decompressed = (body: Uint8Array, maxBytes: number): Effect.Effect<Uint8Array, TooLarge | UnexpectedShape> =>
  body[0] !== 0x1f || body[1] !== 0x8b
    ? Effect.succeed(body)
    : Effect.callback((resume) => {
        Zlib.gunzip(body, { maxOutputLength: maxBytes }, (error, plain) =>
          resume(
            error === null
              ? Effect.succeed(plain)
              : Effect.fail(
                  "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
                    ? new TooLarge({ limit: maxBytes })
                    : brokenOff()
                )
          )
        )
      })

/**
 * Reads a body, gzip undone. Fails with `TooLarge` as soon as there are more than `maxBytes`, with a transient
 * `UnexpectedShape` when the connection ends before the body does.
 */
export const read = (
  response: HttpClientResponse.HttpClientResponse,
  headers: Readonly<Record<string, string | undefined>>,
  maxBytes: number
): Effect.Effect<AnswerBody, TooLarge | UnexpectedShape> => {
  // What is not compressed cannot become longer than announced, so it needs no counting.
  const isBounded = headers["content-encoding"] === undefined && Number(headers["content-length"] ?? "none") <= maxBytes
  const whole = isBounded
    ? Effect.mapBoth(response.arrayBuffer, { onSuccess: (buffer) => new Uint8Array(buffer), onFailure: brokenOff })
    : collect(response.stream, maxBytes)
  return whole.pipe(
    Effect.flatMap((body) => decompressed(body, maxBytes)),
    Effect.map((body) => ({ text: decoder.decode(body), bytes: body.byteLength }))
  )
}

const shapeOf = (text: string): string => {
  const start = text.trimStart()
  if (start === "") return "it is empty instead of JSON"
  if (start.startsWith("<")) return "it is an HTML page instead of JSON"
  return start.startsWith("{") || start.startsWith("[") ? "it breaks off" : "it is no JSON"
}

/** The JSON of a body. Fails with a transient `UnexpectedShape` that tells an HTML page from a body that is cut off. */
export const parse = (text: string): Result.Result<unknown, UnexpectedShape> =>
  Result.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new UnexpectedShape({ detail: shapeOf(text), transient: true })
  })
