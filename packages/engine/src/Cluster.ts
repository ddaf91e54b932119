/**
 * The engine at work in this process: alone on a database (embedded), or as one of any number of workers on a PostgreSQL
 * database (scaled). The two differ in where messages between its parts are kept.
 */
import * as NodeClusterSocket from "@effect/platform-node/NodeClusterSocket"
import { Config, Duration, Effect, Latch, Layer, Option } from "effect"
import * as MessageStorage from "effect/cluster/MessageStorage"
import * as RunnerAddress from "effect/cluster/RunnerAddress"
import * as RunnerHealth from "effect/cluster/RunnerHealth"
import * as Runners from "effect/cluster/Runners"
import * as RunnerStorage from "effect/cluster/RunnerStorage"
import * as Sharding from "effect/cluster/Sharding"
import * as ShardingConfig from "effect/cluster/ShardingConfig"
import * as Singleton from "effect/cluster/Singleton"
import type * as SqlClient from "effect/sql/SqlClient"
import type { ClientOptions } from "./ClientOptions.ts"
import * as ClusterRetention from "./ClusterRetention.ts"
import * as ConnectorEntity from "./ConnectorEntity.ts"
import * as Dispatcher from "./Dispatcher.ts"
import * as FreePort from "./FreePort.ts"
import * as RetentionJob from "./RetentionJob.ts"
import { SyncEngine, Wake } from "./SyncEngine.ts"
import * as Workers from "./Workers.ts"

/** How this process does its part. */
export interface Options {
  /** Limits of its vendor clients. */
  readonly client?: Partial<ClientOptions> | undefined
}

/** How other workers reach this one. */
export interface Address {
  /** Name or address of this machine. Nothing but workers may reach the port: it asks for no credentials. */
  readonly host: string
  /** 0 for a free one. */
  readonly port: number
}

/** `CROSSWALK_WORKER_HOST` and `CROSSWALK_WORKER_PORT`. Default: a free port that only this machine can reach. */
export const address: Config.Config<Address> = Config.all({
  host: Config.String("CROSSWALK_WORKER_HOST").pipe(Config.withDefault("127.0.0.1")),
  port: Config.Port("CROSSWALK_WORKER_PORT").pipe(Config.withDefault(0))
})

/** The parts of the engine over a cluster; whoever asks this process for a sync wakes the dispatcher, if it is here. */
const parts = (entity: typeof ConnectorEntity.volatile, options: Options) =>
  Layer.unwrap(
    Effect.map(Latch.make(true), (wake) => {
      const dispatcher = Effect.gen(function* () {
        const client = yield* entity.client
        yield* Dispatcher.run((connector, run, turn) => client(connector).sync({ run, turn }, { discard: true }), wake)
      })
      return Layer.mergeAll(
        ConnectorEntity.layer(entity, options.client ?? {}),
        Singleton.make("Dispatcher", dispatcher),
        Singleton.make("Retention", RetentionJob.run),
        SyncEngine.layer
      ).pipe(Layer.provide(Layer.succeed(Wake, Effect.asVoid(wake.open))))
    })
  )

/** Nothing is stored, and nothing moves: all that the cluster does by the clock it may do rarely. */
const alone = Sharding.layer.pipe(
  Layer.provide(Runners.layerNoop),
  Layer.provide(MessageStorage.layerNoop),
  Layer.provide([RunnerStorage.layerMemory, RunnerHealth.layerNoop]),
  Layer.provide(
    ShardingConfig.layer({
      entityMessagePollInterval: Duration.minutes(1),
      refreshAssignmentsInterval: Duration.minutes(1),
      shardLockRefreshInterval: Duration.minutes(1),
      shardLockExpiration: Duration.minutes(5),
      runnerHealthCheckInterval: Duration.minutes(1),
      simulateRemoteSerialization: false
    })
  )
)

/**
 * The whole engine in this process, which must be the only one that runs it on this database. Runs that were cut off go
 * on when it is built. There are no tables but the store's.
 */
export const layerEmbedded = (options: Options = {}) =>
  parts(ConnectorEntity.volatile, options).pipe(Layer.provide(alone))

/**
 * One worker among others. What it does when it stops, or is lost, the others take over. The cluster has connections of its
 * own, three at least, to the same database: a worker whose heartbeat waits behind its syncs is taken for lost. All
 * workers of a database are one installation, whatever schema they use, since the locks they take are the database's.
 */
export const layerScaled = <E, R>(
  given: Address,
  connections: Layer.Layer<SqlClient.SqlClient, E, R>,
  options: Options = {}
) =>
  Layer.unwrap(
    Effect.map(given.port === 0 ? FreePort.on(given.host) : Effect.succeed(given.port), (port) =>
      Layer.merge(
        parts(ConnectorEntity.persisted, options),
        Singleton.make("ClusterRetention", ClusterRetention.run(ConnectorEntity.type))
      ).pipe(
        Layer.provide(
          NodeClusterSocket.layer({
            storage: "sql",
            shardingConfig: {
              runnerAddress: Option.some(RunnerAddress.make(given.host, port)),
              entityMessagePollInterval: Duration.seconds(1),
              refreshAssignmentsInterval: Duration.seconds(1),
              runnerHealthCheckInterval: Duration.seconds(2),
              shardLockExpiration: Duration.seconds(Workers.silence),
              shardLockRefreshInterval: Duration.seconds(Workers.silence / 3)
            }
          }).pipe(Layer.provide(connections))
        )
      )
    )
  )
