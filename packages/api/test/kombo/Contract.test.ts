import { assert, describe, it } from "@effect/vitest"
import * as Gathering from "@crosswalk/api/Gathering"
import { user as users } from "@crosswalk/api/kombo/ats/User"
import { dialect } from "@crosswalk/api/kombo/Dialect"
import * as Id from "@crosswalk/core/Id"
import { Arbitrary, Effect, Schema } from "effect"
import { account, bare, connector, type Stored } from "../conformance/Account.ts"
import { contracts } from "./Contract.ts"
import { misfits } from "./Fits.ts"
import { serve } from "../conformance/Loaded.ts"

const { collections } = dialect
const gatherings = dialect.gathered?.gatherings ?? []
const pathOf = ({ category, path }: { readonly category: string | null; readonly path: string }) =>
  category === null ? path : `${category}/${path}`

// Ids of a connector's records are always ours, and what the store adds is always right.
const isComputed = (field: string) =>
  /^(?:id|remote_id|modified_at|remote_deleted_at)$|(?<!^type_remote)_ids?$/.test(field)

describe("the vendor's contract", () => {
  it("is told from what is close to it", () => {
    const [user] = serve(account, users, account.get("user") ?? [])
    const close: ReadonlyArray<readonly [Stored, string]> = [
      [{ ...user, changed_at: null }, "ats/users.changed_at is null"],
      [{ ...user, changed_at: "2026-01-01" }, 'ats/users.changed_at is "2026-01-01", not time'],
      [{ ...user, status: "GONE" }, 'ats/users.status is "GONE", not ACTIVE|INACTIVE'],
      [{ ...user, system_roles: [{}] }, "ats/users.system_roles[0].remote_id is missing"],
      [{ ...user, secret: 1 }, "ats/users.secret is not in the contract"]
    ]
    for (const [record, fault] of close) assert.include(misfits("ats/users", record), fault)
  })

  it("has a list for every one of ours, and ours one for every one of it", () => {
    const ours = [...collections, ...gatherings].map(pathOf)
    assert.deepStrictEqual(ours.toSorted(), Object.keys(contracts).toSorted())
  })

  for (const collection of collections) {
    for (const projection of collection.projections) {
      const model = projection.model
      it(`${pathOf(collection)} of ${model.name}: every word, nulls, unknown words, empty lists`, () => {
        const records = account.get(model.name) ?? []
        assert.isAbove(records.length, 20)
        const served = serve(account, projection, records)
        assert.deepStrictEqual(
          served.flatMap((record) => misfits(pathOf(collection), record)),
          []
        )
        // What our own document says is kept, too.
        assert.isTrue(served.every(Schema.is(projection.shape)))
      })

      it.effect(`${pathOf(collection)} of ${model.name}: whatever a record of the model may hold`, () =>
        Effect.gen(function* () {
          const samples: ReadonlyArray<Stored> = yield* Arbitrary.sampleEffect(Arbitrary.schema(model.schema), {
            count: 40,
            seed: 7
          })
          const records = samples.map((sample, at) => ({
            ...bare(model.name, String(at)),
            ...Object.fromEntries(Object.entries(sample).filter(([field]) => !isComputed(field)))
          }))
          const served = serve(new Map([...account, [model.name, records]]), projection, records)
          assert.deepStrictEqual(
            served.flatMap((record) => misfits(pathOf(collection), JSON.parse(JSON.stringify(record)))),
            []
          )
        })
      )
    }
  }

  for (const gathering of gatherings) {
    it(`${pathOf(gathering)}: each entry`, () => {
      const found = new Map<string, Gathering.Entry>()
      for (const source of gathering.sources) {
        for (const record of account.get(source.model) ?? [])
          Gathering.add(found, source.entries(record, Id.forConnector(connector)))
      }
      const served = Gathering.select(found, () => true).map(gathering.serve)
      assert.isAbove(served.length, 1)
      assert.deepStrictEqual(
        served.flatMap((record) => misfits(pathOf(gathering), record)),
        []
      )
      assert.isTrue(served.every(Schema.is(gathering.shape)))
    })
  }
})
