import { assert, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import * as Pull from "../src/Pull.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const pulled = (data: Tiny.Data) =>
  Effect.gen(function* () {
    const connection = Tiny.connection(yield* Tiny.serve(data))
    const records = yield* Stream.runCollect(Pull.records({ connection, model: "reject_reason", since: null }))
    return Object.fromEntries(
      records.map((one) => (one._tag === "Pulled" ? [one.record["remote_id"], one.record["name"]] : ["unusable", one]))
    )
  }).pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))

const account = (seed: number): Tiny.Data => {
  const random = new Random(seed)
  const data = Tiny.random(random, 12)
  for (let edits = 0; edits < 60; edits++) Tiny.edit(data, random)
  return data
}

it.live.each([1, 2, 3, 4, 5])("a record comes with those that name it, and what these name (seed %i)", (seed) =>
  Effect.gen(function* () {
    const data = account(seed)
    assert.deepStrictEqual(yield* pulled(data), Tiny.expected(data)["reject_reason"])
  })
)

it.live.each([403, 404])("a list of the joined that is refused with %i is unknown, not empty", (status) =>
  Effect.gen(function* () {
    const data = account(1)
    data.instead = (path) => (path === "/badges" ? { status, body: { message: "no" } } : null)
    const names = Object.values(yield* pulled(data))
    assert.isAbove(names.length, 0)
    for (const name of names) assert.include(String(name), "with ? ?")
  })
)

it.live("a record of a joined list that cannot be read is told of, and harms no other", () =>
  Effect.gen(function* () {
    const data = account(1)
    const body = { data: [{ id: null }, { id: "b1", person: null, kind: null }], hasNext: false }
    data.instead = (path) => (path === "/badges" ? { status: 200, body } : null)
    const { unusable, ...names } = yield* pulled(data)
    assert.isDefined(unusable)
    assert.strictEqual(Object.keys(names).length, data.people.size)
  })
)
