/**
 * Lands remote records and derives what they touch: the first half of every page's transaction.
 */
import type * as Source from "@crosswalk/core/Source"
import * as Due from "@crosswalk/store/Due"
import * as Holds from "@crosswalk/store/Holds"
import * as Links from "@crosswalk/store/Links"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect, Predicate, Result } from "effect"
import { hash } from "node:crypto"
import type { Context } from "./Derive.ts"
import * as HoldEmptied from "./HoldEmptied.ts"
import { linksOf } from "./Plan.ts"
import type { Planned } from "./Plan.ts"
import { remove } from "./Remove.ts"
import * as Tally from "./Tally.ts"
import * as Touched from "./Touched.ts"

/** What landing a page did. */
export interface Landing {
  readonly tally: Tally.Tally
  /** Keys of all records on the page. */
  readonly keys: ReadonlyArray<string>
  /** Records that the vendor marks as deleted. */
  readonly deleted: number
  /** Records that could not even be told apart: a walk that met one proves no deletion. */
  readonly unreadable: number
  /** Records with the id of another one on the page, of which one alone was stored. */
  readonly duplicates: number
  /** Fields lost on the way in. */
  readonly lost: number
}

const fingerprint = (text: string): string => hash("sha256", text, "base64url")

const thrown = (cause: unknown): string => (Predicate.isError(cause) ? cause.message : "it threw no error")

/** The record's JSON text; a record that is nested too deeply to be written has none. */
const textOf = (raw: unknown): string | null =>
  Result.getOrElse(
    Result.try(() => JSON.stringify(raw)),
    () => null
  )

const tooDeep = {
  _tag: "Rejected",
  key: null,
  issues: [{ path: "", reason: "the record is nested too deeply to be kept" }]
} as const

/** A checked record with all that the provider's own code says of it; that code may fail on a record. */
const file = (planned: Planned, raw: unknown, parent: string | null) =>
  Result.try({
    try: () => {
      const checked = planned.checkIn(raw, parent)
      return checked._tag === "Rejected"
        ? checked
        : {
            ...checked,
            deletedAt: planned.resource.deletedAt(checked.record),
            links: linksOf(planned, checked.record, checked.key)
          }
    },
    catch: (cause) =>
      ({
        _tag: "Rejected",
        key: null,
        issues: [{ path: "", reason: `the provider's declaration failed on the record: ${thrown(cause)}` }]
      }) as const
  }).pipe(Result.merge)

/** How records are landed. */
export interface Options {
  /** Key of the record that they are listed for; null for a resource without parents. */
  readonly parent: string | null
  /** Whether the children of all of them are due, else only of new and changed ones. */
  readonly refresh: boolean
  /** Watches for values that go missing from all records at once. Default: none are kept. */
  readonly watch?: HoldEmptied.Watch
}

/** Lands records of one resource. To be run in the transaction that moves the checkpoint. */
export const land = Effect.fn("Land.land")(function* (
  context: Context,
  planned: Planned,
  items: ReadonlyArray<unknown>,
  options: Options
) {
  const { connector, run } = context
  const { resource } = planned
  const rows = new Map<string, HoldEmptied.Row>()
  const links = new Map<string, Links.Row>()
  const checkedIn = new Map<string, Source.Landed>()
  const gone = new Set<string>()
  const cases: Array<Quarantine.Case> = []
  const clean: Array<string> = []
  let unreadable = 0
  let duplicates = 0
  let lost = 0
  for (const item of items.map(planned.keep)) {
    const text = textOf(item)
    const checked = text === null ? tooDeep : file(planned, item, options.parent)
    const data = text ?? "null"
    const key = checked.key ?? `unreadable:${fingerprint(data)}`
    if (checked.issues.length > 0) {
      cases.push({ resource: resource.name, key, mapper: null, remoteId: checked.key, issues: checked.issues, data })
    } else clean.push(key)
    if (checked._tag === "Rejected") {
      unreadable++
      continue
    }
    lost += checked.issues.length
    if (checked.deletedAt !== null) {
      gone.add(key)
      continue
    }
    const before = rows.get(key)
    if (before !== undefined && before.data !== data) duplicates++
    rows.set(key, { key, parent: options.parent, hash: fingerprint(data), data, raw: item })
    links.set(key, { key, links: checked.links })
    checkedIn.set(key, { key, parent: options.parent, record: checked.record })
  }

  const landed = yield* (yield* Remotes.Remotes).land(connector, resource.name, run, [...rows.values()])
  yield* (yield* Holds.Holds).forget(connector, resource.name, [...rows.keys()])
  const kept = options.watch === undefined ? [] : yield* HoldEmptied.keep(options.watch, context, planned, rows, landed)
  for (const { key, raw } of kept) {
    const checked = file(planned, raw, options.parent)
    checkedIn.delete(key)
    if (checked._tag === "Accepted") links.set(key, { key, links: checked.links })
  }
  const changed = landed.map(({ key }) => key)
  const touched = yield* touch(
    context,
    planned,
    changed.flatMap((key) => links.get(key) ?? [])
  )

  const due = yield* Due.Due
  for (const child of planned.children) {
    yield* due.add(connector, child.name, run, options.refresh ? [...rows.keys()] : changed)
  }
  const quarantine = yield* Quarantine.Quarantine
  yield* quarantine.put(connector, run, cases)
  yield* quarantine.clear(connector, resource.name, null, clean)

  const removed = yield* remove(context, planned, [...gone])
  for (const key of gone) checkedIn.delete(key)
  const fresh = { resource: resource.name, records: checkedIn }
  const tally = Tally.add(removed, yield* Touched.derive(touched, context, fresh))
  return {
    tally,
    keys: [...rows.keys(), ...gone],
    deleted: gone.size,
    unreadable,
    duplicates,
    lost
  } satisfies Landing
})

/** Files changed records under what they name now, and answers what is to be derived again. */
const touch = Effect.fnUntraced(function* (context: Context, planned: Planned, changed: ReadonlyArray<Links.Row>) {
  const keys = changed.map(({ key }) => key)
  const touched = Touched.make()
  yield* Touched.addStored(touched, context, planned, keys)
  yield* (yield* Links.Links).replace(context.connector, planned.resource.name, changed)
  const named = changed.flatMap((row) => row.links)
  Touched.addLinked(touched, planned, named)
  yield* Touched.addReferred(context, planned, named)
  yield* Touched.addDependents(touched, context, planned, keys)
  return touched
})

/**
 * Replaces stored records by what they are to count as, and derives what stands on them. They are neither seen nor told
 * from what the vendor sends next. To be run in a transaction.
 */
export const revise = Effect.fn("Land.revise")(function* (
  context: Context,
  planned: Planned,
  revised: ReadonlyArray<{ readonly key: string; readonly parent: string | null; readonly raw: unknown }>
) {
  const links: Array<Links.Row> = []
  for (const { key, parent, raw } of revised) {
    const checked = file(planned, raw, parent)
    if (checked._tag === "Accepted") links.push({ key, links: checked.links })
  }
  yield* (yield* Remotes.Remotes).rewrite(
    context.connector,
    planned.resource.name,
    revised.map(({ key, raw }) => ({ key, data: JSON.stringify(raw) }))
  )
  return yield* Touched.derive(yield* touch(context, planned, links), context)
})
