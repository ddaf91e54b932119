/**
 * Streams one model's records from a vendor, without a database.
 *
 * Records come page by page as they are read. Only a model whose records are put together from several remote records
 * waits for the end of the list; its remote records are set aside in a temporary file.
 */
import * as Explain from "@crosswalk/core/Explain"
import * as Id from "@crosswalk/core/Id"
import type { Issue } from "@crosswalk/core/Issue"
import type * as Mapper from "@crosswalk/core/Mapper"
import type { Query } from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import { ProviderError, Refused } from "@crosswalk/core/ProviderError"
import type * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import type * as Source from "@crosswalk/core/Source"
import { Effect, Result, Stream } from "effect"
import type { ClientOptions } from "./ClientOptions.ts"
import type { Connection } from "./Connection.ts"
import * as RemoteList from "./RemoteList.ts"
import * as Spill from "./Spill.ts"
import * as VendorClient from "./VendorClient.ts"

/** What to pull. */
export interface Options {
  readonly connection: Connection
  /** Name of the model. */
  readonly model: string
  /** Only what was updated since, in milliseconds since 1970 by the vendor's clock; null for everything. */
  readonly since: number | null
  /** Tells of each field where it came from. Default false. */
  readonly explain?: boolean
  readonly client?: Partial<ClientOptions>
}

/** A record as pulled: the unified record without what only a database knows of it. */
export interface Pulled {
  readonly _tag: "Pulled"
  readonly record: Readonly<Record<string, unknown>>
  /** The vendor's records that it was made of. */
  readonly raw: ReadonlyArray<unknown>
  /** Fields that were lost. */
  readonly issues: ReadonlyArray<Issue>
  /** Where each field came from; null unless asked for. */
  readonly explained: ReadonlyArray<Explain.Explained> | null
}

/** A remote record that could not be mapped. */
export interface Unusable {
  readonly _tag: "Unusable"
  readonly raw: ReadonlyArray<unknown>
  readonly issues: ReadonlyArray<Issue>
}

/** Pulled records and unusable ones, as many as came together. */
export type Batch = ReadonlyArray<Pulled | Unusable>

/** The records of a join's resource under a key. */
type Find = (key: string) => ReadonlyArray<unknown>

/** What a mapping needs beside the list itself. */
interface Work {
  readonly client: VendorClient.VendorClient
  readonly mapper: Mapper.Mapper
  readonly identify: Id.Identify
  readonly query: Query
  readonly explain: boolean
  /** What joins find by a key, by their names, read beforehand; null where it may not be read. */
  readonly lookups: ReadonlyMap<string, Find | null>
}

const groupsAtOnce = 100

const joined = ({ lookups, mapper }: Work, members: ReadonlyArray<RemoteList.Read>): Source.Group["joined"] => {
  const found: Record<string, ReadonlyArray<unknown> | null> = {}
  const find = (name: string, keys: Iterable<string>) => {
    const under = lookups.get(name) ?? null
    return under === null ? null : [...new Set(keys)].flatMap(under)
  }
  const joins = Object.entries(mapper.source.joins)
  for (const [name, join] of joins) {
    if (join.kind === "parent")
      found[name] = members.flatMap(({ listedFor }) => (listedFor === null ? [] : [listedFor]))
    else if (join.kind === "referring")
      found[name] = find(
        name,
        members.map(({ key }) => key)
      )
    else if (join.through === null)
      found[name] = find(
        name,
        members.flatMap(({ record }) => join.keys(record))
      )
  }
  for (const [name, join] of joins) {
    if (join.through === null) continue
    const between = found[join.through] ?? null
    found[name] =
      between === null
        ? null
        : find(
            name,
            between.flatMap((row) => join.keys(row))
          )
  }
  return found
}

/** Maps the material under one key; null when the source finds nothing there (any more). */
const run = (work: Work, key: string, members: ReadonlyArray<RemoteList.Read>): Pulled | Unusable | null => {
  const group: Source.Group = { key, members, joined: joined(work, members) }
  const outcome = work.mapper.run(group, work.identify)
  if (outcome === null) return null
  const raw = members.map((member) => member.raw)
  const lost = members.flatMap((member) => member.issues)
  const issues = lost.length === 0 ? outcome.issues : [...lost, ...outcome.issues]
  if (outcome._tag === "Rejected") return { _tag: "Unusable", raw, issues }
  const record = { id: work.identify(work.mapper.model.identity, outcome.remoteId), ...outcome.record }
  const explained = work.explain ? Explain.explain(work.mapper, group, record) : null
  return { _tag: "Pulled", record, raw, issues, explained }
}

const unusable = ({ unreadable }: RemoteList.Batch): Array<Pulled | Unusable> =>
  unreadable.map(({ issues, raw }) => ({ _tag: "Unusable", raw: [raw], issues }))

/** The keys that a record contributes to; unusable when the provider's declaration fails on it. */
const keysOf = ({ mapper: { source } }: Work, read: RemoteList.Read): ReadonlyArray<string> | Unusable =>
  Result.getOrElse(
    Result.try(() => source.keys(read.record, read.key)),
    (): Unusable => ({
      _tag: "Unusable",
      raw: [read.raw],
      issues: [{ path: "", reason: "the provider's declaration failed on the record" }]
    })
  )

/** Maps every page as it comes. */
const streamed = (work: Work): Stream.Stream<Batch, ProviderError> => {
  const { source } = work.mapper
  const seen = new Set<string>()
  return Stream.map(RemoteList.records(work.client, source.resource, work.query), (batch) => {
    const made: Array<Pulled | Unusable> = unusable(batch)
    for (const read of batch.read) {
      const keys = keysOf(work, read)
      if ("_tag" in keys) {
        made.push(keys)
        continue
      }
      for (const key of keys) {
        if (source.shape === "distinct") {
          if (seen.has(key)) continue
          seen.add(key)
        }
        const one = run(work, key, [read])
        if (one !== null) made.push(one)
      }
    }
    return made
  })
}

/** Keys of the groups that the narrowed list touches; null when the list is not narrowed. */
const touchedKeys = Effect.fnUntraced(function* ({ client, mapper: { source }, query }: Work) {
  if (Object.keys(query).length === 0) return null
  const keys = new Set<string>()
  yield* Stream.runForEach(RemoteList.records(client, source.resource, query), ({ read }) =>
    Effect.sync(() => {
      for (const { key, record } of read) for (const group of source.keys(record, key)) keys.add(group)
    })
  )
  return keys
})

/** Sets everything aside until the list's end, then maps group by group. */
const grouped = (work: Work): Stream.Stream<Batch, ProviderError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { source } = work.mapper
      const wanted = yield* touchedKeys(work)
      const spill = yield* Spill.make
      const setAside = Stream.map(RemoteList.records(work.client, source.resource, {}), (batch) => {
        const failed = unusable(batch)
        for (const read of batch.read) {
          const keys = keysOf(work, read)
          if ("_tag" in keys) failed.push(keys)
          else for (const key of keys) if (wanted === null || wanted.has(key)) spill.add(key, JSON.stringify(read))
        }
        return failed
      })
      const mapped = Stream.suspend(() => Stream.fromIterable(spill.keys())).pipe(
        Stream.grouped(groupsAtOnce),
        Stream.map((keys): Batch =>
          keys.flatMap((key) => {
            const members = spill.get(key).map((text): RemoteList.Read => JSON.parse(text))
            const one = run(
              work,
              key,
              members.length === 1 ? members : members.toSorted((a, b) => (a.key < b.key ? -1 : 1))
            )
            return one === null ? [] : [one]
          })
        )
      )
      return Stream.concat(setAside, mapped)
    })
  )

const refuse = (connection: Connection, detail: string) =>
  new ProviderError({ provider: connection.provider.id, operation: "pull", reason: new Refused({ detail }) })

/** Without the right to read a join's list, or without such a list, what it tells is unknown; the rest can be read. */
const unknown = new Set(["Forbidden", "NotFound"])

/**
 * Reads the whole list that a join finds records in. Those that refer to a record may be many: they are set aside. What
 * cannot be read of the list goes to `report`.
 */
const lookup = Effect.fnUntraced(function* (
  client: VendorClient.VendorClient,
  join: Source.Join,
  report: (unreadable: Batch) => void
) {
  const rows = new Map<string, unknown>()
  const spill = join.kind === "referring" ? yield* Spill.make : null
  const keep = (read: RemoteList.Read): void => {
    if (spill === null) rows.set(read.key, read.record)
    else
      for (const key of join.keys(read.record)) spill.add(key, JSON.stringify({ key: read.key, record: read.record }))
  }
  yield* Stream.runForEach(RemoteList.records(client, join.resource, {}), (batch) =>
    Effect.sync(() => {
      batch.read.forEach(keep)
      report(unusable(batch))
    })
  )
  if (spill === null) return (key: string) => (rows.has(key) ? [rows.get(key)] : [])
  return (key: string) =>
    spill
      .get(key)
      .map((text): { readonly key: string; readonly record: unknown } => JSON.parse(text))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ record }) => record)
})

/** Unreadable records of joined lists that are told of: a list that is broken as a whole shows as much in these. */
const mostUnreadable = 1000

const lookups = Effect.fnUntraced(function* (client: VendorClient.VendorClient, mapper: Mapper.Mapper) {
  const found = new Map<string, Find | null>()
  const unreadable: Array<Batch[number]> = []
  const report = (batch: Batch) => {
    unreadable.push(...batch.slice(0, mostUnreadable - unreadable.length))
  }
  for (const [name, join] of Object.entries(mapper.source.joins)) {
    if (join.kind === "parent") continue
    const find = yield* Effect.catchIf(
      lookup(client, join, report),
      (error) => unknown.has(error.reason._tag),
      () => Effect.succeed(null)
    )
    found.set(name, find)
  }
  return { found, unreadable }
})

const narrowed = (connection: Connection, resource: Resource.Resource, since: number | null) => {
  const { name, since: filter } = RemoteList.root(resource)
  if (since === null) return Effect.succeed<Query>({})
  return filter === null
    ? Effect.fail(
        refuse(connection, `${connection.provider.name} cannot narrow ${name} to what was updated; leave "since" out`)
      )
    : Effect.succeed(Since.query({ ...filter, overlapMinutes: 0 }, since))
}

/** One model's records, in batches of a page or so. Fails with `ProviderError`; what came before has come. */
export const batches = (options: Options) =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { connection, model } = options
      const mappers = Provider.mappersFor(connection.provider, model)
      if (mappers.length === 0) {
        const known = [...new Set(connection.provider.mappers.map((mapper) => mapper.model.name))].sort().join(", ")
        return yield* refuse(connection, `${connection.provider.name} has no model "${model}"; it has: ${known}`)
      }
      const client = yield* VendorClient.make(connection, options.client)
      const identify = Id.forConnector(connection.provider.id)
      return Stream.fromIterable(mappers).pipe(
        Stream.flatMap((mapper) =>
          Stream.unwrap(
            Effect.gen(function* () {
              const query = yield* narrowed(connection, mapper.source.resource, options.since)
              const { found, unreadable } = yield* lookups(client, mapper)
              const work: Work = {
                client,
                mapper,
                identify,
                query,
                explain: options.explain === true,
                lookups: found
              }
              const mapped = mapper.source.shape === "group" ? grouped(work) : streamed(work)
              return unreadable.length === 0 ? mapped : Stream.concat(Stream.succeed<Batch>(unreadable), mapped)
            })
          )
        )
      )
    })
  )

/** One model's records one by one; see {@link batches}. */
export const records = (options: Options) => Stream.flattenIterable(batches(options))
