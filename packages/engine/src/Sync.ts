/**
 * One sync of one connector: reads every resource that the models in scope need, isolates what fails, and ends with a
 * summary. A run that was cut off is taken up where it stood.
 *
 * Its process is the connector's only writer from the moment it claims it: everything is written in transactions that
 * fail with `FenceLost` once another process has done the same.
 */
import * as Id from "@crosswalk/core/Id"
import type { ProviderError } from "@crosswalk/core/ProviderError"
import * as Checkpoints from "@crosswalk/store/Checkpoints"
import * as Fence from "@crosswalk/store/Fence"
import * as Runs from "@crosswalk/store/Runs"
import { Statistics } from "@crosswalk/store/Statistics"
import { Clock, Duration, Effect, Option, Schema } from "effect"
import { randomUUID } from "node:crypto"
import { children } from "./Children.ts"
import type { ClientOptions } from "./ClientOptions.ts"
import * as Commit from "./Commit.ts"
import type { Connection } from "./Connection.ts"
import type { Context } from "./Derive.ts"
import { drain } from "./Drain.ts"
import * as FullRun from "./FullRun.ts"
import * as Known from "./Known.ts"
import * as Landing from "./Landing.ts"
import * as Outcome from "./Outcome.ts"
import * as Plan from "./Plan.ts"
import * as Remap from "./Remap.ts"
import type { Running } from "./Running.ts"
import * as RunProgress from "./RunProgress.ts"
import { Summary } from "./Summary.ts"
import * as Survive from "./Survive.ts"
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
  /** Id of the run to do, which has been begun. Default: the one that was cut off, else a new one. */
  readonly run?: string
  /** Reads everything again, whatever the checkpoints say. Default false; the first sync is always full. */
  readonly full?: boolean
  /**
   * How long incremental runs suffice: vendors without a list of deletions show only to a full run what is gone.
   * Default 24 hours.
   */
  readonly fullEvery?: Duration.Duration
  /** Told after every step how far the run is. */
  readonly onProgress?: (progress: RunProgress.RunProgress) => Effect.Effect<void>
  /** Asks the vendor. Default: a client that is made for this sync alone, with the options in `client`. */
  readonly vendor?: VendorClient.VendorClient
  readonly client?: Partial<ClientOptions>
}

/** Times that a run is taken up without getting on, after which it is given up. */
export const mostEntries = 5

/** A run in the hands of its writer. */
interface Writing {
  readonly options: Options
  readonly client: VendorClient.VendorClient
  readonly landing: Landing.Landing
  readonly run: Runs.Begun
  readonly commit: Commit.Commit
  readonly advance: Commit.Commit
  readonly sofar: Outcome.Sofar
  readonly noting: RunProgress.Noting
  readonly survive: Survive.Survival["survive"]
}

/** Whether a failure is of the connector as a whole, so that nothing else can be read either. */
const isFatal = (error: ProviderError): boolean => error.remedy === "reconnect"

/** Reads one resource after the other; the failure of one takes no other down, unless it is the connector's. */
const readAll = Effect.fnUntraced(function* ({ sofar, survive }: Writing, running: Running, known: Set<string>) {
  for (const planned of running.context.plan.resources) {
    const { name, parent } = planned.resource
    const reading = parent === null ? walk(running, planned) : children(running, planned)
    const result = yield* Effect.matchEffect(survive(reading), {
      onSuccess: ({ held, pages, records }) =>
        Effect.succeed({
          status: held === null ? ("read" as const) : ("held" as const),
          pages,
          records,
          detail: held,
          error: null
        }),
      onFailure: (error) =>
        error._tag === "ProviderError"
          ? Effect.succeed({ status: "failed" as const, pages: 0, records: 0, detail: error.message, error })
          : Effect.fail(error)
    })
    const { error, ...summary } = result
    const isParentRead = parent === null || sofar.resources.get(parent.name)?.status !== "failed"
    sofar.resources.set(
      name,
      isParentRead || summary.status !== "read"
        ? summary
        : { ...summary, status: "held", detail: `${parent.name} could not be read to its end, so neither could this` }
    )
    if (error === null) known.add(name)
    else if (isFatal(error)) {
      sofar.isFatal = true
      return
    }
  }
})

/** One pass over all resources. `isResumed`: its walks may be in their midst, and stay what they are. */
const pass = Effect.fnUntraced(function* (writing: Writing, id: string, asked: Runs.Mode, isResumed: boolean) {
  const { advance, client, commit, landing, noting, options, sofar, survive } = writing
  const { connection, connector } = options
  const plan = Plan.make(connection.provider, options.scopes, landing)
  const known = yield* survive(Known.resources(connector))
  const context: Context = {
    connector,
    plan,
    identify: Id.forConnector(connector),
    run: id,
    isKnown: (resource) => known.has(resource)
  }
  // Looking whether there is anything to derive anew is no step forward; deriving is.
  const isPutOff = yield* survive(Remap.prepare(commit, context, { landing }))
  sofar.tally = Tally.add(sofar.tally, yield* survive(Remap.derive(advance, context)))
  const mode = isPutOff && !isResumed ? "full" : asked
  const follower = RunProgress.make({
    plan,
    mode,
    limit: client.rateLimit,
    before: yield* survive(RunProgress.before(connector)),
    start: yield* Clock.currentTimeMillis
  })
  const running: Running = {
    context,
    client,
    mode,
    commit,
    advance,
    settings: connection.settings,
    report: Effect.fnUntraced(function* (step, tally) {
      sofar.tally = Tally.add(sofar.tally, tally)
      const progress = follower.step(step, yield* noting.requests, yield* Clock.currentTimeMillis)
      noting.set(progress)
      yield* options.onProgress?.(progress) ?? Effect.void
    })
  }
  sofar.resources.clear()
  yield* readAll(writing, running, known)
  const isWhole = mode === "full" && !isResumed
  const isReadAgain = (name: string) => isWhole && sofar.resources.get(name)?.status === "read"
  yield* survive(Remap.prepare(commit, context, { landing, isReadAgain }))
  sofar.tally = Tally.add(sofar.tally, yield* survive(drain(advance, context)))
})

const passId = (run: string, count: number): string => (count === 1 ? run : `${run}/${count}`)

/** The pass of a run that was begun last, counted from 1, as the checkpoints tell; 0 when there was none. */
const lastPass = (run: string, checkpoints: ReadonlyArray<Checkpoints.Checkpoint>): number =>
  Math.max(
    0,
    ...checkpoints.map(({ runId }) =>
      runId === run ? 1 : runId.startsWith(`${run}/`) ? Number(runId.slice(run.length + 1)) : 0
    )
  )

/**
 * Brings a run to its end. The pass that was cut off is brought to its end first, and then followed by an incremental
 * one, since the source went on while it stood still.
 */
const passes = Effect.fnUntraced(function* (writing: Writing) {
  const { options, survive } = writing
  const { id, mode } = writing.run
  const checkpoints = yield* survive(Checkpoints.Checkpoints.use((service) => service.list(options.connector)))
  const last = lastPass(id, checkpoints)
  yield* pass(writing, passId(id, Math.max(1, last)), last > 1 ? "incremental" : mode, last > 0)
  if (last > 0 && !Outcome.isFailed(writing.sofar)) yield* pass(writing, passId(id, last + 1), "incremental", false)
})

/** Ends a run, with what it did so far. */
const end = Effect.fnUntraced(function* (writing: Writing, ending: Outcome.Ending) {
  const { commit, options, run, sofar, survive } = writing
  const runs = yield* Runs.Runs
  const summary = yield* survive(Outcome.summarise(run, options, sofar, ending))
  yield* survive(commit(runs.finish(run.id, summary.status, JSON.stringify(summary))))
  if (run.mode === "full") yield* survive(Statistics.use(({ refresh }) => refresh))
  return summary
})

/**
 * What becomes of a run that is interrupted: one that somebody asked to stop ends as cancelled, any other one is put down
 * to be taken up again.
 */
const putDown = Effect.fnUntraced(function* (writing: Writing) {
  const { commit, run } = writing
  const runs = yield* Runs.Runs
  const isCancelled = Option.exists(yield* runs.get(run.id), ({ cancelRequestedAt }) => cancelRequestedAt !== null)
  if (isCancelled) yield* end(writing, { status: "cancelled", detail: null })
  else yield* commit(runs.gotOn(run.id))
})

const stalled = (writing: Writing, checkpoints: ReadonlyArray<Checkpoints.Checkpoint>): string => {
  const at = checkpoints.find(({ runId, state }) => runId.startsWith(writing.run.id) && state !== "done")
  const where = at === undefined ? "" : ` It stands at ${at.resource}.`
  return (
    `The run was begun ${mostEntries} times and never got on: each time its process ended or hung.${where} ` +
    "A mapping that never ends on some record, or that takes all memory, does that; so does a machine that is too small."
  )
}

/** Takes a run up and brings it to its end. */
const bring = Effect.fnUntraced(function* (writing: Writing) {
  const { commit, run, survive } = writing
  const runs = yield* Runs.Runs
  const entries = yield* survive(commit(runs.takeUp(run.id)))
  if (run.cancelRequestedAt !== null) return yield* end(writing, { status: "cancelled", detail: null })
  if (entries > mostEntries) {
    const checkpoints = yield* Checkpoints.Checkpoints.use((service) => service.list(run.connectorId))
    return yield* end(writing, { status: "failed", detail: stalled(writing, checkpoints) })
  }
  yield* passes(writing)
  return yield* end(writing, { status: null, detail: null })
})

const fullEvery = Duration.days(1)

/** The run that was cut off, unless everything is to be read again; else a new one. */
const chosen = Effect.fnUntraced(function* (options: Options) {
  const { connector } = options
  const full = options.full === true
  const runs = yield* Runs.Runs
  const interrupted = Option.getOrNull(yield* runs.running(connector))
  if (interrupted !== null && !full) return interrupted
  if (interrupted !== null) {
    yield* runs.finish(interrupted.id, "cancelled", JSON.stringify({ detail: "given up for a full sync" }))
  }
  const isDue = full || (yield* FullRun.isDue(connector, options.fullEvery ?? fullEvery))
  return yield* runs.start({
    id: yield* Effect.sync(randomUUID),
    connectorId: connector,
    mode: isDue ? "full" : "incremental"
  })
})

const isBegun = (run: Runs.Run): run is Runs.Begun => run.startedAt !== null

/** The run that was asked for; its summary, when it has ended. */
const asked = Effect.fnUntraced(function* (id: string, claim: Fence.Claim) {
  const run = Option.getOrNull(yield* Runs.Runs.use((runs) => runs.get(id)))
  if (run?.status === "running" && isBegun(run)) return run
  const summary = Schema.decodeOption(Schema.fromJsonString(Summary))(run?.summary ?? "")
  // Somebody else has answered for it between its beginning and this claim.
  return Option.isSome(summary) ? summary.value : yield* new Fence.FenceLost(claim)
})

/**
 * Syncs a connector.
 *
 * Fails with `ProviderError` when the connection cannot even be tried; failures of single resources, and refused
 * credentials, stand in the summary. Fails with `FenceLost` when another process has taken the connector over: that one
 * answers for the run. An interrupted run can be taken up again, unless somebody asked it to stop: then it has ended.
 */
export const run = Effect.fn("Sync.run")(function* (options: Options) {
  const client = options.vendor ?? (yield* VendorClient.make(options.connection, options.client))
  const landing = yield* Landing.of(options.connection)
  const fence = yield* Fence.Fence
  const runs = yield* Runs.Runs
  const { gotOn, survive } = Survive.make()
  const claim = yield* survive(fence.claim(options.connector))
  const fenced = yield* Commit.make(claim)
  const begun = yield* survive(fenced(options.run === undefined ? chosen(options) : asked(options.run, claim)))
  if (!("connectorId" in begun)) return begun
  let hasGotOn = false
  const noting = yield* RunProgress.noting(begun.id, client)
  const commit: Commit.Commit = (effect) => fenced(Effect.tap(effect, noting.note))
  const writing: Writing = {
    options,
    client,
    landing,
    noting,
    run: begun,
    commit,
    survive,
    // In the run's row it is noted once: a process that got on may be cut off as often as it likes.
    advance: (effect) =>
      commit(hasGotOn ? effect : Effect.tap(effect, () => runs.gotOn(begun.id))).pipe(
        Effect.tap(() => {
          hasGotOn = true
          return gotOn
        })
      ),
    sofar: Outcome.nothing()
  }
  return yield* Effect.onInterrupt(bring(writing), () =>
    // Where even this cannot be written, the run stays as it is: cut off, and to be taken up again.
    Effect.ignore(putDown(writing))
  )
}, Effect.scoped)
