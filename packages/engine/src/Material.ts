/** Gathers what mapping needs: the landed records under a mapper's keys, with what they join. */
import type * as Mapper from "@crosswalk/core/Mapper"
import type * as Source from "@crosswalk/core/Source"
import * as Links from "@crosswalk/store/Links"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect } from "effect"
import type { Context } from "./Derive.ts"

/** A landed record that still fits its wire schema. */
const read = (context: Context, resource: string, row: Remotes.Row): ReadonlyArray<Source.Landed> => {
  const raw: unknown = JSON.parse(row.data)
  const checked = context.plan.byName.get(resource)?.checkIn(raw, row.parent)
  return checked?._tag === "Accepted" ? [{ key: row.key, parent: row.parent, record: checked.record }] : []
}

const members = Effect.fnUntraced(function* (
  context: Context,
  { name, source }: Mapper.Mapper,
  keys: ReadonlyArray<string>
) {
  const remotes = yield* Remotes.Remotes
  const { connector } = context
  const resource = source.resource.name
  const groups = new Map<string, Array<Source.Landed>>(keys.map((key) => [key, []]))
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
      if (row !== undefined) groups.get(target)?.push(...read(context, resource, row))
    }
    return groups
  }
  const rows =
    source.shape === "one"
      ? (yield* remotes.byKeys(connector, resource, keys)).map((row) => ({ ...row, target: row.key }))
      : yield* remotes.byLink(connector, resource, name, keys)
  for (const row of rows) groups.get(row.target)?.push(...read(context, resource, row))
  return groups
})

/** The landed records of a resource by their keys; null when it was never read to its end. */
const byKey = Effect.fnUntraced(function* (context: Context, resource: string, keys: ReadonlySet<string>) {
  const remotes = yield* Remotes.Remotes
  const found = new Map<string, unknown>()
  for (const row of yield* remotes.byKeys(context.connector, resource, [...keys])) {
    for (const { record } of read(context, resource, row)) found.set(row.key, record)
  }
  return found.size === 0 && !context.isKnown(resource) ? null : found
})

/** The keys in another resource that a join follows from a member. */
const joinKeys = (join: Source.Join, member: Source.Landed): ReadonlyArray<string> =>
  join.kind === "lookup" ? join.keys(member.record) : member.parent === null ? [] : [member.parent]

/** The material under some keys of a mapper; a key without members stands there with none. */
export const gather = Effect.fn("Material.gather")(function* (
  context: Context,
  mapper: Mapper.Mapper,
  keys: ReadonlyArray<string>
) {
  const groups = yield* members(context, mapper, keys)
  const joins = Object.entries(mapper.source.joins)
  const found = new Map<string, ReadonlyMap<string, unknown> | null>()
  for (const [name, join] of joins) {
    const wanted = new Set<string>()
    for (const group of groups.values())
      for (const member of group) for (const key of joinKeys(join, member)) wanted.add(key)
    found.set(name, yield* byKey(context, join.resource.name, wanted))
  }
  return Array.from(groups, ([key, members]): Source.Group => ({
    key,
    members,
    joined: Object.fromEntries(
      joins.map(([name, join]) => {
        const rows = found.get(name)
        if (rows === null || rows === undefined) return [name, null]
        const keys = new Set(members.flatMap((member) => joinKeys(join, member)))
        return [name, [...keys].flatMap((key) => (rows.has(key) ? [rows.get(key)] : []))]
      })
    )
  }))
})
