/** The records that are stored: of the size that a candidate has in the field's stores, 626 bytes. */
import { hash } from "node:crypto"

/** A record as a mapper hands it over. */
export interface Row {
  readonly id: string
  readonly remoteId: string
  readonly hash: string
  readonly text: string
}

const length = 626

/** The record of a number in a version; another version has another name and title. */
const row = (index: number, version: number): Row => {
  const remoteId = hash("sha1", String(index), "hex").slice(0, 24)
  const id = `00000000-0000-8000-8000-${String(index).padStart(12, "0")}`
  const start = JSON.stringify({
    id,
    remote_id: remoteId,
    remote_created_at: "2026-01-31T09:30:00.000Z",
    remote_updated_at: "2026-02-28T10:30:00.000Z",
    custom_fields: null,
    name: `Person ${index} ${version}`,
    title: `Version ${version}`,
    emails: [{ value: `person.${index}@example.com`, type: null }],
    phones: null,
    tags: ["one", "two"],
    user_id: null
  }).slice(0, -1)
  const text = `${start},"summary":"${"x".repeat(length - start.length - 14)}"}`
  return { id, remoteId, hash: hash("sha256", text, "base64url"), text }
}

/** All records; of every hundred, so many are in the second version. */
export const rows = (count: number, changed: number): ReadonlyArray<Row> =>
  Array.from({ length: count }, (_, index) => row(index, index % 100 < changed ? 1 : 0))

/** The records in pages. */
export const pages = (all: ReadonlyArray<Row>, size: number): ReadonlyArray<ReadonlyArray<Row>> =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
