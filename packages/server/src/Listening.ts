/** Node's HTTP server: with limits to how slowly a request may come in, and an end to every connection. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Duration, Effect, Layer } from "effect"
import { createServer } from "node:http"
import { Settings } from "./Settings.ts"

/** Longest time for the head of a request, in milliseconds. */
const headMillis = 10_000
/** By how much a request may come in later than it had to be answered, so that its answer says so. */
const graceMillis = 5_000

/** A server that listens as the settings in place say. */
export const layer = Layer.unwrap(
  Effect.gen(function* () {
    const { host, port, requestTimeout, stopWithin } = yield* Settings
    const millis = Duration.toMillis(requestTimeout)
    const server = createServer({
      headersTimeout: Math.min(headMillis, millis),
      requestTimeout: millis + graceMillis,
      connectionsCheckingInterval: Math.min(graceMillis, millis)
    })
    // What is still open when those at work had their time would keep the process for ever.
    const closed = Effect.addFinalizer(() => Effect.sync(() => server.closeAllConnections()))
    return Layer.effectDiscard(closed).pipe(
      Layer.provideMerge(NodeHttpServer.layer(() => server, { host, port, gracefulShutdownTimeout: stopWithin }))
    )
  })
)
