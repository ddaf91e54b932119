/**
 * Whether what is stored is true: a few records, chosen at random, are read again from the vendor and compared.
 *
 * Compared is what the wire schema reads, after the same redaction and check-in; a value that is missing is one that is
 * null. Requests wait behind those that people wait for.
 */
import type { ProviderError } from "@crosswalk/core/ProviderError"
import * as Keep from "@crosswalk/core/Keep"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import { Audits } from "@crosswalk/store/Audits"
import type * as Stored from "@crosswalk/store/Audits"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Holds } from "@crosswalk/store/Holds"
import { Remotes } from "@crosswalk/store/Remotes"
import { Clock, DateTime, Duration, Effect, Predicate, Random } from "effect"
import { isDeepStrictEqual } from "node:util"
import type { Connection } from "./Connection.ts"
import * as HoldEmptied from "./HoldEmptied.ts"
import * as Plan from "./Plan.ts"
import type { VendorClient, VendorPage } from "./VendorClient.ts"

/** What to audit, and how. */
export interface Options {
  /** The connector's id. */
  readonly connector: string
  readonly connection: Connection
  /** Models in scope; null for all that the provider maps. */
  readonly scopes: ReadonlyArray<string> | null
  readonly client: VendorClient
  /** Records of each resource. Default 20. */
  readonly sample?: number
}

/** A resource of which nothing could be read again, or not all of the sample. */
export interface Shortfall {
  readonly resource: string
  /** A clause that says why. */
  readonly why: string
}

/** What an audit found. */
export interface Audited {
  readonly connector: string
  /** When: ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly audits: ReadonlyArray<Stored.Audit>
  readonly shortfalls: ReadonlyArray<Shortfall>
}

const size = 20

/** What became of one record. `lag` is in milliseconds; null where the vendor does not say when it changed. */
type Verdict =
  | { readonly is: "equal" | "wrong" | "held" | "gone" | "unreadable" }
  | { readonly is: "behind"; readonly lag: number | null }

/** The value as it compares: without what is null. */
const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal)
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      entry === null || entry === undefined ? [] : [[key, normal(entry)]]
    )
  )
}

/** When a record says that it was last changed, in milliseconds since 1970; null when no mapper finds that in it. */
const updatedAt = (planned: Plan.Planned, key: string, record: unknown): number | null => {
  const instants = planned.mappers.flatMap((mapper) => {
    const joined = Object.fromEntries(Object.keys(mapper.source.joins).map((name) => [name, null]))
    return mapper.source.keys(record, key).flatMap((group) => {
      const made = mapper.run({ key: group, members: [{ key, parent: null, record }], joined }, (_, id) => id)
      const updated = made?._tag === "Mapped" ? made.record["remote_updated_at"] : null
      return typeof updated === "string" ? [Date.parse(updated)] : []
    })
  })
  return instants.length === 0 ? null : Math.max(...instants)
}

/** What is known of a record before it is compared. */
interface Known {
  readonly key: string
  readonly data: string
  /** Fields whose values are held. */
  readonly held: ReadonlyArray<string>
  /** The vendor's clock at the last complete reading. */
  readonly mark: number
  readonly now: number
}

/** Compares a landed record with what the vendor answers. */
const judge = (planned: Plan.Planned, { data, held, key, mark, now }: Known, page: VendorPage): Verdict => {
  const { checkIn, resource } = planned
  if (page.items.length === 0) return { is: "gone" }
  const checked = page.items.map((item) => checkIn(item, null))
  const fresh = checked.find((one) => one._tag === "Accepted" && one.key === key)
  const landed = checkIn(JSON.parse(data), null)
  if (fresh?._tag !== "Accepted" || landed._tag !== "Accepted") return { is: "unreadable" }
  if (resource.deletedAt(fresh.record) !== null) return { is: "gone" }
  const read = Keep.read(resource)
  const [theirs, ours] = [read(fresh.record), read(landed.record)]
  if (isDeepStrictEqual(normal(theirs), normal(ours))) return { is: "equal" }
  const places = HoldEmptied.places(resource.wire)
  const without = (record: unknown): unknown =>
    held.reduce((rest, field) => {
      const place = places.get(field)
      return place === undefined ? rest : HoldEmptied.put(rest, place, undefined)
    }, record)
  if (held.length > 0 && isDeepStrictEqual(normal(without(theirs)), normal(without(ours)))) return { is: "held" }
  const updated = updatedAt(planned, key, fresh.record)
  if (updated === null) return { is: "behind", lag: null }
  return updated > mark ? { is: "behind", lag: Math.max(0, now - updated) } : { is: "wrong" }
}

/** Why nothing of a resource can be read again; null when it can be. */
const unfit = ({ resource }: Plan.Planned, mark: string | null, count: number): string | null => {
  if (resource.parent !== null) return `it is read for each of the ${resource.parent.name}`
  if (resource.single === null) return "the vendor gives no single record of it in the form of the list"
  if (mark === null) return "it was never read to its end"
  return count === 0 ? "it has no records" : null
}

/** Places of a sample among `count` records. */
const places = Effect.fnUntraced(function* (count: number, wanted: number) {
  const found = new Set<number>()
  const enough = Math.min(count, wanted)
  while (found.size < enough) found.add(yield* Random.nextIntBetween(0, count, { halfOpen: true }))
  return [...found]
})

/** Reads a sample of one resource again. An error of the vendor ends it: the records before it count. */
const sampled = Effect.fnUntraced(function* (options: Options, planned: Plan.Planned, mark: number, count: number) {
  const { client, connector } = options
  const remotes = yield* Remotes
  const holds = yield* Holds
  const { name } = planned.resource
  const chosen = yield* remotes.at(connector, name, yield* places(count, options.sample ?? size))
  const verdicts: Array<Verdict> = []
  for (const { key } of chosen) {
    const page = yield* client
      .single(planned.resource, RemoteKey.toRemoteId(key))
      .pipe(Effect.catchTag("ProviderError", (error) => Effect.succeed(error)))
    if ("reason" in page) return { verdicts: [...verdicts, { is: "unreadable" } satisfies Verdict], error: page }
    // As it is now: a sync may have brought it up to date since it was chosen.
    const [row] = yield* remotes.byKeys(connector, name, [key])
    if (row === undefined) continue
    const now = page.vendorTime ?? (yield* Clock.currentTimeMillis)
    const held = yield* holds.fieldsOf(connector, name, key)
    verdicts.push(judge(planned, { key, data: row.data, held, mark, now }, page))
  }
  return { verdicts, error: null satisfies ProviderError | null }
})

const tally = (verdicts: ReadonlyArray<Verdict>): Stored.Findings => {
  const count = (is: Verdict["is"]) => verdicts.filter((one) => one.is === is).length
  const lags = verdicts.flatMap((one) => (one.is === "behind" && one.lag !== null ? [one.lag] : []))
  return {
    sampled: verdicts.length,
    equal: count("equal"),
    behind: count("behind"),
    wrong: count("wrong"),
    held: count("held"),
    gone: count("gone"),
    unreadable: count("unreadable"),
    lagSeconds: lags.length === 0 ? null : Math.max(...lags) / 1000
  }
}

/**
 * Audits a connector and stores what it found: of each resource how many records are `equal`; `behind`, as they were
 * changed since the last complete reading or do not say when; `wrong`, as they differ although they were not changed
 * since; `held`, as values are kept that went missing at the vendor; `gone` there; or `unreadable`.
 */
export const run = Effect.fn("Audit.run")(function* (options: Options) {
  const { connection, connector, scopes } = options
  const remotes = yield* Remotes
  const audits = yield* Audits
  const at = DateTime.formatIso(yield* DateTime.now)
  const marks = new Map((yield* (yield* Checkpoints).list(connector)).map(({ mark, resource }) => [resource, mark]))
  const found: Array<Stored.Audit> = []
  const shortfalls: Array<Shortfall> = []
  for (const planned of Plan.make(connection.provider, scopes).resources) {
    const resource = planned.resource.name
    const mark = marks.get(resource) ?? null
    const isSingle = planned.resource.parent === null && planned.resource.single !== null
    const count = isSingle ? yield* remotes.count(connector, resource) : 0
    const why = unfit(planned, mark, count)
    if (why !== null) {
      shortfalls.push({ resource, why })
      continue
    }
    const { error, verdicts } = yield* sampled(options, planned, Number(mark), count)
    if (error !== null) shortfalls.push({ resource, why: error.message })
    const audit: Stored.Audit = { connectorId: connector, resource, at, ...tally(verdicts) }
    yield* audits.put(audit)
    found.push(audit)
  }
  return { connector, at, audits: found, shortfalls } satisfies Audited
})

/**
 * Audits a connector when its last audit is long ago; to be called before a sync, when its records are oldest. Answers
 * null where nothing was due, as for a provider that gives no single records.
 */
export const whenDue = Effect.fn("Audit.whenDue")(function* (options: Options, every: Duration.Duration | "off") {
  const plan = Plan.make(options.connection.provider, options.scopes)
  if (every === "off" || plan.resources.every(({ resource }) => resource.single === null)) return null
  const [last] = yield* Audits.use((audits) => audits.list(options.connector, 1))
  const now = yield* DateTime.now
  const isDue =
    last === undefined || Duration.isGreaterThanOrEqualTo(DateTime.distance(DateTime.makeUnsafe(last.at), now), every)
  return isDue ? yield* run(options) : null
})

/**
 * The share of records that are as they are at the vendor, of those that could be read again and wait for nobody's decision;
 * null when there are none.
 */
export const accuracy = ({ equal, held, sampled, unreadable }: Stored.Findings): number | null =>
  sampled === unreadable + held ? null : equal / (sampled - unreadable - held)
