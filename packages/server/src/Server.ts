/** The HTTP server: every dialect over the store in place. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import type { Dialect } from "@crosswalk/api/Dialect"
import { Layer } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import { createServer } from "node:http"
import * as DialectRoutes from "./DialectRoutes.ts"

/** Where to listen, and what to serve. */
export interface Options {
  /** Address to listen on; default loopback. */
  readonly host?: string | undefined
  /** 0 for a free one. */
  readonly port: number
  readonly dialects: readonly [Dialect, ...ReadonlyArray<Dialect>]
}

/** A server that listens as long as its scope lasts. */
export const layer = ({ dialects, host = "127.0.0.1", port }: Options) => {
  const [first, ...rest] = dialects
  const routes = rest.reduce(
    (all, dialect) => Layer.merge(all, DialectRoutes.layer(dialect)),
    DialectRoutes.layer(first)
  )
  return HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
    Layer.provideMerge(NodeHttpServer.layer(() => createServer(), { host, port }))
  )
}
