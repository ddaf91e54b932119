import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"
import * as Field from "@crosswalk/core/Field"
import * as Id from "@crosswalk/core/Id"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Model from "@crosswalk/core/Model"
import * as Page from "@crosswalk/core/Page"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Resource from "@crosswalk/core/Resource"
import { isolate } from "../src/internal/isolate.ts"
import { execFileSync } from "node:child_process"

const Tag = Model.make("tag", {
  plural: "tags",
  category: "ats",
  description: "A label.",
  fields: {
    name: Field.text("Its text."),
    rank: Field.integer("Its place."),
    user_id: Field.reference("employee", "Who made it."),
    user_ids: Field.references("employee", "Who uses it.")
  }
})

/** Says less than the vendor keeps to, so that the rules below run into it. */
const label = Resource.make("labels", {
  path: "/labels",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({ id: Schema.String, text: Schema.Any, rank: Schema.Any, by: Schema.Any, used: Schema.Any }),
  id: ({ id }) => id
})

const tag = Mapper.make(Tag, label, {
  docs: "https://vendor.example.com/labels",
  fields: {
    remote_id: ({ id }) => id,
    remote_created_at: Mapper.absent("no such thing"),
    remote_updated_at: Mapper.absent("no such thing"),
    custom_fields: Mapper.absent("no such thing"),
    name: Mapper.derived("in capitals", ({ text }) => text.toUpperCase()),
    rank: ({ rank }) => rank,
    user_id: ({ by }) => by,
    user_ids: ({ used }) => used
  }
})

const identify = Id.forConnector("connector")

const lax = (value: Schema.Top) => Schema.Union([value, value, value, Schema.Json])

const Label = Schema.Struct({
  id: Schema.String,
  text: lax(Schema.String),
  rank: lax(Schema.NullOr(Schema.Int)),
  by: lax(Schema.NullOr(Schema.String)),
  used: lax(Schema.Array(Schema.String))
})

describe("a compiled mapping", () => {
  it.prop(
    "gives what the same rules give one by one",
    { record: Arbitrary.schema(Label) },
    ({ record }) => {
      const key = RemoteKey.make(record.id) ?? "none"
      const group = { key, members: [{ key, parent: null, record }], joined: {} }
      assert.deepStrictEqual(tag.run(group, identify), isolate(Tag, tag.rules, record, identify))
    },
    { arbitrary: { runs: 500 } }
  )

  it("gives it also where generating code is forbidden", () => {
    const source = `
      import * as CheckIn from "@crosswalk/core/CheckIn"
      import * as Id from "@crosswalk/core/Id"
      import * as Mapper from "@crosswalk/core/Mapper"
      import * as Page from "@crosswalk/core/Page"
      import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Resource from "@crosswalk/core/Resource"
      import * as Source from "@crosswalk/core/Source"
      import { Tag } from "@crosswalk/core/ats/Tag"
      import { Schema } from "effect"
      const wire = Schema.Struct({ id: Schema.String, text: Schema.NullOr(Schema.String) })
      const labels = Resource.make("labels", { path: "", page: Page.single({ items: "" }), wire, id: ({ id }) => id })
      const none = Mapper.absent("no such thing")
      const fields = Object.fromEntries(Object.keys(Tag.mapped.fields).map((field) => [field, none]))
      const tag = Mapper.make(Tag, labels, { docs: "", fields: { ...fields, remote_id: ({ id }) => id, name: ({ text }) => text }
      })
      const checked = [{ id: "a", text: "b" }, { id: "c", text: 1 }].map((raw) => CheckIn.make(labels)(raw, null))
      const { key, record } = checked[0]
      const group = { key, members: [{ key, parent: null, record }], joined: {} }
      const { record: { remote_id, name } } = tag.run(group, Id.forConnector("connector"))
      const joins = { same: Source.lookup(labels, ({ id }) => [id]) }
      const input = Source.one(labels, joins).input({ ...group, joined: { same: [record] } })
      console.log(JSON.stringify({ tags: checked.map(({ _tag }) => _tag), remote_id, name, input }))`
    const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-e"]
    const printed = execFileSync(process.execPath, [...flags, source], { cwd: import.meta.dirname, encoding: "utf8" })
    const record = { id: "a", text: "b" }
    assert.deepStrictEqual(JSON.parse(printed), {
      tags: ["Accepted", "Rejected"],
      remote_id: "a",
      name: "b",
      input: { remote: record, same: [record] }
    })
  })
})
