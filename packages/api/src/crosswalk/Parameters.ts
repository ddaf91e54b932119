/** The parameters that every list of this dialect takes. */
import * as Field from "@crosswalk/core/Field"
import * as Filter from "@crosswalk/core/Filter"
import * as Wire from "@crosswalk/core/Wire"
import { Result, Schema } from "effect"
import type { Collection, Parameter } from "../Collection.ts"
import type { Expand, ListRequest, Show, Start } from "../Dialect.ts"
import { invalid, type Failure } from "../Failure.ts"

const flag = Schema.Literals(["true", "false"])
const standardSize = 50
const largestSize = 200
const mostValues = 200

/** A parameter whose schema and form are known to the compiler: types of requests are made of them. */
export interface Typed<S extends Schema.Top, Form extends Parameter["form"]> extends Parameter {
  readonly schema: S
  readonly form: Form
}

const one = <S extends Schema.Top>(description: string, schema: S): Typed<S, "one"> => ({
  description,
  schema,
  form: "one"
})

const many = <const Form extends "comma" | "repeated">(
  description: string,
  form: Form
): Typed<typeof Schema.String, Form> => ({ description, schema: Schema.String, form })

/** Whose presence changes what is seen of a record; single records take them too. */
export const showing = {
  include_raw_data: one("Adds `raw_data`: the vendor's own records. Default false.", flag),
  include_custom_fields: one("Whether `custom_fields` is there. Default true.", flag),
  fields: many("Only these fields.", "comma"),
  expand: many("References to answer as the records that they name, one level deep.", "comma")
}

/** The parameters of single records by name. */
export const item = {
  ...showing,
  explain: one("Adds `explanation`: where each field came from. Default false.", flag)
}

/** The parameters of lists by name. */
export const list = {
  cursor: one("`next_cursor` of the page before.", Schema.String),
  page_size: one(
    `Records in a page, 1 to ${largestSize}. Default ${standardSize}.`,
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: largestSize }))
  ),
  ids: many("Only records with these ids.", "comma"),
  remote_ids: many("Only records with these ids at the vendor; repeat it for each.", "repeated"),
  modified_after: one("Only records whose content changed after this instant.", Field.InstantText),
  include_deleted: one("Also records that are gone at the vendor. Default false.", flag),
  ...showing
}

const fault = (name: string, message: string) => Result.fail(invalid("query", name, message))

const last = (query: URLSearchParams, name: string): string | null => query.getAll(name).at(-1) ?? null

const boolean = (query: URLSearchParams, name: string, standard: boolean): Result.Result<boolean, Failure> => {
  const text = last(query, name)
  if (text === null) return Result.succeed(standard)
  return text === "true" || text === "false" ? Result.succeed(text === "true") : fault(name, "Send true or false.")
}

const commas = (query: URLSearchParams, name: string): Result.Result<ReadonlyArray<string> | null, Failure> => {
  const given = query.getAll(name)
  if (given.length === 0) return Result.succeed(null)
  const values = given.flatMap((text) => text.split(",")).map((text) => text.trim())
  if (values.includes("")) return fault(name, "Send values separated by single commas.")
  return values.length > mostValues ? fault(name, `Send at most ${mostValues} values.`) : Result.succeed(values)
}

const number = /^\d{1,9}$/

const size = (query: URLSearchParams): Result.Result<number, Failure> => {
  const text = last(query, "page_size")
  if (text === null) return Result.succeed(standardSize)
  const value = number.test(text) ? Number(text) : 0
  return value >= 1 && value <= largestSize
    ? Result.succeed(value)
    : fault("page_size", `Send a whole number from 1 to ${largestSize}.`)
}

const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i

const instant = (query: URLSearchParams, name: string): Result.Result<string | null, Failure> => {
  const text = last(query, name)
  if (text === null) return Result.succeed(null)
  const found = zoned.test(text) ? Wire.instant(text) : null
  return found === null
    ? fault(name, "Send an instant with its zone in ISO 8601, for instance 2026-01-31T09:30:00Z.")
    : Result.succeed(found)
}

const expansions = (
  query: URLSearchParams,
  { expansions }: Collection
): Result.Result<ReadonlyArray<Expand>, Failure> =>
  Result.flatMap(commas(query, "expand"), (names) => {
    const unknown = names?.find((name) => !Object.hasOwn(expansions, name))
    if (unknown === undefined) return Result.succeed((names ?? []).map((field) => ({ field, keys: null })))
    const known = Object.keys(expansions)
    return fault(
      "expand",
      known.length === 0
        ? "Records of this model hold no references."
        : `There is no reference ${JSON.stringify(unknown)}; there are: ${known.join(", ")}.`
    )
  })

const keys = (
  query: URLSearchParams,
  { projections }: Collection
): Result.Result<ReadonlyArray<string> | null, Failure> =>
  Result.flatMap(commas(query, "fields"), (names) => {
    const known = Object.keys(projections[0].shape.fields)
    const unknown = names?.find((name) => !known.includes(name) && name !== "raw_data")
    return unknown === undefined
      ? Result.succeed(names)
      : fault("fields", `There is no field ${JSON.stringify(unknown)}; there are: ${known.join(", ")}.`)
  })

/** What a request wants to see of a record. */
export const show = (query: URLSearchParams, collection: Collection): Result.Result<Show, Failure> =>
  Result.all({
    raw: boolean(query, "include_raw_data", false),
    customFields: boolean(query, "include_custom_fields", true),
    keys: keys(query, collection),
    expand: expansions(query, collection)
  })

/** What is to be seen of a single record, and whether it is to be explained. */
export const single = (query: URLSearchParams, collection: Collection) =>
  Result.flatMap(only(query, item), () =>
    Result.all({ show: show(query, collection), explain: boolean(query, "explain", false) })
  )

const unknownParameter = (query: URLSearchParams, known: ReadonlyArray<string>): Result.Result<void, Failure> => {
  const name = [...query.keys()].find((key) => !known.includes(key))
  return name === undefined
    ? Result.succeed(undefined)
    : fault(name, `There is no such parameter; there are: ${known.join(", ")}.`)
}

const start = (query: URLSearchParams): Start => {
  const cursor = last(query, "cursor")
  return cursor === null ? { _tag: "First" } : { _tag: "Cursor", cursor }
}

/** Refuses parameters that a route does not know. */
export const only = (query: URLSearchParams, known: Readonly<Record<string, unknown>>) =>
  unknownParameter(query, Object.keys(known))

/** What a list is asked for. */
export const request = (query: URLSearchParams, collection: Collection): Result.Result<ListRequest, Failure> =>
  Result.flatMap(unknownParameter(query, Object.keys(list)), () =>
    Result.map(
      Result.all({
        limit: size(query),
        ids: commas(query, "ids"),
        modifiedAfter: instant(query, "modified_after"),
        includeDeleted: boolean(query, "include_deleted", false),
        show: show(query, collection)
      }),
      ({ ids, includeDeleted, limit, modifiedAfter, show }) => {
        const remoteIds = query.getAll("remote_ids")
        return {
          filter: Filter.all([
            ...(ids === null ? [] : [Filter.ids(ids)]),
            ...(remoteIds.length === 0 ? [] : [Filter.remoteIds(remoteIds)]),
            ...(modifiedAfter === null ? [] : [Filter.modifiedAfter(modifiedAfter)])
          ]),
          byEntry: [],
          mustExist: [],
          includeDeleted,
          limit,
          start: start(query),
          order: null,
          show
        }
      }
    )
  )
