/**
 * Where each field of a record came from: the mapping's own functions, run on material whose reads are recorded.
 */
import { Result } from "effect"
import { steps } from "./internal/compile.ts"
import { leaves, track } from "./internal/track.ts"
import type { Read, TrackedRead } from "./internal/track.ts"
import type { AnyRule, Mapper } from "./Mapper.ts"
import * as RemoteKey from "./RemoteKey.ts"
import type { Group } from "./Source.ts"

/** One field of a record and what it was made of. */
export interface Explained {
  /** Name of the model's field. */
  readonly field: string
  /** As it is served: a reference is a unified id here, and the vendor's in `from`. */
  readonly value: unknown
  /** How the rule fills the field. */
  readonly rule: "read" | "derived" | "absent"
  /** How a derived value is worked out, or why the field is absent; null for a copied one. */
  readonly note: string | null
  /** Remote paths that were read, with their values; what was looked for and not there is null. */
  readonly from: ReadonlyArray<Read>
}

const note = (rule: AnyRule | undefined): Pick<Explained, "rule" | "note"> => {
  if (typeof rule === "function") return { rule: "read", note: null }
  if (rule?.rule === "derived") return { rule: "derived", note: rule.how }
  return { rule: "absent", note: rule?.why ?? null }
}

/**
 * Explains every field of the record that a mapper makes of some material; `record` is what it made of it, so that
 * values are shown as they are served. Gives null when the source finds nothing under the group's key.
 *
 * Paths begin with the name of the resource; where several of its records are looked at, with their place as well:
 * `opportunities[1].emails[0]`.
 */
export const explain = (
  mapper: Mapper,
  group: Group,
  record: Readonly<Record<string, unknown>>
): ReadonlyArray<Explained> | null => {
  const reads: Array<TrackedRead> = []
  // Each field has material of its own: what its rule reads, another's may have read, and remembered, before.
  const inputOf = () => attempt(() => mapper.source.input(tracked(mapper, group, reads))) ?? null
  if (inputOf() === null) return null
  // A rule that gives the key reads nothing: the key stands where the source found it.
  const ofKey = mapper.source.shape === "one" ? [] : namings(mapper, group)
  return steps(mapper.model, mapper.rules).map(({ field, read }) => {
    const rule = mapper.rules[field]
    const input = inputOf()
    reads.length = 0
    if (isFilled(rule)) attempt(() => read(input))
    const from = leaves(reads)
    return { field, value: record[field], ...note(rule), from: isFilled(rule) && from.length === 0 ? ofKey : from }
  })
}

const tracked = (mapper: Mapper, group: Group, reads: Array<TrackedRead>): Group => {
  const { resource, shape, joins } = mapper.source
  return {
    key: group.key,
    members: group.members.map((member, index) => ({
      ...member,
      record: track(member.record, shape === "group" ? `${resource.name}[${index}]` : resource.name, reads)
    })),
    joined: Object.fromEntries(
      Object.entries(group.joined).map(([name, rows]) => [
        name,
        rows?.map((row, index) => track(row, `${joins[name]?.resource.name ?? name}[${index}]`, reads)) ?? null
      ])
    )
  }
}

const isFilled = (rule: AnyRule | undefined) => typeof rule === "function" || rule?.rule === "derived"

/** What a rule gives; undefined when it throws: it has read what it read, and the record's issues tell of the failure. */
const attempt = (read: () => unknown): unknown => Result.getOrUndefined(Result.try(read))

/** Where a key stands in the first record that names it. */
const namings = ({ source }: Mapper, group: Group): ReadonlyArray<Read> => {
  const reads: Array<TrackedRead> = []
  const [member] = group.members
  if (member !== undefined) attempt(() => source.keys(track(member.record, source.resource.name, reads), member.key))
  const all = leaves(reads)
  const id = RemoteKey.toRemoteId(group.key)
  const exact = all.filter(({ value }) => value === id)
  // A key that is put together, or trimmed, stands nowhere by itself.
  return exact.length > 0 ? exact : all
}
