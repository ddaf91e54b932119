/**
 * Lands remote records and derives what they touch: the first half of every page's transaction.
 */
import * as Due from "@crosswalk/store/Due"
import * as Links from "@crosswalk/store/Links"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect, Predicate, Result } from "effect"
import { hash } from "node:crypto"
import type { Context } from "./Derive.ts"
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
  /** Records that could not even be told apart: a walk that met one proves no deletion. */
  readonly unreadable: number
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

/**
 * Lands records of one resource. `refresh` lists the children of all of them as due, else only of new and changed
 * ones. To be run in the transaction that moves the checkpoint.
 */
export const land = Effect.fn("Land.land")(function* (
  context: Context,
  planned: Planned,
  items: ReadonlyArray<unknown>,
  options: { readonly parent: string | null; readonly refresh: boolean }
) {
  const { connector, run } = context
  const { resource } = planned
  const rows = new Map<string, Remotes.Row>()
  const links = new Map<string, Links.Row>()
  const gone = new Set<string>()
  const cases: Array<Quarantine.Case> = []
  const clean: Array<string> = []
  let unreadable = 0
  let lost = 0
  for (const item of items) {
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
    rows.set(key, { key, parent: options.parent, hash: fingerprint(data), data })
    links.set(key, { key, links: checked.links })
  }

  const landed = yield* (yield* Remotes.Remotes).land(connector, resource.name, run, [...rows.values()])
  const changed = landed.map(({ key }) => key)
  const touched = Touched.make()
  yield* Touched.addStored(touched, context, planned, changed)
  const renewed = changed.flatMap((key) => links.get(key) ?? [])
  yield* (yield* Links.Links).replace(connector, resource.name, renewed)
  const named = renewed.flatMap((row) => row.links)
  Touched.addLinked(touched, planned, named)
  yield* Touched.addReferred(context, planned, named)
  yield* Touched.addDependents(touched, context, planned, changed)

  const due = yield* Due.Due
  for (const child of planned.children) {
    yield* due.add(connector, child.name, run, options.refresh ? [...rows.keys()] : changed)
  }
  const quarantine = yield* Quarantine.Quarantine
  yield* quarantine.put(connector, run, cases)
  yield* quarantine.clear(connector, resource.name, null, clean)

  const removed = yield* remove(context, planned, [...gone])
  const tally = Tally.add(removed, yield* Touched.derive(touched, context))
  return { tally, keys: [...rows.keys(), ...gone], unreadable, lost } satisfies Landing
})
