/**
 * One sync of one connector: reads every resource that the models in scope need, isolates what fails, and ends with a
 * summary. A run that was cut off is taken up where it stood.
 */
import * as Id from "@crosswalk/core/Id"
import type { ProviderError } from "@crosswalk/core/ProviderError"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Records from "@crosswalk/store/Records"
import * as Runs from "@crosswalk/store/Runs"
import { DateTime, Duration, Effect, Option, Ref } from "effect"
import { randomUUID } from "node:crypto"
import { children } from "./Children.ts"
import type { Connection } from "./Connection.ts"
import type { ClientOptions } from "./ClientOptions.ts"
import type { Context } from "./Derive.ts"
import { drain } from "./Drain.ts"
import * as Known from "./Known.ts"
import * as Plan from "./Plan.ts"
import type { Progress } from "./Progress.ts"
import type { Running } from "./Running.ts"
import type { Summary } from "./Summary.ts"
import * as Tally from "./Tally.ts"
import * as VendorClient from "./VendorClient.ts"
import { walk } from "./Walk.ts"

/** What to sync, and how. */
export interface Options {
  /** The connector's id. */
  readonly connector: string
  readonly connection: Connection
  /** Models in scope; null for all that the provider maps. */
  readonly scopes: ReadonlyArray<string> | null
  /** Reads everything again, whatever the checkpoints say. Default false; the first sync is always full. */
  readonly full?: boolean
  /**
   * How long incremental runs suffice: vendors without a list of deletions show only to a full run what is gone.
   * Default 24 hours.
   */
  readonly fullEvery?: Duration.Duration
  /** Told of every step, with what the run did so far. */
  readonly onProgress?: (progress: Progress, sofar: Tally.Tally) => Effect.Effect<void>
  readonly client?: Partial<ClientOptions>
}

type ResourceSummary = Summary["resources"][string]

/** Whether a failure is of the connector as a whole, so that nothing else can be read either. */
const isFatal = (error: ProviderError): boolean => error.remedy === "reconnect"

const failed = (error: ProviderError): ResourceSummary => ({
  status: "failed",
  pages: 0,
  records: 0,
  detail: error.message
})

/** Reads one resource after the other; the failure of one takes no other down, unless it is the connector's. */
const readAll = Effect.fnUntraced(function* (running: Running, known: Set<string>) {
  const resources: Record<string, ResourceSummary> = {}
  for (const planned of running.context.plan.resources) {
    const { name, parent } = planned.resource
    const reading = parent === null ? walk(running, planned) : children(running, planned)
    const result = yield* Effect.matchEffect(reading, {
      onSuccess: ({ held, pages, records }) =>
        Effect.succeed({
          status: held === null ? ("read" as const) : ("held" as const),
          pages,
          records,
          detail: held,
          error: null
        }),
      onFailure: (error) =>
        error._tag === "ProviderError" ? Effect.succeed({ ...failed(error), error }) : Effect.fail(error)
    })
    const { error, ...summary } = result
    const isParentRead = parent === null || resources[parent.name]?.status !== "failed"
    resources[name] =
      isParentRead || summary.status !== "read"
        ? summary
        : { ...summary, status: "held", detail: `${parent.name} could not be read to its end, so neither could this` }
    if (error === null) known.add(name)
    else if (isFatal(error)) return { resources, fatal: true }
  }
  return { resources, fatal: false }
})

const now = Effect.map(DateTime.now, DateTime.formatIso)

/** Takes up, or begins, one run and brings it to its end. */
const once = Effect.fnUntraced(function* (options: Options, client: VendorClient.VendorClient, started: Runs.Begun) {
  const { connection, connector } = options
  const { provider } = connection
  const plan = Plan.make(provider, options.scopes)
  const known = yield* Known.resources(connector)
  const context: Context = {
    connector,
    plan,
    identify: Id.forConnector(connector),
    run: started.id,
    isKnown: (resource) => known.has(resource)
  }
  const sofar = yield* Ref.make(Tally.empty)
  const running: Running = {
    context,
    client,
    mode: started.mode,
    report: (progress, tally) =>
      Ref.updateAndGet(sofar, (before) => Tally.add(before, tally)).pipe(
        Effect.flatMap((after) => options.onProgress?.(progress, after) ?? Effect.void)
      )
  }
  const { fatal, resources } = yield* readAll(running, known)
  const drained = yield* drain(context)
  const tally = Tally.add(yield* Ref.get(sofar), drained)

  const counts = yield* (yield* Records.Records).counts(connector)
  const models = Object.fromEntries(
    plan.mappers.map(({ model: { name } }) => {
      const stored = counts.find(({ model }) => model === name)
      const { unchanged: _, ...rest } = tally[name] ?? Tally.none
      return [name, { total: (stored?.total ?? 0) - (stored?.deleted ?? 0), ...rest }]
    })
  )
  const states = Object.values(resources).map(({ status }) => status)
  const summary: Summary = {
    run: started.id,
    connector,
    provider: provider.id,
    mode: started.mode,
    status:
      fatal || states.every((status) => status === "failed")
        ? "failed"
        : states.every((status) => status === "read")
          ? "succeeded"
          : "partial",
    started_at: started.startedAt,
    ended_at: yield* now,
    models,
    resources,
    quarantined: yield* (yield* Quarantine.Quarantine).count(connector)
  }
  yield* (yield* Runs.Runs).finish(started.id, summary.status, JSON.stringify(summary))
  return summary
})

/** Two runs that follow each other, told as one: the later state, and what both did. */
const merge = (first: Summary, second: Summary): Summary => ({
  ...second,
  started_at: first.started_at,
  models: Object.fromEntries(
    Object.entries(second.models).map(([name, model]) => {
      const before = first.models[name]
      return [
        name,
        before === undefined
          ? model
          : {
              total: model.total,
              inserted: before.inserted + model.inserted,
              updated: before.updated + model.updated,
              deleted: before.deleted + model.deleted,
              lost: before.lost + model.lost,
              rejected: before.rejected + model.rejected
            }
      ]
    })
  )
})

const fullEvery = Duration.days(1)

/** Whether the last full run is so long ago, or there was none, that everything has to be read again. */
const isFullDue = Effect.fnUntraced(function* (connector: string, every: Duration.Duration) {
  const last = Option.getOrNull(yield* Runs.Runs.use((runs) => runs.lastFull(connector)))
  if (last === null) return true
  const since = DateTime.distance(DateTime.makeUnsafe(last.startedAt), yield* DateTime.now)
  return Duration.isGreaterThanOrEqualTo(since, every)
})

/**
 * Syncs a connector.
 *
 * A run that was cut off is brought to its end first, and then followed by an incremental one, since the source went on
 * while it stood still. Fails with `ProviderError` when the connection cannot even be tried; failures of single
 * resources, and refused credentials, stand in the summary.
 */
export const run = Effect.fn("Sync.run")(function* (options: Options) {
  const runs = yield* Runs.Runs
  const { connector } = options
  const client = yield* VendorClient.make(options.connection, options.client)
  const begin = (mode: Runs.Mode) =>
    Effect.flatMap(Effect.sync(randomUUID), (id) => runs.start({ id, connectorId: connector, mode }))
  const full = options.full === true

  const interrupted = Option.getOrNull(yield* runs.running(connector))
  if (interrupted !== null && full) {
    yield* runs.finish(interrupted.id, "failed", JSON.stringify({ detail: "given up for a full sync" }))
  } else if (interrupted !== null) {
    const resumed = yield* once(options, client, interrupted)
    if (resumed.status === "failed") return resumed
    return merge(resumed, yield* once(options, client, yield* begin("incremental")))
  }
  const isDue = full || (yield* isFullDue(connector, options.fullEvery ?? fullEvery))
  return yield* once(options, client, yield* begin(isDue ? "full" : "incremental"))
}, Effect.scoped)
