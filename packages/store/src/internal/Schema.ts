import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/**
 * Runs statements that make tables, in both dialects.
 *
 * PostgreSQL would sort texts by the rules of the database's language. Here they are compared byte by byte, as SQLite
 * does: pages then have the same order in both, in every installation, and comparing is faster.
 */
export const create = (sql: SqlClient, statements: ReadonlyArray<string>): Effect.Effect<void, SqlError> =>
  Effect.forEach(
    statements,
    sql.onDialectOrElse({
      pg: () => (statement: string) => sql.unsafe(statement.replaceAll(/\bTEXT\b/g, `TEXT COLLATE "C"`)),
      orElse: () => (statement: string) => sql.unsafe(statement)
    }),
    { discard: true }
  )

/** A piece of a statement that only PostgreSQL gets. */
export const onPg = (sql: SqlClient, piece: string): string =>
  sql.onDialectOrElse({ pg: () => piece, orElse: () => "" })
