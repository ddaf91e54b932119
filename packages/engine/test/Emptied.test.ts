/** Values that go missing everywhere at once are kept until somebody agrees to lose them; single ones go at once. */
import { layer as registryOf } from "@crosswalk/core/Registry"
import { Feed } from "@crosswalk/store/Feed"
import { Holds } from "@crosswalk/store/Holds"
import { Records } from "@crosswalk/store/Records"
import { assert, it } from "@effect/vitest"
import { Effect, Exit } from "effect"
import * as Hold from "../src/Hold.ts"
import * as Sync from "../src/Sync.ts"
import { connector, environment, never } from "./Account.ts"
import type { Cut } from "./Cut.ts"
import * as List from "./ListVendor.ts"

/** A field of every live record, by remote id. */
const field = Effect.fnUntraced(function* (name: string) {
  const rows = yield* (yield* Records).page(connector, "note", { after: 0, limit: 10_000 })
  const found: Record<string, unknown> = {}
  for (const { remoteId, text } of rows) found[remoteId] = JSON.parse(text)[name]
  return found
})

const mails = field("title")

const held = Effect.map(
  Holds.use((holds) => holds.list(connector)),
  (all) => all.map(({ decision, field, id, kind, records }) => ({ decision, field, id, kind, records }))
)

const updates = (name: string) =>
  Effect.map(
    Feed.use((feed) => feed.after(connector, 0, 10_000)),
    (entries) => entries.filter(({ fields }) => fields?.includes(name)).length
  )

const accept = (hold: string) => Hold.accept(hold).pipe(Effect.provide(registryOf([List.provider()])))

const withoutMail = ({ mail: _, ...item }: List.Item) => item

const same = (item: List.Item) => item

it.live.each<{ loss: string; shown: List.Vendor["shown"]; size: number; lost: string }>([
  { loss: "left out", shown: withoutMail, size: 4, lost: "mail" },
  { loss: "null", shown: (item) => ({ ...item, mail: null }), size: 50, lost: "mail" },
  {
    loss: "null inside of an object",
    shown: (item) => ({ ...item, home: { ...item.home, street: null } }),
    size: 25,
    lost: "home.street"
  },
  { loss: "null, as the whole object", shown: (item) => ({ ...item, home: null }), size: 25, lost: "home" }
])(
  "a field that is $loss everywhere keeps its values, in pages of $size, and the run is partial",
  ({ lost, shown, size }) =>
    Effect.gen(function* () {
      const vendor = List.make(60)
      const sync = yield* List.open(vendor, { size })
      yield* sync(false)
      const before = [yield* mails, yield* field("custom_fields")]
      const last = yield* Feed.use((feed) => feed.last(connector))
      vendor.shown = shown
      const summary = yield* sync(true)
      assert.strictEqual(summary.status, "partial")
      assert.include(summary.resources["items"]?.detail ?? "", `"${lost}" came back empty`)
      assert.deepStrictEqual([yield* mails, yield* field("custom_fields")], before)
      assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
      const [hold] = yield* held
      assert.deepInclude(hold, { kind: "emptied", field: lost, records: 60, decision: null })
      // Other fields change as ever, and the run stays partial while nobody decides.
      List.edit(vendor, "i0003", { name: "renamed" })
      assert.strictEqual((yield* sync(false)).status, "partial")
      assert.strictEqual((yield* field("body"))["i0003"], "renamed")
      assert.deepStrictEqual([yield* mails, yield* field("custom_fields")], before)
      // The right is back: nothing was lost, and nothing is told.
      vendor.shown = same
      assert.strictEqual((yield* sync(true)).status, "succeeded")
      assert.deepStrictEqual(yield* held, [])
      assert.deepStrictEqual([yield* mails, yield* field("custom_fields")], before)
      assert.deepStrictEqual([yield* updates("title"), yield* updates("custom_fields")], [0, 0])
    }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a loss that comes with the right is told from those that were true", () =>
  Effect.gen(function* () {
    const vendor = List.make(60)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    vendor.shown = withoutMail
    yield* sync(true)
    // Emptied while nobody could see it.
    List.edit(vendor, "i0007", { mail: null })
    yield* sync(false)
    assert.isNotNull((yield* mails)["i0007"])
    vendor.shown = same
    yield* sync(true)
    const found = yield* mails
    assert.isNull(found["i0007"])
    assert.lengthOf(
      Object.values(found).filter((mail) => mail === null),
      1
    )
    assert.strictEqual(yield* updates("title"), 1)
    assert.deepStrictEqual(yield* held, [])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("values that are really gone go at once, in a full run and in an incremental one", () =>
  Effect.gen(function* () {
    const vendor = List.make(60)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    for (const [full, from, to] of [
      [true, 0, 30],
      [false, 30, 45],
      [false, 45, 46]
    ] as const) {
      vendor.now += 3_600_000
      for (const id of [...vendor.items.keys()].slice(from, to)) List.edit(vendor, id, { mail: null })
      const summary = yield* sync(full)
      assert.strictEqual(summary.status, "succeeded")
      const found = Object.values(yield* mails).filter((mail) => mail === null)
      assert.lengthOf(found, to)
    }
    assert.deepStrictEqual(yield* held, [])
    assert.strictEqual((yield* sync(true)).models["note"]?.updated, 0)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live.each([1, 15])(
  "an incremental run that sees %i changed records tells a lost right by the rest of the list",
  (count) =>
    Effect.gen(function* () {
      const vendor = List.make(60)
      const sync = yield* List.open(vendor, { size: 20 })
      yield* sync(false)
      const before = yield* mails
      vendor.now += 3_600_000
      vendor.shown = withoutMail
      for (const id of [...vendor.items.keys()].slice(0, count)) List.edit(vendor, id, { name: "changed" })
      assert.strictEqual((yield* sync(false)).status, "partial")
      assert.deepStrictEqual(yield* mails, before)
      assert.strictEqual((yield* field("body"))["i0000"], "changed")
    }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("fewer than ten records are believed", () =>
  Effect.gen(function* () {
    const vendor = List.make(9)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    vendor.shown = withoutMail
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.isTrue(Object.values(yield* mails).every((mail) => mail === null))
    assert.deepStrictEqual(yield* held, [])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("accepting empties the field, and rejecting keeps it without asking again", () =>
  Effect.gen(function* () {
    const vendor = List.make(60)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    const before = yield* mails
    vendor.shown = withoutMail
    yield* sync(true)
    const [first] = yield* held
    yield* Hold.reject(first?.id ?? "")
    List.edit(vendor, "i0003", { name: "renamed" })
    for (const full of [false, true]) assert.strictEqual((yield* sync(full)).status, "succeeded")
    assert.deepStrictEqual(yield* mails, before)
    // Who rejected may think better of it.
    const { tally } = yield* accept(first?.id ?? "")
    assert.strictEqual(tally["note"]?.updated, 60)
    assert.isTrue(Object.values(yield* mails).every((mail) => mail === null))
    assert.strictEqual(yield* updates("title"), 60)
    assert.deepStrictEqual(yield* held, [])
    const summary = yield* sync(true)
    assert.deepStrictEqual([summary.status, summary.models["note"]?.updated], ["succeeded", 0])
    vendor.shown = same
    yield* sync(true)
    assert.deepStrictEqual(yield* mails, before)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("what the connector does not collect any more is not kept", () =>
  Effect.gen(function* () {
    const vendor = List.make(60)
    const options = yield* List.connect(vendor, { sensitive: { contact: ["mail"] } })
    yield* Sync.run({ ...options, full: true })
    const settings = { pii: "-contact" }
    const summary = yield* Sync.run({ ...options, connection: { ...options.connection, settings }, full: true })
    assert.strictEqual(summary.status, "succeeded")
    assert.isTrue(Object.values(yield* mails).every((mail) => mail === null))
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live.each(["before", "after"] as const)("cut off %s each commit in turn, the same is kept", (when) =>
  Effect.gen(function* () {
    for (let at = 1; ; at += 2) {
      const cut: Cut = { ...never, when }
      const isCut = yield* Effect.gen(function* () {
        const vendor = List.make(24)
        // The first page has values, so that its nulls count, and later pages have none.
        const options = yield* List.connect(vendor, { size: 6 })
        yield* Sync.run(options)
        const before = yield* mails
        vendor.shown = (item) => (item.id === "i0001" ? item : { ...withoutMail(item), home: null })
        cut.count = 0
        cut.at = at
        const exit = yield* Effect.exit(Sync.run({ ...options, full: true }))
        cut.at = Number.POSITIVE_INFINITY
        yield* Sync.run(options)
        // Cut off before the run was stored, that one was not full.
        assert.strictEqual((yield* Sync.run({ ...options, full: true })).status, "succeeded")
        const found = yield* mails
        assert.strictEqual(found["i0001"], before["i0001"])
        assert.lengthOf(
          Object.values(found).filter((mail) => mail !== null),
          1
        )
        assert.deepStrictEqual(yield* held, [])
        return Exit.isFailure(exit)
      }).pipe(Effect.scoped, Effect.provide(environment(cut)))
      if (!isCut) return assert.isAbove(at, 8)
    }
  })
)
