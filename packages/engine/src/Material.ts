/** Gathers what mapping needs: the landed records under a mapper's keys, with what they join. */
import type * as Mapper from "@crosswalk/core/Mapper"
import type * as Source from "@crosswalk/core/Source"
import * as Links from "@crosswalk/store/Links"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect } from "effect"
import type { Context } from "./Derive.ts"
import * as Plan from "./Plan.ts"

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

/** The landed records that joins found, by the key of what they belong to; null when nobody could look. */
type Found = ReadonlyMap<string, ReadonlyArray<unknown>> | null

/** None at all says something only of a resource that was read to its end. */
const known = (context: Context, resource: string, found: ReadonlyMap<string, ReadonlyArray<unknown>>): Found =>
  found.size === 0 && !context.isKnown(resource) ? null : found

/** The landed records of a resource by their own keys. */
const byKey = Effect.fnUntraced(function* (context: Context, resource: string, keys: Iterable<string>) {
  const remotes = yield* Remotes.Remotes
  const found = new Map<string, ReadonlyArray<unknown>>()
  for (const row of yield* remotes.byKeys(context.connector, resource, [...keys])) {
    for (const { record } of read(context, resource, row)) found.set(row.key, [record])
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
  const found = new Map<string, Array<unknown>>()
  const rows = yield* remotes.byLink(context.connector, resource, link, members)
  for (const row of rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    for (const { record } of read(context, resource, row)) {
      const siblings = found.get(row.target)
      if (siblings === undefined) found.set(row.target, [record])
      else siblings.push(record)
    }
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

/** The material under some keys of a mapper; a key without members stands there with none. */
export const gather = Effect.fn("Material.gather")(function* (
  context: Context,
  mapper: Mapper.Mapper,
  keys: ReadonlyArray<string>
) {
  const groups = Array.from(yield* members(context, mapper, keys), ([key, members]) => ({
    key,
    members,
    joined: nothing()
  }))
  const joins = Object.entries(mapper.source.joins)
  // What goes through another join comes after it.
  const ordered = [
    ...joins.filter(([, join]) => join.through === null),
    ...joins.filter(([, join]) => join.through !== null)
  ]
  for (const [name, join] of ordered) {
    const wanted = groups.map(({ joined, members }) => new Set(keysOf(join, members, joined)))
    const asked = new Set(wanted.flatMap((keys) => [...keys]))
    const resource = join.resource.name
    const found =
      join.kind === "referring"
        ? yield* byMember(context, resource, Plan.joinLink(mapper, name), [...asked])
        : yield* byKey(context, resource, asked)
    groups.forEach((group, index) => {
      group.joined[name] =
        found === null || (join.through !== null && group.joined[join.through] === null)
          ? null
          : [...(wanted[index] ?? [])].flatMap((key) => found.get(key) ?? [])
    })
  }
  return groups satisfies ReadonlyArray<Source.Group>
})
