/**
 * A large collection that is computed when read, with edits laid over it.
 *
 * The base is a function of the row number; only what was created, edited or deleted takes memory. Reading is by
 * keyset: a place in the order is (key, id), and stays valid when the record that once stood there has moved.
 */
import * as SortedIndex from "./SortedIndex.ts"

/** A place in the order. */
export interface Place {
  readonly key: number
  readonly id: string
}

/** What a collection is made of. */
export interface Options<A> {
  /** Number of base rows. */
  readonly size: number
  readonly id: (row: number) => string
  /** The row an id belongs to; undefined when it is not an id of this collection. */
  readonly rowOf: (id: string) => number | undefined
  /** Builds a base record. Called for every read: it must be cheap and always give the same. */
  readonly record: (row: number) => A
  /** The sort key of a base row: a whole number from 0 to 2^53 - 1, as `keyOf` says of its record. */
  readonly key: (row: number) => number
  /** Orders rows of one key as their ids' text is ordered: from 0 to 2^32 - 1. */
  readonly tie: (row: number) => number
  readonly keyOf: (record: A) => number
}

/** What a read wants. */
export interface Query<A> {
  /** The first place wanted; the beginning when absent. */
  readonly from?: Place | undefined
  readonly limit: number
  /** Refuses base rows before they are built. */
  readonly acceptsRow?: ((row: number) => boolean) | undefined
  readonly accepts?: ((record: A) => boolean) | undefined
}

/** A read: up to `limit` records, and the place of the first record after them, if there is one. */
export interface Read<A> {
  readonly records: ReadonlyArray<A>
  readonly next: Place | undefined
}

/** A collection. */
export interface Dataset<A> {
  readonly get: (id: string) => A | undefined
  /** Whether there is such a record; cheaper than `get`, which builds it. */
  readonly has: (id: string) => boolean
  readonly put: (id: string, record: A) => void
  /** Removes a record and returns it; undefined when there was none. */
  readonly remove: (id: string) => A | undefined
  readonly read: (query: Query<A>) => Read<A>
  /** Number of records now. */
  readonly size: () => number
  /** Records that were created or edited. */
  readonly edited: () => Iterable<A>
}

const isBefore = (a: Place, b: Place): boolean => a.key < b.key || (a.key === b.key && a.id < b.id)

interface Edit<A> extends Place {
  readonly record: A
}

/** Makes a collection. Sorts the base rows when first read. */
export const make = <A>(options: Options<A>): Dataset<A> => {
  const hidden = new Set<number>()
  const edits = new Map<string, Edit<A>>()
  const sorted: Array<Edit<A>> = []
  let index: SortedIndex.SortedIndex | undefined
  const base = () => (index ??= SortedIndex.make(options.size, options.key, options.tie))

  const baseRow = (id: string): number | undefined => {
    const row = options.rowOf(id)
    return row === undefined || row >= options.size ? undefined : row
  }

  const firstEdit = (from: Place): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const edit = sorted[middle]
      if (edit !== undefined && isBefore(edit, from)) low = middle + 1
      else high = middle
    }
    return low
  }

  const firstRow = (from: Place): number => {
    const { keys, order } = base()
    let at = SortedIndex.lowerBound(base(), from.key)
    for (; at < order.length; at++) {
      const row = order[at] ?? 0
      if (keys[row] !== from.key || options.id(row) >= from.id) break
    }
    return at
  }

  const dropEdit = (id: string): Edit<A> | undefined => {
    const edit = edits.get(id)
    if (edit === undefined) return undefined
    edits.delete(id)
    sorted.splice(firstEdit(edit), 1)
    return edit
  }

  const get = (id: string): A | undefined => {
    const edit = edits.get(id)
    if (edit !== undefined) return edit.record
    const row = baseRow(id)
    return row === undefined || hidden.has(row) ? undefined : options.record(row)
  }

  const read = (query: Query<A>): Read<A> => {
    const { keys, order } = base()
    const isShown = (row: number) => !hidden.has(row) && query.acceptsRow?.(row) !== false
    const placeOf = (row: number): Place => ({ key: keys[row] ?? 0, id: options.id(row) })
    const records: Array<A> = []
    let at = query.from === undefined ? 0 : firstRow(query.from)
    let editAt = query.from === undefined ? 0 : firstEdit(query.from)
    for (;;) {
      while (at < order.length && !isShown(order[at] ?? 0)) at++
      const row = order[at]
      const edit = sorted[editAt]
      if (edit !== undefined && (row === undefined || isBefore(edit, placeOf(row)))) {
        editAt++
        if (query.accepts?.(edit.record) === false) continue
        if (records.length === query.limit) return { records, next: { key: edit.key, id: edit.id } }
        records.push(edit.record)
      } else if (row !== undefined) {
        at++
        const record = options.record(row)
        if (query.accepts?.(record) === false) continue
        if (records.length === query.limit) return { records, next: placeOf(row) }
        records.push(record)
      } else return { records, next: undefined }
    }
  }

  return {
    get,
    has: (id) => {
      if (edits.has(id)) return true
      const row = baseRow(id)
      return row !== undefined && !hidden.has(row)
    },
    put: (id, record) => {
      dropEdit(id)
      const row = baseRow(id)
      if (row !== undefined) hidden.add(row)
      const edit = { key: options.keyOf(record), id, record }
      edits.set(id, edit)
      sorted.splice(firstEdit(edit), 0, edit)
    },
    remove: (id) => {
      const record = get(id)
      dropEdit(id)
      const row = baseRow(id)
      if (row !== undefined) hidden.add(row)
      return record
    },
    read,
    size: () => options.size - hidden.size + edits.size,
    edited: () => sorted.map((edit) => edit.record)
  }
}
