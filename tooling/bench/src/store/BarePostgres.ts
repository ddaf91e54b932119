/** The floor on PostgreSQL: two statements a page, a look-up of hashes and one upsert by `unnest`; no feed. */
import { Effect } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import type { Row } from "./Rows.ts"

const look = `SELECT r.remote_id, r.hash FROM bare_records r
  WHERE r.connector_id = 'c' AND r.model = 'candidate' AND r.remote_id = ANY (CAST($1 AS text[]))`

const upsert = `INSERT INTO bare_records (connector_id, model, id, remote_id, hash, modified_at, data)
  SELECT 'c', 'candidate', id, remote_id, hash, $5, data
  FROM unnest(CAST($1 AS text[]), CAST($2 AS text[]), CAST($3 AS text[]), CAST($4 AS text[])) AS b(id, remote_id, hash, data)
  ON CONFLICT (connector_id, model, remote_id)
  DO UPDATE SET hash = excluded.hash, modified_at = excluded.modified_at, data = excluded.data`

/** An empty table; answers what writes pages into it. */
export const open = Effect.gen(function* () {
  const sql = yield* SqlClient
  yield* sql.unsafe("DROP TABLE IF EXISTS bare_records")
  yield* sql.unsafe(`CREATE TABLE bare_records (seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connector_id TEXT COLLATE "C" NOT NULL, model TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL,
    remote_id TEXT COLLATE "C" NOT NULL, hash TEXT COLLATE "C" NOT NULL, modified_at TEXT COLLATE "C" NOT NULL,
    remote_deleted_at TEXT, data TEXT NOT NULL, UNIQUE (model, id), UNIQUE (connector_id, model, remote_id))`)
  yield* sql.unsafe("CREATE INDEX ON bare_records (connector_id, model, seq)")
  yield* sql.unsafe("CREATE INDEX ON bare_records (connector_id, model, modified_at)")
  return (pages: ReadonlyArray<ReadonlyArray<Row>>, at: string) =>
    Effect.forEach(
      pages,
      (page) =>
        sql.withTransaction(
          Effect.gen(function* () {
            const known = new Map<string, string>()
            const rows = yield* sql.unsafe<{ readonly remote_id: string; readonly hash: string }>(look, [
              page.map(({ remoteId }) => remoteId)
            ])
            for (const row of rows) known.set(row.remote_id, row.hash)
            const changed = page.filter(({ hash, remoteId }) => known.get(remoteId) !== hash)
            if (changed.length === 0) return
            yield* sql.unsafe(upsert, [
              changed.map(({ id }) => id),
              changed.map(({ remoteId }) => remoteId),
              changed.map(({ hash }) => hash),
              changed.map(({ text }) => text),
              at
            ])
          })
        ),
      { discard: true }
    )
})
