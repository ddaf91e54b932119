/**
 * Statements over many rows at once.
 *
 * SQLite: the rows travel as bound values of a `VALUES` list, in chunks of a few fixed sizes, so that the texts stay the
 * same and are prepared once. For 500 rows of 2.5 kB this took a ninth of the time of one JSON parameter through
 * `json_each`. PostgreSQL: one array for each column, one statement for any number of rows.
 */
import type { Parameter } from "@effect/sql-pg/PgTypes"
import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/** What can be bound. */
export type Value = string | number | null

/** Columns of the `batch` table, with their types as PostgreSQL must be told. */
export type Columns = Readonly<Record<string, "text" | "bigint">>

type Run<Row extends object> = (
  rows: ReadonlyArray<ReadonlyArray<Value>>,
  ...rest: ReadonlyArray<Value>
) => Effect.Effect<ReadonlyArray<Row>, SqlError>

const sizes: ReadonlyArray<number> = [256, 64, 16, 4, 1]

const lists = <Row extends object>(sql: SqlClient, columns: Columns, body: string): Run<Row> => {
  const names = Object.keys(columns)
  const tuple = `(${names.map(() => "?").join(", ")})`
  const texts = new Map<number, string>()
  const textOf = (size: number): string => {
    let text = texts.get(size)
    if (text === undefined) {
      text = `WITH batch(${names.join(", ")}) AS (VALUES ${Array<string>(size).fill(tuple).join(", ")}) ${body}`
      texts.set(size, text)
    }
    return text
  }
  return Effect.fnUntraced(function* (rows, ...rest) {
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

// The types of arrays, which the driver could not tell of one that is empty or holds nulls alone: pg_type.dat.
const arrayTypes = { text: 1009, bigint: 1016 }

const mark = "~@effect/sql-pg/PgTypes/Parameter"

const array = (type: keyof typeof arrayTypes, value: ReadonlyArray<Value>): Parameter => ({
  [mark]: mark,
  oid: arrayTypes[type],
  value
})

const arrays = <Row extends object>(sql: SqlClient, columns: Columns, body: string): Run<Row> => {
  const types = Object.values(columns)
  const casts = types.map((type) => `CAST(? AS ${type}[])`).join(", ")
  let count = 0
  const text = `WITH batch(${Object.keys(columns).join(", ")}) AS (SELECT * FROM unnest(${casts})) ${body}`.replaceAll(
    "?",
    () => `$${++count}`
  )
  return (rows, ...rest) =>
    rows.length === 0
      ? Effect.succeed([])
      : sql.unsafe<Row>(text, [
          ...types.map((type, column) =>
            array(
              type,
              rows.map((row) => row[column] ?? null)
            )
          ),
          ...rest
        ])
}

/**
 * Prepares a statement that may read the table `batch`, which holds the given rows.
 *
 * `body` follows the `WITH batch … AS (…)` clause; its `?` are bound to the further arguments of the result. With more
 * rows than one chunk the body runs several times and the answers follow each other, so run it in a transaction when it
 * writes. No rows: nothing runs.
 */
export const statement = <Row extends object>(sql: SqlClient, columns: Columns, body: string): Run<Row> =>
  sql.onDialectOrElse({
    pg: () => arrays<Row>(sql, columns, body),
    orElse: () => lists<Row>(sql, columns, body)
  })

/**
 * Joins a table to each row of `batch`, or of what stands before: `FROM batch ${each(sql, "links l", "l.key = batch.key")}`.
 *
 * PostgreSQL plans by counts of rows that it takes from time to time. A connector that was added since has none in them, so
 * it would read all of its rows, for every page of its first sync, to find a few. A lateral query that is not merged with
 * the one around it has no plan but one look-up for each row of the batch.
 */
export const each = (sql: SqlClient, table: string, on: string): string => {
  const alias = table.split(" ").at(-1)
  return sql.onDialectOrElse({
    pg: () => `CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE ${on} OFFSET 0) ${alias}`,
    orElse: () => `CROSS JOIN ${table} ON ${on}`
  })
}

/** As {@link each}, with nulls where there is no row. */
export const eachOrNull = (sql: SqlClient, table: string, on: string): string => {
  const alias = table.split(" ").at(-1)
  return sql.onDialectOrElse({
    pg: () => `LEFT JOIN LATERAL (SELECT * FROM ${table} WHERE ${on} OFFSET 0) ${alias} ON true`,
    orElse: () => `LEFT JOIN ${table} ON ${on}`
  })
}

/**
 * The condition of rows that an UPDATE or DELETE touches: those with `where` whose column is that of a row of `batch`. Looked
 * up as {@link each} does, and for its reason.
 */
export const among = (sql: SqlClient, table: string, where: string, column: string): string =>
  sql.onDialectOrElse({
    pg: () =>
      `ctid = ANY (ARRAY(SELECT found.ctid FROM batch CROSS JOIN LATERAL (
        SELECT t.ctid FROM ${table} t WHERE ${where} AND t.${column} = batch.${column} OFFSET 0) found))`,
    orElse: () => `${where} AND ${column} IN (SELECT ${column} FROM batch)`
  })

/** Rows of one column. */
export const column = (values: Iterable<Value>): ReadonlyArray<ReadonlyArray<Value>> =>
  Array.from(values, (value) => [value])

const [largest = 1] = sizes

/**
 * Rows of one column, filled up with nulls to a size of which there is a statement: one statement instead of several, where
 * nothing is found for a null.
 */
export const filled = (values: Iterable<Value>): ReadonlyArray<ReadonlyArray<Value>> => {
  const rows = column(values)
  const rest = rows.length % largest
  const size = sizes.findLast((size) => size >= rest) ?? rest
  return rest === 0 ? rows : [...rows, ...Array.from({ length: size - rest }, () => [null])]
}
