import { assert, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import * as Pull from "../src/Pull.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { telling } from "./Account.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

/** The telling field of every pulled record by its remote id, and the issues of what could not be mapped. */
const pull = Effect.fnUntraced(function* (data: Tiny.Data, model: string, since: number | null = null) {
  const baseUrl = yield* Tiny.serve(data)
  const pulled = yield* Stream.runCollect(
    Pull.records({ connection: Tiny.connection(baseUrl), model, since, explain: true })
  )
  const records = pulled.flatMap((one) => (one._tag === "Pulled" ? [one] : []))
  const ids = records.map(({ record }) => String(record["remote_id"]))
  assert.strictEqual(new Set(ids).size, ids.length, "each record once")
  return {
    records,
    told: Object.fromEntries(records.map(({ record }, index) => [ids[index], telling(model, record)])),
    unusable: pulled.flatMap((one) => (one._tag === "Unusable" ? one.issues : []))
  }
})

const provided = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  effect.pipe(Effect.scoped, Effect.provide(VendorClient.layerHttp))

it.live.each(["office", "department", "reject_reason", "tag", "note"])(
  "brings what a sync would store of %s",
  (model) =>
    provided(
      Effect.gen(function* () {
        const data = Tiny.random(new Random(11), 40)
        const { told, unusable } = yield* pull(data, model)
        assert.deepStrictEqual(told, Tiny.expected(data)[model])
        assert.deepStrictEqual(unusable, [])
      })
    )
)

it.live("brings whole groups of those that were updated since, and nothing else", () =>
  provided(
    Effect.gen(function* () {
      const data = Tiny.random(new Random(12), 30)
      const [first] = data.people.values()
      const mark = data.now
      data.now += 60_000
      if (first !== undefined) data.people.set(first.id, { ...first, name: "Changed", updated: data.now })
      const { told } = yield* pull(data, "department", mark + 1000)
      const human = first?.human ?? ""
      assert.deepStrictEqual(told, { [human]: Tiny.expected(data)["department"]?.[human] })
    })
  )
)

it.live("refuses to narrow what the vendor cannot narrow, and names the models there are", () =>
  provided(
    Effect.gen(function* () {
      const data = Tiny.random(new Random(12), 3)
      const narrowed = yield* Effect.flip(pull(data, "office", 0))
      assert.include(narrowed.message, "cannot narrow teams")
      const unknown = yield* Effect.flip(pull(data, "payslip"))
      assert.include(unknown.message, "office, reject_reason, tag")
    })
  )
)

it.live("tells of what it cannot map, and goes on", () =>
  provided(
    Effect.gen(function* () {
      const data = Tiny.random(new Random(12), 3)
      data.instead = (path) =>
        path === "/teams"
          ? { status: 200, body: { data: [{ name: "no id" }, { id: "t9", name: 5 }, { id: "t8" }] } }
          : null
      const { records, told, unusable } = yield* pull(data, "office")
      assert.deepStrictEqual(told, { t9: null, t8: null })
      assert.deepStrictEqual(
        unusable.map(({ path }) => path),
        ["id"]
      )
      assert.deepStrictEqual(
        records.map(({ issues }) => issues.map(({ path }) => path)),
        [["name"], []]
      )
    })
  )
)
