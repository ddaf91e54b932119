/**
 * The schema of the database and its versions: forward only, each run in one transaction.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Migrator from "effect/sql/Migrator"
import * as SqlClient from "effect/sql/SqlClient"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import { actionable } from "./internal/Actionable.ts"
import { initial } from "./internal/Migration0001.ts"
import { durable } from "./internal/Migration0002.ts"
import { NewerSchema, StoreError } from "./StoreError.ts"

const table = "crosswalk_migrations"

const migrations = {
  "0001_initial": initial,
  "0002_durable": durable
}

/** The schema version that this program writes. */
export const version: number = Math.max(...Object.keys(migrations).map((name) => Number.parseInt(name, 10)))

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

/**
 * Brings the database to this program's version. Fails with the reason `NewerSchema`, and changes nothing, when a later
 * version of Crosswalk wrote it; with `DiskFull` when there is no room, and nothing half-made remains.
 */
export const run = Effect.gen(function* () {
  const found = yield* current
  if (found > version) {
    return yield* new StoreError({ reason: new NewerSchema({ found, supported: version }) })
  }
  // Looking is enough then: another process may be writing.
  if (found === version) return
  yield* actionable(
    Effect.catchTag(migrate({ loader: Migrator.fromRecord(migrations), table }), "MigrationError", (error) =>
      isSqlError(error.cause) ? Effect.fail(error.cause) : Effect.die(error)
    )
  )
})

/** Migrates when the layer is built. */
export const layer: Layer.Layer<never, StoreError, SqlClient.SqlClient> = Layer.effectDiscard(run)
