import { assert, describe, it } from "@effect/vitest"
import * as CheckIn from "@crosswalk/core/CheckIn"
import * as Keep from "@crosswalk/core/Keep"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import { Arbitrary, Predicate, Schema } from "effect"
import { Memo, memos, Note, rules } from "./Sample.ts"

interface Tree {
  readonly id: string
  readonly below?: ReadonlyArray<Tree>
}
const Tree: Schema.Codec<Tree> = Schema.Struct({
  id: Schema.String,
  below: Schema.optionalKey(Schema.Array(Schema.suspend(() => Tree)))
})

const kept = (wire: Schema.Codec<unknown>) =>
  Keep.read(Resource.make("things", { path: "/", page: Page.single({ items: "" }), wire, id: () => "1" }))

describe("Keep", () => {
  it("keeps what is read and nothing else, however deep", () => {
    const wire = Schema.Struct({
      id: Schema.String,
      owner: Schema.NullOr(Schema.Struct({ name: Schema.String })),
      emails: Schema.Array(Schema.Union([Schema.String, Schema.Struct({ value: Schema.String })])),
      custom: Schema.Record(Schema.String, Schema.Struct({ text: Schema.String })),
      blob: Schema.Unknown
    })
    assert.deepStrictEqual(
      kept(wire)({
        id: "1",
        ssn: "000",
        owner: { name: "Ada", salary: 1 },
        emails: ["a@b", { value: "c@d", verified: true }],
        custom: { any: { text: "t", hidden: 1 } },
        blob: { all: { of: ["it"] } }
      }),
      {
        id: "1",
        owner: { name: "Ada" },
        emails: ["a@b", { value: "c@d" }],
        custom: { any: { text: "t" } },
        blob: { all: { of: ["it"] } }
      }
    )
  })

  it("keeps an object without its keys where a simple value is read", () => {
    assert.deepStrictEqual(kept(Schema.Struct({ id: Schema.String }))({ id: { secret: [1] } }), { id: {} })
    assert.deepStrictEqual(kept(Schema.Struct({}))({ any: 1 }), {})
  })

  it("follows a schema that contains itself", () => {
    const deep = { id: "1", x: 1, below: [{ id: "2", x: 2, below: [{ id: "3", x: 3 }] }] }
    assert.deepStrictEqual(kept(Tree)(deep), { id: "1", below: [{ id: "2", below: [{ id: "3" }] }] })
  })

  const mapper = Mapper.make(Note, memos, { docs: "https://vendor.invalid", fields: rules })
  const checkIn = CheckIn.make(memos)
  const keep = Keep.read(memos)
  const mapped = (raw: unknown) => {
    const checked = checkIn(raw, "f1")
    const paths = checked.issues.map(({ path }) => path)
    if (checked._tag === "Rejected") return { paths, key: checked.key }
    const members = [{ key: checked.key, parent: "f1", record: checked.record }]
    return { paths, outcome: mapper.run({ key: checked.key, members, joined: {} }, (model, id) => `${model}:${id}`) }
  }
  const noise = (value: unknown, extra: unknown): unknown => {
    if (Array.isArray(value)) return value.map((entry) => noise(entry, extra))
    if (!Predicate.isObject(value)) return value
    return { ...Object.fromEntries(Object.entries(value).map(([key, of]) => [key, noise(of, extra)])), unread: extra }
  }
  const { wild: _, ...fields } = Memo.fields
  const keys = Object.keys(fields)

  it.prop(
    "maps what is kept of a record as it maps the whole, broken or not",
    {
      memo: Arbitrary.schema(Schema.Struct(fields)),
      odd: Arbitrary.schema(Schema.Json),
      at: Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: keys.length })))
    },
    ({ at, memo, odd }) => {
      const whole = noise({ ...memo, ...(at === keys.length ? {} : { [keys[at] ?? ""]: odd }) }, odd)
      const part = keep(whole)
      assert.deepStrictEqual(mapped(part), mapped(whole))
      assert.deepStrictEqual(keep(part), part)
      assert.notInclude(JSON.stringify(part), `"unread"`)
    },
    { arbitrary: { runs: 1000 } }
  )
})
