import { assert, layer } from "@effect/vitest"
import { dialect as bindbee } from "@crosswalk/api/bindbee/Dialect"
import { dialect as crosswalk } from "@crosswalk/api/crosswalk/Dialect"
import { RecordQuery } from "@crosswalk/store/RecordQuery"
import { Effect, Schema } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

const Item = Schema.Record(Schema.String, Schema.Unknown)
const Page = Schema.Union([Schema.Struct({ data: Schema.Array(Item) }), Schema.Struct({ items: Schema.Array(Item) })])
const decode = Schema.decodeUnknownOption(Page)

const idOf = (value: unknown): string | null =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
      ? value.id
      : null

layer(Served.layer, { timeout: 120_000 })("expand", (it) => {
  it.effect.each([crosswalk, bindbee])(
    "$id finds people whether they are employees or users to the vendor",
    (dialect) =>
      Effect.gen(function* () {
        const { accounts, key } = yield* Account.workspace(20)
        const base = yield* Served.baseUrl
        const query = yield* RecordQuery
        const met = new Map<string, number>()
        for (const { connector, token } of accounts) {
          for (const collection of dialect.collections) {
            if (collection.category !== connector.category) continue
            for (const [field, { model }] of Object.entries(collection.expansions)) {
              if (model !== "employee" && model !== "user") continue
              const body = yield* Effect.promise(async () => {
                const response = await fetch(
                  `${base}${dialect.prefix}${dialect.listPath(collection)}?expand=${field}`,
                  { headers: { authorization: `Bearer ${key}`, "x-connector-token": token } }
                )
                const read: unknown = await response.json()
                return decode(read)
              })
              if (body._tag === "None") continue
              const values = ("data" in body.value ? body.value.data : body.value.items).flatMap((item) => item[field])
              const ids = values.flatMap((value) => idOf(value) ?? [])
              const people = new Set<string>()
              for (const kind of ["employee", "user"] as const) {
                for (const { id } of yield* query.byIds(connector.id, kind, ids)) people.add(id)
              }
              for (const value of values) {
                const id = idOf(value)
                if (id === null) continue
                const said = `${connector.provider} ${collection.path} ${field}`
                assert.strictEqual(typeof value, people.has(id) ? "object" : "string", said)
                if (people.has(id)) met.set(connector.category, (met.get(connector.category) ?? 0) + 1)
              }
            }
          }
        }
        assert.sameMembers([...met.keys()], ["ats", "hris"])
      })
  )
})
