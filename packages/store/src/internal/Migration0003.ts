import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as Isolation from "./Isolation.ts"
import * as PostgresJson from "./PostgresJson.ts"
import { references } from "./References.ts"
import * as Schema from "./Schema.ts"

/** What serving needs: indexes by change and by reference, API keys, tokens of connectors, links to connect with. */
export const serving = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const bytes = sql.onDialectOrElse({ pg: () => "BYTEA", orElse: () => "BLOB" })
  const columns = Object.entries(references).map(([name, models]) => {
    const of = models.map((model) => `'${model}'`).join(", ")
    return `ADD COLUMN ${name} TEXT GENERATED ALWAYS AS
      (CASE WHEN model IN (${of}) THEN CAST(crosswalk_json(data) AS json) ->> '${name}' END) STORED`
  })
  const { declared, reference } = sql.onDialectOrElse({
    pg: () => ({
      declared: [PostgresJson.declare, `ALTER TABLE records ${columns.join(", ")}`],
      reference: (name: string) => name
    }),
    orElse: () => ({ declared: [], reference: (name: string) => `json_extract(data, '$.${name}')` })
  })
  yield* Schema.create(sql, [
    ...declared,
    // On PostgreSQL an index says what its own queries say and others do not: see PostgresTables.
    `CREATE INDEX records_modified ON records (connector_id, model, modified_at)${Schema.onPg(sql, " WHERE modified_at > ''")}`,
    // A partial index is taken only by a query that names its model as it stands here, not as a bound value.
    ...Object.entries(references).flatMap(([name, models]) =>
      models.map(
        (model) =>
          `CREATE INDEX records_${model}_${name} ON records (connector_id, ${reference(name)})
           WHERE model = '${model}'${Schema.onPg(sql, ` AND ${name} IS NOT NULL`)}`
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
