/** The HTTP server: every dialect over the store in place. */
import * as Bindbee from "@crosswalk/api/bindbee/Dialect"
import * as Crosswalk from "@crosswalk/api/crosswalk/Dialect"
import type { Dialect } from "@crosswalk/api/Dialect"
import * as Kombo from "@crosswalk/api/kombo/Dialect"
import * as Unified from "@crosswalk/api/unified/Dialect"
import { Effect, Layer } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServer from "effect/http/HttpServer"
import * as BindbeeHandlers from "./bindbee/Handlers.ts"
import * as Cors from "./Cors.ts"
import * as CrosswalkHandlers from "./crosswalk/Handlers.ts"
import * as DialectRoutes from "./DialectRoutes.ts"
import * as Documents from "./Documents.ts"
import { Fresh } from "./Fresh.ts"
import type { Handler } from "./Handlers.ts"
import * as KomboHandlers from "./kombo/Handlers.ts"
import * as Health from "./Health.ts"
import * as Listening from "./Listening.ts"
import { Measures } from "./Measures.ts"
import * as Metrics from "./Metrics.ts"
import { Paths } from "./Paths.ts"
import { Quotas } from "./Quotas.ts"
import { RequestLog } from "./RequestLog.ts"
import * as RouteServing from "./RouteServing.ts"
import * as Settings from "./Settings.ts"
import * as Spans from "./Spans.ts"
import * as Stopping from "./Stopping.ts"
import * as UnifiedHandlers from "./unified/Handlers.ts"
import * as Unrouted from "./Unrouted.ts"

const serving = <R>(dialect: Dialect, handlers: ReadonlyArray<Handler<R>>) =>
  Layer.merge(DialectRoutes.layer(dialect), RouteServing.layer(dialect, handlers))

const named = {
  crosswalk: Crosswalk.dialect,
  bindbee: Bindbee.dialect,
  kombo: Kombo.dialect,
  unified: Unified.dialect
} as const

/** All dialects, first the one that speaks at `/`. */
const dialects = (rootDialect: Dialect["id"] | null): readonly [Dialect, ...ReadonlyArray<Dialect>] => {
  const first = named[rootDialect ?? "crosswalk"]
  return [first, ...Object.values(named).filter((dialect) => dialect !== first)]
}

/** The routes of all dialects, their documents, and how the server is. */
const routes = Layer.unwrap(
  Effect.map(Settings.Settings, ({ rootDialect }) =>
    Layer.mergeAll(
      Cors.layer,
      Unrouted.layer(dialects(rootDialect)),
      Health.layer,
      Metrics.layer,
      Documents.layer(dialects(rootDialect)),
      serving(Crosswalk.dialect, CrosswalkHandlers.handlers),
      serving(Bindbee.dialect, BindbeeHandlers.handlers),
      serving(Kombo.dialect, KomboHandlers.handlers),
      serving(Unified.dialect, UnifiedHandlers.handlers)
    )
  )
)

/** A server that listens as long as its scope lasts; what is not set is as {@link Settings.defaults} say. */
export const layer = (settings: Partial<Settings.Values>) =>
  Stopping.announced.pipe(
    Layer.provideMerge(HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true })),
    Layer.provideMerge(Listening.layer),
    Layer.provide(
      Layer.mergeAll(
        Fresh.layer,
        RequestLog.layer,
        Quotas.layer,
        Paths.layer,
        Measures.layer,
        Spans.layer,
        Stopping.Stopping.layer
      )
    ),
    Layer.provide(Layer.succeed(Settings.Settings, { ...Settings.defaults, ...settings }))
  )

/** The address of the server in place. */
export const address = Effect.map(HttpServer.HttpServer, ({ address }) =>
  address._tag === "UnixPathAddress"
    ? address.path
    : `http://${address._tag === "InetAddressV6" ? `[${address.address}]` : address.address}:${address.port}`
)
