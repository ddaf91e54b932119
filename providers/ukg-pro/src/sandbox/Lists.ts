/**
 * How UKG Pro sends lists: bare arrays in numbered pages, without a count and without a word on whether more follows.
 *
 * Pages are counted by position, so a record that goes between two pages takes one behind it out of sight. The page
 * size goes by the endpoint's own spelling only; the other one is ignored, as paging is where a list comes whole.
 */
import type { Answer, Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { Result } from "effect"
import type { Endpoint } from "./Endpoint.ts"
import * as Filters from "./Filters.ts"
import type { Habits } from "./Habits.ts"
import * as Problems from "./Problems.ts"
import type { State } from "./State.ts"

const ordinary = 100
const largest = 10_000

/** What a parameter may be, and is when it is not given. */
interface Whole {
  readonly otherwise: number
  readonly least: number
  readonly most: number
}

/** A parameter that is a whole number. */
export const whole = (
  query: URLSearchParams,
  name: string,
  { least, most, otherwise }: Whole
): Result.Result<number, Answer> => {
  const text = query.get(name)
  const value = text === null ? otherwise : Number(text)
  return Number.isInteger(value) && value >= least && value <= most
    ? Result.succeed(value)
    : Result.fail(Problems.invalid(name, `${name} must be from ${least} to ${most}`))
}

/** The part of a list that a request wants. */
export interface Window {
  readonly skip: number
  /** Undefined where the list comes whole. */
  readonly limit: number | undefined
}

export const window = (query: URLSearchParams, size: Endpoint["size"]): Result.Result<Window, Answer> =>
  size === undefined
    ? Result.succeed({ skip: 0, limit: undefined })
    : Result.all([
        whole(query, "page", { otherwise: 1, least: 1, most: Number.MAX_SAFE_INTEGER }),
        whole(query, size, { otherwise: ordinary, least: 1, most: largest })
      ]).pipe(Result.map(([page, limit]) => ({ skip: (page - 1) * limit, limit })))

const masked = (record: JsonObject): JsonObject =>
  typeof record.ssn === "string"
    ? {
        ...record,
        ssn: `XXX-XX-${record.ssn.slice(-4)}`,
        ...("ssnIsSuppressed" in record ? { ssnIsSuppressed: true } : {})
      }
    : record

/** The answer for some records: what stands for nothing depends on the endpoint and on the tenant. */
export const answer = (
  records: ReadonlyArray<JsonObject>,
  limit: number | undefined,
  habits: Required<Habits>,
  isNotFoundWhenEmpty = false
): Answer => {
  const refuses = habits.empty === "not-found" || (habits.empty === "mixed" && isNotFoundWhenEmpty)
  if (records.length === 0 && refuses) return Problems.notFound
  const body: Json = habits.maskSsn ? records.map(masked) : records
  return records.length === limit ? { ...json(body), continues: true } : json(body)
}

/** A page of an endpoint's list. */
export const page = (state: State, endpoint: Endpoint, habits: Required<Habits>, request: Request): Answer =>
  Result.gen(function* () {
    const held = state.held(endpoint.kind)
    if (held === undefined) return Problems.notFound
    const { limit, skip } = yield* window(request.query, endpoint.size)
    const { accepts, acceptsRow, employee } = yield* Filters.make(state, endpoint, request.query)
    const { show } = endpoint
    const send = (records: ReadonlyArray<JsonObject>) => answer(records, limit, habits, endpoint.isNotFoundWhenEmpty)
    if (employee !== undefined && held.table.options.ofPerson !== undefined) {
      const found = state
        .ofPerson(endpoint.kind, employee)
        .map((record) => [show(record, state), record] as const)
        .filter(([shown, record]) => accepts?.(shown, record) !== false)
        .map(([shown]) => shown)
      return send(found.slice(skip, limit === undefined ? undefined : skip + limit))
    }
    const records = held.table.read({
      skip,
      limit,
      acceptsRow,
      accepts: accepts === undefined ? undefined : (record) => accepts(show(record, state), record)
    })
    return send(records.map((record) => show(record, state)))
  }).pipe(Result.merge)

/** One object; "not found" when there is none. */
export const one = (record: JsonObject | undefined, habits: Required<Habits>): Answer =>
  record === undefined ? Problems.notFound : json(habits.maskSsn ? masked(record) : record)
