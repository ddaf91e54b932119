/**
 * Statements over many rows at once.
 *
 * The rows travel as bound values of a `VALUES` list, in chunks of a few fixed sizes: the texts stay the same and are
 * prepared once. For 500 rows of 2.5 kB this took a ninth of the time of one JSON parameter through `json_each`, and it
 * is the same SQL in both dialects.
 */
import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/** What can be bound. */
export type Value = string | number | null

/** Columns of the `batch` table, with their types as PostgreSQL must be told. */
export type Columns = Readonly<Record<string, "text" | "bigint">>

const sizes: ReadonlyArray<number> = [256, 64, 16, 4, 1]

/**
 * Prepares a statement that may read the table `batch`, which holds the given rows.
 *
 * `body` follows the `WITH batch … AS (…)` clause; its `?` are bound to the further arguments of the result. With more
 * rows than one chunk the body runs several times and the answers follow each other, so run it in a transaction when it
 * writes. No rows: nothing runs.
 */
export const statement = <Row extends object>(sql: SqlClient, columns: Columns, body: string) => {
  const names = Object.keys(columns)
  const tuple = `(${names.map(() => "?").join(", ")})`
  const typed = `(${Object.values(columns)
    .map((type) => `CAST(? AS ${type})`)
    .join(", ")})`
  const make = sql.onDialectOrElse({
    // PostgreSQL numbers its parameters and takes the columns' types from the first row.
    pg: () => (size: number) => {
      const text = `WITH batch(${names.join(", ")}) AS (VALUES ${[typed, ...Array<string>(size - 1).fill(tuple)].join(", ")}) ${body}`
      let count = 0
      return text.replaceAll("?", () => `$${++count}`)
    },
    orElse: () => (size: number) =>
      `WITH batch(${names.join(", ")}) AS (VALUES ${Array<string>(size).fill(tuple).join(", ")}) ${body}`
  })
  const texts = new Map<number, string>()
  const textOf = (size: number): string => {
    let text = texts.get(size)
    if (text === undefined) texts.set(size, (text = make(size)))
    return text
  }

  return Effect.fnUntraced(function* (
    rows: ReadonlyArray<ReadonlyArray<Value>>,
    ...rest: ReadonlyArray<Value>
  ): Effect.fn.Return<ReadonlyArray<Row>, SqlError> {
    const out: Array<Row> = []
    let start = 0
    for (const size of sizes) {
      while (rows.length - start >= size) {
        const params: Array<Value> = []
        for (let index = start; index < start + size; index++) params.push(...(rows[index] ?? []))
        params.push(...rest)
        for (const row of yield* sql.unsafe<Row>(textOf(size), params)) out.push(row)
        start += size
      }
    }
    return out
  })
}

/** Rows of one column. */
export const column = (values: Iterable<Value>): ReadonlyArray<ReadonlyArray<Value>> =>
  Array.from(values, (value) => [value])
