import { assert, describe, it } from "@effect/vitest"
import { dialect } from "@crosswalk/api/crosswalk/Dialect"
import * as Models from "@crosswalk/core/Models"
import { Schema } from "effect"
import { account } from "./Account.ts"
import { conforms } from "./Suite.ts"

const decode = Schema.decodeUnknownSync(
  Schema.Struct({ data: Schema.Array(Schema.Unknown), next_cursor: Schema.Null }),
  { onExcessProperty: "error" }
)

const isUuid = (value: unknown) =>
  typeof value === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value)
const isText = (value: unknown) => typeof value === "string"
const isListOf = (check: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(check)
const matches = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value)

// A name ends with what its value is; these are the vendor's own texts under such names.
const texts = new Set(
  ["experiences", "education"].flatMap((list) => [`candidate.${list}[].started_on`, `candidate.${list}[].ended_on`])
)

/** What a value is by its name's end, in the order in which the ends are looked for. */
const rules: ReadonlyArray<readonly [end: RegExp, check: (value: unknown) => boolean]> = [
  [/(?:^|_)remote_id$/, isText],
  [/(?:^|_)id$/, isUuid],
  [/_ids$/, isListOf(isUuid)],
  [/_at$/, matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)],
  [/_on$|^date_of_birth$/, matches(/^\d{4}-\d{2}-\d{2}$/)],
  [/_time$/, matches(/^\d{2}:\d{2}:\d{2}$/)],
  [/^(?:is|has|can)_/, (value) => typeof value === "boolean"]
]

const always = ["id", "remote_id", "remote_created_at", "remote_updated_at", "custom_fields"]
const required = ["id", "remote_id", "modified_at"]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const faults = (value: unknown, path: string): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => faults(one, `${path}[]`))
  if (!isObject(value)) return value === undefined ? [`${path} is nothing`] : []
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = `${path}.${name}`
    if (name === "custom_fields") return []
    const [, check] = rules.find(([end]) => end.test(name)) ?? []
    const fits = inner === null || texts.has(place) || check === undefined || check(inner)
    return fits ? faults(inner, place) : [`${place} is ${JSON.stringify(inner)}`]
  })
}

const named = new Map(Models.all.map((model) => [`${model.category}/${model.plural}`, model]))

conforms({
  dialect,
  misfits: (list, record) => {
    const { name } = named.get(list) ?? assert.fail(list)
    if (!isObject(record)) return [`${list} is no record`]
    const keys = Object.keys(record)
    // Every key of the fullest record is there in each; what the store adds stands last.
    const [, , , full = {}] = account.get(name) ?? []
    return [
      ...(keys.join() === Object.keys(full).join() ? [] : [`${list} has ${keys.join()}`]),
      ...(keys.slice(0, 2).join() === "id,remote_id" && always.every((key) => keys.includes(key))
        ? []
        : [`${list} lacks`]),
      ...(keys.slice(-2).join() === "remote_deleted_at,modified_at"
        ? []
        : [`${list} ends with ${keys.slice(-2).join()}`]),
      ...required.flatMap((key) => (typeof record[key] === "string" ? [] : [`${list}.${key} is no text`])),
      ...faults(record, name)
    ]
  },
  places: () => [],
  nulls: "kept",
  // Records are served as they are stored, to the last sign.
  ids: (served, stored) => (JSON.stringify(served) === JSON.stringify(stored) ? [] : ["the record differs"]),
  open: (body) => decode(body).data,
  placeless: {},
  hidden: {},
  unfilled: {},
  unsaid: {}
})

describe("our own words", () => {
  it("are in capitals, beside the vendor's as it came", () => {
    const words = (value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> =>
      Array.isArray(value)
        ? value.flatMap(words)
        : !isObject(value)
          ? []
          : "value" in value && "remote" in value
            ? [value]
            : Object.values(value).flatMap(words)
    const all = [...account.values()].flat().flatMap(words)
    assert.isAbove(all.length, 500)
    for (const word of all) {
      assert.deepStrictEqual(Object.keys(word), ["value", "remote"])
      assert.isTrue(word["value"] === null || /^[A-Z][A-Z_]*$/.test(String(word["value"])), JSON.stringify(word))
    }
  })
})
