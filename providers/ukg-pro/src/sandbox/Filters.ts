/**
 * What callers may narrow lists by. A parameter that the endpoint does not have is refused, so that a misspelt filter
 * does not pass for a full list.
 */
import type { Answer, Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { Result } from "effect"
import { day } from "./Account.ts"
import type { Endpoint } from "./Endpoint.ts"
import * as Problems from "./Problems.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

/** A span of time in milliseconds; its end does not belong to it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What a request wants of a list. */
export interface Narrowed {
  /** The person asked for. */
  readonly employee: string | undefined
  readonly acceptsRow: ((row: number) => boolean) | undefined
  /** Over what is sent and the record it was made of; undefined when everything is wanted. */
  readonly accepts: ((shown: JsonObject, record: JsonObject) => boolean) | undefined
}

const month = "(\\d\\d-\\d\\d-\\d{4})"
const single = new RegExp(`^([<>]?)${month}$`)
const double = new RegExp(`^\\{${month},\\s*${month}\\}$`)

const midnight = (text: string): number | undefined =>
  Wire.millis(`${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`)

/** Days as the vendor has them: `<MM-DD-YYYY` before, `>` after, plain on, `{a,b}` between, both days included. */
export const span = (name: string, text: string): Result.Result<Span, Answer> => {
  const [, sign, one = ""] = single.exec(text) ?? []
  const [, first = one, last = one] = double.exec(text) ?? []
  const [from, to] = [midnight(first), midnight(last)]
  if (from === undefined || to === undefined) {
    return Result.fail(Problems.invalid(name, `${name} must be written as MM-DD-YYYY`))
  }
  if (sign === "<") return Result.succeed({ from: Number.NEGATIVE_INFINITY, to: from })
  return Result.succeed(sign === ">" ? { from: from + day, to: Number.POSITIVE_INFINITY } : { from, to: to + day })
}

/** A day as MM-DD-YYYY or YYYY-MM-DD, or a moment at the tenant; undefined when it is neither. */
export const moment = (text: string): number | undefined =>
  /^\d\d-\d\d-\d{4}$/.test(text) ? midnight(text) : Wire.millis(text.replace(/Z$/, ""))

/** Refuses parameters that a list does not have. */
export const checkNames = (query: URLSearchParams, known: ReadonlySet<string>): Result.Result<void, Answer> => {
  const unknown = [...query.keys()].find((name) => !known.has(name))
  return unknown === undefined
    ? Result.void
    : Result.fail(Problems.invalid(unknown, `${unknown} is no parameter of this list`))
}

export const within = ({ from, to }: Span, millis: number | undefined): boolean =>
  millis !== undefined && millis >= from && millis < to

const isDate = (name: string): boolean => /date/i.test(name)

/** A field without regard to case: the vendor spells the same one in several ways. */
const field = (record: JsonObject, name: string): Json | undefined => {
  if (name in record) return record[name]
  const lower = name.toLowerCase()
  const found = Object.keys(record).find((key) => key.toLowerCase() === lower)
  return found === undefined ? undefined : record[found]
}

const written = (value: Json | undefined): string =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : ""

const paging = new Set(["page", "per_page", "per_Page"])

type Test = (shown: JsonObject, record: JsonObject) => boolean

/** What a query asks of an endpoint. */
export const make = (state: State, endpoint: Endpoint, query: URLSearchParams): Result.Result<Narrowed, Answer> => {
  const known = new Set(endpoint.filters.split(" "))
  const tests: Array<Test> = []
  let employee: string | undefined
  let acceptsRow: ((row: number) => boolean) | undefined
  for (const [name, value] of query) {
    if (paging.has(name)) continue
    if (!known.has(name) || name === "")
      return Result.fail(Problems.invalid(name, `${name} is no parameter of this list`))
    const read = (shown: JsonObject, record: JsonObject) => field(shown, name) ?? field(record, name)
    if (isDate(name)) {
      const asked = span(name, value)
      if (Result.isFailure(asked)) return Result.fail(asked.failure)
      const { changedAt } = endpoint
      if (name === "dateTimeChanged" && changedAt !== undefined) {
        acceptsRow = (row) => {
          const changed = changedAt(state, row)
          return changed === undefined || within(asked.success, changed)
        }
      }
      tests.push((shown, record) => within(asked.success, Wire.millis(read(shown, record))))
    } else {
      if (name.toLowerCase() === "employeeid") employee = value
      tests.push((shown, record) => written(read(shown, record)) === value)
    }
  }
  return Result.succeed({
    employee,
    acceptsRow,
    accepts: tests.length === 0 ? undefined : (shown, record) => tests.every((test) => test(shown, record))
  })
}
