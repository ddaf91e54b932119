/** The HTTP server: every dialect over the store in place. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as Crosswalk from "@crosswalk/api/crosswalk/Dialect"
import type { Dialect } from "@crosswalk/api/Dialect"
import { Layer } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import { createServer } from "node:http"
import * as CrosswalkHandlers from "./crosswalk/Handlers.ts"
import * as DialectRoutes from "./DialectRoutes.ts"
import type { Handler } from "./Handlers.ts"
import * as RouteServing from "./RouteServing.ts"

/** Where to listen. */
export interface Options {
  /** Address to listen on; default loopback. */
  readonly host?: string | undefined
  /** 0 for a free one. */
  readonly port: number
}

const serving = <R>(dialect: Dialect, handlers: ReadonlyArray<Handler<R>>) =>
  Layer.merge(DialectRoutes.layer(dialect), RouteServing.layer(dialect, handlers))

/** The routes of all dialects. */
export const routes = serving(Crosswalk.dialect, CrosswalkHandlers.handlers)

/** A server that listens as long as its scope lasts. */
export const layer = ({ host = "127.0.0.1", port }: Options) =>
  HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
    Layer.provideMerge(NodeHttpServer.layer(() => createServer(), { host, port }))
  )
