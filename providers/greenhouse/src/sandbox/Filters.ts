/**
 * What callers may narrow lists by. A parameter that the list does not have is refused, so that a misspelt filter
 * does not pass for a full list.
 */
import type { Answer, Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { DateTime, Option, Result } from "effect"
import type { Kind } from "./Kind.ts"
import * as Problems from "./Problems.ts"
import type { Held } from "./State.ts"
import * as Wire from "./Wire.ts"

/** The records that a request wants. */
export interface Narrowed {
  /** The ids to look at; undefined when it is all of them. */
  readonly ids: ReadonlyArray<string> | undefined
  /** The parents whose records to look at. */
  readonly parents: ReadonlyArray<string> | undefined
  readonly acceptsRow: (row: number) => boolean
  readonly accepts: (record: JsonObject) => boolean
}

type Test<A> = (value: A) => boolean

const general = new Set(["per_page", "fields", "ids"])

const most = 50

/** Comma-separated ids. */
const ids = (name: string, text: string): Result.Result<ReadonlyArray<string>, Answer> => {
  const found = text.split(",").map((id) => id.trim())
  return found.length > most
    ? Result.fail(Problems.invalid(`${name} takes ${most} ids at most.`))
    : Result.succeed(found.filter((id) => id !== ""))
}

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  gte: (a, b) => a >= b,
  gt: (a, b) => a > b,
  lte: (a, b) => a <= b,
  lt: (a, b) => a < b
}

/** A span of time, as `gte|A|lte|B`. */
const span = (name: string, text: string): Result.Result<Test<number>, Answer> => {
  const parts = text.split("|")
  const tests: Array<Test<number>> = []
  for (let at = 0; at < parts.length; at += 2) {
    const operator = compare[parts[at] ?? ""]
    const bound = Option.getOrUndefined(DateTime.make(parts[at + 1] ?? ""))
    if (operator === undefined || bound === undefined || !Object.hasOwn(compare, parts[at] ?? "")) {
      return Result.fail(Problems.invalid(`${name} must be written as gte|2024-01-01T00:00:00Z.`))
    }
    tests.push((time) => operator(time, DateTime.toEpochMillis(bound)))
  }
  return Result.succeed((time) => tests.every((test) => test(time)))
}

const millis = (value: Json | undefined): number | undefined =>
  Option.getOrUndefined(Option.map(DateTime.make(Wire.text(value)), DateTime.toEpochMillis))

const isTime = (name: string): boolean => name.endsWith("_at") || name.endsWith("_on")

/** The word that filters use for a status that records spell otherwise. */
const spelled = (name: string, value: string): string =>
  name === "status" && value === "active" ? "in_process" : value

const matches = (value: Json | undefined, wanted: ReadonlySet<string>): boolean =>
  Array.isArray(value) ? value.some((one) => wanted.has(Wire.id(one))) : wanted.has(Wire.id(value))

const isField = (held: Held, name: string): boolean => held.fields.has(name)

/** The field that `{field}s` names: the id of another record, or a list of such ids. */
const reference = (held: Held, name: string): string | undefined =>
  name.endsWith("_ids") ? [name, name.slice(0, -1)].find((field) => isField(held, field)) : undefined

const clocks = (kind: Kind, name: string): ((row: number) => number) | undefined =>
  name === "updated_at" ? kind.updatedAt : name === "created_at" ? kind.createdAt : undefined

/** What a query asks of a list. */
export const make = (held: Held, query: URLSearchParams): Result.Result<Narrowed, Answer> => {
  const { kind } = held
  const rows: Array<Test<number>> = []
  const records: Array<Test<JsonObject>> = []
  let wanted: ReadonlyArray<string> | undefined
  let parents: ReadonlyArray<string> | undefined
  if (query.has("created_at") && query.has("updated_at")) {
    return Result.fail(Problems.invalid("created_at and updated_at cannot be combined."))
  }
  for (const [name, value] of query) {
    const field = reference(held, name)
    if (name === "ids" || field !== undefined) {
      const found = ids(name, value)
      if (Result.isFailure(found)) return Result.fail(found.failure)
      if (name === "ids") wanted = found.success
      else if (field === kind.parent?.field) parents = found.success
      const set = new Set(found.success)
      const key = field ?? "id"
      records.push((record) => matches(record[key], set))
    } else if (isTime(name) && isField(held, name)) {
      const test = span(name, value)
      if (Result.isFailure(test)) return Result.fail(test.failure)
      const clock = clocks(kind, name)
      if (clock !== undefined) rows.push((row) => test.success(clock(row)))
      records.push((record) => {
        const time = millis(record[name])
        return time !== undefined && test.success(time)
      })
    } else if (isField(held, name)) {
      records.push((record) => String(record[name] ?? "") === spelled(name, value))
    } else if (!general.has(name) && !(kind.parameters ?? []).includes(name)) {
      return Result.fail(Problems.invalid(`Unknown query param: ${name}.`))
    }
  }
  const hides = kind.hides?.(query)
  if (hides !== undefined) records.push((record) => !hides(record))
  return Result.succeed({
    ids: wanted,
    parents,
    acceptsRow: (row) => kind.exists?.(row) !== false && rows.every((test) => test(row)),
    accepts: (record) => records.every((test) => test(record))
  })
}
