/** No false deletion: what is taken for deleted, what is held for somebody to decide on, and what deciding does. */
import { layer as registryOf } from "@crosswalk/core/Registry"
import { Feed } from "@crosswalk/store/Feed"
import { Holds } from "@crosswalk/store/Holds"
import { assert, it } from "@effect/vitest"
import { Effect, Exit } from "effect"
import * as Hold from "../src/Hold.ts"
import { connector, environment, never, open, stored } from "./Account.ts"
import type { Cut } from "./Cut.ts"
import * as List from "./ListVendor.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const live = Effect.map(stored("note"), Object.keys)

const tombstones = Effect.map(
  Feed.use((feed) => feed.after(connector, 0, 10_000)),
  (entries) => entries.flatMap(({ operation, remoteId }) => (operation === "delete" ? [remoteId] : []))
)

const held = Holds.use((holds) => holds.list(connector))

const drop = (vendor: List.Vendor, ids: Iterable<string>) => {
  for (const id of ids) vendor.items.delete(id)
}

const first = (vendor: List.Vendor, count: number) => [...vendor.items.keys()].slice(0, count)

const accept = (hold: string) => Hold.accept(hold).pipe(Effect.provide(registryOf([List.provider()])))

it.live.each([
  { of: 9, gone: 9, holds: false },
  { of: 10, gone: 9, holds: false },
  { of: 10, gone: 10, holds: true },
  { of: 50, gone: 10, holds: false },
  { of: 49, gone: 10, holds: true },
  { of: 100, gone: 5, holds: false },
  { of: 100, gone: 50, holds: true },
  { of: 100, gone: 100, holds: true }
])("when $gone of $of records are gone, they are held: $holds", ({ gone, holds, of }) =>
  Effect.gen(function* () {
    const vendor = List.make(of)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    drop(vendor, first(vendor, gone))
    const summary = yield* sync(true)
    assert.strictEqual(summary.status, holds ? "partial" : "succeeded")
    assert.strictEqual(summary.models["note"]?.deleted, holds ? 0 : gone)
    assert.lengthOf(yield* live, holds ? of : of - gone)
    assert.lengthOf(yield* tombstones, holds ? 0 : gone)
    const [hold] = yield* held
    assert.strictEqual(summary.holds, holds ? 1 : 0)
    if (!holds) return assert.isUndefined(hold)
    assert.deepInclude(hold, { resource: "items", kind: "deletions", records: gone, stored: of, decision: null })
    assert.include(summary.resources["items"]?.detail ?? "", hold?.id ?? "no hold")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("accepting a hold deletes what is in it and still missing, and nothing else", () =>
  Effect.gen(function* () {
    const vendor = List.make(100)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    const gone = first(vendor, 40)
    const before = new Map(vendor.items)
    drop(vendor, gone)
    yield* sync(true)
    // Seen by an incremental run: they leave the hold.
    for (const id of gone.slice(0, 10)) List.edit(vendor, id, { ...before.get(id), updated: vendor.now })
    assert.strictEqual((yield* sync(false)).status, "partial")
    const [hold] = yield* held
    assert.strictEqual(hold?.records, 30)
    const { tally } = yield* accept(hold?.id ?? "")
    assert.strictEqual(tally["note"]?.deleted, 30)
    assert.sameMembers(yield* tombstones, gone.slice(10))
    assert.lengthOf(yield* live, 70)
    assert.deepStrictEqual(yield* held, [])
    assert.strictEqual((yield* Effect.flip(accept(hold?.id ?? "")))._tag, "HoldNotFound")
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.lengthOf(yield* tombstones, 30)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live.each(["again", "by the next full run"])("accepting that was cut off is carried out when called %s", (how) => {
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const vendor = List.make(300)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    drop(vendor, first(vendor, 250))
    yield* sync(true)
    const [hold] = yield* held
    cut.count = 0
    cut.at = 3
    assert.isTrue(Exit.isFailure(yield* Effect.exit(accept(hold?.id ?? ""))))
    cut.at = Number.POSITIVE_INFINITY
    assert.lengthOf(yield* live, 200)
    if (how === "again") yield* accept(hold?.id ?? "")
    else assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.lengthOf(yield* live, 50)
    assert.lengthOf(yield* tombstones, 250)
    assert.deepStrictEqual(yield* held, [])
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live("rejecting a hold keeps its records, and nobody is asked again while they stay missing", () =>
  Effect.gen(function* () {
    const vendor = List.make(100)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    const before = new Map(vendor.items)
    const gone = first(vendor, 40)
    drop(vendor, gone)
    yield* sync(true)
    const [hold] = yield* held
    yield* Hold.reject(hold?.id ?? "")
    for (let round = 0; round < 2; round++) assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.lengthOf(yield* live, 100)
    // Others are deleted as ever, and asked about when they are many.
    drop(vendor, first(vendor, 3))
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.lengthOf(yield* tombstones, 3)
    drop(vendor, first(vendor, 30))
    assert.strictEqual((yield* sync(true)).status, "partial")
    assert.deepStrictEqual(
      (yield* held).map(({ decision, records }) => [decision, records]),
      [
        ["rejected", 40],
        [null, 30]
      ]
    )
    // Who comes back and goes again is asked about again.
    for (const [id, item] of before) vendor.items.set(id, item)
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.deepStrictEqual(yield* held, [])
    drop(vendor, gone)
    assert.strictEqual((yield* sync(true)).holds, 1)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a hold grows and shrinks with what is missing, and ends when that is believable", () =>
  Effect.gen(function* () {
    const vendor = List.make(100)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    const before = new Map(vendor.items)
    const gone = first(vendor, 60)
    drop(vendor, gone.slice(0, 50))
    yield* sync(true)
    drop(vendor, gone)
    yield* sync(true)
    assert.deepStrictEqual(
      (yield* held).map(({ records }) => records),
      [60]
    )
    for (const id of gone.slice(5)) vendor.items.set(id, before.get(id) ?? { id, name: "", updated: 0 })
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.sameMembers(yield* tombstones, gone.slice(0, 5))
    assert.deepStrictEqual(yield* held, [])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live.each<{ fault: string; declared: List.Declared; answer: List.Vendor["answer"] }>([
  {
    fault: "an empty page with a next one",
    declared: {},
    answer: (answer, asked) => (asked === 3 ? { ...answer, data: [] } : answer)
  },
  {
    fault: "a page that comes twice",
    declared: {},
    answer: (() => {
      let last: List.Answer | undefined
      return (answer: List.Answer, asked: number) => {
        const shown = asked === 3 && last !== undefined ? { ...answer, data: last.data } : answer
        last = answer
        return shown
      }
    })()
  },
  {
    fault: "a page on which every record has the same id",
    declared: {},
    answer: (answer, asked) =>
      asked === 3 ? { ...answer, data: answer.data.map((item) => ({ ...Object(item), id: "i0000" })) } : answer
  },
  {
    fault: "a page of a list that promises its length, with a record of another page in place of its own",
    declared: { promises: true },
    answer: (() => {
      let last: List.Answer | undefined
      return (answer: List.Answer, asked: number) => {
        const shown = asked === 3 ? { ...answer, data: [...answer.data.slice(1), last?.data[0]] } : answer
        last = answer
        return shown
      }
    })()
  },
  {
    fault: "a list that ends before its time",
    declared: { promises: true },
    answer: (answer, asked) => (asked === 3 ? { ...answer, data: [] } : answer)
  }
])("$fault deletes nothing, and is gone with the fault", ({ answer, declared }) =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const sync = yield* List.open(vendor, declared)
    yield* sync(false)
    const before = yield* live
    const { name } = vendor.items.get("i0000") ?? { name: "" }
    vendor.asked = 0
    vendor.answer = answer
    const summary = yield* sync(true)
    assert.strictEqual(summary.status, "partial")
    assert.strictEqual(summary.resources["items"]?.status, "held")
    assert.sameMembers(yield* live, before)
    assert.deepStrictEqual(yield* tombstones, [])
    assert.deepStrictEqual(yield* held, [])
    vendor.answer = (answer) => answer
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.strictEqual((yield* stored("note"))["i0000"], `${vendor.items.get("i0000")?.mail}: ${name}`)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a list that gets shorter while it is read proves what it no longer shows", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const sync = yield* List.open(vendor, { promises: true })
    yield* sync(false)
    const last = [...vendor.items.keys()].slice(-3)
    vendor.asked = 0
    vendor.answer = (answer, asked) => {
      if (asked === 2) drop(vendor, last)
      return answer
    }
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.sameMembers(yield* tombstones, last)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a cursor that expires in the midst begins the walk anew, and what was seen before does not count", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const sync = yield* List.open(vendor, { absence: "deleted" })
    yield* sync(false)
    const [early = ""] = vendor.items.keys()
    drop(vendor, [[...vendor.items.keys()].at(-1) ?? ""])
    vendor.asked = 0
    vendor.answer = (answer, asked) => {
      if (asked !== 6) return answer
      List.edit(vendor, early, { name: "changed meanwhile" })
      return null
    }
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.isAbove(vendor.asked, 14)
    assert.lengthOf(yield* tombstones, 1)
    assert.include(String((yield* stored("note"))[early]), "changed meanwhile")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a record that slips to a page that was read already is not deleted, whatever the total says", () =>
  Effect.gen(function* () {
    const vendor = List.make(40)
    const sync = yield* List.open(vendor, { absence: "deleted", promises: true, incremental: false })
    yield* sync(false)
    const [gone = ""] = vendor.items.keys()
    vendor.asked = 0
    vendor.answer = (answer, asked) => {
      if (asked === 1) {
        drop(vendor, [gone])
        vendor.items.set("i9999", { id: "i9999", name: "new", updated: vendor.now })
      }
      return answer
    }
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.sameMembers(yield* live, [...vendor.items.keys(), gone])
    assert.deepStrictEqual(yield* tombstones, [])
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.sameMembers(yield* live, [...vendor.items.keys()])
    assert.deepStrictEqual(yield* tombstones, [gone])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a record that is missing from the list and there by itself is not deleted, whatever its number", () =>
  Effect.gen(function* () {
    const vendor = List.make(100)
    const sync = yield* List.open(vendor, { absence: { confirm: "/items/{id}" } })
    yield* sync(false)
    const hidden = new Set(first(vendor, 15))
    const [gone = ""] = [...vendor.items.keys()].slice(-1)
    drop(vendor, [gone])
    vendor.answer = (answer) => ({
      ...answer,
      data: answer.data.filter((item) => !hidden.has(String(Object(item).id)))
    })
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.deepStrictEqual(yield* tombstones, [gone])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("what is listed for each record is held as well when it is gone everywhere at once", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(5), 20)
    const sync = yield* open(data)
    yield* sync(false)
    const before = yield* stored("note")
    assert.isAbove(Object.keys(before).length, 20)
    const all = new Map(data.people)
    for (const [id, person] of data.people) data.people.set(id, { ...person, notes: [] })
    const summary = yield* sync(true)
    assert.strictEqual(summary.resources["notes"]?.status, "held")
    assert.deepStrictEqual(yield* stored("note"), before)
    const [hold] = yield* held
    assert.strictEqual(hold?.records, Object.keys(before).length)
    // A fault that ends leaves nothing behind.
    data.people = new Map(all)
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.deepStrictEqual(yield* held, [])
    const [id = "", person] = [...data.people].find(([, { notes }]) => notes.length > 1) ?? []
    if (person !== undefined) data.people.set(id, { ...person, notes: person.notes.slice(1) })
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.deepStrictEqual(yield* stored("note"), Tiny.expected(data)["note"])
    assert.lengthOf(yield* tombstones, 1)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a record that is deleted and made again keeps its id, and the feed shows both", () =>
  Effect.gen(function* () {
    const vendor = List.make(3)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    const [[id = "", item] = []] = vendor.items
    drop(vendor, [id])
    yield* sync(true)
    if (item !== undefined) vendor.items.set(id, { ...item, name: "again", updated: vendor.now })
    yield* sync(false)
    const entries = (yield* Feed.use((feed) => feed.after(connector, 0, 100))).filter(({ remoteId }) => remoteId === id)
    assert.deepStrictEqual(
      entries.map(({ operation }) => operation),
      ["insert", "delete", "insert"]
    )
    assert.lengthOf([...new Set(entries.map(({ recordId }) => recordId))], 1)
    assert.include(String((yield* stored("note"))[id]), "again")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
