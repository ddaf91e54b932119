/**
 * Records whose model is made of several of the vendor's lists: a page holds the records of the main list and the rows
 * that the other lists have of them. What an account has but once, such as its departments, is known beforehand.
 */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Mapper } from "@crosswalk/core/Mapper"

/** Rows by the names of their lists. */
export type Rows = Readonly<Record<string, ReadonlyArray<unknown>>>

const isRows = (item: unknown): item is Rows => typeof item === "object" && item !== null

/** The rows of one list on a page whose items are {@link Rows}. */
export const rows = (items: ReadonlyArray<unknown>, list: string): ReadonlyArray<unknown> => {
  const all: Array<unknown> = []
  for (const item of items) {
    if (!isRows(item)) continue
    for (const row of item[list] ?? []) all.push(row)
  }
  return all
}

/** Rows by the keys under which a join looks for them. */
export type Index = ReadonlyMap<string, ReadonlyArray<unknown>>

const none: ReadonlyArray<unknown> = []

/** The rows under a key. */
export const under = (index: Index, key: string): ReadonlyArray<unknown> => index.get(key) ?? none

/** One of a mapper's joins at work, by the provider's declaration. */
export interface Joint {
  /** The rows of its list, as far as they can be used. */
  readonly index: (items: ReadonlyArray<unknown>) => Index
  /** The rows that a record names. */
  readonly named: (index: Index, record: unknown) => ReadonlyArray<unknown>
  /** The rows that the rows of another join name, each once. */
  readonly through: (index: Index, rows: ReadonlyArray<unknown>) => ReadonlyArray<unknown>
}

/** The join that a mapper's source has under a name. */
export const joint = ({ name, source }: Mapper, of: string): Joint => {
  const join = source.joins[of]
  if (join === undefined) throw new Error(`${name} joins nothing as ${of}`)
  const check = CheckIn.make(join.resource)

  const found = (index: Index, keys: ReadonlyArray<string>): ReadonlyArray<unknown> => {
    const [first] = keys
    if (first === undefined) return none
    return keys.length === 1 ? under(index, first) : keys.flatMap((key) => under(index, key))
  }

  return {
    index: (items) => {
      const index = new Map<string, Array<unknown>>()
      const add = (key: string, record: unknown) => {
        const rows = index.get(key)
        if (rows === undefined) index.set(key, [record])
        else rows.push(record)
      }
      for (const item of items) {
        const checked = check(item, null)
        if (checked._tag === "Rejected") continue
        if (join.kind !== "referring") add(checked.key, checked.record)
        else for (const key of join.keys(checked.record)) add(key, checked.record)
      }
      return index
    },
    named: (index, record) => found(index, join.keys(record)),
    through: (index, rows) => {
      const [first] = rows
      if (rows.length === 1) return found(index, join.keys(first))
      const keys: Array<string> = []
      for (const row of rows) for (const key of join.keys(row)) if (!keys.includes(key)) keys.push(key)
      return found(index, keys)
    }
  }
}
