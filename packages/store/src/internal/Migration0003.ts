import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as Isolation from "./Isolation.ts"
import * as Schema from "./Schema.ts"

/**
 * References by which records are found from the other side, and the models in which they stand. A partial index is taken
 * only by a query that names its model as it stands here, not as a bound value.
 */
const references = {
  candidate_id: ["application", "attachment", "scheduled_interview"],
  application_id: ["attachment", "offer", "scheduled_interview", "scorecard"],
  job_id: ["application", "job_interview_stage", "screening_question"],
  user_id: ["bank_info", "compensation", "dependent", "employment", "time_off", "time_off_balance"]
}

/** What serving needs: indexes by change and by reference, API keys, tokens of connectors, links to connect with. */
export const serving = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { bytes, field } = sql.onDialectOrElse({
    pg: () => ({
      bytes: "BYTEA",
      field: (name: string) => `crosswalk_field(data, '${name}')`
    }),
    orElse: () => ({
      bytes: "BLOB",
      field: (name: string) => `json_extract(data, '$.${name}')`
    })
  })
  // An index takes only functions that are declared to be immutable.
  const declare = Schema.onPg(
    sql,
    `CREATE FUNCTION crosswalk_field(data text, name text) RETURNS text
     LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT CAST(data AS json) ->> name'`
  )
  yield* Schema.create(sql, [
    ...(declare === "" ? [] : [declare]),
    // On PostgreSQL an index says what its own queries say and others do not: see PostgresTables.
    `CREATE INDEX records_modified ON records (connector_id, model, modified_at)${Schema.onPg(sql, " WHERE modified_at > ''")}`,
    ...Object.entries(references).flatMap(([name, models]) =>
      models.map(
        (model) =>
          `CREATE INDEX records_${model}_${name} ON records (connector_id, ${field(name)})
           WHERE model = '${model}'${Schema.onPg(sql, ` AND ${field(name)} IS NOT NULL`)}`
      )
    ),

    // The token is served again to whoever may see it, so it is kept sealed, and found by its fingerprint.
    `ALTER TABLE connectors ADD COLUMN token ${bytes}`,
    `ALTER TABLE connectors ADD COLUMN token_hash TEXT`,
    `CREATE UNIQUE INDEX connectors_token ON connectors (token_hash) WHERE token_hash IS NOT NULL`,

    `CREATE TABLE api_keys (
      id TEXT NOT NULL PRIMARY KEY,
      workspace TEXT NOT NULL,
      name TEXT NOT NULL,
      prefix TEXT NOT NULL,
      hash TEXT NOT NULL,
      scopes TEXT NOT NULL,
      created_at TEXT NOT NULL,
      expires_at TEXT,
      revoked_at TEXT,
      last_used_at TEXT
    )`,
    `CREATE UNIQUE INDEX api_keys_hash ON api_keys (hash)`,
    `CREATE INDEX api_keys_workspace ON api_keys (workspace, created_at, id)`,

    `CREATE TABLE connect_links (
      id TEXT NOT NULL PRIMARY KEY,
      workspace TEXT NOT NULL,
      hash TEXT NOT NULL,
      category TEXT,
      provider TEXT,
      customer TEXT NOT NULL,
      customer_key TEXT,
      customer_email TEXT,
      relinks TEXT,
      created_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      used_at TEXT,
      connector_id TEXT
    )`,
    `CREATE UNIQUE INDEX connect_links_hash ON connect_links (hash)`,
    `CREATE INDEX connect_links_workspace ON connect_links (workspace, created_at, id)`
  ])
  yield* sql.onDialectOrElse({
    pg: () => Isolation.byWorkspace(sql, ["api_keys", "connect_links"]),
    orElse: () => Effect.void
  })
})
