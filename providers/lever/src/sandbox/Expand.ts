/**
 * The `include` and `expand` parameters.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

const named = (request: Request, name: string): ReadonlyArray<string> =>
  request.query.getAll(name).flatMap((value) => value.split(","))

const user = (state: State, id: Json): Json => state.tables.users.get(Wire.text(id)) ?? id

/** The field as an object, where it can be one. */
const expanded = (state: State, record: JsonObject, field: string): Json => {
  const value = record[field] ?? null
  switch (field) {
    case "applications":
      return state.children("application", Wire.text(record.id))
    case "stage": {
      const stage = state.account.stages.find(({ id }) => id === value)
      return stage === undefined ? value : { id: stage.id, text: stage.text }
    }
    case "owner":
    case "sourcedBy":
    case "creator":
      return user(state, value)
    case "followers":
      return Wire.list(value).map((id) => user(state, id))
    case "contact":
      return state.contact(Wire.text(value)) ?? value
    default:
      return value
  }
}

const expandable = new Set(["applications", "stage", "owner", "sourcedBy", "followers", "contact"])

/** An opportunity as the request wants it: expanded fields are sent even when `include` does not name them. */
export const opportunity = (state: State, request: Request): ((record: JsonObject) => JsonObject) => {
  const include = named(request, "include")
  const expand = named(request, "expand").filter((field) => expandable.has(field))
  if (include.length === 0 && expand.length === 0) return (record) => record
  return (record) => {
    const kept: JsonObject =
      include.length === 0
        ? record
        : Object.fromEntries(Object.entries(record).filter(([field]) => field === "id" || include.includes(field)))
    return { ...kept, ...Object.fromEntries(expand.map((field) => [field, expanded(state, record, field)])) }
  }
}

/** A child as the request wants it: the creator of an offer can be expanded. */
export const child = (state: State, request: Request): ((record: JsonObject) => JsonObject) =>
  named(request, "expand").includes("creator")
    ? (record) => ("creator" in record ? { ...record, creator: expanded(state, record, "creator") } : record)
    : (record) => record
