/**
 * Where each field of a record came from: the mapping's own functions, run on material whose reads are recorded.
 */
import { steps } from "./internal/compile.ts"
import { track } from "./internal/track.ts"
import type { Read } from "./internal/track.ts"
import type { AnyRule, Mapper } from "./Mapper.ts"
import type { Group } from "./Source.ts"

/** One field of a record and what it was made of. */
export interface Explained {
  readonly field: string
  readonly value: unknown
  /** How the rule fills the field. */
  readonly rule: "read" | "derived" | "absent"
  /** How a derived value is worked out, or why the field is absent. */
  readonly note: string | null
  /** Remote paths that were read, with their values. */
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
 */
export const explain = (
  mapper: Mapper,
  group: Group,
  record: Readonly<Record<string, unknown>>
): ReadonlyArray<Explained> | null => {
  const reads: Array<Read> = []
  const { resource, shape, joins } = mapper.source
  const input = mapper.source.input({
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
  })
  if (input === null) return null
  return steps(mapper.model, mapper.rules).map(({ field, read }) => {
    reads.length = 0
    attempt(() => read(input))
    const from = shape === "distinct" ? namings(mapper, group) : leaves(reads)
    return { field, value: record[field], ...note(mapper.rules[field]), from: isFilled(mapper.rules[field]) ? from : [] }
  })
}

const isFilled = (rule: AnyRule | undefined) => typeof rule === "function" || rule?.rule === "derived"

const attempt = (read: () => unknown): void => {
  // A rule that throws has read what it read; the record's issues tell of the failure.
  try {
    read()
  } catch {
    return
  }
}

/** The deepest reads: reading `a.b.c` also reads `a` and `a.b`, which say nothing more. */
const leaves = (reads: ReadonlyArray<Read>): ReadonlyArray<Read> => {
  const unique = new Map(reads.map((read) => [read.path, read]))
  return [...unique.values()].filter(({ path }) =>
    ![...unique.keys()].some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`))
  )
}

/** Where a distinct key stands in its records. */
const namings = (mapper: Mapper, group: Group): ReadonlyArray<Read> => {
  const reads: Array<Read> = []
  const [member] = group.members
  if (member !== undefined) mapper.source.keys(track(member.record, mapper.source.resource.name, reads), member.key)
  return leaves(reads).filter((read) => read.value === group.key)
}

