/** No missed edit: clocks that disagree, rows that appear late, equal times, and cursors that expire. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Sync from "../src/Sync.ts"
import { environment, stored } from "./Account.ts"
import * as List from "./ListVendor.ts"

const minutes = 60_000

const expected = (vendor: List.Vendor) =>
  Object.fromEntries(Array.from(vendor.items.values(), ({ id, mail, name }) => [id, `${mail ?? null}: ${name}`]))

const assertSame = (vendor: List.Vendor) =>
  Effect.map(stored("note"), (notes) => assert.deepStrictEqual(notes, expected(vendor)))

it.live.each([-10, -9, 0, 9, 10])("a vendor whose answers are dated %i minutes off its records loses no edit", (skew) =>
  Effect.gen(function* () {
    const vendor = List.make(12)
    const sync = yield* List.open(vendor)
    const records = vendor.now
    vendor.now += skew * minutes
    yield* sync(false)
    for (let round = 1; round <= 3; round++) {
      // Changed at once after the walk, by the clock that the vendor stamps its records with.
      List.edit(vendor, `i000${round}`, { name: `changed ${round}`, updated: records + round * minutes })
      vendor.now = records + (round + skew) * minutes
      assert.strictEqual((yield* sync(false)).mode, "incremental")
      yield* assertSame(vendor)
    }
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a row that is committed late, with an old time, is found within the overlap", () =>
  Effect.gen(function* () {
    const vendor = List.make(12)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    for (const [round, late] of [9, 5, 1].entries()) {
      List.edit(vendor, `late${round}`, { name: "late", updated: vendor.now - late * minutes })
      List.edit(vendor, `i000${round}`, { name: "late", updated: vendor.now - late * minutes })
      yield* sync(false)
      yield* assertSame(vendor)
      vendor.now += 30 * minutes
      yield* sync(false)
    }
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a resource says for itself how far back its rows may appear", () =>
  Effect.gen(function* () {
    const vendor = List.make(12)
    const sync = yield* List.open(vendor, { overlapMinutes: 90 })
    yield* sync(false)
    List.edit(vendor, "late", { updated: vendor.now - 80 * minutes })
    yield* sync(false)
    yield* assertSame(vendor)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("records with one time on both sides of a page's border are all read", () =>
  Effect.gen(function* () {
    const vendor = List.make(12)
    const sync = yield* List.open(vendor, { overlapMinutes: 0 })
    yield* sync(false)
    for (const id of [...vendor.items.keys()].slice(0, 11)) List.edit(vendor, id, { name: "together" })
    yield* sync(false)
    yield* assertSame(vendor)
    // Changed in the very moment at which the last walk began, after that walk.
    List.edit(vendor, "i0011", { name: "in the same moment" })
    yield* sync(false)
    yield* assertSame(vendor)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a record that is edited while the list is read is read in the same run", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const sync = yield* List.open(vendor)
    vendor.answer = (answer, asked) => {
      // It was on the first page, and moves behind the last one.
      if (asked === 4) List.edit(vendor, "i0001", { name: "moved", updated: vendor.now })
      return answer
    }
    assert.strictEqual((yield* sync(false)).status, "succeeded")
    assert.include(String((yield* stored("note"))["i0001"]), "moved")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a cursor that expires in an incremental run begins that run's window anew", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const options = yield* List.connect(vendor)
    yield* Sync.run(options)
    vendor.now += 60 * minutes
    for (const id of [...vendor.items.keys()].slice(0, 20)) List.edit(vendor, id, { name: "changed" })
    vendor.asked = 0
    vendor.answer = (answer, asked) => (asked === 4 ? null : answer)
    const summary = yield* Sync.run(options)
    assert.deepStrictEqual([summary.status, summary.models["note"]?.updated], ["succeeded", 20])
    yield* assertSame(vendor)
    vendor.answer = () => null
    const failed = yield* Sync.run(options)
    assert.strictEqual(failed.resources["items"]?.status, "failed")
    vendor.answer = (answer) => answer
    List.edit(vendor, "i0030", { name: "after the failure" })
    yield* Sync.run(options)
    yield* assertSame(vendor)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
