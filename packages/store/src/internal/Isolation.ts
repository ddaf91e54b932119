import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/** The setting of a PostgreSQL session that names the workspace it may see; unset, it sees nothing. */
export const setting = "crosswalk.workspace"

/** The value that shows all workspaces: for the program's own connections. */
export const everything = "*"

const tables = [
  "audits",
  "checkpoints",
  "dirty",
  "due",
  "held_keys",
  "holds",
  "links",
  "mapper_versions",
  "quarantine",
  "records",
  "remotes",
  "runs",
  "schedules",
  "writers"
]

// As sub-selects both are computed once a statement, not once a row.
const seesAll = `(SELECT current_setting('${setting}', true)) = '${everything}'`
const own = `(SELECT NULLIF(current_setting('${setting}', true), ''))`
// The connectors that the sub-select finds are those that their own policy shows.
const ownConnector = "connector_id IN (SELECT id FROM connectors)"

const run = (sql: SqlClient, statements: ReadonlyArray<string>): Effect.Effect<void, SqlError> =>
  Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })

const protect = (table: string, visible: string): ReadonlyArray<string> => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY workspace ON ${table} USING (${visible}) WITH CHECK (${visible})`
]

/** The same for tables that say to which workspace a row belongs. */
export const byWorkspace = (sql: SqlClient, names: ReadonlyArray<string>): Effect.Effect<void, SqlError> =>
  run(
    sql,
    names.flatMap((table) => protect(table, `${seesAll} OR workspace = ${own}`))
  )

/**
 * Row-level security for the tables of PostgreSQL: a session sees and writes the rows of the workspace that its setting
 * names. Forced, so that it holds for the owner of the tables too; superusers are above it.
 */
export const install = Effect.fnUntraced(function* (sql: SqlClient): Effect.fn.Return<void, SqlError> {
  yield* byWorkspace(sql, ["connectors", "feed_floors"])
  yield* run(sql, [
    `ALTER TABLE connectors ADD CONSTRAINT connectors_workspace_name CHECK (workspace NOT IN ('', '${everything}'))`,
    ...tables.flatMap((table) => protect(table, `${seesAll} OR ${ownConnector}`)),
    ...protect("feed", `${seesAll} OR (workspace = ${own} AND ${ownConnector})`),
    // Transaction numbers begin again in another server: `shift` makes those after a restore follow those before it.
    `CREATE TABLE feed_clock (one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one), shift BIGINT NOT NULL)`,
    `INSERT INTO feed_clock (shift) VALUES (0)`
  ])
})
