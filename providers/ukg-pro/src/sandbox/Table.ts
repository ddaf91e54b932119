/**
 * A collection that is counted through by position, as numbered pages are: base rows are computed when they are read,
 * what was created comes at the end, and a removal moves up everything behind it.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"

/** What a collection is made of. */
export interface Options {
  /** Number of base rows. */
  readonly size: number
  /** Which of them are records. Default: all. */
  readonly exists?: (row: number) => boolean
  readonly id: (row: number) => string
  /** The row an id belongs to; undefined when it is no id of this collection. */
  readonly rowOf: (id: string) => number | undefined
  readonly record: (row: number) => JsonObject
  /** The rows of a person. */
  readonly ofPerson?: (person: number) => ReadonlyArray<number>
  /** When a base record last changed, in milliseconds. */
  readonly changedAt?: (row: number) => number
}

/** Which records a read wants. */
export interface Query {
  /** Position of the first one among those that fit. */
  readonly skip: number
  /** Undefined for all of them. */
  readonly limit: number | undefined
  /** Refuses base rows before they are built. */
  readonly acceptsRow?: ((row: number) => boolean) | undefined
  /** Absent when every record is wanted: then a page costs nothing for those before it. */
  readonly accepts?: ((record: JsonObject) => boolean) | undefined
}

export interface Table {
  readonly get: (id: string) => JsonObject | undefined
  readonly put: (id: string, record: JsonObject) => void
  /** Removes a record and returns it; undefined when there was none. */
  readonly remove: (id: string) => JsonObject | undefined
  readonly read: (query: Query) => ReadonlyArray<JsonObject>
  readonly size: () => number
  /** Records that were created or edited. */
  readonly edited: () => Iterable<JsonObject>
  /** Whether a record differs from what was generated. */
  readonly isEdited: (id: string) => boolean
  readonly options: Options
}

/** Makes a collection. Looks through the base rows when first read. */
export const make = (options: Options): Table => {
  const edits = new Map<string, JsonObject>()
  const removed = new Set<number>()
  let created: ReadonlyArray<string> = []
  let rows: Uint32Array | undefined

  const isBase = (row: number) => !removed.has(row) && options.exists?.(row) !== false

  const present = (): Uint32Array => {
    if (rows === undefined) {
      const found = new Uint32Array(options.size)
      let count = 0
      for (let row = 0; row < options.size; row++) if (isBase(row)) found[count++] = row
      rows = found.slice(0, count)
    }
    return rows
  }

  const baseRow = (id: string): number | undefined => {
    const row = options.rowOf(id)
    return row === undefined || row < 0 || row >= options.size || !isBase(row) ? undefined : row
  }

  const get = (id: string): JsonObject | undefined => {
    const edit = edits.get(id)
    if (edit !== undefined) return edit
    const row = baseRow(id)
    return row === undefined ? undefined : options.record(row)
  }

  /** Undefined when the record does not fit. */
  const fitting = (at: number, query: Query): JsonObject | undefined => {
    const row = present()[at]
    const id = row === undefined ? created[at - present().length] : options.id(row)
    const edit = id === undefined ? undefined : edits.get(id)
    if (edit === undefined && (row === undefined || query.acceptsRow?.(row) === false)) return undefined
    const record = edit ?? (row === undefined ? undefined : options.record(row))
    return record === undefined || query.accepts?.(record) === false ? undefined : record
  }

  return {
    options,
    get,
    put: (id, record) => {
      if (!edits.has(id) && baseRow(id) === undefined) created = [...created, id]
      edits.set(id, record)
    },
    remove: (id) => {
      const record = get(id)
      const row = baseRow(id)
      edits.delete(id)
      created = created.filter((other) => other !== id)
      if (row !== undefined) {
        removed.add(row)
        rows = rows?.filter((other) => other !== row)
      }
      return record
    },
    read: (query) => {
      const total = present().length + created.length
      const isWhole = query.accepts === undefined && query.acceptsRow === undefined
      const limit = query.limit ?? total
      const found: Array<JsonObject> = []
      let skip = isWhole ? 0 : query.skip
      for (let at = isWhole ? query.skip : 0; at < total && found.length < limit; at++) {
        const record = fitting(at, query)
        if (record === undefined) continue
        if (skip > 0) skip--
        else found.push(record)
      }
      return found
    },
    size: () => present().length + created.length,
    edited: () => edits.values(),
    isEdited: (id) => edits.has(id)
  }
}
