/**
 * The engine for everything around it: asks for syncs, follows them, cancels them.
 *
 * A request is a row of the database before it is answered, so it is never lost; whichever process runs the engine on
 * that database does it. None of this needs that process to be this one.
 */
import * as Connectors from "@crosswalk/store/Connectors"
import * as Runs from "@crosswalk/store/Runs"
import type { StoreError } from "@crosswalk/store/StoreError"
import { Context, Effect, Layer, Option, Schema, Stream } from "effect"
import { EngineSettings } from "./EngineSettings.ts"
import * as FullRun from "./FullRun.ts"
import { Summary } from "./Summary.ts"

/** What is wanted of a connector. */
export interface Request {
  /** Reads everything again. Default: when the last full run is long ago. */
  readonly full?: boolean | undefined
  /** The greater one begins first. Default {@link asked}. */
  readonly priority?: number | undefined
}

/** Priority of a sync that somebody waits for: before those of the schedule, which have 0. */
export const asked = 10

/** How a run goes. */
export type Following =
  | { readonly _tag: "Queued"; readonly run: Runs.Run }
  | { readonly _tag: "Running"; readonly run: Runs.Run }
  /** The last one. `summary` is null where the run ended before it could read anything; `detail` then tells why. */
  | {
      readonly _tag: "Ended"
      readonly run: Runs.Run
      readonly outcome: Runs.Outcome
      readonly summary: Summary | null
      readonly detail: string | null
    }

/** There is no run with this id: it was removed with its connector, or by the retention of runs. */
export class RunNotFound extends Schema.TaggedError<RunNotFound>("@crosswalk/engine/RunNotFound")("RunNotFound", {
  run: Schema.String
}) {
  override get message(): string {
    return `There is no run ${this.run}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Look the id up with: crosswalk runs list --connector ID."
  }
}

const Ending = Schema.fromJsonString(Schema.Struct({ detail: Schema.NullOr(Schema.String) }))
const decodeSummary = Schema.decodeOption(Schema.fromJsonString(Summary))
const decodeEnding = Schema.decodeOption(Ending)

/** The text that is stored in a summary's place for a run that could not begin. */
export const ending = (detail: string): string => JSON.stringify({ detail })

const isEnded = (status: Runs.Run["status"]): status is Runs.Outcome => status !== "queued" && status !== "running"

/** A run as those see it who follow it. */
export const following = (run: Runs.Run): Following => {
  const { status } = run
  if (!isEnded(status)) return status === "queued" ? { _tag: "Queued", run } : { _tag: "Running", run }
  const text = run.summary ?? ""
  return {
    _tag: "Ended",
    run,
    outcome: status,
    summary: Option.getOrNull(decodeSummary(text)),
    detail: Option.match(decodeEnding(text), { onNone: () => null, onSome: ({ detail }) => detail })
  }
}

/** Wakes the dispatcher of this process, where there is one: others see a request within a second. */
export const Wake = Context.Reference<Effect.Effect<void>>("@crosswalk/engine/SyncEngine/Wake", {
  defaultValue: () => Effect.void
})

/** Whether a run that nobody asked to be full has to be. */
export const isFullDue = Effect.fnUntraced(function* (connector: string) {
  const { fullSyncEvery } = yield* EngineSettings
  return yield* FullRun.isDue(connector, fullSyncEvery)
})

/** Asks for syncs. */
export class SyncEngine extends Context.Service<
  SyncEngine,
  {
    /** Sees to it that the connector is synced, and answers by which run: one that is at work may answer. */
    readonly request: (
      connector: string,
      request?: Request
    ) => Effect.Effect<Runs.Requested, Connectors.ConnectorNotFound | StoreError>
    /** How a run goes on, each time it is seen to have changed; ends with `Ended`. */
    readonly follow: (run: string) => Stream.Stream<Following, RunNotFound | StoreError>
    /** Ends a queued run; one at work is asked to stop and does so within seconds. Answers the run as it is then. */
    readonly cancel: (run: string) => Effect.Effect<Following, RunNotFound | StoreError>
    /** The connector's newest runs, the last first. */
    readonly status: (connector: string) => Effect.Effect<ReadonlyArray<Following>, StoreError>
  }
>()("@crosswalk/engine/SyncEngine") {
  /** The engine of the database in place, wherever it runs. */
  static readonly layer: Layer.Layer<SyncEngine, never, Connectors.Connectors | EngineSettings | Runs.Runs> =
    Layer.effect(
      SyncEngine,
      Effect.gen(function* () {
        const connectors = yield* Connectors.Connectors
        const runs = yield* Runs.Runs
        const wake = yield* Wake
        const settings = yield* EngineSettings
        const isFull = (connector: string) =>
          isFullDue(connector).pipe(
            Effect.provideService(Runs.Runs, runs),
            Effect.provideService(EngineSettings, settings)
          )
        const found = Effect.fnUntraced(function* (id: string, read: typeof runs.get) {
          const run = Option.getOrNull(yield* read(id))
          return run === null ? yield* new RunNotFound({ run: id }) : run
        })
        return SyncEngine.of({
          request: Effect.fn("SyncEngine.request")(function* (id, { full, priority } = {}) {
            const connector = yield* connectors.get(id)
            const mode = full === true || (yield* isFull(connector.id)) ? "full" : "incremental"
            const requested = yield* runs.request({ connectorId: connector.id, mode, priority: priority ?? asked })
            yield* wake
            return requested
          }),
          follow: (id) => Stream.unwrap(Effect.map(found(id, runs.get), (run) => changes(run, found(id, runs.get)))),
          cancel: Effect.fn("SyncEngine.cancel")(function* (id) {
            return following(yield* found(id, runs.cancel))
          }),
          status: Effect.fn("SyncEngine.status")(function* (connector) {
            return (yield* runs.list(connector)).map(following)
          })
        })
      })
    )
}

const soonest = 20
const latest = 500

/** The states of a run, looked at ever more rarely while nothing changes. */
const changes = <E>(run: Runs.Run, look: Effect.Effect<Runs.Run, E>): Stream.Stream<Following, E> => {
  const first = following(run)
  if (first._tag === "Ended") return Stream.make(first)
  const differs = (a: Runs.Run, b: Runs.Run) => a.status !== b.status || a.progress !== b.progress
  const rest = Stream.paginate({ before: run, pause: soonest }, ({ before, pause }) =>
    Effect.map(Effect.delay(look, pause), (now) => {
      const state = following(now)
      const isNew = differs(before, now)
      const next = { before: now, pause: isNew ? soonest : Math.min(latest, pause * 1.5) }
      return [isNew ? [state] : [], state._tag === "Ended" ? Option.none() : Option.some(next)] as const
    })
  )
  return Stream.concat(Stream.make(first), rest)
}
