import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as Isolation from "./Isolation.ts"
import * as Schema from "./Schema.ts"

/** The log of requests. */
export const logging = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* Schema.create(sql, [
    `CREATE TABLE requests (
      workspace TEXT NOT NULL,
      at TEXT NOT NULL,
      id TEXT NOT NULL,
      connector_id TEXT,
      key_prefix TEXT NOT NULL,
      dialect TEXT NOT NULL,
      method TEXT NOT NULL,
      route TEXT NOT NULL,
      query TEXT NOT NULL,
      status INTEGER NOT NULL,
      duration_ms REAL NOT NULL,
      PRIMARY KEY (workspace, at, id)
    )`,
    `CREATE INDEX requests_connector ON requests (workspace, connector_id, at, id)`,
    `CREATE INDEX requests_age ON requests (at)`
  ])
  yield* sql.onDialectOrElse({
    pg: () => Isolation.byWorkspace(sql, ["requests"]),
    orElse: () => Effect.void
  })
})
