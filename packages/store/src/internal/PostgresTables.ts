import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/**
 * Indexes that each serve their own queries and no other ones.
 *
 * Several indexes begin with the connector. Of a connector that is new since the last ANALYZE the planner thinks that it has
 * one row, and so to it they are all as good as the one that names the whole key; it then reads the connector's rows through
 * for each look-up. The condition below is true of every row. It keeps the index out of queries that do not repeat it, and
 * makes it the cheaper one for those that do.
 */
const indexes = [
  `ALTER TABLE records DROP CONSTRAINT records_pkey`,
  `ALTER TABLE records DROP CONSTRAINT records_model_id_key`,
  `ALTER TABLE records ADD CONSTRAINT records_id PRIMARY KEY (model, id)`,
  `DROP INDEX records_page`,
  `CREATE UNIQUE INDEX records_page ON records (connector_id, model, seq) WHERE seq > 0`,

  `DROP INDEX remotes_parent`,
  `CREATE INDEX remotes_parent ON remotes (connector_id, resource, parent, key) WHERE parent > ''`,

  `DROP INDEX links_target`,
  `CREATE INDEX links_target ON links (connector_id, resource, link, target, key) WHERE target > ''`,

  `DROP INDEX due_order`,
  `CREATE INDEX due_order ON due (connector_id, resource, seq) WHERE seq > 0`
]

/**
 * Large tables whose rows go with their connector by `Connectors.remove` alone. A reference is checked for every row that is
 * inserted, which took as long as the rest of the insertion.
 */
const unreferring = ["dirty", "due", "feed", "links", "records", "remotes"]

// A constraint keeps the name that its table had when it was made.
const dropReference = (table: string): string => `DO $$ BEGIN EXECUTE (
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
  WHERE contype = 'f' AND conrelid = '${table}'::regclass); END $$`

/** What is different about the tables of PostgreSQL. */
export const install = (sql: SqlClient): Effect.Effect<void, SqlError> =>
  Effect.forEach([...indexes, ...unreferring.map(dropReference)], (statement) => sql.unsafe(statement), {
    discard: true
  })
