import { Department } from "@crosswalk/core/ats/Department"
import { Office } from "@crosswalk/core/ats/Office"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Mapper from "@crosswalk/core/Mapper"
import type { Provider } from "@crosswalk/core/Provider"
import { layer as registryOf } from "@crosswalk/core/Registry"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import { Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import { MapperVersions } from "@crosswalk/store/MapperVersions"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Remotes } from "@crosswalk/store/Remotes"
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Redacted, Schema } from "effect"
import * as Remap from "../src/Remap.ts"
import * as Sync from "../src/Sync.ts"
import { assertConverged, connector, environment, never, stored } from "./Account.ts"
import type { Cut } from "./Cut.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const { people, teams } = Tiny.lists
const { bare, none, source: docs } = Tiny
const [team, human, membership, label, remark] = Tiny.provider.mappers

const loud = Mapper.make(Office, teams, {
  docs,
  fields: {
    ...bare,
    remote_id: ({ id }) => id,
    name: ({ name }) => name?.toUpperCase() ?? null,
    location: none,
    parent_id: none
  }
})
const byName = Mapper.make(
  Department,
  Source.group(people, ({ name }) => name, {}),
  {
    docs,
    fields: {
      ...bare,
      remote_id: ({ key }) => key,
      name: ({ remotes }) => remotes.map(({ id }) => id).join("+"),
      type: none,
      parent_id: none
    }
  }
)
const lower = Mapper.make(
  Tag,
  Source.distinct(people, ({ labels }) => labels?.map((label) => label.toLowerCase()) ?? []),
  { docs, fields: { ...bare, remote_id: ({ key }) => key, name: ({ key }) => key } }
)

/** The provider after an upgrade: an office's name, the groups of departments and the tags are others. */
const later: Provider = {
  ...Tiny.provider,
  version: "2.0.0",
  mappers: [loud, byName, membership, lower, remark].filter((one) => one !== undefined)
}

const expectedLater = (data: Tiny.Data) => {
  const all = [...data.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const labels = all.flatMap(({ labels }) => labels.map((label) => label.toLowerCase()))
  return {
    ...Tiny.expected(data),
    office: Object.fromEntries([...data.teams].map(([id, name]) => [id, name.toUpperCase()])),
    department: Object.fromEntries(
      Array.from(
        Map.groupBy(
          all.filter(({ name }) => name !== ""),
          ({ name }) => name
        ),
        ([name, some]) => [name, some.map(({ id }) => id).join("+")]
      )
    ),
    tag: Object.fromEntries(labels.map((label) => [label, label]))
  }
}

interface Chosen {
  readonly provider?: Provider
  readonly scopes?: ReadonlyArray<string>
  readonly full?: boolean
}

/** Serves the data, makes the connector; answers how it is synced, and how many requests there were. */
const open = Effect.fnUntraced(function* (data: Tiny.Data, options: Readonly<Record<string, string>> = {}) {
  const baseUrl = yield* Tiny.serve(data)
  const asked = { count: 0 }
  data.beforeAnswer = () => {
    asked.count++
  }
  yield* Connectors.use((connectors) =>
    connectors.create({
      id: connector,
      provider: "tiny",
      category: "ats",
      credentials: { api_key: Redacted.make("tiny-key") },
      options
    })
  )
  const sync = ({ full = false, provider = Tiny.provider, scopes }: Chosen = {}) =>
    Sync.run({
      connector,
      connection: { ...Tiny.connection(baseUrl), provider, settings: options },
      scopes: scopes ?? null,
      full
    })
  return { asked, sync }
})

const remap = (provider: Provider, force = false) =>
  Effect.provide(Remap.run(connector, { models: null, force }), registryOf([provider]))

const lastSeq = Effect.flatMap(Feed, (feed) => feed.last(connector))

const assertLater = (data: Tiny.Data) => assertConverged(data, expectedLater(data))

it.live("an upgraded mapper's records are derived anew without a vendor call, once", () =>
  Effect.gen(function* () {
    const random = new Random(11)
    const data = Tiny.random(random, 40)
    // More than are filed in one step.
    for (let index = 0; index < 180; index++) {
      const [some] = data.people.values()
      const id = `q${1000 + index}`
      const labels = [random.pick(["red", "Red", "blue"])]
      if (some !== undefined) data.people.set(id, { ...some, id, human: `h${index}`, labels, notes: [] })
    }
    const { asked, sync } = yield* open(data)
    yield* sync()
    const before = { asked: asked.count, seq: yield* lastSeq }
    const { tally, waiting } = yield* remap(later)
    yield* assertLater(data)
    assert.deepStrictEqual(waiting, [])
    assert.isAbove(tally["tag"]?.deleted ?? 0, 0)
    assert.isAbove(yield* lastSeq, before.seq)
    // What did not change does not show.
    assert.deepInclude(tally["reject_reason"], { inserted: 0, updated: 0, deleted: 0 })
    const after = yield* lastSeq
    assert.strictEqual((yield* remap(later)).tally["office"], undefined)
    assert.deepInclude((yield* remap(later, true)).tally["office"], { inserted: 0, updated: 0 })
    assert.strictEqual(yield* lastSeq, after)
    assert.strictEqual(asked.count, before.asked)
    assert.isTrue(
      (yield* MapperVersions.use((versions) => versions.list(connector))).every(({ state }) => state === "current")
    )
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)

it.live("a sync derives anew by itself, also records that it does not read again", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(12), 20)
    const { sync } = yield* open(data)
    yield* sync()
    assert.strictEqual((yield* sync({ provider: later })).mode, "incremental")
    yield* assertLater(data)
    yield* sync()
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)

it.live.each(["before", "after"] as const)(
  "cut off %s each commit of deriving anew, it goes on",
  (when) =>
    Effect.gen(function* () {
      for (let at = 1; ; at++) {
        const cut: Cut = { at: Number.POSITIVE_INFINITY, when, count: 0 }
        const wasCut = yield* Effect.gen(function* () {
          const data = Tiny.random(new Random(13), 8)
          const { asked, sync } = yield* open(data)
          yield* sync()
          const before = asked.count
          cut.count = 0
          cut.at = at
          const exit = yield* Effect.exit(remap(later))
          cut.at = Number.POSITIVE_INFINITY
          yield* remap(later)
          yield* assertLater(data)
          assert.strictEqual(asked.count, before)
          return Exit.isFailure(exit)
        }).pipe(Effect.scoped, Effect.provide(environment(cut)))
        if (wasCut) continue
        assert.isAbove(at, 6)
        return
      }
    }),
  60_000
)

it.live("upgraded in the midst of a sync that was cut off, it converges to what the later version makes", () =>
  Effect.gen(function* () {
    for (const at of [6, 9, 12, 16, 20, 25, 30]) {
      const cut: Cut = { at, when: "before", count: 0 }
      yield* Effect.gen(function* () {
        const data = Tiny.random(new Random(at), 30)
        const { sync } = yield* open(data)
        assert.isTrue(Exit.isFailure(yield* Effect.exit(sync())))
        cut.at = Number.POSITIVE_INFINITY
        yield* sync({ provider: later })
        yield* assertLater(data)
      }).pipe(Effect.scoped, Effect.provide(environment(cut)))
    }
  })
)

it.live("models that come into scope later are made of what is landed and what was never read", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(14), 12)
    const { sync } = yield* open(data)
    yield* sync({ scopes: ["tag"] })
    assert.deepStrictEqual(yield* stored("note"), {})
    assert.strictEqual((yield* sync()).mode, "incremental")
    yield* assertConverged(data)
    // Out of scope records stay as they are; in scope again they are brought up to date.
    const notes = yield* stored("note")
    yield* sync({ scopes: ["office"] })
    Tiny.rename(data, "Renamed")
    yield* sync({ scopes: ["office"] })
    assert.deepStrictEqual(yield* stored("note"), notes)
    yield* sync()
    yield* assertConverged(data)
    // What went at the vendor meanwhile goes with a full run, as ever.
    yield* sync({ scopes: ["office"], full: true })
    const [gone = ""] = data.people.keys()
    data.people.delete(gone)
    yield* sync({ scopes: ["office"], full: true })
    assert.strictEqual((yield* sync()).mode, "incremental")
    assert.isDefined((yield* stored("reject_reason"))[gone])
    yield* sync({ full: true })
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)

it.live("a landed record that the later version cannot read keeps what was made of it", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(15), 4)
    data.teams.set("t1", "One")
    const { sync } = yield* open(data)
    yield* sync()
    const strict = Resource.make("teams", {
      path: teams.path,
      page: teams.page,
      wire: Schema.Struct({ id: Schema.String, name: Schema.Literal("Two") }),
      id: ({ id }) => id
    })
    const mapper = Mapper.make(Office, strict, {
      docs,
      fields: { ...bare, remote_id: ({ id }) => id, name: ({ name }) => `now ${name}`, location: none, parent_id: none }
    })
    yield* remap({ ...Tiny.provider, mappers: [mapper] })
    assert.deepStrictEqual(yield* stored("office"), { t1: "One", t2: "now Two" })
    const cases = yield* Quarantine.use((quarantine) => quarantine.list(connector))
    assert.deepStrictEqual(
      cases.map(({ issues, key }) => [key, issues.map(({ path }) => path)]),
      [["t1", ["name"]]]
    )
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)

it.live("where only what is read is kept, a mapper that reads more waits until everything was read again", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(16), 9)
    const { asked, sync } = yield* open(data, { landing: "read" })
    const bareTeams = Resource.make("teams", {
      path: teams.path,
      page: teams.page,
      wire: Schema.Struct({ id: Schema.String }),
      id: ({ id }) => id
    })
    const nameless = Mapper.make(Office, bareTeams, {
      docs,
      fields: { ...bare, remote_id: ({ id }) => id, name: none, location: none, parent_id: none }
    })
    const narrow = { ...Tiny.provider, mappers: [nameless] }
    yield* sync({ provider: narrow })
    const raw = yield* Remotes.use((remotes) => remotes.byKeys(connector, "teams", ["t1"]))
    assert.deepStrictEqual(
      raw.map(({ data }) => JSON.parse(data)),
      [{ id: "t1" }]
    )
    const before = asked.count
    const wide = {
      ...Tiny.provider,
      mappers: [team, human, membership, label, remark].filter((one) => one !== undefined)
    }
    assert.deepStrictEqual((yield* remap(wide)).waiting, ["office/teams"])
    assert.deepStrictEqual(yield* stored("office"), { t1: null, t2: null })
    assert.strictEqual(asked.count, before)
    yield* sync({ provider: wide, full: true })
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment(never)))
)
