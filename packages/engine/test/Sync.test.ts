import * as Connectors from "@crosswalk/store/Connectors"
import * as Feed from "@crosswalk/store/Feed"
import * as Records from "@crosswalk/store/Records"
import * as Store from "@crosswalk/store/Store"
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Layer, Redacted } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Sync from "../src/Sync.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { cuttable, type Cut } from "./Cut.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const connector = "00000000-0000-4000-8000-000000000001"

/** Field that tells a record of each model from what the vendor has. */
const telling = (model: string, record: Record<string, unknown>): unknown =>
  model === "note" ? `${record["title"]}: ${record["body"]}` : record["name"]

const stored = Effect.fnUntraced(function* (model: string) {
  const rows = yield* (yield* Records.Records).page(connector, model, { after: 0, limit: 10_000 })
  return Object.fromEntries(rows.map(({ remoteId, text }) => [remoteId, telling(model, JSON.parse(text))]))
})

/** The live records as the feed tells them; fails when the feed tells of a change that cannot have been. */
const told = Effect.gen(function* () {
  const entries = yield* (yield* Feed.Feed).after(0, { connector, limit: 100_000 })
  const alive = new Set<string>()
  let last = 0
  for (const { model, operation, remoteId, seq } of entries) {
    const name = `${model} ${remoteId}`
    assert.isAbove(seq, last)
    last = seq
    assert.strictEqual(alive.has(name), operation !== "insert", `${operation} of ${name}`)
    if (operation === "delete") alive.delete(name)
    else alive.add(name)
  }
  return alive
})

const assertConverged = Effect.fnUntraced(function* (data: Tiny.Data) {
  const expected = Tiny.expected(data)
  for (const [model, records] of Object.entries(expected)) {
    assert.deepStrictEqual(yield* stored(model), records, model)
  }
  const names = Object.entries(expected).flatMap(([model, records]) =>
    Object.keys(records).map((id) => `${model} ${id}`)
  )
  assert.deepStrictEqual([...(yield* told)].sort(), names.sort())
})

/** Everything a test needs, on a database of its own. */
const environment = (cut: Cut) =>
  Layer.unwrap(
    Effect.map(
      Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-sync-"))),
        (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
      ),
      (folder) =>
        cuttable(cut).pipe(
          Layer.provideMerge(
            Store.layerSqlite({ filename: join(folder, "test.db"), keyFile: join(folder, "test.key") })
          ),
          Layer.merge(VendorClient.layerHttp)
        )
    )
  )

const open = Effect.fnUntraced(function* (data: Tiny.Data) {
  const baseUrl = yield* Tiny.serve(data)
  const connectors = yield* Connectors.Connectors
  yield* connectors.create({
    id: connector,
    provider: "tiny",
    category: "ats",
    credentials: { api_key: Redacted.make("tiny-key") }
  })
  return (full: boolean) => Sync.run({ connector, connection: Tiny.connection(baseUrl), scopes: null, full })
})

const never: Cut = { at: Number.POSITIVE_INFINITY, when: "before", count: 0 }

it.live("a second sync of an unchanged account adds nothing", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(1), 30)
    const sync = yield* open(data)
    assert.strictEqual((yield* sync(false)).status, "succeeded")
    yield* assertConverged(data)
    const before = yield* (yield* Feed.Feed).last()
    for (const full of [false, true]) {
      const summary = yield* sync(full)
      assert.strictEqual(summary.status, "succeeded")
      assert.isTrue(
        Object.values(summary.models).every(({ deleted, inserted, updated }) => inserted + updated + deleted === 0)
      )
    }
    assert.strictEqual(yield* (yield* Feed.Feed).last(), before)
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
      const before = yield* (yield* Feed.Feed).last()
      yield* sync(true)
      assert.strictEqual(yield* (yield* Feed.Feed).last(), before)
    }
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live.each(["before", "after"] as const)("cut off %s the commit of each transaction in turn, it converges", (when) =>
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
  })
)

it.live("a first sync of many more records than a page stores each once", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(3), 120)
    const sync = yield* open(data)
    yield* sync(false)
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)
