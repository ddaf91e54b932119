/**
 * Decides which syncs begin: turns what is due into requests, and requests into work, within the limits.
 *
 * There is one at a time on a database. Everything it knows stands in the database, so another one goes on at once where
 * it was; what was sent and lost is sent again.
 */
import * as QuietHours from "@crosswalk/store/QuietHours"
import * as Runs from "@crosswalk/store/Runs"
import * as Schedules from "@crosswalk/store/Schedules"
import { Clock, DateTime, Duration, Effect, type Latch, Option } from "effect"
import { EngineSettings } from "./EngineSettings.ts"
import { isFullDue } from "./SyncEngine.ts"

/** Sends a run that was begun to its connector. The same turn of a run may be sent more than once. */
export type Send = (connector: string, run: string, turn: number) => Effect.Effect<void, unknown>

const scanned = 500
const idlePause = Duration.seconds(1)
const busyPause = Duration.millis(200)
const enrolledEvery = Duration.seconds(5)

/** Starts of different connectors are spread over the whole interval. */
const jitter = 1

/** A run that has not ended is sent anew after this, should its message have been lost. */
const turnMillis = 10 * 60_000

const turnOf = (run: Runs.Run, now: number): number =>
  run.startedAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(run.startedAt)) / turnMillis))

/** Asks for what is due, and says when it is due again. Answers whether there is more. */
const requestDue = Effect.gen(function* () {
  const schedules = yield* Schedules.Schedules
  const runs = yield* Runs.Runs
  const { syncEvery } = yield* EngineSettings
  const now = yield* DateTime.now
  const due = yield* schedules.due(now, scanned)
  for (const { connectorId, everySeconds, quiet } of due) {
    const allowed = quiet === null ? now : QuietHours.nextAllowed(now, quiet)
    if (DateTime.isGreaterThan(allowed, now)) {
      yield* schedules.next(connectorId, allowed)
      continue
    }
    const mode = (yield* isFullDue(connectorId)) ? "full" : "incremental"
    yield* runs.request({ connectorId, mode })
    const every = everySeconds ?? Duration.toSeconds(syncEvery)
    yield* schedules.next(connectorId, Schedules.nextStart(now, { connectorId, everySeconds: every, jitter, quiet }))
  }
  return due.length === scanned
})

/** Begins queued runs as far as the limits allow. Answers them, and whether some still wait for others to end. */
const beginQueued = Effect.fnUntraced(function* (running: ReadonlyArray<Runs.Placed>) {
  const runs = yield* Runs.Runs
  const { maxSyncs, maxSyncsPerProvider } = yield* EngineSettings
  const counts = new Map<string, number>()
  for (const { provider } of running) counts.set(provider, (counts.get(provider) ?? 0) + 1)
  const begun: Array<Runs.Run> = []
  for (;;) {
    const full = [...counts].filter(([, count]) => count >= maxSyncsPerProvider).map(([provider]) => provider)
    const free = maxSyncs - running.length - begun.length
    if (free <= 0) return { begun, waiting: true }
    const queued = yield* runs.queued({ limit: Math.min(free, scanned), except: full })
    if (queued.length === 0) return { begun, waiting: full.length > 0 }
    for (const { id, provider } of queued) {
      const count = counts.get(provider) ?? 0
      if (count >= maxSyncsPerProvider) continue
      const run = Option.getOrNull(yield* runs.begin(id))
      if (run?.status !== "running") continue
      counts.set(provider, count + 1)
      begun.push(run)
    }
  }
})

/** Dispatches for ever. Opening `wake` makes it look at once; else it looks about once a second. */
export const run = Effect.fnUntraced(function* (send: Send, wake: Latch.Latch) {
  const runs = yield* Runs.Runs
  const schedules = yield* Schedules.Schedules
  const { syncEvery } = yield* EngineSettings
  const sent = new Map<string, number>()
  let enrolledAt = Number.NEGATIVE_INFINITY

  const enrol = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    if (now - enrolledAt < Duration.toMillis(enrolledEvery)) return
    yield* schedules.enrol(Duration.toSeconds(syncEvery), jitter)
    enrolledAt = now
  })

  const sendAll = Effect.fnUntraced(function* (all: ReadonlyArray<Runs.Run>) {
    const now = yield* Clock.currentTimeMillis
    const ids = new Set(all.map(({ id }) => id))
    for (const id of sent.keys()) if (!ids.has(id)) sent.delete(id)
    for (const one of all) {
      const turn = turnOf(one, now)
      if (sent.get(one.id) === turn) continue
      yield* send(one.connectorId, one.id, turn)
      sent.set(one.id, turn)
    }
  })

  const scan = Effect.gen(function* () {
    yield* enrol
    const isMoreDue = yield* requestDue
    const running = yield* runs.allRunning
    const { begun, waiting } = yield* beginQueued(running)
    yield* sendAll([...running, ...begun])
    return isMoreDue || waiting
  }).pipe(
    // A database that cannot be reached now can be later, and nothing else begins syncs.
    Effect.catchCause((cause) => Effect.as(Effect.logWarning("The dispatcher of syncs tries again", cause), false))
  )

  for (;;) {
    yield* wake.close
    const isBusy = yield* scan
    yield* Effect.raceFirst(wake.await, Effect.sleep(isBusy ? busyPause : idlePause))
  }
})
