/**
 * Many other mappers, run before anything is measured: a process serves many providers, and what V8 has learnt of the
 * code they share must not depend on there being one.
 */
import * as CheckIn from "@crosswalk/core/CheckIn"
import * as Field from "@crosswalk/core/Field"
import * as Id from "@crosswalk/core/Id"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Model from "@crosswalk/core/Model"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"

const docs = "https://crowd.example.com"

/** A mapper unlike the others: as many fields as it has a number, by other names and in other forms. */
const member = (nth: number) => {
  const names = Array.from({ length: 6 + nth }, (_, at) => `f${nth}_${at}`)
  const wire = Schema.Struct({
    [`id${nth}`]: Wire.Id,
    ...Object.fromEntries(
      names.map((name, at) => [
        name,
        at % 3 === 0
          ? Wire.maybe(Schema.String)
          : at % 3 === 1
            ? Wire.maybe(Wire.Numeric)
            : Wire.maybe(Schema.Array(Schema.Struct({ [`of${nth}`]: Schema.String })))
      ])
    )
  })
  const resource = Resource.make(`crowd_${nth}`, {
    path: "/",
    page: Page.single({ items: "" }),
    wire,
    id: (record) => Wire.text(String(record[`id${nth}`]))
  })
  const model = Model.make("tag", {
    plural: "tags",
    category: "ats",
    description: "A record of the crowd.",
    fields: Object.fromEntries(
      names.map((name, at) => [
        name,
        at % 3 === 0
          ? Field.text(name)
          : at % 3 === 1
            ? Field.number(name)
            : Field.list(Schema.Struct({ value: Schema.String }), name)
      ])
    )
  })
  const read = (name: string, at: number) => (record: Readonly<Record<string, unknown>>) => {
    const value = record[name]
    if (at % 3 === 0) return typeof value === "string" ? Wire.text(value) : null
    if (at % 3 === 1) return typeof value === "number" ? Wire.number(value) : null
    return Array.isArray(value) ? value.map((entry) => ({ value: String(entry[`of${nth}`]) })) : null
  }
  const mapper = Mapper.make(model, resource, {
    docs,
    fields: {
      remote_id: (record) => String(record[`id${nth}`]),
      remote_created_at: Mapper.absent("the crowd has no times"),
      remote_updated_at: Mapper.absent("the crowd has no times"),
      custom_fields: Mapper.absent("the crowd has none"),
      ...Object.fromEntries(names.map((name, at) => [name, read(name, at)]))
    }
  })
  const record = (index: number) => ({
    ...Object.fromEntries(
      names.map((name, at) => [
        name,
        at % 3 === 0 ? `text ${index}` : at % 3 === 1 ? index + at : [{ [`of${nth}`]: `entry ${index}` }]
      ])
    ),
    [`id${nth}`]: nth % 2 === 0 ? index : `r${index}`
  })
  return { mapper, record, checkIn: CheckIn.make(resource) }
}

/** Makes and runs the mappers, each on some hundred records; gives how many records came out. */
export const run = (mappers: number): number => {
  const identify = Id.forConnector("crowd")
  let mapped = 0
  for (let nth = 0; nth < mappers; nth++) {
    const { mapper, record, checkIn } = member(nth)
    for (let index = 0; index < 400; index++) {
      const checked = checkIn(record(index), null)
      if (checked._tag === "Rejected") continue
      const { key, record: remote } = checked
      const outcome = mapper.run({ key, members: [{ key, parent: null, record: remote }], joined: {} }, identify)
      if (outcome?._tag === "Mapped" && outcome.issues.length === 0) mapped++
    }
  }
  return mapped
}
