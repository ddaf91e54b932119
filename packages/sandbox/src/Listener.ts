/**
 * Where simulators are served: on the loopback interface, or wherever a host says instead.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Context, Effect, Schema, type Scope } from "effect"
import * as HttpMiddleware from "effect/http/HttpMiddleware"
import type { HttpServerRequest } from "effect/http/HttpServerRequest"
import type { HttpServerResponse } from "effect/http/HttpServerResponse"
import * as NetAddress from "effect/net/NetAddress"
import { createServer } from "node:http"

/** The port cannot be listened on. */
export class CannotListen extends Schema.TaggedError<CannotListen>()("CannotListen", {
  port: Schema.Int,
  cause: Schema.Defect()
}) {
  override get message() {
    return `The sandbox cannot listen on port ${this.port} of 127.0.0.1. Choose another port, or 0 for a free one.`
  }
}

/** Answers the requests to one simulator. */
export type Application<E> = Effect.Effect<HttpServerResponse, E, HttpServerRequest | Scope.Scope>

/** What is to be served. */
export interface Served {
  /** Id of the provider. */
  readonly provider: string
  readonly port: number
}

/** Serves an application until the scope closes. Yields its origin, as "http://127.0.0.1:8080". */
export type Listen = <E>(
  served: Served,
  application: Application<E>
) => Effect.Effect<string, CannotListen, Scope.Scope>

const host = "127.0.0.1"

const onLoopback: Listen = Effect.fnUntraced(function* ({ port }, application) {
  const node = createServer({ keepAliveTimeout: 60_000 })
  const server = yield* NodeHttpServer.make(() => node, { port, host }).pipe(
    Effect.mapError((cause) => new CannotListen({ port, cause }))
  )
  yield* server.serve(application).pipe(Effect.provideService(HttpMiddleware.TracerDisabledWhen, () => true))
  // Idle clients would otherwise hold the scope open for as long as they keep their connections.
  yield* Effect.addFinalizer(() => Effect.sync(() => node.closeAllConnections()))
  return NetAddress.formatUrlUnsafe(server.address)
})

/** How simulators are served that start here. Default: on the loopback interface. */
export const Listener = Context.Reference<Listen>("@crosswalk/sandbox/Listener", { defaultValue: () => onLoopback })
