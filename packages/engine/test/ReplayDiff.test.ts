import { Office } from "@crosswalk/core/ats/Office"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import type { Provider } from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { Records } from "@crosswalk/store/Records"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import * as Rehearsal from "../src/Rehearsal.ts"
import * as ReplayDiff from "../src/ReplayDiff.ts"
import { connector, environment, open } from "./Account.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

/** The vendor with another mapper in place of one, or with none. */
const replaced = (name: string, by: (mapper: Mapper.Mapper) => Mapper.Mapper | null): Provider => ({
  ...Tiny.provider,
  mappers: Tiny.provider.mappers.flatMap((mapper: Mapper.Mapper) =>
    mapper.name === name ? (by(mapper) ?? []) : [mapper]
  )
})

/** The vendor with the records of a mapper changed; a null rejects one. */
const changed = (
  name: string,
  change: (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | null
): Provider =>
  replaced(name, (mapper) => ({
    ...mapper,
    run: (group, identify) => {
      const outcome = mapper.run(group, identify)
      if (outcome?._tag !== "Mapped") return outcome
      const record = change(outcome.record)
      return record === null ? { _tag: "Rejected", issues: [{ path: "", reason: "no more" }] } : { ...outcome, record }
    }
  }))

const teams = Resource.make("teams", {
  path: "/teams",
  wire: Schema.Struct({
    id: Wire.maybe(Schema.String),
    code: Wire.maybe(Schema.String),
    name: Wire.maybe(Schema.String)
  }),
  page: Page.single({ items: "data" }),
  id: ({ code, id }) => id ?? code ?? null
})

const none = Mapper.absent("none")

/** The vendor with teams that may be named by a code. */
const lenient = replaced("office/teams", () =>
  Mapper.make(Office, teams, {
    docs: "https://vendor.invalid/docs",
    fields: {
      remote_id: ({ code, id }) => id ?? code ?? "",
      remote_created_at: none,
      remote_updated_at: none,
      custom_fields: none,
      name: ({ name }) => name ?? null,
      location: none,
      parent_id: none
    }
  })
)

const teamsAlone = (provider: Provider): Provider => ({
  ...provider,
  mappers: provider.mappers.filter(({ name }) => name === "office/teams")
})

const data = () => {
  const made = Tiny.random(new Random(11), 40)
  made.badges.set("b1", { person: [...made.people.keys()][0] ?? "", kind: "k1" })
  return made
}

const compare = (material: Rehearsal.Material, before: Provider, after: Provider) =>
  Effect.map(ReplayDiff.compare({ before, after, scopes: null, material }), (models) =>
    models.filter(({ state }) => state !== "same")
  )

describe("a replay of what was landed", () => {
  it.live("derives what the sync did, and reports exactly what a change of a mapper changes", () =>
    Effect.gen(function* () {
      const source = data()
      const sync = yield* open(source)
      yield* sync(true)
      const material = yield* Rehearsal.landed(connector)
      const { provider } = Tiny
      const counts = yield* (yield* Records).counts(connector)
      const models = yield* ReplayDiff.compare({ before: provider, after: provider, scopes: null, material })
      assert.deepStrictEqual(
        models.map(({ after, before, model, state }) => [model, state, before, after]).sort(),
        counts.map(({ model, total }) => [model, "same", total, total]).sort()
      )

      const louder = changed("reject_reason/people", (record) => ({ ...record, name: `${record["name"]}!` }))
      const [only, ...others] = yield* compare(material, provider, louder)
      assert.lengthOf(others, 0)
      assert.strictEqual(only?.model, "reject_reason")
      assert.deepStrictEqual(
        only?.fields.map(({ field, records }) => [field, records]),
        [["name", source.people.size]]
      )
      const [example] = only?.fields[0]?.examples ?? []
      assert.match(String(example?.before), / of .* with \d /)
      assert.strictEqual(`${example?.before}!`, example?.after)

      const strict = changed("office/teams", (record) => (record["remote_id"] === "t2" ? null : record))
      const [office] = yield* compare(material, provider, strict)
      assert.deepInclude(office, { model: "office", state: "changed", before: 2, after: 1 })
      assert.deepStrictEqual(office?.removed, { records: 1, examples: ["t2"] })

      const without = replaced("tag/people", () => null)
      assert.deepInclude((yield* compare(material, provider, without))[0], { model: "tag", state: "went", after: 0 })
      assert.deepInclude((yield* compare(material, without, provider))[0], { model: "tag", state: "came", before: 0 })
      assert.deepStrictEqual(yield* (yield* Records).counts(connector), counts)
    }).pipe(Effect.scoped, Effect.provide(environment()))
  )

  it.live("reads again what could not be read", () =>
    Effect.gen(function* () {
      const source = data()
      const body = {
        data: [
          { id: "t1", name: "One" },
          { code: "t9", name: "Nine" }
        ]
      }
      source.instead = (path) => (path === "/teams" ? { status: 200, body } : null)
      const sync = yield* open(source)
      yield* sync(true)
      const material = yield* Rehearsal.landed(connector)
      const [office] = yield* compare(material, teamsAlone(Tiny.provider), teamsAlone(lenient))
      assert.deepStrictEqual(office?.added, { records: 1, examples: ["t9"] })
      assert.deepInclude(office, { before: 1, after: 2 })
    }).pipe(Effect.scoped, Effect.provide(environment()))
  )
})

describe("a replay of what was recorded", () => {
  const recording = (file: string, ...raws: ReadonlyArray<unknown>) => ({
    file,
    resource: teams,
    records: raws.map((raw) => ({ raw, parent: null }))
  })
  const material = Rehearsal.recorded([
    recording("teams/1.json", { id: "t1", name: "One" }),
    recording("teams/2.json", { code: "t9", name: "Nine" })
  ])

  it.live("takes lists by their names, whichever version declares them", () =>
    Effect.gen(function* () {
      assert.isTrue(material.isRead("teams"))
      assert.isFalse(material.isRead("people"))
      const [office] = yield* compare(material, teamsAlone(Tiny.provider), teamsAlone(lenient))
      assert.deepStrictEqual(office?.added.examples, ["t9"])
    })
  )

  it.live("fails where the version before is declared in another way", () =>
    Effect.gen(function* () {
      const strange = replaced("office/teams", (mapper) => ({
        ...mapper,
        get source(): Mapper.Mapper["source"] {
          return JSON.parse("another way")
        }
      }))
      const options = { before: strange, after: Tiny.provider, scopes: null, material }
      const error = yield* Effect.flip(ReplayDiff.compare(options))
      assert.match(error.message, /^the version before cannot be run: /)
    })
  )
})
