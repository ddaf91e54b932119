/** One writer: a run that is lost, cancelled, put down, given up, or whose commits are not answered. */
import { Feed } from "@crosswalk/store/Feed"
import { Runs } from "@crosswalk/store/Runs"
import { assert, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber, Option, Schema } from "effect"
import { Summary } from "../src/Summary.ts"
import * as Sync from "../src/Sync.ts"
import { assertConverged, connector, environment, never, open, stored } from "./Account.ts"
import { type Cut, unreachable } from "./Cut.ts"
import * as List from "./ListVendor.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const decodeSummary = Schema.decodeSync(Schema.fromJsonString(Summary))

const lastRun = Effect.map(
  Runs.use((runs) => runs.list(connector, 1)),
  ([run]) => run
)

/** A sync that stops after some pages until it is let go. */
const stopping = Effect.fnUntraced(function* (options: Sync.Options, pages: number) {
  const reached = yield* Deferred.make<void>()
  const go = yield* Deferred.make<void>()
  let seen = 0
  const fiber = yield* Effect.forkChild(
    Sync.run({
      ...options,
      onProgress: () =>
        Effect.suspend(() =>
          ++seen === pages ? Effect.andThen(Deferred.succeed(reached, undefined), Deferred.await(go)) : Effect.void
        )
    })
  )
  yield* Deferred.await(reached)
  return { fiber, go: Deferred.succeed(go, undefined) }
})

it.live.each(["before", "after"] as const)(
  "a connection that is cut %s the commit of each transaction in turn is survived, and no effect comes twice",
  (when) =>
    Effect.gen(function* () {
      for (let at = 1; ; at += when === "before" ? 4 : 1) {
        const cut: Cut = { at, when, count: 0, fault: unreachable }
        const isCut = yield* Effect.gen(function* () {
          const data = Tiny.random(new Random(7), 3)
          const sync = yield* open(data)
          assert.strictEqual((yield* sync(false)).status, "succeeded")
          const isCut = cut.count >= at
          yield* assertConverged(data)
          return isCut
        }).pipe(Effect.scoped, Effect.provide(environment(cut)))
        if (!isCut) return assert.isAbove(at, 15)
      }
    }),
  60_000
)

it.live("a writer whose connector was taken over commits nothing more, and leaves the run to the other", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const options = yield* List.connect(vendor)
    const { fiber, go } = yield* stopping(options, 3)
    const other = yield* Sync.run(options)
    assert.strictEqual(other.status, "succeeded")
    const last = yield* Feed.use((feed) => feed.last(connector))
    List.edit(vendor, "i0030", { name: "too late" })
    yield* go
    const error = yield* Effect.flip(Fiber.join(fiber))
    assert.strictEqual(error._tag, "FenceLost")
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
    assert.strictEqual((yield* lastRun)?.status, "succeeded")
    assert.strictEqual((yield* lastRun)?.id, other.run)
    // The records that the first one had committed were not told twice.
    assert.strictEqual(last, 40)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a run that was asked to stop ends as cancelled with what it did, and the next one loses nothing", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const options = yield* List.connect(vendor)
    const { fiber } = yield* stopping(options, 3)
    const run = yield* lastRun
    yield* Runs.use((runs) => runs.cancel(run?.id ?? ""))
    yield* Fiber.interrupt(fiber)
    const ended = yield* lastRun
    assert.strictEqual(ended?.status, "cancelled")
    const summary = decodeSummary(ended?.summary ?? "")
    assert.deepStrictEqual([summary.run, summary.status], [run?.id, "cancelled"])
    assert.strictEqual(summary.models["note"]?.inserted, 12)
    List.edit(vendor, "i0000", { name: "changed meanwhile" })
    const next = yield* Sync.run(options)
    assert.deepStrictEqual([next.status, next.mode, next.models["note"]?.total], ["succeeded", "full", 40])
    assert.include(String((yield* stored("note"))["i0000"]), "changed meanwhile")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a run that was asked to stop while nobody had it ends when it is taken up", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const options = yield* List.connect(vendor)
    const { fiber } = yield* stopping(options, 3)
    yield* Fiber.interrupt(fiber)
    const run = yield* lastRun
    assert.strictEqual(run?.status, "running")
    yield* Runs.use((runs) => runs.cancel(run?.id ?? ""))
    const asked = vendor.asked
    assert.strictEqual((yield* Sync.run({ ...options, run: run?.id ?? "" })).status, "cancelled")
    assert.strictEqual(vendor.asked, asked)
    // Asked for once more, it answers how it ended.
    assert.strictEqual((yield* Sync.run({ ...options, run: run?.id ?? "" })).status, "cancelled")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a run that is put down is taken up where it stood, and then looks for what changed meanwhile", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const options = yield* List.connect(vendor)
    const { fiber } = yield* stopping(options, 3)
    yield* Fiber.interrupt(fiber)
    const run = yield* lastRun
    vendor.now += 60_000
    List.edit(vendor, "i0001", { name: "changed meanwhile" })
    const before = vendor.queries.length
    const summary = yield* Sync.run({ ...options, run: run?.id ?? "" })
    assert.deepStrictEqual([summary.run, summary.status, summary.mode], [run?.id, "succeeded", "full"])
    assert.strictEqual(vendor.queries[before]?.get("offset"), "12")
    assert.isTrue(vendor.queries.slice(before).some((query) => query.has("since")))
    assert.include(String((yield* stored("note"))["i0001"]), "changed meanwhile")
    const finished = Option.getOrNull(yield* Runs.use((runs) => runs.get(run?.id ?? "")))
    assert.strictEqual(finished?.status, "succeeded")
    assert.lengthOf(yield* Runs.use((runs) => runs.list(connector)), 1)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a run that never gets on is given up after five times; one that gets on a little each time is not", () => {
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const vendor = List.make(40)
    const options = yield* List.connect(vendor)
    /** A process that ends while it stores the page that it asked for with this request of its. */
    const killedAt = (page: number) =>
      Effect.suspend(() => {
        vendor.asked = 0
        vendor.answer = (answer, asked) => {
          if (asked === page) cut.at = cut.count + 1
          return answer
        }
        return Effect.map(Effect.exit(Sync.run(options)), Exit.isFailure)
      })
    for (let times = 0; times < Sync.mostEntries; times++) assert.isTrue(yield* killedAt(1))
    vendor.answer = (answer) => answer
    const asked = vendor.asked
    const { detail, status } = yield* Sync.run(options)
    assert.strictEqual(status, "failed")
    assert.match(detail ?? "", /begun 5 times and never got on.* items/)
    assert.strictEqual(vendor.asked, asked)

    for (let times = 0; times < 8; times++) assert.isTrue(yield* killedAt(2))
    vendor.answer = (answer) => answer
    assert.strictEqual((yield* Sync.run(options)).status, "succeeded")
    assert.lengthOf(Object.keys(yield* stored("note")), 40)
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})
