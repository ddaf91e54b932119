/** What every dialect is held to, over every model and whatever a record of it may hold. */
import { assert, describe, it } from "@effect/vitest"
import type { Collection } from "@crosswalk/api/Collection"
import type * as Projection from "@crosswalk/api/Projection"
import * as Models from "@crosswalk/core/Models"
import { Effect } from "effect"
import { account, type Stored } from "./Account.ts"
import { serve } from "./Loaded.ts"
import * as Place from "./Place.ts"
import * as Policy from "./Policy.ts"
import * as Records from "./Records.ts"
import * as Shown from "./Shown.ts"

const models = Models.all.filter(({ category }) => category !== "platform")

const listOf = ({ category, path }: { readonly category: string | null; readonly path: string }) =>
  category === null ? path : `${category}/${path}`

/** Ours of its records: a list with a condition has those that meet it, such as absences of somebody. */
const recordsOf = ({ only }: Collection, { model }: Projection.Any, records: Records.Account) =>
  (records.get(model.name) ?? []).filter(
    (record) => only?._tag !== "Range" || only.path.every((field) => record[field] !== null)
  )

/** Whether null stands anywhere in a value, but in what the vendor sent. */
const hasNull = (value: unknown): boolean =>
  value === null ||
  (typeof value === "object" && Object.entries(value).some(([key, inner]) => key !== "raw" && hasNull(inner)))

const vendors = new Set(Records.texts)
const isVendors = (word: string) => vendors.has(word) || /^word\w+\.|^\d\d/.test(word)

/** Declares the tests of a dialect. */
export const conforms = (policy: Policy.Policy): void => {
  const { dialect, misfits, places } = policy
  const { collections } = dialect
  const gatherings = dialect.gathered?.gatherings ?? []

  /** A list's records as they come out of its body, each beside ours. */
  const read = (
    collection: Collection,
    projection: Projection.Any,
    records: Records.Account,
    page = recordsOf(collection, projection, records),
    raw: ReadonlyArray<Projection.Raw> | null = null
  ) => {
    const items = serve(records, projection, page, raw).map((record) => JSON.stringify(record))
    const served = policy.open(JSON.parse(dialect.writeList({ items, next: null }, collection).join("")), collection)
    assert.strictEqual(served.length, page.length)
    return served.map((record, at): readonly [Stored, Stored] => [Object(record), page[at] ?? {}])
  }

  const faults = (
    collection: Collection,
    projection: Projection.Any,
    records: Records.Account
  ): ReadonlyArray<string> => {
    const list = listOf(collection)
    const words = places(list).filter((place) => place.words !== null)
    return read(collection, projection, records).flatMap(([served, stored]) => [
      ...misfits(list, served),
      ...policy.ids(served, stored),
      ...(policy.nulls === "stripped" && hasNull(served) ? [`${list} has null: ${JSON.stringify(served)}`] : []),
      ...words.flatMap((place) =>
        Place.values(served, place.path).flatMap((word) =>
          word === null || place.words?.includes(String(word)) === true || (place.isOpen && isVendors(String(word)))
            ? []
            : [`${list}.${place.path} is ${JSON.stringify(word)}, a word of nobody's`]
        )
      )
    ])
  }

  /** The fullest records of each list: whatever they may hold, gone ones among them, with what the vendor sent. */
  const fullest = Effect.runSync(
    Effect.cached(
      Effect.map(Effect.all(Records.hard), (hard): ReadonlyArray<readonly [string, ReadonlyArray<Stored>]> => [
        ...collections.map((collection) => {
          const served = [account, ...Records.thin, ...hard].flatMap((records) =>
            collection.projections.flatMap((projection) => {
              const page = recordsOf(collection, projection, records)
              const gone = page.map((record) => ({ ...record, remote_deleted_at: "2026-01-02T00:00:00.000Z" }))
              return read(
                collection,
                projection,
                records,
                [...page, ...gone],
                [{ resource: "things", record: { a: 1 } }]
              )
            })
          )
          return [listOf(collection), served.map(([record]) => record)] as const
        }),
        ...gatherings.map(
          (gathering) =>
            [
              listOf(gathering),
              [account, ...Records.thin, ...hard].flatMap((records) => Shown.gathered(gathering, records))
            ] as const
        )
      ])
    )
  )

  describe(`conformance of ${dialect.id}`, () => {
    it("every model has a place, or a reason why it has none", () => {
      const without = models.filter(({ name }) => !Shown.hasPlace(dialect, name)).map(({ name }) => name)
      assert.deepStrictEqual(without.toSorted(), [...Policy.named(policy.placeless)].toSorted())
    })

    for (const model of models.filter(({ name }) => Shown.hasPlace(dialect, name))) {
      it(`every field of ${model.name} is shown, or has a reason why it is not`, () => {
        const { lost, told } = Shown.differences(dialect, model, Policy.named(policy.hidden))
        assert.deepStrictEqual(lost, [], "shown nowhere")
        assert.deepStrictEqual(told, [], "shown after all")
      })
    }

    it("what is not shown is there in a model", () => {
      const known = models.flatMap(Shown.leaves)
      for (const name of Policy.named(policy.hidden)) {
        assert.isTrue(
          known.some((path) => Policy.isNamed([name], path)),
          name
        )
      }
    })

    it.effect("every place of the contract is filled by some record, or has a reason why by none", () =>
      Effect.gen(function* () {
        const declared = Policy.named(policy.unfilled)
        const empty = (yield* fullest).flatMap(([list, records]) =>
          places(list).flatMap(({ path }) =>
            records.some((record) => Place.values(record, path).some((value) => value !== null))
              ? []
              : [`${list}.${path}`]
          )
        )
        assert.deepStrictEqual(
          empty.filter((path) => !Policy.isNamed(declared, path)),
          [],
          "never filled"
        )
        assert.deepStrictEqual(
          declared.filter((name) => !empty.some((path) => Policy.isNamed([name], path))),
          [],
          "filled after all"
        )
      })
    )

    it.effect("every word of the contract is said of some record, or has a reason why of none", () =>
      Effect.gen(function* () {
        const declared = Policy.named(policy.unfilled)
        const missing = (yield* fullest).flatMap(([list, records]) =>
          places(list)
            .filter(({ path }) => !Policy.isNamed(declared, `${list}.${path}`))
            .flatMap(({ path, words }) => {
              const said = new Set(records.flatMap((record) => Place.values(record, path)))
              return (words ?? []).filter((word) => !said.has(word)).map((word) => `${list}.${path}=${word}`)
            })
        )
        const unsaid = Policy.named(policy.unsaid)
        assert.deepStrictEqual(
          missing.filter((word) => !Policy.isNamed(unsaid, word)),
          [],
          "said of none"
        )
        assert.deepStrictEqual(
          unsaid.filter((name) => !missing.some((word) => Policy.isNamed([name], word))),
          [],
          "said after all"
        )
      })
    )

    for (const collection of collections) {
      for (const projection of collection.projections) {
        const name = `${listOf(collection)} of ${projection.model.name}`

        it(`${name}: nulls, empty lists, unknown words, and every known one`, () => {
          assert.deepStrictEqual(faults(collection, projection, account), [])
        })

        it.effect(`${name}: numbers as ids, days that are none, texts that are hard to carry`, () =>
          Effect.gen(function* () {
            for (const [seed, made] of Records.hard.entries()) {
              assert.deepStrictEqual(faults(collection, projection, yield* made), [], `seed ${seed}`)
            }
          })
        )
      }
    }

    for (const gathering of gatherings) {
      const list = listOf(gathering)
      it.effect(`${list}: entries of every record`, () =>
        Effect.gen(function* () {
          for (const made of [Effect.succeed(account), ...Records.hard]) {
            const records = yield* made
            const entries: ReadonlyArray<Stored> = JSON.parse(JSON.stringify(Shown.gathered(gathering, records)))
            assert.isAbove(entries.length, 1)
            assert.deepStrictEqual(
              entries.flatMap((entry) => misfits(list, entry)),
              []
            )
          }
        })
      )
    }
  })
}
