/** What is stored, read beside the engine and its repositories, and what must hold of it at any moment. */
import type { Database } from "./Database.ts"
import type { Served } from "./Vendor.ts"

/** Something is stored that must not be. */
export class Broken extends Error {
  override readonly name = "Broken"
}

/** A stored record. */
export interface Kept {
  readonly model: string
  readonly remoteId: string
  readonly deleted: boolean
  readonly modifiedAt: string
  readonly record: Readonly<Record<string, unknown>>
  /** The served text without what tells of storing it. */
  readonly content: string
}

/** An entry of the feed. */
export interface Told {
  readonly seq: number
  readonly model: string
  readonly remoteId: string
  readonly operation: string
  readonly fields: string | null
  readonly at: string
}

const text = (value: unknown): string => (typeof value === "string" ? value : "")

const kept = (row: Readonly<Record<string, unknown>>): Kept => {
  const { modified_at: _, ...record }: Record<string, unknown> = JSON.parse(text(row["data"]))
  return {
    model: text(row["model"]),
    remoteId: text(row["remote_id"]),
    deleted: row["remote_deleted_at"] !== null,
    modifiedAt: text(row["modified_at"]),
    record,
    content: JSON.stringify(record)
  }
}

/** All records of a connector, deleted ones among them, by model and remote id. */
export const records = (database: Database, connector: string): ReadonlyMap<string, Kept> =>
  new Map(
    database.query("SELECT * FROM records WHERE connector_id = ?", connector).map((row) => {
      const one = kept(row)
      return [`${one.model} ${one.remoteId}`, one]
    })
  )

/** The feed of a connector after a place. */
export const feed = (database: Database, connector: string, after = 0): ReadonlyArray<Told> =>
  database.query("SELECT * FROM feed WHERE connector_id = ? AND seq > ? ORDER BY seq", connector, after).map((row) => ({
    seq: Number(row["seq"]),
    model: text(row["model"]),
    remoteId: text(row["remote_id"]),
    operation: text(row["operation"]),
    fields: row["fields"] === null ? null : text(row["fields"]),
    at: text(row["at"])
  }))

const tables = [
  "remotes",
  "links",
  "records",
  "feed",
  "checkpoints",
  "due",
  "dirty",
  "quarantine",
  "runs",
  "holds",
  "writers"
]

/** Every row of a connector, as one text: to see that nobody touched it. */
export const dump = (database: Database, connector: string): string =>
  JSON.stringify(
    tables.map((table) => database.query(`SELECT * FROM ${table} WHERE connector_id = ? ORDER BY rowid`, connector))
  )

/** Models of which each record is one remote record's, and the field that holds a text with a number that only grows. */
const single: ReadonlyMap<string, string | null> = new Map([
  ["office", "name"],
  ["reject_reason", null],
  ["note", "body"],
  ["job_interview_stage", "name"],
  ["document", "file_name"]
])

const models = [...single.keys()].map((model) => `'${model}'`).join()

/** Follows one connector's store from commit to commit. */
export class Ledger {
  readonly #database: Database
  readonly #connector: string
  readonly #served: ReadonlyArray<Served>
  readonly #deaths: ReadonlyMap<string, ReadonlyArray<number>>
  readonly #alive = new Map<string, string>()
  readonly #deletions = new Map<string, number>()
  readonly #known = new Map<string, Kept>()
  /** Records of which the feed told since the store was last looked at. */
  readonly #touched = new Set<string>()
  readonly #ages = new Map<string, number>()
  #seq = 0
  #fence = 0
  #writer = "nobody"
  readonly #checkpoints = new Map<string, number>()

  constructor(
    database: Database,
    connector: string,
    served: ReadonlyArray<Served>,
    deaths: ReadonlyMap<string, ReadonlyArray<number>>
  ) {
    this.#database = database
    this.#connector = connector
    this.#served = served
    this.#deaths = deaths
  }

  /** Entries of the feed so far. */
  get length(): number {
    return this.#seq
  }

  /** After each commit of a process: it has to be the connector's writer, what came to the feed must follow from what was there, and no checkpoint may be ahead. */
  follow(process?: string): ReadonlyArray<Told> {
    if (process !== undefined) this.#checkWriter(process)
    const news = feed(this.#database, this.#connector, this.#seq)
    for (const entry of news) this.#enter(entry)
    this.#checkAges(news)
    this.#checkDerived()
    this.#checkCheckpoints()
    return news
  }

  /** At any moment between commits: the feed tells what the store holds, and nothing changed unsaid. */
  check(): void {
    this.follow()
    const stored = records(this.#database, this.#connector)
    for (const [name, one] of stored) {
      const told = this.#alive.get(name)
      if (one.deleted === (told !== undefined)) {
        throw new Broken(`${name} is ${one.deleted ? "deleted" : "there"}, and the feed tells otherwise`)
      }
      if (told !== undefined && told !== one.modifiedAt) {
        throw new Broken(`${name} was modified at ${one.modifiedAt}, and the feed tells of ${told}`)
      }
      const before = this.#known.get(name)
      const isChanged = before !== undefined && before.content !== one.content
      if (isChanged && !this.#touched.has(name)) {
        throw new Broken(`${name} changed unsaid: ${before.content} became ${one.content}`)
      }
      this.#known.set(name, one)
    }
    this.#touched.clear()
    for (const name of this.#alive.keys()) {
      if (!stored.has(name)) throw new Broken(`the feed tells of ${name}, which is not stored`)
    }
  }

  #enter({ at, fields, model, operation, remoteId, seq }: Told): void {
    const name = `${model} ${remoteId}`
    if (seq !== this.#seq + 1) throw new Broken(`the feed goes on with ${seq} after ${this.#seq}`)
    this.#seq = seq
    this.#touched.add(name)
    if (this.#alive.has(name) === (operation === "insert")) throw new Broken(`${operation} of ${name} cannot be`)
    if (operation === "update" && (fields === null || fields === "[]")) {
      throw new Broken(`an update of ${name} that changed nothing`)
    }
    if (operation !== "delete") {
      this.#alive.set(name, at)
      return
    }
    this.#alive.delete(name)
    // A group is empty for a moment when its members move one by one; for all else the vendor must have deleted it.
    if (model === "department" || model === "tag") return
    const before = this.#deletions.get(name) ?? 0
    this.#deletions.set(name, before + 1)
    const deaths = this.#deaths.get(name)?.filter((instant) => instant <= Date.parse(at)).length ?? 0
    if (deaths <= before) {
      throw new Broken(`${name} is told deleted ${before + 1} times, and was deleted ${deaths} times at the vendor`)
    }
  }

  /** Whoever made the newest claim is the only one that stores anything. */
  #checkWriter(process: string): void {
    const [row] = this.#database.query("SELECT fence FROM writers WHERE connector_id = ?", this.#connector)
    const fence = Number(row?.["fence"])
    if (fence !== this.#fence) {
      this.#fence = fence
      this.#writer = process
    } else if (this.#writer !== process) {
      throw new Broken(`${process} stored something after ${this.#writer} had taken the connector over`)
    }
  }

  /** A record never goes back to what it was: nobody stores what was read before what is stored. */
  #checkAges(news: ReadonlyArray<Told>): void {
    for (const { model, operation, remoteId } of news) {
      const field = single.get(model) ?? null
      if (field === null || operation === "delete") continue
      const name = `${model} ${remoteId}`
      const [row] = this.#database.query(
        "SELECT data FROM records WHERE connector_id = ? AND model = ? AND remote_id = ?",
        this.#connector,
        model,
        remoteId
      )
      const age = Number(
        text(JSON.parse(text(row?.["data"]))[field])
          .split(" ")
          .at(-1)
      )
      const before = this.#ages.get(name) ?? 0
      if (age < before) throw new Broken(`${name} went back from ${before} to ${age}`)
      if (age > 0) this.#ages.set(name, age)
    }
  }

  /** What is landed and what is derived of it are stored at once. */
  #checkDerived(): void {
    const [row] = this.#database.query(
      `SELECT (SELECT COUNT(*) FROM remotes WHERE connector_id = ?) AS landed,
         (SELECT COUNT(*) FROM records
          WHERE connector_id = ? AND model IN (${models}) AND remote_deleted_at IS NULL) AS derived`,
      this.#connector,
      this.#connector
    )
    if (row?.["landed"] !== row?.["derived"]) {
      throw new Broken(
        `${row?.["landed"]} remote records are landed, and ${row?.["derived"]} records are derived of them`
      )
    }
  }

  /** The page whose `next` a checkpoint holds must be stored, with all that it showed. */
  #checkCheckpoints(): void {
    const rows = this.#database.query("SELECT * FROM checkpoints WHERE connector_id = ?", this.#connector)
    for (const row of rows) {
      const resource = text(row["resource"])
      const seq = Number(row["seq"])
      const cursor: unknown = row["cursor"]
      if (this.#checkpoints.get(resource) === seq || typeof cursor !== "string") continue
      this.#checkpoints.set(resource, seq)
      const { request } = JSON.parse(cursor)
      if (request !== null && row["state"] !== "walking") {
        throw new Broken(`the walk of ${resource} counts as ${text(row["state"])}, and there is a next page`)
      }
      if (request === null) continue
      const seen = this.#database.query(
        `SELECT key FROM remotes WHERE connector_id = ? AND resource = ? AND seen_run = ?`,
        this.#connector,
        resource,
        text(row["run_id"])
      )
      const keys = new Set(seen.map(({ key }) => key))
      const missing = this.#served
        .filter((page) => page.resource === resource && page.next !== null && leadsTo(page.next, request.query))
        .map(({ gone, ids }) => ids.filter((id) => !keys.has(id) && !gone.has(id)))
      if (missing.every((ids) => ids.length > 0)) {
        throw new Broken(`the checkpoint of ${resource} is beyond ${missing.at(-1)?.join()}, which is not stored`)
      }
    }
  }
}

const leadsTo = (next: Readonly<Record<string, string>>, query: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(next).every(([name, value]) => query[name] === value)
