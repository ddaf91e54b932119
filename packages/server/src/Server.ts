/** The HTTP server: every dialect over the store in place. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as Bindbee from "@crosswalk/api/bindbee/Dialect"
import * as Crosswalk from "@crosswalk/api/crosswalk/Dialect"
import type { Dialect } from "@crosswalk/api/Dialect"
import * as Kombo from "@crosswalk/api/kombo/Dialect"
import * as Unified from "@crosswalk/api/unified/Dialect"
import { Effect, Layer } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServer from "effect/http/HttpServer"
import { createServer } from "node:http"
import * as BindbeeHandlers from "./bindbee/Handlers.ts"
import * as CrosswalkHandlers from "./crosswalk/Handlers.ts"
import * as DialectRoutes from "./DialectRoutes.ts"
import * as Documents from "./Documents.ts"
import type { Handler } from "./Handlers.ts"
import * as KomboHandlers from "./kombo/Handlers.ts"
import * as Health from "./Health.ts"
import * as RouteServing from "./RouteServing.ts"
import type { Settings } from "./Settings.ts"
import * as UnifiedHandlers from "./unified/Handlers.ts"

const serving = <R>(dialect: Dialect, handlers: ReadonlyArray<Handler<R>>) =>
  Layer.merge(DialectRoutes.layer(dialect), RouteServing.layer(dialect, handlers))

const dialects = [Crosswalk.dialect, Bindbee.dialect, Kombo.dialect, Unified.dialect]

/** The routes of all dialects, their documents, and how the server is. */
export const routes = Layer.mergeAll(
  Health.layer,
  Documents.layer(dialects),
  serving(Crosswalk.dialect, CrosswalkHandlers.handlers),
  serving(Bindbee.dialect, BindbeeHandlers.handlers),
  serving(Kombo.dialect, KomboHandlers.handlers),
  serving(Unified.dialect, UnifiedHandlers.handlers)
)

/** A server that listens as long as its scope lasts. */
export const layer = ({ host, port }: Settings) =>
  HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
    Layer.provideMerge(NodeHttpServer.layer(() => createServer(), { host, port }))
  )

/** The address of the server in place. */
export const address = Effect.map(HttpServer.HttpServer, ({ address }) =>
  address._tag === "UnixPathAddress"
    ? address.path
    : `http://${address._tag === "InetAddressV6" ? `[${address.address}]` : address.address}:${address.port}`
)
