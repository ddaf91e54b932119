/**
 * Checks a vendor's record against what is read of it, and loses only what is broken.
 *
 * The check is compiled and costs next to nothing. Only a record that fails it is looked at closely: a broken value
 * is taken out (an entry of its list, or the field if that may be missing), reported with its path, and the rest is
 * kept. A record whose id or another indispensable value is broken is rejected.
 */
import { Schema } from "effect"
import { faultsOf } from "./internal/faults.ts"
import { without } from "./internal/without.ts"
import * as Issue from "./Issue.ts"
import * as RemoteKey from "./RemoteKey.ts"
import type { Resource } from "./Resource.ts"

/** A record that can be worked with. */
export interface Accepted {
  readonly _tag: "Accepted"
  readonly key: string
  readonly record: unknown
  /** What was taken out. */
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** A record that cannot. Its key is known when only something else is broken. */
export interface Rejected {
  readonly _tag: "Rejected"
  readonly key: string | null
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** Checks the records of one resource. */
export type CheckIn = (raw: unknown, parent: string | null) => Accepted | Rejected

const attempts = 8

/** Compiles the check of a resource. */
export const make = (resource: Resource): CheckIn => {
  const fits = Schema.is(resource.wire)

  const accept = (record: unknown, parent: string | null, issues: ReadonlyArray<Issue.Issue>): Accepted | Rejected => {
    const id = resource.id(record, parent)
    const key = id === null ? null : RemoteKey.make(id)
    return key === null
      ? { _tag: "Rejected", key, issues: [...issues, { path: "", reason: "the record has no id" }] }
      : { _tag: "Accepted", key, record, issues }
  }

  const repair = (raw: unknown, parent: string | null): Accepted | Rejected => {
    const issues: Array<Issue.Issue> = []
    let record = raw
    for (let attempt = 0; attempt < attempts; attempt++) {
      const faults = faultsOf(resource.wire, record)
      if (faults.length === 0) return accept(record, parent, issues)
      if (attempt === 0) for (const { keys, reason } of faults) issues.push({ path: Issue.path(keys), reason })
      // What could not be spared where it stands is taken out with what holds it, one level up on each attempt.
      const paths = faults.map(({ keys }) => keys.slice(0, Math.max(0, keys.length - (attempt >> 1))))
      if (paths.some((keys) => keys.length === 0)) break
      record = without(record, paths)
    }
    return { _tag: "Rejected", key: null, issues }
  }

  return (raw, parent) => (fits(raw) ? accept(raw, parent, []) : repair(raw, parent))
}
