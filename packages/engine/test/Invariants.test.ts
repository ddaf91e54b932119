/**
 * What must always hold of a sync, each for itself, over random histories of an account and of what goes wrong with it.
 * What a history does depends on its seed alone, but for the order in which requests at the same time arrive.
 */
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Feed } from "@crosswalk/store/Feed"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Fiber } from "effect"
import * as Position from "../src/Position.ts"
import * as Sync from "../src/Sync.ts"
import { assertConverged, connector, environment, never, open, stored } from "./Account.ts"
import { type Cut, unreachable } from "./Cut.ts"
import * as List from "./ListVendor.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const seeds = Array.from({ length: 6 }, (_, index) => 1000 + index)

const entries = Feed.use((feed) => feed.after(connector, 0, 100_000))

const garbled: ReadonlyArray<Tiny.Answer> = [
  { status: 403, body: { code: "Forbidden", message: "no right" } },
  { status: 404, body: { code: "NotFound", message: "nothing here" } },
  { status: 200, body: { message: "maintenance" } },
  { status: 200, body: { data: [] } },
  { status: 200, body: { data: [{ id: null }, { id: "t1", name: 7 }] } }
]

/** Answers some lists wrongly, now and then. */
const disturb = (data: Tiny.Data, random: Random, chance: number) => {
  data.instead = (path) => {
    if (!random.chance(chance) || !/^\/(people|teams|badges|kinds)$|\/notes$/.test(path)) return null
    return garbled[random.integer(0, garbled.length - 1)] ?? null
  }
}

const calm = (data: Tiny.Data) => {
  data.instead = () => null
  data.beforeAnswer = () => {}
}

it.live.each(seeds)("1 convergence: once the faults stop, the store is the mapping of the source (seed %i)", (seed) => {
  const random = new Random(seed)
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const data = Tiny.random(random, random.integer(5, 20))
    const sync = yield* open(data)
    for (let round = 0; round < 3; round++) {
      cut.count = 0
      cut.at = random.integer(1, 60)
      cut.when = random.pick(["before", "after"])
      if (random.chance(0.5)) cut.fault = unreachable
      else delete cut.fault
      disturb(data, random, 0.1)
      data.beforeAnswer = () => {
        if (random.chance(0.1)) Tiny.edit(data, random)
      }
      yield* Effect.exit(sync(random.chance(0.3)))
    }
    cut.at = Number.POSITIVE_INFINITY
    calm(data)
    // The first brings what was cut off to its end.
    yield* sync(false)
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live.each(seeds)("2 durability: a checkpoint is never ahead of the records that it covers (seed %i)", (seed) => {
  const random = new Random(seed)
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const vendor = List.make(60)
    const options = yield* List.connect(vendor, { size: 5 })
    for (let times = 0; times < 8; times++) {
      cut.count = 0
      cut.at = random.integer(4, 12)
      cut.when = random.pick(["before", "after"])
      yield* Effect.exit(Sync.run(options))
      const checkpoints = yield* Checkpoints.use((service) => service.list(connector))
      for (const { cursor } of checkpoints) {
        const { records, request } = Position.decode(cursor)
        const offset = Number(request?.query["offset"] ?? records)
        const covered = [...vendor.items.keys()].slice(0, offset)
        const landed = yield* Remotes.use((remotes) => remotes.byKeys(connector, "items", covered))
        const mapped = yield* stored("note")
        assert.lengthOf(landed, offset)
        assert.includeMembers(Object.keys(mapped), covered)
        assert.lengthOf(yield* entries, Object.keys(mapped).length)
      }
    }
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live.each(seeds)("3 no false deletion: only what was gone at the vendor has a tombstone (seed %i)", (seed) => {
  const random = new Random(seed)
  return Effect.gen(function* () {
    // A list that ends early without a word looks like a short one: that is for the guard, so the list is long enough.
    const vendor = List.make(random.integer(60, 100))
    const sync = yield* List.open(vendor, { promises: random.chance(0.5) })
    yield* sync(false)
    const gone = new Set<string>()
    for (let round = 0; round < 6; round++) {
      vendor.now += 60_000
      for (const id of vendor.items.keys()) {
        if (!random.chance(0.015)) continue
        vendor.items.delete(id)
        gone.add(id)
      }
      const fault = random.integer(0, 5)
      const at = vendor.asked + random.integer(1, 4)
      vendor.answer = (answer, asked) => {
        if (asked !== at) return answer
        switch (fault) {
          case 0:
            return answer.hasNext ? { ...answer, data: [] } : answer
          case 1:
            return { ...answer, data: answer.data.map((item) => ({ ...Object(item), id: "same" })) }
          case 2:
            return { data: [], hasNext: false, total: vendor.items.size }
          case 3:
            return { ...answer, data: [{ id: null }, ...answer.data.slice(1)] }
          default:
            return answer
        }
      }
      yield* sync(true)
      const told = (yield* entries).flatMap(({ operation, remoteId }) => (operation === "delete" ? [remoteId] : []))
      assert.deepStrictEqual(
        told.filter((id) => id !== "same" && !gone.has(id)),
        [],
        `fault ${fault} in round ${round}`
      )
    }
    vendor.answer = (answer) => answer
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    assert.sameMembers(Object.keys(yield* stored("note")), [...vendor.items.keys()])
  }).pipe(Effect.scoped, Effect.provide(environment()))
})

it.live.each(seeds)("4 no missed edit: incremental runs alone bring every change (seed %i)", (seed) => {
  const random = new Random(seed)
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const vendor = List.make(30)
    const sync = yield* List.open(vendor)
    yield* sync(false)
    const ids = [...vendor.items.keys()]
    for (let round = 0; round < 8; round++) {
      vendor.now += random.integer(0, 30) * 60_000
      for (let edits = random.integer(0, 12); edits > 0; edits--) {
        const late = random.integer(0, 9) * 60_000
        const id = ids[random.integer(0, ids.length - 1)] ?? ""
        List.edit(vendor, id, { name: `r${round}e${edits}`, updated: vendor.now - late })
      }
      cut.count = 0
      cut.at = random.integer(1, 15)
      yield* Effect.exit(sync(false))
      cut.at = Number.POSITIVE_INFINITY
      assert.deepInclude(yield* sync(false), { status: "succeeded", mode: "incremental" })
      assert.deepStrictEqual(
        yield* stored("note"),
        Object.fromEntries(Array.from(vendor.items.values(), ({ id, mail, name }) => [id, `${mail}: ${name}`]))
      )
    }
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live.each(seeds)("5 gap-free feed: every change once, in order, with the fields that changed (seed %i)", (seed) => {
  const random = new Random(seed)
  const cut: Cut = { ...never }
  return Effect.gen(function* () {
    const data = Tiny.random(random, 10)
    const sync = yield* open(data)
    const records = yield* Records
    /** The records as those know them who read the feed and then each changed record. */
    const copy = new Map<string, Record<string, unknown>>()
    let last = 0
    for (let round = 0; round < 8; round++) {
      for (let edits = random.integer(0, 4); edits > 0; edits--) Tiny.edit(data, random)
      cut.count = 0
      cut.at = random.integer(1, 60)
      cut.when = random.pick(["before", "after"])
      yield* Effect.exit(sync(random.chance(0.5)))
      const news = yield* Feed.use((feed) => feed.after(connector, last, 100_000))
      assert.deepStrictEqual(
        news.map(({ seq }) => seq),
        Array.from(news, (_, index) => last + 1 + index)
      )
      last += news.length
      const changed = new Map<string, Set<string> | null>()
      for (const { fields, model, operation, recordId } of news) {
        const name = `${model}/${recordId}`
        const known = changed.get(name)
        if (operation === "delete") copy.delete(name)
        if (fields === null || known === null) changed.set(name, null)
        else changed.set(name, new Set([...(known ?? []), ...fields]))
      }
      for (const model of Object.keys(Tiny.expected(data))) {
        const page = yield* records.page(connector, model, { after: 0, limit: 10_000 })
        const alive = new Set(page.map(({ id }) => `${model}/${id}`))
        for (const name of copy.keys()) if (name.startsWith(`${model}/`)) assert.isTrue(alive.has(name), name)
        for (const { id, text } of page) {
          const name = `${model}/${id}`
          const now: Record<string, unknown> = JSON.parse(text)
          const before = copy.get(name)
          const fields = changed.get(name)
          const differing = Object.keys(now).filter(
            (key) => key !== "modified_at" && JSON.stringify(before?.[key]) !== JSON.stringify(now[key])
          )
          if (before === undefined) assert.isNull(fields, `${name} is new`)
          else if (fields !== null) assert.includeMembers([...(fields ?? [])], differing, name)
          if (before !== undefined && fields === undefined)
            assert.strictEqual(before["modified_at"], now["modified_at"])
          copy.set(name, now)
        }
      }
    }
  }).pipe(Effect.scoped, Effect.provide(environment(cut)))
})

it.live.each(seeds)("6 idempotence: a sync of what has not changed changes nothing (seed %i)", (seed) => {
  const random = new Random(seed)
  return Effect.gen(function* () {
    const data = Tiny.random(random, random.integer(5, 25))
    for (let edits = 0; edits < 10; edits++) Tiny.edit(data, random)
    const sync = yield* open(data)
    yield* sync(false)
    const all = Effect.forEach(Object.keys(Tiny.expected(data)), (model) =>
      Records.use((records) => records.page(connector, model, { after: 0, limit: 10_000, includeDeleted: true }))
    )
    const before = yield* all
    const last = yield* Feed.use((feed) => feed.last(connector))
    for (let times = 0; times < 3; times++) {
      assert.strictEqual((yield* sync(random.chance(0.5))).status, "succeeded")
      assert.deepStrictEqual(yield* all, before)
    }
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
  }).pipe(Effect.scoped, Effect.provide(environment()))
})

it.live.each(seeds)("7 one writer: of several at once one commits, and no change comes twice (seed %i)", (seed) => {
  const random = new Random(seed)
  return Effect.gen(function* () {
    const data = Tiny.random(random, 15)
    const sync = yield* open(data)
    const fibers: Array<Fiber.Fiber<unknown, unknown>> = []
    let asked = 0
    data.beforeAnswer = () => void asked++
    for (let writer = 0; writer < 4; writer++) {
      const from = asked
      const wanted = random.integer(1, 6)
      fibers.push(yield* Effect.forkChild(sync(false)))
      // The next one comes while this one is at work, or after it.
      const isDue = () => asked >= from + wanted || fibers.at(-1)?.pollUnsafe() !== undefined
      while (!isDue()) yield* Effect.sleep(1)
    }
    const exits = yield* Effect.forEach(fibers, (fiber) => Fiber.await(fiber))
    assert.isTrue(exits.some(Exit.isSuccess))
    for (const exit of exits) if (Exit.isFailure(exit)) assert.include(String(exit.cause), "FenceLost")
    data.beforeAnswer = () => {}
    assert.strictEqual((yield* sync(false)).status, "succeeded")
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment()))
})

it.live.each(seeds)("8 isolation: what fails is told, and takes nothing else down (seed %i)", (seed) => {
  const random = new Random(seed)
  return Effect.gen(function* () {
    const data = Tiny.random(random, 12)
    const sync = yield* open(data)
    yield* sync(false)
    const before = yield* Effect.forEach(["office", "note"], stored)
    Tiny.rename(data, "Renamed")
    data.teams.set("t1", "Renamed")
    const broken = random.pick(["teams", "notes"])
    data.instead = (path) => (path.endsWith(broken) ? (garbled[0] ?? null) : null)
    const { resources, status } = yield* sync(true)
    assert.strictEqual(status, "partial")
    assert.deepStrictEqual(
      Object.entries(resources).flatMap(([name, one]) => (one.status === "read" ? [] : [[name, one.status]])),
      [[broken, "failed"]]
    )
    const expected = Tiny.expected(data)
    assert.deepStrictEqual(yield* stored("department"), expected["department"])
    const [offices, notes] = yield* Effect.forEach(["office", "note"], stored)
    assert.deepStrictEqual(offices, broken === "teams" ? before[0] : expected["office"])
    assert.sameMembers(Object.keys(notes ?? {}), Object.keys((broken === "notes" ? before[1] : expected["note"]) ?? {}))
    calm(data)
    assert.strictEqual((yield* sync(true)).status, "succeeded")
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment()))
})

it.live("8 isolation: a mapping that throws, or alters what it is given, costs its record alone", () =>
  Effect.gen(function* () {
    const vendor = List.make(20)
    const sync = yield* List.open(vendor, {
      body: (item) => {
        if (item.name === "n3") throw new Error("a mistake")
        if (item.name === "n4") Object.assign(item, { id: "another", mail: "altered", name: "altered" })
        return item.name ?? null
      }
    })
    const { quarantined, status } = yield* sync(false)
    assert.deepStrictEqual([status, quarantined], ["succeeded", 1])
    const notes = yield* stored("note")
    assert.lengthOf(Object.keys(notes), 20)
    assert.strictEqual(notes["i0003"], "3@example.org: null")
    assert.strictEqual(notes["i0005"], "5@example.org: n5")
    const [wrong] = yield* Quarantine.use((quarantine) => quarantine.list(connector))
    assert.deepInclude(wrong, { key: "i0003" })
    // What was landed is as the vendor sent it.
    const [landed] = yield* Remotes.use((remotes) => remotes.byKeys(connector, "items", ["i0004"]))
    assert.deepStrictEqual(JSON.parse(landed?.data ?? ""), vendor.items.get("i0004"))
    const last = yield* Feed.use((feed) => feed.last(connector))
    yield* sync(true)
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("9 bounded: one page of a list is in flight at a time, however long the list is", () =>
  Effect.gen(function* () {
    const vendor = List.make(200)
    const options = yield* List.connect(vendor, { size: 10 })
    let unread = 0
    let most = 0
    vendor.answer = (answer) => {
      most = Math.max(most, ++unread)
      return answer
    }
    const onProgress = () => Effect.sync(() => void unread--)
    yield* Sync.run({ ...options, onProgress })
    assert.strictEqual(most, 1)
    assert.isAtLeast(vendor.asked, 20)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
