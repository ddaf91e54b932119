/**
 * The schema of the database and its versions: forward only, each run in one transaction.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Migrator from "effect/sql/Migrator"
import * as SqlClient from "effect/sql/SqlClient"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import { actionable } from "./internal/Actionable.ts"
import * as FeedClock from "./internal/FeedClock.ts"
import { table, versions } from "./internal/Versions.ts"
import { NewerSchema, StoreError } from "./StoreError.ts"

/** The schema version that this program writes. */
export const version: number = Math.max(...Object.keys(versions).map((name) => Number.parseInt(name, 10)))

const migrate = Migrator.make({})

const hasTable = Effect.fnUntraced(function* (sql: SqlClient.SqlClient): Effect.fn.Return<boolean, SqlError> {
  const rows = yield* sql.onDialectOrElse({
    pg: () => sql`SELECT 1 AS found WHERE to_regclass(${table}) IS NOT NULL`,
    orElse: () => sql`SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ${table}`
  })
  return rows.length > 0
})

/** The schema version of the database; 0 when it is empty. */
export const current = actionable(
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    if (!(yield* hasTable(sql))) return 0
    const rows = yield* sql<{ version: number | null }>`SELECT MAX(migration_id) AS version FROM ${sql(table)}`
    return Number(rows[0]?.version ?? 0)
  })
)

// Any number that no other program is likely to lock in the same database.
const lock = 7341528

/** One process at a time, and all of it or nothing; a long statement is not broken off. */
const alone =
  (sql: SqlClient.SqlClient) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E | SqlError, R> =>
    sql.onDialectOrElse({
      pg: () =>
        sql.withTransaction(
          sql`SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.pipe(
            Effect.andThen(sql`SELECT pg_advisory_xact_lock(${lock}, hashtext(current_schema()))`),
            // As the migrator would make it, which looks twice when it may not and so hides why.
            Effect.andThen(sql`
              CREATE TABLE IF NOT EXISTS ${sql(table)} (migration_id integer PRIMARY KEY,
                created_at timestamp with time zone NOT NULL DEFAULT now(), name text NOT NULL)`),
            Effect.andThen(self)
          )
        ),
      orElse: () => self
    })

/**
 * Brings the database to this program's version. Fails with the reason `NewerSchema`, and changes nothing, when a later
 * version of Crosswalk wrote it; with `DiskFull` when there is no room, and nothing half-made remains. Of several
 * processes that begin together one migrates and the others wait for it.
 */
export const run = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const found = yield* current
  if (found > version) {
    return yield* new StoreError({ reason: new NewerSchema({ found, supported: version }) })
  }
  // Looking is enough then: another process may be writing.
  if (found < version) {
    yield* migrate({ loader: Migrator.fromRecord(versions), table }).pipe(
      Effect.catchTag("MigrationError", (error) =>
        isSqlError(error.cause) ? Effect.fail(error.cause) : Effect.die(error)
      ),
      alone(sql),
      actionable
    )
  }
  yield* actionable(FeedClock.adjust(sql))
})

/** Migrates when the layer is built. */
export const layer: Layer.Layer<never, StoreError, SqlClient.SqlClient> = Layer.effectDiscard(run)
