/**
 * One span for each request, where traces are collected: named by the pattern of its path, since addresses hold ids and
 * sometimes tokens. effect's own would tell the address whole, so it makes none.
 */
import { Clock, Effect, Exit, Layer, Option, Tracer } from "effect"
import * as HttpMiddleware from "effect/http/HttpMiddleware"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import type * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as HttpTraceContext from "effect/http/HttpTraceContext"
import type { Labels } from "./Measures.ts"

/** No spans of requests but those of {@link spanned}. */
export const layer: Layer.Layer<never> = Layer.succeed(HttpMiddleware.TracerDisabledWhen)(() => true)

/** Gives an answer its span, if a tracer is in place; it goes on with the trace of the caller. */
export const spanned = Effect.fnUntraced(function* <E, R>(
  answer: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  { dialect, method, route }: Labels
) {
  // Nobody sees the spans of effect's own tracer, so what answers makes none.
  if ((yield* Effect.tracer) === Tracer.nativeTracer) return Effect.withTracerEnabled(answer, false)
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
