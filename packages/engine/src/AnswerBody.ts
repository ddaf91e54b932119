/**
 * The body of a vendor's answer: read up to a limit, then parsed.
 */
import { TooLarge, UnexpectedShape } from "@crosswalk/core/ProviderError"
import { Effect, Result, Stream } from "effect"
import type * as HttpClientResponse from "effect/http/HttpClientResponse"

/** A body as text. */
export interface AnswerBody {
  readonly text: string
  readonly bytes: number
}

const brokenOff = () => new UnexpectedShape({ detail: "the answer breaks off", transient: true })

const decoder = new TextDecoder()

/**
 * Reads a body. Fails with `TooLarge` as soon as more than `maxBytes` came, with a transient `UnexpectedShape` when
 * the connection ends before the body does.
 */
export const read = (
  response: HttpClientResponse.HttpClientResponse,
  maxBytes: number
): Effect.Effect<AnswerBody, TooLarge | UnexpectedShape> => {
  const announced = Number(response.headers["content-length"] ?? Number.NaN)
  if (announced > maxBytes) return Effect.fail(new TooLarge({ limit: maxBytes }))
  // What is not compressed cannot become longer than announced, so it needs no counting.
  if (announced >= 0 && response.headers["content-encoding"] === undefined) {
    return Effect.mapBoth(response.arrayBuffer, {
      onSuccess: (buffer) => ({ text: decoder.decode(buffer), bytes: buffer.byteLength }),
      onFailure: brokenOff
    })
  }
  return Effect.suspend(() => {
    const chunks: Array<Uint8Array> = []
    let bytes = 0
    return response.stream.pipe(
      Stream.mapError((error) => (error.reason._tag === "EmptyBodyError" ? null : brokenOff())),
      Stream.runForEachArray((arrived) => {
        for (const chunk of arrived) {
          bytes += chunk.byteLength
          chunks.push(chunk)
        }
        return bytes > maxBytes ? Effect.fail(new TooLarge({ limit: maxBytes })) : Effect.void
      }),
      Effect.catch((error) => (error === null ? Effect.void : Effect.fail(error))),
      Effect.map(() => ({ text: decoder.decode(Buffer.concat(chunks, bytes)), bytes }))
    )
  })
}

const shapeOf = (text: string): string => {
  const start = text.trimStart()
  if (start === "") return "it is empty"
  if (start.startsWith("<")) return "it is an HTML page"
  return start.startsWith("{") || start.startsWith("[") ? "it breaks off" : "it is no JSON"
}

/** The JSON of a body. Fails with a transient `UnexpectedShape` that tells an HTML page from a body that is cut off. */
export const parse = (text: string): Result.Result<unknown, UnexpectedShape> =>
  Result.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new UnexpectedShape({ detail: shapeOf(text), transient: true })
  })
