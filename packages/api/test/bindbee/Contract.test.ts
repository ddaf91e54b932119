import { assert, describe, it } from "@effect/vitest"
import { Connector, HrisConnector } from "@crosswalk/api/bindbee/Connector"
import { dialect } from "@crosswalk/api/bindbee/Dialect"
import * as Gathering from "@crosswalk/api/Gathering"
import * as Id from "@crosswalk/core/Id"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { account, bare, connector, type Stored } from "../conformance/Account.ts"
import { serve } from "../conformance/Loaded.ts"
import { contracts, lacking } from "./Contract.ts"
import { misfits } from "./Fits.ts"

const { collections, gathered, routes } = dialect
const gatherings = gathered?.gatherings ?? []
const listOf = ({ category, path }: { readonly category: string | null; readonly path: string }) =>
  `${category}/${path}`

// Ids of a connector's records are always ours, and what the store adds is always right.
const isComputed = (field: string) =>
  /^(?:id|remote_id|modified_at|remote_deleted_at)$|(?<!^type_remote)_ids?$/.test(field)

const Body = Schema.Struct({
  required: Schema.Array(Schema.String),
  properties: Schema.Struct({ items: Schema.Struct({ items: Schema.Struct({ $ref: Schema.String }) }) })
})

describe("the vendor's contract", () => {
  it("is told from what is close to it", () => {
    const collection = collections.find(({ path }) => path === "time-off")
    const [record = {}] = serve(account, collection?.projections[0] ?? assert.fail(), account.get("time_off") ?? [])
    const close: ReadonlyArray<readonly [Stored, string]> = [
      [{ ...record, id: "123" }, 'hris/time-off.id is "123"'],
      [{ ...record, start_time: "2026-01-01" }, 'hris/time-off.start_time is "2026-01-01"'],
      [{ ...record, start_time: "2026-02-30T00:00:00Z" }, 'hris/time-off.start_time is "2026-02-30T00:00:00Z"'],
      [{ ...record, amount: "8" }, 'hris/time-off.amount is "8"'],
      [{ ...record, employee: 7 }, "hris/time-off.employee is 7"],
      [{ ...record, type: "x" }, "hris/time-off.type is not in the contract"]
    ]
    for (const [changed, fault] of close) assert.deepStrictEqual(misfits("hris/time-off", changed), [fault])
    const { status: _, ...without } = record
    assert.deepStrictEqual(misfits("hris/time-off", without), ["hris/time-off.status is missing"])
  })

  it("has a list for every one of ours, and ours one for every one of it", () => {
    assert.deepStrictEqual([...collections, ...gatherings].map(listOf).toSorted(), Object.keys(contracts).toSorted())
    assert.isTrue(collections.every(({ hasItems }) => hasItems))
    const refused = routes.filter(({ refuses }) => refuses?.("lever")._tag === "ModelNotAvailable")
    assert.deepStrictEqual(
      refused.map(({ method, path }) => `${method} ${path}`).toSorted(),
      Object.entries(lacking)
        .flatMap(([category, paths]) =>
          paths.flatMap((path) => [`GET /${category}/v1/${path}`, `GET /${category}/v1/${path}/:id`])
        )
        .toSorted()
    )
    assert.isTrue(
      refused.every(({ category, needsConnector, path }) => needsConnector && path.startsWith(`/${category}/`))
    )
  })

  it("has the routes of the vendor's own page about connectors, with the fields and the parameters that it shows", () => {
    const seen = `id is_active status integration_slug end_user sync_status last_sync_start_time next_sync_start_time
      connector_token category is_test_connector completed_at created_at`.split(/\s+/)
    for (const category of ["hris", "ats", "lms"]) {
      const route = routes.find(({ path }) => path === `/${category}/v1/connectors`) ?? assert.fail(category)
      assert.deepInclude(route, { method: "GET", needsConnector: false, refuses: null })
      assert.includeMembers(Object.keys(route.query.fields), ["connector_token", "is_active", "page_size", "cursor"])
      const { properties, required } = Schema.decodeUnknownSync(Body)(
        Schema.toJsonSchemaDocument(route.success ?? assert.fail()).schema
      )
      assert.includeMembers([...required], ["cursor", "page_size", "items"])
      const name = properties.items.items.$ref.split("/").at(-1) ?? ""
      const shape = name === "HrisConnector" ? HrisConnector : Connector
      assert.strictEqual(name, category === "hris" ? "HrisConnector" : "Connector")
      assert.includeMembers(Object.keys(shape.fields), [...seen, "origin_id", "relink_needed_at"])
      const read = Schema.decodeUnknownResult(route.query)
      assert.isTrue(Result.isSuccess(read({ page_size: "200", is_active: "true" })))
      for (const page_size of ["0", "201", "ten", "1.5"]) assert.isTrue(Result.isFailure(read({ page_size })))
    }
  })

  for (const collection of collections) {
    const list = listOf(collection)
    for (const projection of collection.projections) {
      const { name, schema } = projection.model

      it(`${list} of ${name}: every word, nulls, unknown words, empty lists`, () => {
        const served = serve(account, projection, account.get(name) ?? [])
        assert.isAbove(served.length, 20)
        assert.deepStrictEqual(
          served.flatMap((record) => misfits(list, record)),
          []
        )
        // What our own document says is kept, too.
        assert.isTrue(served.every(Schema.is(projection.shape)))
      })

      it.effect(`${list} of ${name}: whatever a record of the model may hold`, () =>
        Effect.gen(function* () {
          const samples: ReadonlyArray<Stored> = yield* Arbitrary.sampleEffect(Arbitrary.schema(schema), {
            count: 40,
            seed: 11
          })
          const records = samples.map((sample, at) => ({
            ...bare(name, String(at)),
            ...Object.fromEntries(Object.entries(sample).filter(([field]) => !isComputed(field)))
          }))
          const served = serve(new Map([...account, [name, records]]), projection, records)
          assert.deepStrictEqual(
            served.flatMap((record) => misfits(list, JSON.parse(JSON.stringify(record)))),
            []
          )
        })
      )
    }

    it(`${list}: relations can be expanded where the contract has them, and filters are about fields that there are`, () => {
      const relations = (contracts[list] ?? "").match(/\w+(?=:refs?\b)/g) ?? []
      // These stand inside other records and have none of their own.
      const inside = ["pay_group", "payroll_run_calendar", "payroll_run"]
      assert.deepStrictEqual(
        Object.keys(collection.expansions).toSorted(),
        relations.filter((name) => !inside.includes(name)).toSorted()
      )
      for (const [field, { many }] of Object.entries(collection.expansions)) {
        assert.include(contracts[list], `${field}:${many ? "refs" : "ref"}`)
      }
    })
  }

  for (const gathering of gatherings) {
    it(`${listOf(gathering)}: each entry`, () => {
      const found = new Map<string, Gathering.Entry>()
      for (const source of gathering.sources) {
        for (const record of account.get(source.model) ?? [])
          Gathering.add(found, source.entries(record, Id.forConnector(connector)))
      }
      const served = Gathering.select(found, () => true).map(gathering.serve)
      assert.isAbove(served.length, 1)
      assert.deepStrictEqual(
        served.flatMap((record) => misfits(listOf(gathering), record)),
        []
      )
      assert.isTrue(served.every(Schema.is(gathering.shape)))
    })
  }
})
