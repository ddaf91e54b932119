/** The rows as a server by hand reads them: one prepared statement, whose range is the one that the store's index gives. */
import { DatabaseSync } from "node:sqlite"

const size = 50

/** Answers the body of the first page of a connector's candidates, read anew each time. */
export const open = (filename: string, connector: string): (() => string) => {
  const db = new DatabaseSync(filename, { readOnly: true })
  const page = db.prepare(
    `SELECT data FROM records WHERE connector_id = ? AND model = 'candidate' AND seq > ? AND remote_deleted_at IS NULL
     ORDER BY seq LIMIT ${size}`
  )
  return () => {
    const texts = page.all(connector, 0).map(({ data }) => String(data))
    return `{"data":[${texts.join(",")}],"next_cursor":null}`
  }
}
