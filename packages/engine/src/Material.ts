/** Gathers what mapping needs: the landed records under a mapper's keys, with what they join. */
import type { Issue } from "@crosswalk/core/Issue"
import type * as Mapper from "@crosswalk/core/Mapper"
import type * as Source from "@crosswalk/core/Source"
import * as Links from "@crosswalk/store/Links"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect, Predicate, Result } from "effect"
import type { Context } from "./Derive.ts"
import * as Plan from "./Plan.ts"

/** A landed record that a later version of the declaration cannot read. It is there all the same. */
export interface Unreadable {
  readonly issues: ReadonlyArray<Issue>
  /** The record's JSON text. */
  readonly data: string
}

/** What stands under one key of a mapper. */
export interface Material extends Source.Group {
  /** Members and joined records that cannot be read: without them the material is not complete. */
  readonly unreadable: ReadonlyArray<Unreadable>
}

/**
 * Records that the same transaction landed, checked, by their keys: they need not be read back. Each is handed out once:
 * a mapping that alters what it is given must not alter what another one gets.
 */
export interface Fresh {
  readonly resource: string
  readonly records: Map<string, Source.Landed>
}

/** Landed records that were found for one key. */
interface Rows {
  readonly records: Array<Source.Landed>
  readonly unreadable: Array<Unreadable>
}

const noRows = (): Rows => ({ records: [], unreadable: [] })

/** Adds a landed record, if it still fits its wire schema. */
const add = (rows: Rows, context: Context, resource: string, row: Remotes.Row): void => {
  const raw: unknown = JSON.parse(row.data)
  const checked = context.plan.byName.get(resource)?.checkIn(raw, row.parent)
  if (checked?._tag === "Accepted") rows.records.push({ key: row.key, parent: row.parent, record: checked.record })
  else rows.unreadable.push({ issues: checked?.issues ?? [], data: row.data })
}

/** Moves a fresh record into its group; false when there is none. */
const take = (groups: ReadonlyMap<string, Rows>, { records }: Fresh, key: string): boolean => {
  const record = records.get(key)
  if (record === undefined) return false
  groups.get(key)?.records.push(record)
  return records.delete(key)
}

const members = Effect.fnUntraced(function* (
  context: Context,
  { name, source }: Mapper.Mapper,
  keys: ReadonlyArray<string>,
  fresh: Fresh | null
) {
  const remotes = yield* Remotes.Remotes
  const { connector } = context
  const resource = source.resource.name
  const groups = new Map(keys.map((key) => [key, noRows()] as const))
  const put = (key: string, row: Remotes.Row): void => {
    const group = groups.get(key)
    if (group !== undefined) add(group, context, resource, row)
  }
  if (source.shape === "distinct") {
    const named = yield* (yield* Links.Links).first(connector, resource, name, keys)
    const rows = new Map(
      (yield* remotes.byKeys(
        connector,
        resource,
        named.map(({ key }) => key)
      )).map((row) => [row.key, row])
    )
    for (const { key, target } of named) {
      const row = rows.get(key)
      if (row !== undefined) put(target, row)
    }
    return groups
  }
  if (source.shape === "one") {
    const others = fresh?.resource === resource ? keys.filter((key) => !take(groups, fresh, key)) : keys
    for (const row of yield* remotes.byKeys(connector, resource, others)) put(row.key, row)
    return groups
  }
  for (const row of yield* remotes.byLink(connector, resource, name, keys)) put(row.target, row)
  return groups
})

/** The landed records that joins found, by the key of what they belong to; null when nobody could look. */
type Found = ReadonlyMap<string, Rows> | null

/** None at all says something only of a resource that was read to its end. */
const known = (context: Context, resource: string, found: ReadonlyMap<string, Rows>): Found =>
  found.size === 0 && !context.isKnown(resource) ? null : found

/** The landed records of a resource by their own keys. */
const byKey = Effect.fnUntraced(function* (context: Context, resource: string, keys: Iterable<string>) {
  const remotes = yield* Remotes.Remotes
  const found = new Map<string, Rows>()
  for (const row of yield* remotes.byKeys(context.connector, resource, [...keys])) {
    const rows = noRows()
    add(rows, context, resource, row)
    found.set(row.key, rows)
  }
  return known(context, resource, found)
})

/** The landed records of a resource, in order of their keys, by the keys of the members that they name. */
const byMember = Effect.fnUntraced(function* (
  context: Context,
  resource: string,
  link: string,
  members: ReadonlyArray<string>
) {
  const remotes = yield* Remotes.Remotes
  const found = new Map<string, Rows>()
  const rows = yield* remotes.byLink(context.connector, resource, link, members)
  for (const row of rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const siblings = found.get(row.target) ?? noRows()
    add(siblings, context, resource, row)
    found.set(row.target, siblings)
  }
  return known(context, resource, found)
})

type Joined = Record<string, ReadonlyArray<unknown> | null>

const nothing = (): Joined => ({})

/** The keys by which a join finds what belongs to a group; null when the join that it goes through found nobody to ask. */
const keysOf = (
  join: Source.Join,
  members: ReadonlyArray<Source.Landed>,
  joined: Joined
): ReadonlyArray<string> | null => {
  if (join.kind === "referring") return members.map(({ key }) => key)
  if (join.through !== null) return joined[join.through]?.flatMap((row) => join.keys(row)) ?? null
  return members.flatMap(({ parent, record }) =>
    join.kind === "lookup" ? join.keys(record) : parent === null ? [] : [parent]
  )
}

/** The keys by which a group finds what a join brings; none, and why, when the declaration fails on its members. */
const wantedBy = (join: Source.Join, group: Rows & { readonly joined: Joined }): ReadonlySet<string> =>
  Result.try(() => new Set(keysOf(join, group.records, group.joined))).pipe(
    Result.getOrElse((cause) => {
      const reason = `the provider's declaration failed on the record: ${Predicate.isError(cause) ? cause.message : "it threw no error"}`
      group.unreadable.push({
        issues: [{ path: "", reason }],
        data: JSON.stringify(group.records.map(({ record }) => record))
      })
      return new Set<string>()
    })
  )

/** The material under some keys of a mapper; a key without members stands there with none. */
export const gather = Effect.fn("Material.gather")(function* (
  context: Context,
  mapper: Mapper.Mapper,
  keys: ReadonlyArray<string>,
  fresh: Fresh | null = null
) {
  const groups = Array.from(yield* members(context, mapper, keys, fresh), ([key, rows]) => ({
    key,
    ...rows,
    joined: nothing()
  }))
  const joins = Object.entries(mapper.source.joins)
  // What goes through another join comes after it.
  const ordered = [
    ...joins.filter(([, join]) => join.through === null),
    ...joins.filter(([, join]) => join.through !== null)
  ]
  for (const [name, join] of ordered) {
    const wanted = groups.map((group) => wantedBy(join, group))
    const asked = new Set(wanted.flatMap((keys) => [...keys]))
    const resource = join.resource.name
    const found =
      join.kind === "referring"
        ? yield* byMember(context, resource, Plan.joinLink(mapper, name), [...asked])
        : yield* byKey(context, resource, asked)
    groups.forEach((group, index) => {
      if (found === null || (join.through !== null && group.joined[join.through] === null)) {
        group.joined[name] = null
        return
      }
      const rows = [...(wanted[index] ?? [])].flatMap((key) => found.get(key) ?? [])
      group.joined[name] = rows.flatMap(({ records }) => records.map(({ record }) => record))
      for (const { unreadable } of rows) group.unreadable.push(...unreadable)
    })
  }
  return groups.map(({ joined, key, records, unreadable }): Material => ({ key, members: records, joined, unreadable }))
})
