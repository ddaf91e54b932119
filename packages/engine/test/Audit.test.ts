import { Office } from "@crosswalk/core/ats/Office"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import * as Mapper from "@crosswalk/core/Mapper"
import type { Provider } from "@crosswalk/core/Provider"
import * as Wire from "@crosswalk/core/Wire"
import { Audits } from "@crosswalk/store/Audits"
import { Connectors } from "@crosswalk/store/Connectors"
import { Holds } from "@crosswalk/store/Holds"
import { Remotes } from "@crosswalk/store/Remotes"
import { assert, it } from "@effect/vitest"
import { Duration, Effect, Random, Redacted } from "effect"
import * as Audit from "../src/Audit.ts"
import * as Sync from "../src/Sync.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { connector, environment } from "./Account.ts"
import { Random as Seeded } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const { bare, source: docs, none } = Tiny

const person = Mapper.make(RejectReason, Tiny.lists.people, {
  docs,
  fields: {
    ...bare,
    remote_id: ({ id }) => id,
    name: ({ name }) => name ?? null,
    remote_updated_at: ({ updated }) => Wire.instantFromMillis(updated)
  }
})
const team = Mapper.make(Office, Tiny.lists.teams, {
  docs,
  fields: { ...bare, remote_id: ({ id }) => id, name: ({ name }) => name ?? null, location: none, parent_id: none }
})
const provider: Provider = { ...Tiny.provider, mappers: [person, team] }

/** Serves the data, syncs them, and answers how the connector is audited. */
const open = Effect.fnUntraced(function* (data: Tiny.Data, audited: Provider = provider) {
  const baseUrl = yield* Tiny.serve(data)
  const connection = { ...Tiny.connection(baseUrl), provider: audited }
  yield* Connectors.use((connectors) =>
    connectors.create({
      id: connector,
      provider: "tiny",
      category: "ats",
      credentials: { api_key: Redacted.make("tiny-key") }
    })
  )
  yield* Sync.run({ connector, connection, scopes: null, full: true })
  const client = yield* VendorClient.make(connection)
  return { connector, connection, scopes: null, client } satisfies Audit.Options
})

it.live("a sample tells what is equal, behind, wrong, gone and unreadable, and by how much it lags", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Seeded(21), 12)
    const options = yield* open(data)
    const [behind, wrong, gone, unreadable] = [...data.people.values()]
    const change = (one: Tiny.Person | undefined, change: Partial<Tiny.Person>) => {
      if (one !== undefined) data.people.set(one.id, { ...one, ...change })
    }
    // Fields that nobody reads do not count.
    for (const one of data.people.values()) change(one, { notes: [] })
    data.now += 90_000
    change(behind, { name: "edited since", updated: data.now - 60_000 })
    change(wrong, { name: "edited without a trace" })
    data.people.delete(gone?.id ?? "")
    data.instead = (path) =>
      path === `/people/${unreadable?.id}` ? { status: 200, body: { data: { id: unreadable?.id, human: 7 } } } : null
    const { audits, shortfalls } = yield* Audit.run(options)
    const rest = data.people.size - 3
    const found = {
      sampled: rest + 4,
      equal: rest,
      behind: 1,
      wrong: 1,
      held: 0,
      gone: 1,
      unreadable: 1,
      lagSeconds: 60
    }
    assert.deepInclude(audits[0], { resource: "people", ...found })
    assert.strictEqual(Audit.accuracy(audits[0] ?? assert.fail()), rest / (rest + 3))
    assert.deepStrictEqual(
      shortfalls.map(({ resource }) => resource),
      ["teams"]
    )
    const stored = yield* Audits.use((audits) => audits.list(connector))
    assert.deepStrictEqual(stored, audits)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("what was synced since is equal, and a sample is as large as asked for", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Seeded(22), 60)
    const options = yield* open(data)
    Tiny.rename(data, "Renamed")
    yield* Sync.run({ ...options, full: true })
    const { audits } = yield* Audit.run(options).pipe(Random.withSeed("sample"))
    assert.deepInclude(audits[0], { sampled: 20, equal: 20, lagSeconds: null })
    assert.deepInclude((yield* Audit.run({ ...options, sample: 3 })).audits[0], { sampled: 3, equal: 3 })
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("values that are held are told from wrong ones, and from those that hide a wrong one", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Seeded(25), 14)
    const options = yield* open(data)
    for (const one of data.people.values()) data.people.set(one.id, { ...one, team: "t" })
    yield* Sync.run({ ...options, full: true })
    const people = [...data.people.values()]
    // The right to see teams is lost.
    for (const one of people) data.people.set(one.id, { ...one, team: null })
    assert.strictEqual((yield* Sync.run({ ...options, full: true })).status, "partial")
    const count = data.people.size
    const first = yield* Audit.run(options)
    assert.deepInclude(first.audits[0], { sampled: count, equal: 0, held: count, wrong: 0, behind: 0 })
    assert.isNull(Audit.accuracy(first.audits[0] ?? assert.fail()))
    const [one] = data.people.values()
    if (one !== undefined) data.people.set(one.id, { ...one, name: "edited without a trace" })
    assert.deepInclude((yield* Audit.run(options)).audits[0], { sampled: count, held: count - 1, wrong: 1 })
    // Whoever keeps the values knows that they differ.
    const [hold] = yield* Holds.use((holds) => holds.list(connector))
    yield* Holds.use((holds) => holds.decide(hold?.id ?? "", "rejected"))
    assert.deepInclude((yield* Audit.run(options)).audits[0], { held: count - 1, wrong: 1 })
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("an error of the vendor ends the sample and is told; no record is called gone for it", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Seeded(23), 9)
    const options = yield* open(data)
    data.instead = () => ({ status: 403, body: { code: "Forbidden", message: "no right" } })
    const { audits, shortfalls } = yield* Audit.run(options)
    assert.deepInclude(audits[0], { sampled: 1, unreadable: 1, gone: 0, wrong: 0 })
    assert.include(shortfalls.find(({ resource }) => resource === "people")?.why, "lack the right")
    data.instead = () => ({ status: 200, body: { data: { id: "another", human: "h1" } } })
    assert.deepInclude((yield* Audit.run(options)).audits[0], { gone: 0, unreadable: data.people.size })
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("it comes when it is due, and never where no record can be read by itself", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Seeded(24), 3)
    const options = yield* open(data)
    assert.isNull(yield* Audit.whenDue(options, "off"))
    assert.isNotNull(yield* Audit.whenDue(options, Duration.days(1)))
    assert.isNull(yield* Audit.whenDue(options, Duration.days(1)))
    assert.isNotNull(yield* Audit.whenDue(options, Duration.zero))
    const connection = { ...options.connection, provider: { ...provider, mappers: [team] } }
    assert.isNull(yield* Audit.whenDue({ ...options, connection }, Duration.zero))
    yield* Remotes.use((remotes) => remotes.remove(connector, "people", [...data.people.keys()]))
    assert.deepStrictEqual((yield* Audit.run(options)).audits, [])
  }).pipe(Effect.scoped, Effect.provide(environment()))
)
