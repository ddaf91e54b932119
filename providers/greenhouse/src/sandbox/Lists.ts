/**
 * How Greenhouse sends lists: bare arrays by descending id, and a cursor in the `Link` header that stands for the
 * whole query it continues. A cursor is a place in the list, so records that come or go do not shift it.
 */
import type { Answer, JsonObject } from "@crosswalk/sandbox/Answer"
import { json, withHeader } from "@crosswalk/sandbox/Answer"
import type { Place } from "@crosswalk/sandbox/Dataset"
import type { Request } from "@crosswalk/sandbox/Request"
import { Option, Result, Schema } from "effect"
import * as Filters from "./Filters.ts"
import { key } from "./Kind.ts"
import * as Problems from "./Problems.ts"
import type { Held, State } from "./State.ts"
import * as Wire from "./Wire.ts"

const largest = 500
const ordinary = 100

const Cursor = Schema.Struct({
  list: Schema.String,
  query: Schema.String,
  /** The id of the next page's first record. */
  from: Schema.Number,
  generation: Schema.Int
})

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Cursor))

interface Asked {
  readonly query: URLSearchParams
  readonly from: Place | undefined
}

const asked = (state: State, held: Held, request: Request): Result.Result<Asked, Answer> => {
  const text = request.query.get("cursor")
  if (text === null) return Result.succeed({ query: request.query, from: undefined })
  if ([...request.query.keys()].length > 1) return Result.fail(Problems.cursorWithOthers)
  const cursor = decode(Buffer.from(text, "base64").toString("utf8"))
  return Option.isSome(cursor) && cursor.value.list === held.kind.list && cursor.value.generation === state.generation()
    ? Result.succeed({
        query: new URLSearchParams(cursor.value.query),
        from: { key: key(cursor.value.from), id: String(cursor.value.from) }
      })
    : Result.fail(Problems.expiredCursor)
}

const perPage = (query: URLSearchParams): Result.Result<number, Answer> => {
  const text = query.get("per_page")
  const value = text === null ? ordinary : Number(text)
  return Number.isInteger(value) && value >= 1 && value <= largest
    ? Result.succeed(value)
    : Result.fail(Problems.invalid(`per_page must be from 1 to ${largest}.`))
}

const columns = (query: URLSearchParams): Result.Result<((record: JsonObject) => JsonObject) | undefined, Answer> => {
  const names = query.get("fields")?.split(",")
  if (names === undefined) return Result.succeed(undefined)
  if (names.length > 50) return Result.fail(Problems.invalid("fields takes 50 names at most."))
  const wanted = new Set(names)
  return Result.succeed((record) => Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name))))
}

interface Page {
  readonly records: ReadonlyArray<JsonObject>
  /** The id of the first record after them. */
  readonly next: number | undefined
}

const numberOf = (record: JsonObject): number => (typeof record.id === "number" ? record.id : 0)

/** Records that are known by their ids or their parents, without a walk through everybody's. */
const few = (state: State, held: Held, { ids, parents }: Filters.Narrowed): ReadonlyArray<JsonObject> | undefined =>
  ids !== undefined
    ? [...new Set(ids)].map((id) => held.table.get(id)).filter((record) => record !== undefined)
    : parents === undefined
      ? undefined
      : [...new Set(parents)].flatMap((parent) => state.below(held, parent))

const read = (
  state: State,
  held: Held,
  narrowed: Filters.Narrowed,
  from: Place | undefined,
  limit: number,
  sees: (record: JsonObject) => boolean
): Page => {
  const accepts = (record: JsonObject) => narrowed.accepts(record) && sees(record)
  const found = few(state, held, narrowed)
  if (found === undefined) {
    const { next, records } = held.table.read({ from, limit, acceptsRow: narrowed.acceptsRow, accepts })
    return { records, next: next === undefined ? undefined : Number(next.id) }
  }
  const sorted = found
    .filter((record) => accepts(record) && (from === undefined || numberOf(record) <= Number(from.id)))
    .toSorted((a, b) => numberOf(b) - numberOf(a))
  const next = sorted[limit]
  return { records: sorted.slice(0, limit), next: next === undefined ? undefined : numberOf(next) }
}

/** A page of a list. `sees` tells which records the caller may see. */
export const page = (state: State, held: Held, request: Request, sees: (record: JsonObject) => boolean): Answer =>
  Result.gen(function* () {
    const { from, query } = yield* asked(state, held, request)
    const limit = yield* perPage(query)
    const shape = yield* columns(query)
    const narrowed = yield* Filters.make(held, query)
    const { next, records } = read(state, held, narrowed, from, limit, sees)
    const answer = json(shape === undefined ? records : records.map(shape))
    if (next === undefined) return answer
    const cursor: typeof Cursor.Type = {
      list: held.kind.list,
      query: query.toString(),
      from: next,
      generation: state.generation()
    }
    const token = encodeURIComponent(Buffer.from(JSON.stringify(cursor)).toString("base64"))
    const address = `http://${Wire.text(request.headers.host)}${request.path}?cursor=${token}`
    return { ...withHeader(answer, "link", `<${address}>; rel="next"`), continues: true }
  }).pipe(Result.merge)
