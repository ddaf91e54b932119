/**
 * Syncs one connector from a process that runs no engine: a command that ends when the sync has ended.
 *
 * Where workers run on the database they do it, and this process looks on. Else it does the run itself, and leaves it to
 * whoever takes the connector over.
 */
import * as Runs from "@crosswalk/store/Runs"
import { Clock, Duration, Effect, Option, Stream } from "effect"
import * as Attempt from "./Attempt.ts"
import * as SyncEngine from "./SyncEngine.ts"
import * as Workers from "./Workers.ts"

/** How this process takes part. */
export interface Host extends Attempt.Host {
  /** Told how the run goes while another process does it. */
  readonly onState?: (state: SyncEngine.Following) => Effect.Effect<void>
}

/** How a run ended. */
export type Ended = Extract<SyncEngine.Following, { readonly _tag: "Ended" }>

const lookedEvery = Duration.seconds(5)
const patience = Duration.seconds(30)

/** Looks on until a run has ended, or there is no sign for a while that anybody does it. */
const watch = Effect.fnUntraced(function* (run: string, host: Host) {
  const engine = yield* SyncEngine.SyncEngine
  let changedAt = yield* Clock.currentTimeMillis
  const seen = Stream.runForEach(engine.follow(run), (state) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      changedAt = now
      return host.onState?.(state) ?? Effect.void
    })
  )
  const abandoned = Effect.gen(function* () {
    for (;;) {
      yield* Effect.sleep(lookedEvery)
      const idle = (yield* Clock.currentTimeMillis) - changedAt
      if (idle >= Duration.toMillis(patience) && !(yield* Workers.isThereOne)) return
    }
  })
  yield* Effect.raceFirst(seen, abandoned)
})

/** Asks for a sync and sees it to its end. A run of the connector that was cut off comes before it. */
export const run = Effect.fn("Solo.run")(function* (connector: string, request: SyncEngine.Request, host: Host) {
  const engine = yield* SyncEngine.SyncEngine
  const runs = yield* Runs.Runs
  const { run: wanted } = yield* engine.request(connector, request)
  let isLost = false
  for (;;) {
    const state = Option.map(yield* runs.get(wanted.id), SyncEngine.following)
    if (Option.isNone(state)) return yield* new SyncEngine.RunNotFound({ run: wanted.id })
    if (state.value._tag === "Ended") return state.value satisfies Ended
    if (isLost || (yield* Workers.isThereOne)) {
      yield* watch(wanted.id, host)
      isLost = false
      continue
    }
    const first = Option.getOrElse(yield* runs.running(connector), () => wanted)
    if (first.id !== wanted.id && wanted.mode === "full") {
      yield* runs.finish(first.id, "cancelled", SyncEngine.ending("given up for a full sync"))
    }
    isLost = yield* Attempt.make(first.id, host).pipe(
      Effect.as(false),
      Effect.catchTag("FenceLost", () => Effect.succeed(true))
    )
  }
})
