/**
 * Records whose model is made of several of the vendor's lists: a page holds the records of the main list and the rows
 * that the other lists have of them. What an account has but once, such as its departments, is known beforehand.
 */
import * as CheckIn from "@crosswalk/core/CheckIn"
import { once, type Mapper } from "@crosswalk/core/Mapper"
import type * as Source from "@crosswalk/core/Source"
import type { Made, Read } from "./Line.ts"

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

type Index = ReadonlyMap<string, ReadonlyArray<unknown>>

const none: ReadonlyArray<unknown> = []

/** Finds rows by the keys that a record names. */
const finder =
  (index: Index) =>
  (keys: ReadonlyArray<string>): ReadonlyArray<unknown> => {
    const [first] = keys
    if (first === undefined) return none
    if (keys.length === 1) return index.get(first) ?? none
    const found: Array<unknown> = []
    for (const key of keys) for (const row of index.get(key) ?? none) found.push(row)
    return found
  }

/** The keys that the rows of another join name, each once. */
const through = (rows: ReadonlyArray<unknown>, join: Source.Join): ReadonlyArray<string> => {
  const [first] = rows
  if (first === undefined || rows.length === 1) return first === undefined ? [] : join.keys(first)
  const keys: Array<string> = []
  for (const row of rows) for (const key of join.keys(row)) if (!keys.includes(key)) keys.push(key)
  return keys
}

/** The rows of a join's list by the keys under which it looks for them. */
const indexed = (join: Source.Join, check: CheckIn.CheckIn, items: ReadonlyArray<unknown>): Index => {
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
}

/** Checks and maps a page through Crosswalk, by the provider's own declarations; joins as the engine does. */
export const crosswalk = (mapper: Mapper, account: Rows): Read => {
  const { joins, resource } = mapper.source
  const check = CheckIn.make(resource)
  const list = resource.name
  // What goes through another join comes after it.
  const ordered = Object.entries(joins).toSorted(
    ([, a], [, b]) => Number(a.through !== null) - Number(b.through !== null)
  )
  const finders = ordered.map(([name, join]) => {
    const check = CheckIn.make(join.resource)
    const list = join.resource.name
    const standing = account[list]
    const known = standing === undefined ? null : indexed(join, check, standing)
    // What all records name, they name by the same list.
    const found = known && once(finder(known))
    return (items: ReadonlyArray<unknown>) => {
      const index = known ?? indexed(join, check, rows(items, list))
      return { name, join, index, find: found ?? finder(index) }
    }
  })

  // All records' joins are objects of one shape.
  const unjoined: Record<string, ReadonlyArray<unknown>> = Object.fromEntries(ordered.map(([name]) => [name, none]))

  return (items, identify) => {
    const found = finders.map((finderOf) => finderOf(items))
    const made: Array<Made> = []
    for (const item of rows(items, list)) {
      const checked = check(item, null)
      if (checked._tag === "Rejected") continue
      const { key, record } = checked
      const joined = { ...unjoined }
      for (const { find, index, join, name } of found) {
        if (join.kind === "referring") joined[name] = index.get(key) ?? none
        else
          joined[name] = find(join.through === null ? join.keys(record) : through(joined[join.through] ?? none, join))
      }
      const outcome = mapper.run({ key, members: [{ key, parent: null, record }], joined }, identify)
      if (outcome?._tag === "Mapped") made.push({ model: mapper.model.identity, record: outcome.record })
    }
    return made
  }
}
