/** Does a run that was begun, in this process: from its row to its end, whatever becomes of it. */
import type { ProviderError } from "@crosswalk/core/ProviderError"
import * as Retention from "@crosswalk/store/Retention"
import * as Runs from "@crosswalk/store/Runs"
import { Duration, Effect, Option } from "effect"
import * as Audit from "./Audit.ts"
import type { Connection } from "./Connection.ts"
import { Connections } from "./Connections.ts"
import { EngineSettings } from "./EngineSettings.ts"
import * as Plan from "./Plan.ts"
import { type Happening, RunEvents } from "./RunEvents.ts"
import type { RunProgress } from "./RunProgress.ts"
import * as Sync from "./Sync.ts"
import * as SyncEngine from "./SyncEngine.ts"
import type { VendorClient } from "./VendorClient.ts"

/** What a process brings to the runs that it does. */
export interface Host {
  /** The client of a connection. */
  readonly client: (connection: Connection) => Effect.Effect<VendorClient, ProviderError>
  /** Told of every step. */
  readonly onProgress?: (progress: RunProgress) => Effect.Effect<void>
}

const looked = Duration.seconds(1)

/** Ends once somebody asks a run to stop; the sync that is interrupted then ends the run as cancelled. */
const cancelled = Effect.fnUntraced(function* (id: string) {
  const runs = yield* Runs.Runs
  for (;;) {
    yield* Effect.sleep(looked)
    const run = Option.getOrNull(yield* runs.get(id))
    if (run === null || run.cancelRequestedAt !== null) return
  }
})

/** Why a run could not begin, for those who look at it later. */
const sentences = (error: Error): string =>
  "remedy" in error && typeof error.remedy === "string" && error.remedy.includes(" ")
    ? `${error.message} ${error.remedy}`
    : error.message

/**
 * Brings a run to its end, as long as it has none, and notes there what went wrong. Fails with `FenceLost` when another
 * process has taken the connector over: the run is then that process's.
 */
export const make = Effect.fn("Attempt.make")(function* (id: string, host: Host) {
  const runs = yield* Runs.Runs
  const begun = Option.getOrNull(yield* runs.begin(id))
  if (begun?.status !== "running") return
  const { connectorId, mode, priority } = begun
  const tell = yield* RunEvents
  const { auditEvery, fullSyncEvery, keep } = yield* EngineSettings
  const fail = (error: Error) => runs.finish(id, "failed", SyncEngine.ending(sentences(error)))
  const connected = yield* Connections.use((connections) => connections.get(connectorId)).pipe(
    Effect.catchTag(["RegistryError", "VaultError"], (error) => Effect.as(fail(error), null)),
    // Its runs have gone with it.
    Effect.catchTag("ConnectorNotFound", () => Effect.succeed(null))
  )
  if (connected === null) return
  const { connection, connector } = connected
  const say = (happening: Happening) =>
    tell({ run: id, connector: connectorId, provider: connector.provider, mode, ...happening })

  yield* say({ _tag: "Started" })
  yield* Effect.gen(function* () {
    const vendor = yield* host.client(connection)
    const { scopes } = connector
    // Nobody waits for a scheduled run.
    if (priority < SyncEngine.asked) {
      yield* Audit.whenDue({ connector: connectorId, connection, scopes, client: vendor }, auditEvery)
    }
    yield* Sync.run({
      connector: connectorId,
      connection,
      scopes,
      fullEvery: fullSyncEvery,
      ...(host.onProgress === undefined ? {} : { onProgress: host.onProgress }),
      run: id,
      vendor
    })
  }).pipe(
    Effect.raceFirst(cancelled(id)),
    Effect.catchTag("ProviderError", fail),
    Effect.onInterrupt(() => say({ _tag: "Left", why: "stopped" })),
    Effect.tapErrorTag("FenceLost", () => say({ _tag: "Left", why: "lost" }))
  )
  // The sync ends a run that it was interrupted in; one that it had not claimed yet is left to this.
  const left = Option.getOrNull(yield* runs.get(id))
  if (left?.status === "running" && left.cancelRequestedAt !== null) {
    yield* runs.finish(id, "cancelled", SyncEngine.ending("cancelled before it began"))
  }
  const ended = Option.map(yield* runs.get(id), SyncEngine.following)
  if (Option.isSome(ended) && ended.value._tag === "Ended") {
    yield* say({ _tag: "Ended", outcome: ended.value.outcome, detail: ended.value.detail })
    if (mode === "full" && ended.value.outcome === "succeeded" && keep.unread !== null) {
      const inUse = Plan.make(connection.provider, connector.scopes).resources.map(({ resource }) => resource.name)
      yield* (yield* Retention.Retention).forgetUnread(connectorId, inUse, keep.unread)
    }
  }
})
