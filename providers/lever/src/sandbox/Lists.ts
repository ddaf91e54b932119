/**
 * How Lever sends lists: the envelope, the page size, and tokens that name the first record of the next page.
 */
import type { Answer, Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"
import type { Place } from "@crosswalk/sandbox/Dataset"
import type { Request } from "@crosswalk/sandbox/Request"
import { Option, Result, Schema } from "effect"
import type { Account } from "./Account.ts"
import * as Problems from "./Problems.ts"
import * as Tables from "./Tables.ts"

/** How a place in a list is written as a token, and read from one. */
interface Token {
  readonly write: (place: Place) => ReadonlyArray<string | number>
  /** Undefined when the values make no place. */
  readonly read: (values: ReadonlyArray<Json>) => Place | undefined
}

const byTime: Token = {
  write: ({ id, key }) => [Tables.timeOf(key), id],
  read: ([time, id]) =>
    typeof time === "number" && typeof id === "string" ? { key: Tables.newestFirst(time), id } : undefined
}

const byStage = (account: Account): Token => ({
  write: ({ id, key }) => [account.stages[Tables.stageOf(key)]?.rank ?? 1000, Tables.timeOf(key), id],
  read: ([rank, time, id]) => {
    if (typeof rank !== "number" || typeof time !== "number" || typeof id !== "string") return undefined
    const stage = account.stages.findIndex((stage) => stage.rank >= rank)
    return { key: Tables.opportunityKey(stage === -1 ? account.stages.length : stage, time), id }
  }
})

const largest = 100

const limit = (request: Request): Result.Result<number, Answer> => {
  const text = request.query.get("limit")
  if (text === null) return Result.succeed(largest)
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 && value <= largest
    ? Result.succeed(value)
    : Result.fail(Problems.invalid(`limit must be a number from 1 to ${largest}`))
}

const decodeValues = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Array(Schema.Json)))

/** The token's values. Clients send it as it came or encoded once more: both are taken. */
const offset = (request: Request): Result.Result<ReadonlyArray<Json> | undefined, Answer> => {
  const given = request.query.get("offset")
  if (given === null) return Result.succeed(undefined)
  const text = given.startsWith("%") ? new URLSearchParams(`offset=${given}`).get("offset") : given
  return Option.match(decodeValues(text), {
    onNone: () => Result.fail(Problems.invalid("offset is not a token of this list")),
    onSome: (values) => Result.succeed(values)
  })
}

const encode = (values: ReadonlyArray<string | number>): string => encodeURIComponent(JSON.stringify(values))

const envelope = (data: ReadonlyArray<Json>, next: ReadonlyArray<string | number> | undefined): Answer =>
  next === undefined
    ? json({ data, hasNext: false })
    : { ...json({ data, hasNext: true, next: encode(next) }), continues: true }

/** What a page shows and how. */
export interface View {
  readonly acceptsRow?: ((row: number) => boolean) | undefined
  readonly accepts?: ((record: JsonObject) => boolean) | undefined
  readonly shape?: ((record: JsonObject) => Json) | undefined
}

const pageBy = (token: Token, request: Request, table: Tables.Table, view: View): Answer =>
  Result.all({ limit: limit(request), offset: offset(request) }).pipe(
    Result.flatMap(({ limit, offset }) => {
      const from = offset === undefined ? undefined : token.read(offset)
      if (offset !== undefined && from === undefined) {
        return Result.fail(Problems.invalid("offset is not a token of this list"))
      }
      const { accepts, acceptsRow, shape } = view
      const { next, records } = table.read({ from, limit, accepts, acceptsRow })
      return Result.succeed(
        envelope(shape === undefined ? records : records.map(shape), next === undefined ? undefined : token.write(next))
      )
    }),
    Result.merge
  )

/** A page of a list that begins with the newest. */
export const newestFirst = (request: Request, table: Tables.Table, view: View = {}): Answer =>
  pageBy(byTime, request, table, view)

/** A page of opportunities: by stage, then the one advanced last. */
export const byStageRank = (account: Account, request: Request, table: Tables.Table, view: View): Answer =>
  pageBy(byStage(account), request, table, view)

/** A page of a short list. Its token is a position. */
export const short = (request: Request, items: ReadonlyArray<Json>): Answer =>
  Result.all({ limit: limit(request), offset: offset(request) }).pipe(
    Result.map(({ limit, offset }) => {
      const start = typeof offset?.[0] === "number" ? offset[0] : 0
      return envelope(items.slice(start, start + limit), start + limit < items.length ? [start + limit] : undefined)
    }),
    Result.merge
  )

/** One object; "not found" when there is none. */
export const one = (record: Json | undefined): Answer =>
  record === undefined ? Problems.notFound : json({ data: record })
