/**
 * One span for each request, where traces are collected: named by the pattern of its path, since addresses hold ids and
 * sometimes tokens. effect's own would tell the address whole, so it makes none.
 */
import { Clock, Effect, Exit, Layer, Option, References, Tracer } from "effect"
import * as HttpMiddleware from "effect/http/HttpMiddleware"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import type * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import type { Labels } from "./Measures.ts"

/** Spans that nobody collects: effect's own tracer forgets them. */
const isForgetful = Effect.map(Effect.tracer, (tracer) => tracer === Tracer.nativeTracer)

/** No spans of requests but those of {@link spanned}, and none of anything where no tracer is in place. */
export const layer: Layer.Layer<never> = Layer.merge(
  Layer.succeed(HttpMiddleware.TracerDisabledWhen)(() => true),
  Layer.unwrap(
    Effect.map(isForgetful, (forgetful) => (forgetful ? Layer.succeed(References.TracerEnabled, false) : Layer.empty))
  )
)

/** Gives an answer its span, if a tracer is in place; it goes on with the trace of the caller. */
export const spanned = Effect.fnUntraced(function* <E, R>(
  answer: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  { dialect, method, route }: Labels
) {
  if (yield* isForgetful) return answer
  const attributes = { "http.request.method": method, "http.route": route, "crosswalk.dialect": dialect }
  return Effect.gen(function* () {
    const { headers } = yield* HttpServerRequest.HttpServerRequest
    const parent = Option.getOrUndefined(HttpTraceContext.fromHeaders(headers))
    const ended = Effect.fnUntraced(function* (span: Tracer.Span) {
      const response = yield* Effect.withParentSpan(answer, span)
      span.attribute("http.response.status_code", response.status)
      if (response.status >= 500) span.end(yield* Clock.currentTimeNanos, Exit.fail(`status ${response.status}`))
      return response
    })
    return yield* Effect.useSpan(`${method} ${route}`, { kind: "server", parent, attributes }, ended)
  })
})

/** Gives what every request does its span; costs next to nothing where there are none. */
export const within =
  (name: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(References.TracerEnabled, (isEnabled) => (isEnabled ? Effect.withSpan(effect, name) : effect))
