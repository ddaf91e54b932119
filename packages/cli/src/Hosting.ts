/** The engine at work in the process of a command, on the database of the command. */
import * as Watchdog from "@crosswalk/engine/Watchdog"
import { Effect, Layer, type Option } from "effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as DataFolder from "./DataFolder.ts"
import * as RunLog from "./RunLog.ts"

/** Connections to a server that the cluster has for itself, beside those of the store. */
const connections = 3

/**
 * Alone on a file, one among others on a server. It says what it does, and a process in which a mapping never ends is ended.
 */
export const engine = (data: Option.Option<string>) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      // Loaded here: commands that run no engine would wait for it.
      const Cluster = yield* Effect.promise(() => import("@crosswalk/engine/Cluster"))
      const address = yield* Cluster.address
      return sql.onDialectOrElse({
        pg: () => Cluster.layerScaled(address, DataFolder.connections(data, connections)),
        orElse: () => Cluster.layerEmbedded()
      })
    })
  ).pipe(Layer.provide([RunLog.layer, Watchdog.layer()]))
