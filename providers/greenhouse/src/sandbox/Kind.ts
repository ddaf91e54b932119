/**
 * What one list of the simulated account is made of.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Dataset from "@crosswalk/sandbox/Dataset"
import type { Account, ListName } from "./Account.ts"
import * as AccountIds from "./Account.ts"
import * as Wire from "./Wire.ts"

/** Where the records of a list hang. */
export interface Parent {
  readonly list: ListName
  /** The field that names it. */
  readonly field: string
  /** The rows below a row of the parent's. */
  readonly rows: (parent: number) => ReadonlyArray<number>
}

/** A list: every row is computed when it is read. */
export interface Kind {
  readonly list: ListName
  /** The name of one of its records on the control surface. */
  readonly singular: string
  /** Number of generated rows. */
  readonly size: number
  /** Which of them are records. Default: all. */
  readonly exists?: (row: number) => boolean
  /** In milliseconds. */
  readonly createdAt: (row: number) => number
  /** In milliseconds. */
  readonly updatedAt: (row: number) => number
  /** Everything but `id`, `created_at` and `updated_at`; any row must give something. */
  readonly fields: (row: number) => JsonObject
  readonly parent?: Parent
  /** What is not sent unless a parameter asks for it: undefined when the request asks for everything. */
  readonly hides?: (query: URLSearchParams) => ((record: JsonObject) => boolean) | undefined
  /** Parameters besides the fields' own names. */
  readonly parameters?: ReadonlyArray<string>
}

/** The slots below a parent's row, when each has the same number of them. */
export const slots =
  (width: number) =>
  (parent: number): ReadonlyArray<number> =>
    Array.from({ length: width }, (_, at) => parent * width + at)

/** The parent's row of a slot. */
export const above = (width: number, row: number): number => Math.floor(row / width)

/** A generated record. */
export const record = (account: Account, kind: Kind, row: number): JsonObject => ({
  id: AccountIds.id(account, kind.list, row),
  created_at: Wire.instant(kind.createdAt(row)),
  updated_at: Wire.instant(kind.updatedAt(row)),
  ...kind.fields(row)
})

/** Ids are below this. */
const idLimit = 2 ** 50

/** The sort key of an id: lists begin with the greatest. */
export const key = (id: number): number => idLimit - id

export type Table = Dataset.Dataset<JsonObject>

/** The list as a collection. */
export const table = (account: Account, kind: Kind): Table =>
  Dataset.make<JsonObject>({
    size: kind.size,
    id: (row) => String(AccountIds.id(account, kind.list, row)),
    rowOf: (id) => {
      const row = AccountIds.rowOf(account, kind.list, id)
      return row === undefined || row >= kind.size || kind.exists?.(row) === false ? undefined : row
    },
    record: (row) => record(account, kind, row),
    key: (row) => key(AccountIds.id(account, kind.list, row)),
    tie: () => 0,
    keyOf: ({ id }) => key(typeof id === "number" ? id : 0)
  })
