/**
 * Land and derive in memory, without vendor, store or engine: for tests, conformance suites and replays of recorded
 * answers. What the engine does page by page is done here at once, with the same functions.
 */
import * as CheckIn from "./CheckIn.ts"
import * as Id from "./Id.ts"
import type { Issue } from "./Issue.ts"
import type { Mapped, Mapper, Rejected } from "./Mapper.ts"
import * as Redact from "./Redact.ts"
import type { Resource, Settings } from "./Resource.ts"
import type { Group, Join, Landed } from "./Source.ts"

/** A remote record as it came, and the key of the record that it was listed for. */
export interface Raw {
  readonly raw: unknown
  readonly parent: string | null
}

/** A remote record that lost something at check-in, or was rejected: which, and why. */
export interface Quarantined {
  /** Place among the records given. */
  readonly index: number
  readonly key: string | null
  /** Whether nothing of the record could be kept. */
  readonly rejected: boolean
  readonly issues: ReadonlyArray<Issue>
}

/** What became of some remote records at check-in. */
export interface Landing {
  /** The accepted records in order of their keys, the last one where a key came twice. */
  readonly landed: ReadonlyArray<Landed>
  readonly quarantined: ReadonlyArray<Quarantined>
}

/** Checks the records of one resource in, without the values that the connector's settings do not ask for. */
export const land = (resource: Resource, records: Iterable<Raw>, settings: Settings = {}): Landing => {
  const checkIn = CheckIn.make(resource)
  const redact = Redact.make(resource.sensitive, settings)
  const landed = new Map<string, Landed>()
  const quarantined: Array<Quarantined> = []
  let index = 0
  for (const { raw, parent } of records) {
    const outcome = checkIn(redact(raw), parent)
    if (outcome._tag === "Accepted") landed.set(outcome.key, { key: outcome.key, parent, record: outcome.record })
    if (outcome.issues.length > 0) {
      const { key, issues } = outcome
      quarantined.push({ index, key, rejected: outcome._tag === "Rejected", issues })
    }
    index++
  }
  return { landed: [...landed.values()].sort(byKey), quarantined }
}

/** What a mapper made of the material under one key. */
export interface Derived {
  readonly key: string
  readonly outcome: Mapped | Rejected
}

/** Landed records by the name of their resource; one that is missing is not read by the connector. */
export type Store = ReadonlyMap<string, ReadonlyArray<Landed>>

/**
 * Derives every record that a mapper makes of what has landed, in order of keys. Ids in references are computed for the
 * connector; a function in its place writes them otherwise, e.g. so that people can read them.
 */
export const derive = (mapper: Mapper, landed: Store, connector: string | Id.Identify): ReadonlyArray<Derived> => {
  const { source } = mapper
  const identify = typeof connector === "string" ? Id.forConnector(connector) : connector
  const groups = new Map<string, Array<Landed>>()
  for (const member of landed.get(source.resource.name) ?? []) {
    for (const key of source.keys(member.record, member.key)) {
      const members = groups.get(key)
      if (members === undefined) groups.set(key, [member])
      else members.push(member)
    }
  }
  const joins = Object.entries(source.joins)
    .sort(([, a], [, b]) => Number(a.through !== null) - Number(b.through !== null))
    .map(([name, join]) => ({ name, find: finder(join, landed) }))
  const derived: Array<Derived> = []
  for (const [key, unsorted] of groups) {
    const members = unsorted.sort(byKey)
    const joined: Record<string, ReadonlyArray<unknown> | null> = {}
    for (const { find, name } of joins) joined[name] = find(members, joined)
    const outcome = mapper.run({ key, members, joined }, identify)
    if (outcome !== null) derived.push({ key, outcome })
  }
  return derived.sort(byKey)
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0

type Find = (members: ReadonlyArray<Landed>, joined: Group["joined"]) => ReadonlyArray<unknown> | null

/** Finds the records that a join brings to some members; null when its resource is not read. */
const finder = (join: Join, landed: Store): Find => {
  const rows = landed.get(join.resource.name)
  if (rows === undefined) return () => null
  if (join.kind === "referring") {
    const byMember = new Map<string, Array<unknown>>()
    for (const { record } of rows.toSorted(byKey)) {
      for (const key of join.keys(record)) {
        const siblings = byMember.get(key)
        if (siblings === undefined) byMember.set(key, [record])
        else siblings.push(record)
      }
    }
    return (members) => members.flatMap(({ key }) => byMember.get(key) ?? [])
  }
  const byRemoteKey = new Map(rows.map(({ key, record }) => [key, record]))
  const found = (keys: Iterable<string>) =>
    [...new Set(keys)].flatMap((key) => (byRemoteKey.has(key) ? [byRemoteKey.get(key)] : []))
  const { through } = join
  if (through !== null) {
    return (_, joined) => {
      const between = joined[through] ?? null
      return between === null ? null : found(between.flatMap((row) => join.keys(row)))
    }
  }
  return (members) =>
    found(
      members.flatMap(({ parent, record }) =>
        join.kind === "lookup" ? join.keys(record) : parent === null ? [] : [parent]
      )
    )
}
