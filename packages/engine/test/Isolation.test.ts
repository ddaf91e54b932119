import { layer as registryOf } from "@crosswalk/core/Registry"
import { Feed } from "@crosswalk/store/Feed"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Explanation from "../src/Explanation.ts"
import * as Replay from "../src/Replay.ts"
import { connector, environment, idOf, open, stored } from "./Account.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const refused = { status: 403, body: { code: "Forbidden", message: "no right" } }

const notesOf = (path: string) => /^\/people\/[^/]+\/notes$/.test(path)

it.live("a missing right on one list leaves the other models whole, and deletes nothing", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(5), 20)
    const sync = yield* open(data)
    yield* sync(false)
    const before = yield* stored("note")
    assert.isNotEmpty(Object.keys(before))
    data.instead = (path) => (notesOf(path) ? refused : null)
    Tiny.rename(data, "Renamed")
    const summary = yield* sync(true)
    assert.strictEqual(summary.status, "partial")
    assert.strictEqual(summary.resources["notes"]?.status, "failed")
    assert.include(summary.resources["notes"]?.detail ?? "", "lack the right")
    assert.deepStrictEqual(Object.keys(yield* stored("note")), Object.keys(before))
    assert.isTrue(Object.values(yield* stored("department")).every((name) => String(name).includes("Renamed")))
    data.instead = () => null
    assert.strictEqual((yield* sync(false)).status, "succeeded")
    assert.deepStrictEqual(yield* stored("note"), Tiny.expected(data)["note"])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("what is listed for the records of an unread list is not called read", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(5), 6)
    const sync = yield* open(data)
    data.instead = (path) => (path === "/people" ? refused : null)
    const { resources, status } = yield* sync(false)
    assert.strictEqual(status, "partial")
    assert.deepStrictEqual(
      ["people", "notes"].map((name) => resources[name]?.status),
      ["failed", "held"]
    )
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("refused credentials end the run, say so, and change nothing", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(5), 6)
    const sync = yield* open(data)
    yield* sync(false)
    const last = yield* Feed.use((feed) => feed.last(connector))
    data.instead = () => ({ status: 401, body: { code: "Unauthorized", message: "no such key" } })
    const summary = yield* sync(true)
    assert.strictEqual(summary.status, "failed")
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
    data.instead = () => null
    assert.strictEqual((yield* sync(false)).status, "succeeded")
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a list that is suddenly empty deletes nothing", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(9), 60)
    data.teams = new Map(Array.from({ length: 30 }, (_, index) => [`t${index}`, `Team ${index}`]))
    const sync = yield* open(data)
    yield* sync(false)
    const last = yield* Feed.use((feed) => feed.last(connector))
    data.instead = (path) => (path === "/teams" ? { status: 200, body: { data: [] } } : null)
    const summary = yield* sync(true)
    assert.strictEqual(summary.status, "partial")
    assert.strictEqual(summary.resources["teams"]?.status, "held")
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("an answer without its list is a failure, never an empty list", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(9), 6)
    const sync = yield* open(data)
    yield* sync(false)
    const last = yield* Feed.use((feed) => feed.last(connector))
    data.instead = (path) => (path === "/teams" ? { status: 200, body: { message: "maintenance" } } : null)
    const summary = yield* sync(true)
    assert.strictEqual(summary.resources["teams"]?.status, "failed")
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a list that leads in a circle fails", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(9), 2)
    const sync = yield* open(data)
    let asked = 0
    data.instead = (path) => {
      return path === "/people" ? { status: 200, body: { data: [], hasNext: true, next: `page${asked++ % 3}` } } : null
    }
    const summary = yield* sync(false)
    assert.include(summary.resources["people"]?.detail ?? "", "leads back to a page")
    assert.isBelow(asked, 10)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a broken record goes to quarantine, proves no deletion, and is replayed", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(2), 3)
    const sync = yield* open(data)
    yield* sync(false)
    data.instead = (path) =>
      path === "/teams"
        ? {
            status: 200,
            body: {
              data: [
                { id: "t1", name: 7 },
                { id: null, name: "lost" }
              ]
            }
          }
        : null
    const summary = yield* sync(true)
    assert.strictEqual(summary.quarantined, 2)
    assert.strictEqual(summary.resources["teams"]?.status, "held")
    assert.deepStrictEqual(yield* stored("office"), { t1: null, t2: "Two" })
    const cases = yield* Quarantine.use((quarantine) => quarantine.list(connector))
    assert.deepStrictEqual(
      cases.map(({ issues }) => issues.map(({ path }) => path)),
      [["name"], ["id"]]
    )
    const replayed = yield* Replay.replay(connector).pipe(Effect.provide(registryOf([Tiny.provider])))
    assert.deepStrictEqual(replayed, { connector, tried: 2, left: 2 })
    data.instead = () => null
    yield* sync(true)
    assert.deepStrictEqual(yield* stored("office"), Tiny.expected(data)["office"])
    assert.strictEqual(yield* Quarantine.use((quarantine) => quarantine.count(connector)), 0)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a replay knows what a sync has read: what is not there stays empty", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(3), 3)
    const sync = yield* open(data)
    const { run } = yield* sync(false)
    const before = yield* stored("reject_reason")
    const [key = ""] = Object.keys(before)
    assert.include(String(before[key]), "with 0 ")
    const issues = [{ path: "name", reason: "a rule that was mended since" }]
    yield* Quarantine.use((quarantine) =>
      quarantine.put(connector, run, [
        { resource: "people", key, mapper: "reject_reason/people", remoteId: key, issues, data: "{}" }
      ])
    )
    yield* Replay.replay(connector).pipe(Effect.provide(registryOf([Tiny.provider])))
    assert.deepStrictEqual(yield* stored("reject_reason"), before)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("explains a stored record by the vendor's records it was made of", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(4), 5)
    const sync = yield* open(data)
    yield* sync(false)
    const [person] = [...data.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const id = yield* idOf("reject_reason", person?.id ?? "")
    const { fields, provider } = yield* Explanation.explain("reject_reason", id).pipe(
      Effect.provide(registryOf([Tiny.provider]))
    )
    assert.strictEqual(provider, "tiny")
    const paths = fields.find(({ field }) => field === "name")?.from.map(({ path }) => path) ?? []
    assert.include(paths, "people.name")
    const missing = yield* Effect.flip(
      Explanation.explain("tag", "no such id").pipe(Effect.provide(registryOf([Tiny.provider])))
    )
    assert.strictEqual(missing._tag, "NotExplained")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
