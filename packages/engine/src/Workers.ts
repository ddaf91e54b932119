/** The processes that run the engine on a shared database, as they tell of themselves there. */
import { Effect } from "effect"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/** A worker that has not told of itself for so long is taken for gone, in seconds. */
export const silence = 12

const table = "cluster_runners"

const isAlive = Effect.fnUntraced(function* (sql: SqlClient.SqlClient): Effect.fn.Return<boolean, SqlError> {
  const known = yield* sql`SELECT 1 AS found WHERE to_regclass(${table}) IS NOT NULL`
  if (known.length === 0) return false
  const alive = yield* sql`
    SELECT 1 AS found FROM ${sql(table)}
    WHERE healthy AND last_heartbeat > NOW() - INTERVAL '1 second' * ${silence} LIMIT 1`
  return alive.length > 0
})

/**
 * Whether a worker is at work on this database. One that was killed is still believed for {@link silence} seconds. Where
 * the database is a file there is none: the process that runs the engine is the only one.
 */
export const isThereOne: Effect.Effect<boolean, never, SqlClient.SqlClient> = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => Effect.orDie(sql.onDialectOrElse({ pg: () => isAlive(sql), orElse: () => Effect.succeed(false) }))
)
