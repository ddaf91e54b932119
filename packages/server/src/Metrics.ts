/** `/metrics`, in the text that Prometheus reads, where the settings ask for it. */
import { Runs } from "@crosswalk/store/Runs"
import { Context, Effect, Metric } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as PrometheusMetrics from "effect/observability/PrometheusMetrics"
import { Measures } from "./Measures.ts"
import { Paths } from "./Paths.ts"
import { Settings } from "./Settings.ts"

const running = (provider: string) =>
  Metric.gauge("crosswalk_syncs_running", {
    description: "Syncs at work now, on all machines together.",
    attributes: { provider }
  })

/** Times of requests, and how many syncs run. */
export const layer = HttpRouter.use((router) =>
  Effect.gen(function* () {
    const { hasMetrics } = yield* Settings
    if (!hasMetrics) return
    const requests = yield* Measures
    const paths = yield* Paths
    const runs = yield* Runs
    yield* paths.add("GET", "/metrics")
    yield* router.add(
      "GET",
      "/metrics",
      Effect.match(runs.runningByProvider, {
        onFailure: () => HttpServerResponse.empty({ status: 503 }),
        onSuccess: (counts) => {
          const now = Context.make(Metric.MetricRegistry, new Map())
          for (const [provider, count] of counts) running(provider).updateUnsafe(count, now)
          return HttpServerResponse.text(
            PrometheusMetrics.formatUnsafe(requests) + PrometheusMetrics.formatUnsafe(now),
            { contentType: "text/plain; version=0.0.4; charset=utf-8" }
          )
        }
      })
    )
  })
)
