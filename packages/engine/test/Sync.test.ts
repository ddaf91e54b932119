import { Feed } from "@crosswalk/store/Feed"
import { assert, it } from "@effect/vitest"
import { Duration, Effect, Exit } from "effect"
import { assertConverged, connector, environment, never, open } from "./Account.ts"
import type { Cut } from "./Cut.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

it.live("a second sync of an unchanged account adds nothing", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(1), 30)
    const sync = yield* open(data)
    assert.strictEqual((yield* sync(false)).status, "succeeded")
    yield* assertConverged(data)
    const before = yield* (yield* Feed).last(connector)
    for (const full of [false, true]) {
      const summary = yield* sync(full)
      assert.strictEqual(summary.status, "succeeded")
      assert.isTrue(
        Object.values(summary.models).every(({ deleted, inserted, updated }) => inserted + updated + deleted === 0)
      )
    }
    assert.strictEqual(yield* (yield* Feed).last(connector), before)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)

it.live("a full run comes by itself once the last one is long ago, and finds what is gone", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(6), 12)
    const sync = yield* open(data)
    assert.strictEqual((yield* sync(false)).mode, "full")
    const [gone] = data.people.keys()
    data.people.delete(gone ?? "")
    assert.strictEqual((yield* sync(false)).mode, "incremental")
    assert.strictEqual((yield* sync(false, Duration.zero)).mode, "full")
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

it.live.each(seeds)("cut off anywhere and changed meanwhile, it converges (seed %i)", (seed) => {
  const random = new Random(seed)
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const data = Tiny.random(random, random.integer(1, 14))
    const sync = yield* open(data)
    for (let round = 0; round < 3; round++) {
      cut.count = 0
      cut.at = random.integer(1, 20)
      cut.when = random.pick(["before", "after"])
      data.beforeAnswer = () => {
        if (random.chance(0.15)) Tiny.edit(data, random)
      }
      const exit = yield* Effect.exit(sync(false))
      if (Exit.isFailure(exit)) assert.include(String(exit.cause), "cut off")
      data.beforeAnswer = () => {}
      cut.at = Number.POSITIVE_INFINITY
      assert.strictEqual((yield* sync(false)).status, "succeeded")
      // Only a full walk finds what was deleted: the tiny vendor has no list of deletions.
      assert.strictEqual((yield* sync(true)).status, "succeeded")
      yield* assertConverged(data)
      const before = yield* (yield* Feed).last(connector)
      yield* sync(true)
      assert.strictEqual(yield* (yield* Feed).last(connector), before)
    }
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live.each(["before", "after"] as const)(
  "cut off %s the commit of each transaction in turn, it converges",
  (when) =>
    Effect.gen(function* () {
      for (let at = 1; ; at++) {
        const cut: Cut = { at, when, count: 0 }
        const reached = yield* Effect.gen(function* () {
          const data = Tiny.random(new Random(7), 7)
          const sync = yield* open(data)
          const cutOff = Exit.isFailure(yield* Effect.exit(sync(false)))
          cut.at = Number.POSITIVE_INFINITY
          assert.strictEqual((yield* sync(false)).status, "succeeded")
          yield* assertConverged(data)
          return cutOff
        }).pipe(Effect.scoped, Effect.provide(environment(cut)))
        if (reached) continue
        assert.isAbove(at, 10)
        return
      }
    }),
  30_000
)

it.live("a first sync of many more records than a page stores each once", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(3), 120)
    const sync = yield* open(data)
    yield* sync(false)
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)
