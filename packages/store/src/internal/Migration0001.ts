import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as Schema from "./Schema.ts"

/** The first schema. Keys, parents and remote ids are the texts of core's `RemoteKey`; JSON is TEXT. */
export const initial = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { bytes, counter } = sql.onDialectOrElse({
    pg: () => ({ bytes: "BYTEA", counter: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY" }),
    // AUTOINCREMENT: a number is not given again after its row is gone, so a reader's position stays true.
    orElse: () => ({ bytes: "BLOB", counter: "INTEGER PRIMARY KEY AUTOINCREMENT" })
  })
  const connector = "connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE"

  yield* Schema.create(sql, [
    `CREATE TABLE connectors (
      id TEXT NOT NULL PRIMARY KEY,
      workspace TEXT NOT NULL DEFAULT 'default',
      provider TEXT NOT NULL,
      category TEXT NOT NULL,
      customer TEXT,
      base_url TEXT,
      credentials ${bytes} NOT NULL,
      options TEXT NOT NULL,
      scopes TEXT,
      status TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    )`,
    `CREATE INDEX connectors_workspace ON connectors (workspace, created_at, id)`,

    // seen_run stands before data: marking an unchanged record then rewrites the first page of its row alone.
    `CREATE TABLE remotes (
      ${connector},
      resource TEXT NOT NULL,
      key TEXT NOT NULL,
      parent TEXT,
      hash TEXT NOT NULL,
      seen_run TEXT NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (connector_id, resource, key)
    )`,
    `CREATE INDEX remotes_parent ON remotes (connector_id, resource, parent, key) WHERE parent IS NOT NULL`,

    `CREATE TABLE links (
      ${connector},
      resource TEXT NOT NULL,
      key TEXT NOT NULL,
      link TEXT NOT NULL,
      target TEXT NOT NULL,
      PRIMARY KEY (connector_id, resource, key, link, target)
    )`,
    `CREATE INDEX links_target ON links (connector_id, resource, link, target, key)`,

    `CREATE TABLE records (
      seq ${counter},
      ${connector},
      model TEXT NOT NULL,
      id TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      hash TEXT NOT NULL,
      modified_at TEXT NOT NULL,
      remote_deleted_at TEXT,
      data TEXT NOT NULL,
      UNIQUE (model, id),
      UNIQUE (connector_id, model, remote_id)
    )`,
    `CREATE INDEX records_page ON records (connector_id, model, seq)`,

    `CREATE TABLE feed (
      seq ${counter},
      ${connector},
      model TEXT NOT NULL,
      record_id TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
      fields TEXT,
      at TEXT NOT NULL
    )`,
    `CREATE INDEX feed_connector ON feed (connector_id, seq)`,

    `CREATE TABLE runs (
      id TEXT NOT NULL PRIMARY KEY,
      ${connector},
      mode TEXT NOT NULL CHECK (mode IN ('full', 'incremental')),
      status TEXT NOT NULL CHECK (status IN ('running', 'succeeded', 'partial', 'failed')),
      started_at TEXT NOT NULL,
      ended_at TEXT,
      mark TEXT,
      summary TEXT
    )`,
    `CREATE INDEX runs_connector ON runs (connector_id, started_at, id)`,

    `CREATE TABLE checkpoints (
      ${connector},
      resource TEXT NOT NULL,
      run_id TEXT NOT NULL,
      cursor TEXT,
      mark TEXT,
      state TEXT NOT NULL,
      seq BIGINT NOT NULL,
      PRIMARY KEY (connector_id, resource)
    )`,

    `CREATE TABLE due (
      seq ${counter},
      ${connector},
      resource TEXT NOT NULL,
      parent TEXT NOT NULL,
      run_id TEXT NOT NULL,
      UNIQUE (connector_id, resource, parent)
    )`,
    `CREATE INDEX due_order ON due (connector_id, resource, seq)`,

    `CREATE TABLE dirty (
      ${connector},
      mapper TEXT NOT NULL,
      key TEXT NOT NULL,
      PRIMARY KEY (connector_id, mapper, key)
    )`,

    // '' stands for "no mapper": the remote record itself could not be read. A key column cannot be null.
    `CREATE TABLE quarantine (
      ${connector},
      resource TEXT NOT NULL,
      key TEXT NOT NULL,
      mapper TEXT NOT NULL,
      remote_id TEXT,
      issues TEXT NOT NULL,
      data TEXT NOT NULL,
      run_id TEXT NOT NULL,
      first_seen_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      PRIMARY KEY (connector_id, resource, key, mapper)
    )`
  ])
})
