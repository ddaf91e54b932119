import { Connectors } from "@crosswalk/store/Connectors"
import { Runs } from "@crosswalk/store/Runs"
import { Schedules } from "@crosswalk/store/Schedules"
import { assert, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Fiber, Option, Redacted, Stream } from "effect"
import * as EngineSettings from "../../src/EngineSettings.ts"
import { Random } from "../Random.ts"
import * as Tiny from "../TinyVendor.ts"
import * as Fleet from "./Fleet.ts"
import * as Gate from "./Gate.ts"

const data = Tiny.random(new Random(7), 12)

/** A vendor behind a gate that is shut. */
const vendor = Effect.flatMap(Tiny.serve(data), Gate.before)

const ended = (engine: Fleet.Started["engine"], run: string) =>
  Effect.map(Stream.runLast(engine.follow(run)), (last) => {
    const state = Option.getOrThrow(last)
    return state._tag === "Ended" ? state : assert.fail(`it is ${state._tag}`)
  })

const areWaiting = (gate: Gate.Gate, ...names: ReadonlyArray<string>) =>
  Fleet.until(Effect.sync(() => [...gate.waiting()].sort().join() === names.join()))

it.live(
  "a request is done once, however often it is made, and is followed to its summary",
  () =>
    Effect.gen(function* () {
      const gate = yield* vendor
      const { engine } = yield* Fleet.start
      const connector = yield* Fleet.add("a", gate.baseUrl)
      const first = yield* engine.request(connector)
      yield* areWaiting(gate, "a")
      const second = yield* engine.request(connector)
      assert.deepStrictEqual([second.run.id, second.joined], [first.run.id, true])

      const states = yield* Effect.forkChild(Stream.runCollect(engine.follow(first.run.id)))
      gate.isOpen = true
      const last = (yield* Fiber.join(states)).at(-1)
      assert.isTrue(last?._tag === "Ended" && last.summary?.status === "succeeded")
      assert.strictEqual(yield* Fleet.count(connector, "reject_reason"), data.people.size)
      assert.strictEqual((yield* engine.status(connector)).length, 1)
    }).pipe(Effect.scoped, Effect.provide(Fleet.environment())),
  30_000
)

it.live(
  "a sync is cancelled where it stands, or before it begins; the next one goes on",
  () =>
    Effect.gen(function* () {
      const gate = yield* vendor
      const { engine } = yield* Fleet.start
      const [a, b] = [yield* Fleet.add("a", gate.baseUrl), yield* Fleet.add("b", gate.baseUrl)]
      const running = yield* engine.request(a)
      yield* areWaiting(gate, "a")
      const queued = yield* engine.request(b)
      assert.strictEqual((yield* engine.cancel(queued.run.id))._tag, "Ended")
      assert.strictEqual((yield* engine.cancel(running.run.id))._tag, "Running")
      assert.strictEqual((yield* ended(engine, running.run.id)).outcome, "cancelled")
      yield* areWaiting(gate)
      assert.deepStrictEqual(gate.seen, ["a"])

      gate.isOpen = true
      const next = yield* engine.request(a)
      assert.isFalse(next.joined)
      assert.strictEqual((yield* ended(engine, next.run.id)).outcome, "succeeded")
      assert.strictEqual(yield* Fleet.count(a, "reject_reason"), data.people.size)
    }).pipe(Effect.scoped, Effect.provide(Fleet.environment({ maxSyncs: 1 }))),
  30_000
)

it.live(
  "no more syncs go on than may, by provider and in all; those with priority come first",
  () =>
    Effect.gen(function* () {
      const gate = yield* vendor
      const names = ["a", "b", "c"]
      const tiny = yield* Effect.forEach(names, (name) => Fleet.add(name, gate.baseUrl))
      const others = yield* Effect.forEach(["x", "y", "z"], (name) => Fleet.add(name, gate.baseUrl, "other"))
      const runs = yield* Runs
      for (const [rank, connectorId] of tiny.entries()) {
        yield* runs.request({ connectorId, mode: "full", priority: -rank })
      }
      const { engine } = yield* Fleet.start
      yield* areWaiting(gate, "a", "b")
      for (const connector of others) {
        yield* engine.request(connector, { priority: 0 })
        yield* areWaiting(gate, "a", "b", "x")
      }
      const urgent = yield* Fleet.add("u", gate.baseUrl, "other")
      yield* engine.request(urgent)
      gate.isOpen = true
      for (const connector of [...tiny, ...others, urgent]) {
        const [run] = yield* engine.status(connector)
        assert.strictEqual((yield* ended(engine, run?.run.id ?? "")).outcome, "succeeded")
      }
      assert.strictEqual(gate.mostAtOnce(), 3)
      assert.isBelow(gate.seen.indexOf("u"), gate.seen.indexOf("y"))
    }).pipe(Effect.scoped, Effect.provide(Fleet.environment({ maxSyncs: 3, maxSyncsPerProvider: 2 }))),
  30_000
)

it.live(
  "what was cut off goes on when the engine is started again, as the same run",
  () =>
    Effect.gen(function* () {
      const gate = yield* vendor
      const connector = yield* Fleet.add("a", gate.baseUrl)
      const first = yield* Fleet.start
      const { run } = yield* first.engine.request(connector)
      yield* areWaiting(gate, "a")
      yield* first.stop
      assert.deepStrictEqual(
        first.events.map((event) => event._tag),
        ["Started", "Left"]
      )
      assert.strictEqual((yield* Fleet.look(run.id)).status, "running")
      yield* areWaiting(gate)

      gate.isOpen = true
      const second = yield* Fleet.start
      assert.strictEqual((yield* ended(second.engine, run.id)).outcome, "succeeded")
      assert.deepStrictEqual(
        second.events.map((event) => event._tag),
        ["Started", "Ended"]
      )
      assert.strictEqual(yield* Fleet.count(connector, "reject_reason"), data.people.size)
    }).pipe(Effect.scoped, Effect.provide(Fleet.environment())),
  30_000
)

it.live(
  "connectors are synced by themselves, but not while they are paused or keep quiet",
  () =>
    Effect.gen(function* () {
      const gate = yield* vendor
      gate.isOpen = true
      const schedules = yield* Schedules
      const now = yield* DateTime.now
      const [paused, quiet] = [yield* Fleet.add("a", gate.baseUrl), yield* Fleet.add("b", gate.baseUrl)]
      const clock = (hours: number) => DateTime.formatIso(DateTime.add(now, { hours })).slice(11, 16)
      yield* schedules.resume(quiet)
      yield* schedules.set(
        quiet,
        { everySeconds: 60, quiet: { from: clock(-1), to: clock(1), zone: "UTC" } },
        DateTime.add(now, { seconds: -1 })
      )
      const free = yield* Fleet.add("c", gate.baseUrl)
      yield* schedules.resume(free)
      const { engine } = yield* Fleet.start
      const isSynced = (connector: string) => Effect.map(engine.status(connector), ([run]) => run?._tag === "Ended")
      yield* Fleet.until(isSynced(free))
      const moved = Option.getOrThrow(yield* schedules.get(quiet))
      assert.strictEqual(moved.nextAt.slice(11, 16), clock(1))
      assert.deepStrictEqual(gate.seen, ["c"])

      yield* schedules.resume(paused)
      yield* Fleet.until(isSynced(paused))
      assert.deepStrictEqual(yield* engine.status(quiet), [])
    }).pipe(Effect.scoped, Effect.provide(Fleet.environment())),
  30_000
)

it.live(
  "a run that cannot begin ends, and says why",
  () =>
    Effect.gen(function* () {
      const { engine } = yield* Fleet.start
      const stranger = yield* Fleet.add("a", "http://127.0.0.1:1", "unheard-of")
      const incomplete = "00000000-0000-4000-8000-0000000000ff"
      yield* Connectors.use((connectors) =>
        connectors.create({
          id: incomplete,
          provider: "tiny",
          category: "ats",
          credentials: { key: Redacted.make("k") }
        })
      )
      const details = yield* Effect.forEach([stranger, incomplete], (connector) =>
        Effect.gen(function* () {
          const { run } = yield* engine.request(connector)
          const { detail, outcome } = yield* ended(engine, run.id)
          assert.strictEqual(outcome, "failed")
          return detail
        })
      )
      assert.match(details[0] ?? "", /there is no provider "unheard-of"/)
      assert.match(details[1] ?? "", /api_key/)
    }).pipe(Effect.scoped, Effect.provide(Fleet.environment())),
  30_000
)

it.live(
  "the engine forgets what is older than it is to be kept",
  () =>
    Effect.gen(function* () {
      const connector = yield* Fleet.add("a", "http://127.0.0.1:1")
      const runs = yield* Runs
      for (const id of ["run-1", "run-2"]) {
        yield* runs.start({ id, connectorId: connector, mode: "incremental" })
        yield* runs.finish(id, "failed", "{}")
      }
      yield* Fleet.start
      const kept = Effect.map(runs.list(connector), (list) => list.map(({ id }) => id).join())
      yield* Fleet.until(Effect.map(kept, (ids) => ids === "run-2"))
    }).pipe(
      Effect.scoped,
      Effect.provide(Fleet.environment({ keep: { ...EngineSettings.defaults.keep, runs: Duration.zero } }))
    ),
  30_000
)
