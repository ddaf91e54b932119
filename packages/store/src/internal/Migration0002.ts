import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import * as Isolation from "./Isolation.ts"
import * as PostgresTables from "./PostgresTables.ts"
import * as Schema from "./Schema.ts"

/**
 * Runs that are requested and wait, schedules, holds, audits; a feed that is numbered by connector.
 *
 * A writer's row has its own table: it is locked by each transaction of its connector, and stays as small as that asks.
 */
export const durable = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { place, order } = sql.onDialectOrElse({
    pg: () => ({
      // Positions are given before the commit, so a later one may be seen first. `tx` tells which are still to come.
      place: `position BIGINT GENERATED ALWAYS AS IDENTITY,
      tx BIGINT NOT NULL,
      CONSTRAINT feed_place PRIMARY KEY (connector_id, seq)`,
      order: "tx, position"
    }),
    orElse: () => ({
      place: `position INTEGER PRIMARY KEY AUTOINCREMENT,
      CONSTRAINT feed_place UNIQUE (connector_id, seq)`,
      order: "position"
    })
  })
  const connector = "connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE"
  const ofConnector = "connector_id TEXT NOT NULL PRIMARY KEY REFERENCES connectors (id) ON DELETE CASCADE"

  yield* Schema.create(sql, [
    // feed_seq: the newest entry; feed_floor: the last one that was forgotten.
    `CREATE TABLE writers (
      ${ofConnector},
      fence BIGINT NOT NULL,
      feed_seq BIGINT NOT NULL,
      feed_floor BIGINT NOT NULL DEFAULT 0${Schema.onPg(sql, ", feed_tx BIGINT NOT NULL DEFAULT 0")}
    )`,
    `INSERT INTO writers (connector_id, fence, feed_seq)
     SELECT id, 0, (SELECT COUNT(*) FROM feed WHERE connector_id = connectors.id) FROM connectors`,

    `CREATE TABLE feed_next (
      ${connector},
      seq BIGINT NOT NULL,
      workspace TEXT NOT NULL,
      model TEXT NOT NULL,
      record_id TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
      fields TEXT,
      at TEXT NOT NULL,
      ${place}
    )`,
    `INSERT INTO feed_next (connector_id, seq, workspace, model, record_id, remote_id, operation, fields, at${Schema.onPg(sql, ", tx")})
     SELECT f.connector_id, ROW_NUMBER() OVER (PARTITION BY f.connector_id ORDER BY f.seq), c.workspace, f.model,
       f.record_id, f.remote_id, f.operation, f.fields, f.at${Schema.onPg(sql, ", 0")}
     FROM feed f JOIN connectors c ON c.id = f.connector_id ORDER BY f.seq`,
    `DROP TABLE feed`,
    `ALTER TABLE feed_next RENAME TO feed`,
    `CREATE INDEX feed_workspace ON feed (workspace, ${order})`,
    `CREATE TABLE feed_floors (workspace TEXT NOT NULL PRIMARY KEY, position TEXT NOT NULL)`,

    `CREATE TABLE runs_next (
      id TEXT NOT NULL,
      ${connector},
      mode TEXT NOT NULL CHECK (mode IN ('full', 'incremental')),
      status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled')),
      priority INTEGER NOT NULL DEFAULT 0,
      requested_at TEXT NOT NULL,
      started_at TEXT,
      ended_at TEXT,
      cancel_requested_at TEXT,
      entries INTEGER NOT NULL DEFAULT 0,
      mark TEXT,
      progress TEXT,
      summary TEXT,
      CONSTRAINT runs_id PRIMARY KEY (id)
    )`,
    // Of several that seem to run the newest one is resumed.
    `INSERT INTO runs_next (id, connector_id, mode, status, requested_at, started_at, ended_at, mark, summary)
     SELECT id, connector_id, mode, CASE WHEN superseded THEN 'cancelled' ELSE status END, started_at, started_at,
       CASE WHEN superseded THEN started_at ELSE ended_at END, mark, summary
     FROM (SELECT *, status = 'running' AND EXISTS (
       SELECT 1 FROM runs b WHERE b.connector_id = a.connector_id AND b.status = 'running'
         AND (b.started_at, b.id) > (a.started_at, a.id)) AS superseded FROM runs a) old`,
    `DROP TABLE runs`,
    `ALTER TABLE runs_next RENAME TO runs`,
    `CREATE INDEX runs_connector ON runs (connector_id, requested_at, id)`,
    `CREATE INDEX runs_queued ON runs (priority DESC, requested_at, id) WHERE status = 'queued'`,
    `CREATE UNIQUE INDEX runs_queued_once ON runs (connector_id) WHERE status = 'queued'`,
    `CREATE UNIQUE INDEX runs_running_once ON runs (connector_id) WHERE status = 'running'`,

    `CREATE TABLE schedules (
      ${ofConnector},
      every_seconds INTEGER CHECK (every_seconds > 0),
      quiet TEXT,
      paused_at TEXT,
      next_at TEXT NOT NULL
    )`,
    `CREATE INDEX schedules_due ON schedules (next_at, connector_id) WHERE paused_at IS NULL`,

    `CREATE TABLE holds (
      id TEXT NOT NULL PRIMARY KEY,
      ${connector},
      resource TEXT NOT NULL,
      run_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('deletions', 'emptied')),
      field TEXT,
      records BIGINT NOT NULL,
      stored BIGINT NOT NULL,
      reason TEXT NOT NULL,
      created_at TEXT NOT NULL,
      decision TEXT CHECK (decision IN ('accepted', 'rejected')),
      decided_at TEXT
    )`,
    `CREATE INDEX holds_connector ON holds (connector_id, created_at, id)`,
    // A connector's keys go with its holds: a second reference would be checked for each key of a million.
    `CREATE TABLE held_keys (
      connector_id TEXT NOT NULL,
      resource TEXT NOT NULL,
      key TEXT NOT NULL,
      hold_id TEXT NOT NULL REFERENCES holds (id) ON DELETE CASCADE,
      PRIMARY KEY (hold_id, key)
    )`,
    // A record may be held for several reasons: one hold for each field that was emptied.
    `CREATE INDEX held_keys_key ON held_keys (connector_id, resource, key)`,

    `CREATE TABLE mapper_versions (
      ${connector},
      mapper TEXT NOT NULL,
      version TEXT NOT NULL,
      state TEXT NOT NULL,
      cursor TEXT,
      PRIMARY KEY (connector_id, mapper)
    )`,

    `CREATE TABLE audits (
      ${connector},
      at TEXT NOT NULL,
      resource TEXT NOT NULL,
      sampled INTEGER NOT NULL,
      equal INTEGER NOT NULL,
      behind INTEGER NOT NULL,
      wrong INTEGER NOT NULL,
      held INTEGER NOT NULL,
      gone INTEGER NOT NULL,
      unreadable INTEGER NOT NULL,
      lag_seconds DOUBLE PRECISION,
      PRIMARY KEY (connector_id, at, resource)
    )`,

    // A vendor may tell of a deletion long after it: what is kept for a time counts from when it was stored.
    `CREATE INDEX records_deleted ON records (connector_id, modified_at) WHERE remote_deleted_at IS NOT NULL`,
    `CREATE INDEX quarantine_seen ON quarantine (connector_id, last_seen_at)`
  ])
  yield* sql.onDialectOrElse({
    pg: () => Effect.andThen(PostgresTables.install(sql), Isolation.install(sql)),
    orElse: () => Effect.void
  })
})
