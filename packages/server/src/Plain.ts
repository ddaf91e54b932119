/**
 * Which values of a query may be logged: those of parameters that tell nothing of a person. What is not known to be plain is
 * not.
 */
import type { Collection, Narrowing } from "@crosswalk/api/Collection"
import type { Filter } from "@crosswalk/core/Filter"
import * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"
import { Result } from "effect"

/** Parameters of dialects and routes that hold our own words, numbers, instants and ids. */
const ours =
  /^(?:cursor|page_size|limit|offset|ids|fields|expand|sort|order|full|explain|categor(?:y|ies)|connector_id|is_active|(?:include|ignore)_\w+|(?:updated|modified)_(?:after|gte))$/

/** Our words and ids have no other letters. */
const form = /^[\w.,:+-]*$/

const longest = 500

/** One of these is a value of any filter. */
const samples = ["a", "true", "2026-01-31", "2026-01-31T09:30:00Z", "1"]

/** Whether what a filter is about tells nothing of a person. */
const isPlainFilter = (filter: Filter, model: ModelName): boolean => {
  switch (filter._tag) {
    case "In":
    case "Words":
    case "Range":
    case "Element": {
      const field = Model.fields(Models.byName(model)).find((one) => one.field === filter.path[0])
      return field !== undefined && (field.pii ?? "none") === "none"
    }
    case "Ids":
    case "Modified":
      return true
    case "RemoteIds":
      return false
    case "Related":
      return isPlainFilter(filter.filter, filter.way.at(-1)?.to ?? model)
    case "All":
    case "Any":
      return filter.filters.every((one) => isPlainFilter(one, model))
  }
}

const isPlainNarrowing = ({ filter, schema }: Narrowing, model: ModelName): boolean => {
  const words = "literals" in schema && Array.isArray(schema.literals) ? schema.literals.map(String) : []
  const made = [...words, ...samples].map((value) => filter([value])).find(Result.isSuccess)
  return made !== undefined && isPlainFilter(made.success, model)
}

/** Names of a list's own filters that may be logged: those of which no record's field tells of a person. */
export const filters = ({ filters, projections }: Collection): ReadonlySet<string> =>
  new Set(
    Object.entries(filters).flatMap(([name, narrowing]) =>
      projections.every(({ model }) => isPlainNarrowing(narrowing, model.name)) ? [name] : []
    )
  )

/** The parameters of a request. */
export interface Parameters {
  /** Names of all of them. */
  readonly known: ReadonlySet<string>
  /** Names of filters whose values may be logged. */
  readonly plain: ReadonlySet<string>
}

/** A query as it may be logged. Names that are not known are not repeated, either. */
export const query = (asked: URLSearchParams, { known, plain }: Parameters): string =>
  [...asked]
    .map(([name, value]) => {
      if (!known.has(name)) return "?=***"
      return `${name}=${(ours.test(name) || plain.has(name)) && form.test(value) ? value : "***"}`
    })
    .join("&")
    .slice(0, longest)
