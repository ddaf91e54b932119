/** The floor on SQLite: the same look-up, upsert and feed entry for each record, on the bare driver. */
import { DatabaseSync } from "node:sqlite"
import type { Row } from "./Rows.ts"

/** An empty database in a file; answers what writes pages into it, and its end. */
export const open = (filename: string) => {
  const db = new DatabaseSync(filename)
  for (const pragma of [
    "page_size = 8192",
    "journal_mode = WAL",
    "wal_autocheckpoint = 4000",
    "synchronous = NORMAL",
    "temp_store = MEMORY",
    "cache_size = -32000"
  ])
    db.exec(`PRAGMA ${pragma}`)
  db.exec(`CREATE TABLE records (seq INTEGER PRIMARY KEY AUTOINCREMENT, connector_id TEXT NOT NULL, model TEXT NOT NULL,
    id TEXT NOT NULL, remote_id TEXT NOT NULL, hash TEXT NOT NULL, modified_at TEXT NOT NULL, remote_deleted_at TEXT,
    data TEXT NOT NULL, UNIQUE (model, id), UNIQUE (connector_id, model, remote_id))`)
  db.exec("CREATE INDEX records_page ON records (connector_id, model, seq)")
  db.exec("CREATE INDEX records_modified ON records (connector_id, model, modified_at)")
  db.exec(`CREATE TABLE feed (position INTEGER PRIMARY KEY AUTOINCREMENT, connector_id TEXT NOT NULL, seq INTEGER NOT NULL,
    model TEXT NOT NULL, record_id TEXT NOT NULL, remote_id TEXT NOT NULL, operation TEXT NOT NULL, fields TEXT,
    at TEXT NOT NULL, UNIQUE (connector_id, seq))`)
  const find = db.prepare(
    "SELECT hash, data FROM records WHERE connector_id = 'c' AND model = 'candidate' AND remote_id = ?"
  )
  const put = db.prepare(`INSERT INTO records (connector_id, model, id, remote_id, hash, modified_at, data)
    VALUES ('c', 'candidate', ?, ?, ?, ?, ?) ON CONFLICT (connector_id, model, remote_id)
    DO UPDATE SET hash = excluded.hash, modified_at = excluded.modified_at, data = excluded.data`)
  const enter = db.prepare(`INSERT INTO feed (connector_id, seq, model, record_id, remote_id, operation, fields, at)
    VALUES ('c', ?, 'candidate', ?, ?, ?, ?, ?)`)
  let seq = 0
  return {
    write: (pages: ReadonlyArray<ReadonlyArray<Row>>, at: string): void => {
      for (const page of pages) {
        db.exec("BEGIN IMMEDIATE")
        for (const row of page) {
          const known = find.get(row.remoteId)
          if (known?.["hash"] === row.hash) continue
          put.run(row.id, row.remoteId, row.hash, at, row.text)
          enter.run(++seq, row.id, row.remoteId, known === undefined ? "insert" : "update", null, at)
        }
        db.exec("COMMIT")
      }
    },
    close: () => db.close()
  }
}
