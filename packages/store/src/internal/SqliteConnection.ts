import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import * as SqlError from "effect/sql/SqlError"
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite"
import * as SqliteFailure from "./SqliteFailure.ts"

/** The kind of connection that {@link make} builds: whether a transaction is open can be asked. */
export interface SqliteConnection extends Connection {
  readonly isTransaction: () => boolean
}

const preparedStatements = 256
const streamedRows = 256

const bind = (value: unknown): SQLInputValue => {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
      return value
    case "boolean":
      return value ? 1 : 0
    default:
      if (value === null || value === undefined) return null
      if (value instanceof Date) return value.toISOString()
      return value instanceof Uint8Array ? value : JSON.stringify(value)
  }
}

/** A failure of `node:sqlite` as effect's SQL modules classify it. */
export const failure =
  (database: string, operation: string) =>
  (thrown: unknown): SqlError.SqlError => {
    const cause = SqliteFailure.make(database, thrown)
    return new SqlError.SqlError({
      reason: SqlError.classifySqliteError(cause, { message: cause.message, operation })
    })
  }

/** Recently used statements, the least recently used one dropped first. */
const statements = (db: DatabaseSync) => {
  const known = new Map<string, StatementSync>()
  return (sql: string): StatementSync => {
    let statement = known.get(sql)
    if (statement === undefined) {
      statement = db.prepare(sql)
      for (const oldest of known.keys()) {
        if (known.size < preparedStatements) break
        known.delete(oldest)
      }
    } else {
      known.delete(sql)
    }
    known.set(sql, statement)
    return statement
  }
}

/** effect's SQL connection over an open database. Every call runs to its end without giving way to other fibers. */
export const make = (db: DatabaseSync, database: string): SqliteConnection => {
  const prepared = statements(db)
  const preparedArrays = statements(db)
  const failed = failure(database, "execute")

  const attempt = <A>(run: (bigInts: boolean) => A): Effect.Effect<A, SqlError.SqlError> =>
    Effect.withFiber((fiber) => {
      const bigInts = fiber.getRef(SqlClient.SafeIntegers)
      return Effect.try({ try: () => run(bigInts), catch: failed })
    })

  const all = (prepare: (sql: string) => StatementSync, sql: string, params: ReadonlyArray<unknown>) =>
    attempt((bigInts) => {
      const statement = prepare(sql)
      statement.setReadBigInts(bigInts)
      return statement.all(...params.map(bind))
    })

  const arrays = (prepare: (sql: string) => StatementSync, sql: string, params: ReadonlyArray<unknown>) =>
    Effect.map(
      all(
        (text) => {
          const statement = prepare(text)
          statement.setReturnArrays(true)
          return statement
        },
        sql,
        params
      ),
      (rows) => rows.map((row) => Object.values(row))
    )

  const fresh = (sql: string) => db.prepare(sql)

  const take = (rows: Iterator<Record<string, SQLOutputValue>>): Array<Record<string, SQLOutputValue>> => {
    const out: Array<Record<string, SQLOutputValue>> = []
    while (out.length < streamedRows) {
      const next = rows.next()
      if (next.done === true) break
      out.push(next.value)
    }
    return out
  }

  return {
    isTransaction: () => db.isTransaction,
    execute: (sql, params, transform) =>
      transform === undefined ? all(prepared, sql, params) : Effect.map(all(prepared, sql, params), transform),
    executeUnprepared: (sql, params, transform) =>
      transform === undefined ? all(fresh, sql, params) : Effect.map(all(fresh, sql, params), transform),
    executeValues: (sql, params) => arrays(preparedArrays, sql, params),
    executeValuesUnprepared: (sql, params) => arrays(fresh, sql, params),
    executeRaw: (sql, params) =>
      attempt((bigInts) => {
        const statement = prepared(sql)
        if (statement.columns().length > 0) {
          statement.setReadBigInts(bigInts)
          return statement.all(...params.map(bind))
        }
        // A last inserted id above 2^53 makes `run` throw on Node 26, for good, unless it may be a bigint.
        statement.setReadBigInts(true)
        return { changes: Number(statement.run(...params.map(bind)).changes) }
      }),
    executeStream: (sql, params, transform) =>
      Stream.unwrap(
        Effect.map(
          Effect.acquireRelease(
            attempt((bigInts) => {
              const statement = fresh(sql)
              statement.setReadBigInts(bigInts)
              return statement.iterate(...params.map(bind))
            }),
            (rows) => Effect.sync(() => rows.return?.())
          ),
          (rows) =>
            Stream.paginate(rows, () =>
              Effect.map(
                attempt(() => take(rows)),
                (page) =>
                  [
                    transform === undefined ? page : transform(page),
                    page.length < streamedRows ? Option.none() : Option.some(rows)
                  ] as const
              )
            )
        )
      )
  }
}
