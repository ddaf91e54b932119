/**
 * Checks a vendor's record against what is read of it, and loses only what is broken.
 *
 * The check is compiled and costs next to nothing. Only a record that fails it is looked at closely: a broken value
 * is taken out (an entry of its list, or the field if that may be missing), reported with its path, and the rest is
 * kept. A record whose id or another indispensable value is broken is rejected.
 */
import { Option, Result } from "effect"
import { guard } from "./internal/guard.ts"
import { repair } from "./internal/repair.ts"
import { thrown } from "./internal/thrown.ts"
import { leaves, track } from "./internal/track.ts"
import type { TrackedRead } from "./internal/track.ts"
import * as Issue from "./Issue.ts"
import * as RemoteKey from "./RemoteKey.ts"
import type { Resource } from "./Resource.ts"

/** A record that can be worked with. */
export interface Accepted {
  readonly _tag: "Accepted"
  /** The record's `RemoteKey`. */
  readonly key: string
  /** The record as it came, or a copy without what was broken. */
  readonly record: unknown
  /** What was taken out. */
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** A record that cannot. */
export interface Rejected {
  readonly _tag: "Rejected"
  /** The record's `RemoteKey`; null when that is what is broken. */
  readonly key: string | null
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** Checks the records of one resource. */
export type CheckIn = (raw: unknown, parent: string | null) => Accepted | Rejected

const overlap = (a: string, b: string): boolean =>
  a === "" ||
  a === b ||
  a.startsWith(`${b}.`) ||
  a.startsWith(`${b}[`) ||
  b.startsWith(`${a}.`) ||
  b.startsWith(`${a}[`)

const none: ReadonlyArray<Issue.Issue> = []

/** Compiles the check of a resource. */
export const make = (resource: Resource): CheckIn => {
  const fits = guard(resource.wire)

  const keyOf = (record: unknown, parent: string | null): string | null => {
    const id = resource.id(record, parent)
    return id === null ? null : RemoteKey.make(id)
  }

  const accept = (record: unknown, parent: string | null, issues: ReadonlyArray<Issue.Issue>): Accepted | Rejected => {
    const key = keyOf(record, parent)
    return key === null
      ? { _tag: "Rejected", key, issues: [...issues, { path: "", reason: "the record has no id" }] }
      : { _tag: "Accepted", key, record, issues }
  }

  /** The key of a broken record, when nothing that it is read from is broken. */
  const keyBeside = (raw: unknown, parent: string | null, issues: ReadonlyArray<Issue.Issue>): string | null => {
    if (issues.some(({ path }) => path === "")) return null
    const reads: Array<TrackedRead> = []
    const key = Result.getOrElse(
      Result.try(() => keyOf(track(raw, "", reads), parent)),
      () => null
    )
    return leaves(reads).some((read) => issues.some(({ path }) => overlap(path, read.path))) ? null : key
  }

  const mend = (raw: unknown, parent: string | null): Accepted | Rejected => {
    const { record, faults } = repair(resource.wire, raw)
    const issues = faults.map(({ keys, reason }) => ({ path: Issue.path(keys), reason }))
    return Option.match(record, {
      onNone: () => ({ _tag: "Rejected", key: keyBeside(raw, parent, issues), issues }),
      onSome: (mended) => accept(mended, parent, issues)
    })
  }

  return (raw, parent) => {
    // The declaration's functions may throw, and a value may be nested deeper than any stack: that costs this record.
    // oxlint-disable-next-line crosswalk/no-throw -- synchronous on the hot path, where an Effect per record is too dear
    try {
      return fits(raw) ? accept(raw, parent, none) : mend(raw, parent)
    } catch (cause) {
      return { _tag: "Rejected", key: null, issues: [{ path: "", reason: `the check failed: ${thrown(cause)}` }] }
    }
  }
}
