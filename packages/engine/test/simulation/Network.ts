/** What lies between an engine and the simulated vendor: an HTTP client that no socket is part of. */
import { Effect, Layer, Stream } from "effect"
import * as HttpClient from "effect/http/HttpClient"
import { HttpClientError, TransportError } from "effect/http/HttpClientError"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import type { HttpClientRequest } from "effect/http/HttpClientRequest"
import type { Random } from "../Random.ts"
import type { Answer, Answering } from "./Vendor.ts"

const broken = (request: HttpClientRequest) =>
  new HttpClientError({ reason: new TransportError({ request, cause: { code: "ECONNRESET" } }) })

/** A body that is there at once: the platform's own would be read in a promise, at a time that no seed decides. */
const respond = (request: HttpClientRequest, { body, cut, headers, status }: Answer) => {
  const bytes = new TextEncoder().encode(body)
  const found = cut ? Effect.fail(broken(request)) : Effect.succeed(bytes.buffer)
  const chunks = Stream.concat(Stream.make(bytes), cut ? Stream.fail(broken(request)) : Stream.empty)
  const response: HttpClientResponse.HttpClientResponse = Object.create(
    HttpClientResponse.fromWeb(request, new Response(null, { status, headers })),
    { arrayBuffer: { value: found }, stream: { value: chunks } }
  )
  return response
}

/** The vendor as an HTTP client. `note` is told of every request and what came of it. */
export const layer = (
  vendor: Answering,
  random: Random,
  note: (text: string) => void
): Layer.Layer<HttpClient.HttpClient> =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) =>
      Effect.gen(function* () {
        yield* Effect.sleep(random.integer(5, 300))
        const answer = vendor.answer(url)
        const place = `${url.pathname}${url.search}`
        note(`${place}: ${answer === null ? "silence" : answer === "reset" ? "reset" : answer.kind}`)
        if (answer === null) return yield* Effect.never
        if (answer === "reset") return yield* Effect.fail(broken(request))
        yield* Effect.sleep(random.integer(5, random.chance(0.02) ? 59_000 : 300))
        return respond(request, answer)
      })
    )
  )
