/** The floor: fetch, parse, map by hand, insert the raw record and the unified one; nothing is checked or tried again. */
import * as Id from "@crosswalk/core/Id"
import { DatabaseSync } from "node:sqlite"
import { map } from "../candidate/ByHand.ts"
import type { Person } from "../candidate/Mapping.ts"

interface Page {
  readonly people: ReadonlyArray<Person>
  readonly next?: string
}

const create = `
  PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000;
  PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;
  CREATE TABLE remotes (connector_id TEXT NOT NULL, resource TEXT NOT NULL, key TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (connector_id, resource, key));
  CREATE TABLE records (seq INTEGER PRIMARY KEY AUTOINCREMENT, connector_id TEXT NOT NULL, model TEXT NOT NULL,
    id TEXT NOT NULL, remote_id TEXT NOT NULL, modified_at TEXT NOT NULL, remote_deleted_at TEXT, data TEXT NOT NULL,
    UNIQUE (model, id), UNIQUE (connector_id, model, remote_id));
  CREATE INDEX records_page ON records (connector_id, model, seq);
  CREATE INDEX records_modified ON records (connector_id, model, modified_at)`

/** Reads everybody into a file; answers how many there were. The vendor may take the token for something. */
export const sync = async (filename: string, connector: string, baseUrl: string, token = "bench"): Promise<number> => {
  const db = new DatabaseSync(filename)
  db.exec(create)
  const land = db.prepare("INSERT INTO remotes (connector_id, resource, key, data) VALUES (?, 'people', ?, ?)")
  const put = db.prepare(`INSERT INTO records (connector_id, model, id, remote_id, modified_at, data)
    VALUES (?, 'candidate', ?, ?, ?, ?)`)
  const identify = Id.forConnector(connector)
  let count = 0
  for (let after: string | undefined = "0"; after !== undefined;) {
    const answer: Response = await fetch(`${baseUrl}/people?after=${after}`, {
      headers: { authorization: `Bearer ${token}` }
    })
    const page: Page = JSON.parse(await answer.text())
    const now = new Date().toISOString()
    db.exec("BEGIN IMMEDIATE")
    for (const person of page.people) {
      const id = identify("candidate", person.uid)
      land.run(connector, person.uid, JSON.stringify(person))
      const record = { id, ...map(person, identify), remote_deleted_at: null, modified_at: now }
      put.run(connector, id, person.uid, now, JSON.stringify(record))
    }
    db.exec("COMMIT")
    count += page.people.length
    after = page.next
  }
  db.close()
  return count
}
