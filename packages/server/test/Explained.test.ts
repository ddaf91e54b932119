import { assert, layer } from "@effect/vitest"
import { Employee } from "@crosswalk/core/hris/Employee"
import * as Id from "@crosswalk/core/Id"
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import { Records } from "@crosswalk/store/Records"
import { Effect, Schema } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

const Read = Schema.Struct({ path: Schema.String, value: Schema.optionalKey(Schema.Unknown) })
const Field = Schema.Struct({
  field: Schema.String,
  rule: Schema.Literals(["read", "derived", "absent"]),
  note: Schema.NullOr(Schema.String),
  from: Schema.Array(Read)
})
const Page = Schema.Struct({ data: Schema.NonEmptyArray(Schema.Struct({ id: Schema.String })) })
const Item = Schema.Struct({
  id: Schema.optionalKey(Schema.String),
  explanation: Schema.optionalKey(Schema.NullOr(Schema.Array(Field)))
})

const people = Effect.gen(function* () {
  const { accounts, key } = yield* Account.workspace(6)
  const account = accounts.find(({ connector }) => connector.category === "hris")
  if (account === undefined) return yield* Effect.die("no provider of people can be simulated")
  const base = yield* Served.baseUrl
  const get = (path: string) =>
    Effect.promise(async () => {
      const response = await fetch(`${base}/v1/hris/employees${path}`, {
        headers: { authorization: `Bearer ${key}`, "x-connector-token": account.token }
      })
      const body: unknown = await response.json()
      return { status: response.status, body }
    })
  const { data } = Schema.decodeUnknownSync(Page)((yield* get("")).body)
  const item = (query: string) =>
    Effect.map(get(`/${data[0].id}${query}`), ({ body }) => Schema.decodeUnknownSync(Item)(body))
  return { ...account, get, id: data[0].id, item }
})

layer(Served.layer, { timeout: 60_000 })("explain", (it) => {
  it.effect("tells of every field how it is filled, and by which paths of the vendor's", () =>
    Effect.gen(function* () {
      const { id, item } = yield* people
      const { explanation } = yield* item("?explain=true")
      const fields = explanation ?? []
      assert.sameMembers(
        fields.map(({ field }) => field),
        Model.mappedFields(Employee).map(({ field }) => field)
      )
      for (const { field, from, note, rule } of fields) {
        if (rule === "absent") assert.isNotEmpty(note, field)
        else assert.isNotEmpty(from, field)
      }
      assert.strictEqual((yield* item("?explain=true")).id, id)
      assert.isUndefined((yield* item("?explain=false")).explanation)
      assert.isUndefined((yield* item("")).explanation)
    })
  )

  it.effect("says nothing of fields that were not asked for", () =>
    Effect.gen(function* () {
      const { item } = yield* people
      const told = yield* item("?explain=true&fields=first_name")
      assert.deepStrictEqual(
        told.explanation?.map(({ field }) => field),
        ["first_name"]
      )
    })
  )

  it.effect("does not repeat what the law protects specially", () =>
    Effect.gen(function* () {
      const { item } = yield* people
      const classes = new Map(Model.fields(Models.byName("employee")).map(({ field, pii }) => [field, pii]))
      const read = ((yield* item("?explain=true")).explanation ?? []).filter(({ from }) => from.length > 0)
      const isHidden = (field: string) => ["special", "government-id"].includes(classes.get(field) ?? "none")
      const hidden = read.filter(({ field }) => isHidden(field))
      assert.isNotEmpty(hidden)
      for (const { from } of hidden) for (const one of from) assert.notProperty(one, "value")
      for (const { field, from } of read) {
        if (!isHidden(field)) for (const one of from) assert.property(one, "value", field)
      }
    })
  )

  it.effect("is null when the vendor's records are gone, and refused on a list or with another word", () =>
    Effect.gen(function* () {
      const { connector, get } = yield* people
      const id = Id.make(connector.id, "employee", "gone")
      const text = JSON.stringify({ id, remote_id: "gone" })
      yield* Records.use((records) =>
        records.write(
          connector.id,
          "employee",
          [{ remoteId: "gone", id, hash: text, text }],
          "2026-01-01T00:00:00.000Z"
        )
      )
      const { body } = yield* get(`/${id}?explain=true`)
      assert.deepInclude(Object(body), { id, remote_id: "gone", explanation: null })
      assert.strictEqual((yield* get("?explain=true")).status, 400)
      assert.strictEqual((yield* get("/x?explain=yes")).status, 400)
    })
  )
})
