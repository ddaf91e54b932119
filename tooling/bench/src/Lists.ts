/**
 * Records whose model is made of several of the vendor's lists: a page holds the records of the main list and the rows
 * that the other lists have of them. What an account has but once, such as its departments, is known beforehand.
 */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Mapper } from "@crosswalk/core/Mapper"
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

type Index = Map<string, Array<unknown>>

/** Checks and maps a page through Crosswalk, by the provider's own declarations; joins as the engine does. */
export const crosswalk = (mapper: Mapper, account: Rows): Read => {
  const { joins, resource } = mapper.source
  const direct = Object.entries(joins).filter(([, join]) => join.through === null)
  const ordered = [...direct, ...Object.entries(joins).filter(([, join]) => join.through !== null)]

  const lander = (check: CheckIn.CheckIn) => (items: ReadonlyArray<unknown>) => {
    const landed: Array<Source.Landed> = []
    for (const item of items) {
      const checked = check(item, null)
      if (checked._tag === "Accepted") landed.push({ key: checked.key, parent: null, record: checked.record })
    }
    return landed
  }
  const land = lander(CheckIn.make(resource))

  const indexes = ordered.map(([, join]) => {
    const landRows = lander(CheckIn.make(join.resource))
    const indexed = (items: ReadonlyArray<unknown>): Index => {
      const index: Index = new Map()
      for (const { key, record } of landRows(items)) {
        for (const target of join.kind === "referring" ? join.keys(record) : [key]) {
          const rows = index.get(target)
          if (rows === undefined) index.set(target, [record])
          else rows.push(record)
        }
      }
      return index
    }
    const list = join.resource.name
    const standing = account[list]
    const known = standing === undefined ? null : indexed(standing)
    return (items: ReadonlyArray<unknown>): Index => known ?? indexed(rows(items, list))
  })

  const keysOf = (
    join: Source.Join,
    { key, record }: Source.Landed,
    joined: Source.Group["joined"]
  ): ReadonlyArray<string> => {
    if (join.kind === "referring") return [key]
    return join.through === null ? join.keys(record) : (joined[join.through] ?? []).flatMap((row) => join.keys(row))
  }

  return (items, identify) => {
    const found = indexes.map((index) => index(items))
    const made: Array<Made> = []
    for (const member of land(rows(items, resource.name))) {
      const joined: Record<string, ReadonlyArray<unknown>> = {}
      ordered.forEach(([name, join], nth) => {
        const keys = keysOf(join, member, joined)
        const asked = keys.length > 1 ? [...new Set(keys)] : keys
        joined[name] = asked.flatMap((key) => found[nth]?.get(key) ?? [])
      })
      const outcome = mapper.run({ key: member.key, members: [member], joined }, identify)
      if (outcome?._tag === "Mapped") made.push({ model: mapper.model.identity, record: outcome.record })
    }
    return made
  }
}
