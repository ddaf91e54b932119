/**
 * What is counted of the server's work, for Prometheus: nothing that tells one tenant from another. The times of requests
 * are their counts, too.
 */
import { Clock, Context, Effect, Layer, Metric } from "effect"
import type * as HttpServerResponse from "effect/http/HttpServerResponse"
import { Settings } from "./Settings.ts"

const boundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What requests are told apart by. */
export interface Labels {
  readonly dialect: string
  readonly method: string
  /** The pattern of the path. */
  readonly route: string
}

/** The metrics of this server alone. */
export class Measures extends Context.Service<Measures, Context.Context<never>>()("@crosswalk/server/Measures") {
  /** None yet. */
  static readonly layer: Layer.Layer<Measures> = Layer.sync(Measures, () =>
    Context.make(Metric.MetricRegistry, new Map())
  )
}

/** Counts requests, as far as the settings in place ask for that, with the seconds that each took. */
export const measured = Effect.fnUntraced(function* <E, R>(
  answer: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  labels: Labels
) {
  const { hasMetrics } = yield* Settings
  const registry = yield* Measures
  if (!hasMetrics) return answer
  const byStatus = new Map<number, Metric.Histogram<number>>()
  const of = (status: number) => {
    const known = byStatus.get(status)
    if (known !== undefined) return known
    const made = Metric.histogram("crosswalk_http_request_duration_seconds", {
      description: "Seconds from a request to its answer.",
      boundaries,
      attributes: { ...labels, status: String(status) }
    })
    byStatus.set(status, made)
    return made
  }
  return Effect.gen(function* () {
    const begun = yield* Clock.currentTimeNanos
    const response = yield* answer
    of(response.status).updateUnsafe(Number((yield* Clock.currentTimeNanos) - begun) / 1e9, registry)
    return response
  })
})
