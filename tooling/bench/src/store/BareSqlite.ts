/**
 * The floor on SQLite: the same look-up with the old text, upsert and feed entry, on the bare driver and on the same schema
 * with all its indexes. It neither knows which fields changed nor counts.
 */
import { DatabaseSync } from "node:sqlite"
import type { Row } from "./Rows.ts"

/** Opens a migrated database in which there is a connector; answers what writes pages into it, and its end. */
export const open = (filename: string, connector: string) => {
  const db = new DatabaseSync(filename)
  for (const pragma of [
    "wal_autocheckpoint = 4000",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -32000"
  ])
    db.exec(`PRAGMA ${pragma}`)
  const find = db.prepare(
    `SELECT remote_id, hash, modified_at, remote_deleted_at, CASE WHEN hash = ? THEN NULL ELSE data END AS data
     FROM records WHERE model = 'candidate' AND id = ?`
  )
  const put =
    db.prepare(`INSERT INTO records (connector_id, model, id, remote_id, hash, modified_at, remote_deleted_at, data)
    VALUES ('${connector}', 'candidate', ?, ?, ?, ?, NULL, ?) ON CONFLICT (connector_id, model, remote_id)
    DO UPDATE SET hash = excluded.hash, modified_at = excluded.modified_at,
      remote_deleted_at = excluded.remote_deleted_at, data = excluded.data`)
  const enter = db.prepare(`INSERT INTO feed
      (connector_id, workspace, model, seq, record_id, remote_id, operation, fields, at)
    VALUES ('${connector}', 'default', 'candidate', ?, ?, ?, ?, ?, ?)`)
  const fields = `["name","title","summary"]`
  let seq = 0
  return {
    write: (pages: ReadonlyArray<ReadonlyArray<Row>>, at: string): void => {
      for (const page of pages) {
        db.exec("BEGIN IMMEDIATE")
        for (const row of page) {
          const known = find.get(row.hash, row.id)
          if (known !== undefined && known["data"] === null) continue
          put.run(row.id, row.remoteId, row.hash, at, row.text)
          const isNew = known === undefined
          enter.run(++seq, row.id, row.remoteId, isNew ? "insert" : "update", isNew ? null : fields, at)
        }
        db.exec("COMMIT")
      }
    },
    close: () => db.close()
  }
}
