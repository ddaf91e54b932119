/** What differs between the records that two versions of a provider's mappers make of the same remote records. */
import { isDeepStrictEqual } from "node:util"

/** One record in which a field differs. */
export interface Example {
  readonly remote_id: string
  readonly before: unknown
  readonly after: unknown
}

/** A field that differs. */
export interface FieldDiff {
  readonly field: string
  /** `came` and `went`: the model has it on one side only. */
  readonly state: "changed" | "came" | "went"
  /** Records in which it differs; of a field that came or went, those that have a value in it. */
  readonly records: number
  /** At most three. */
  readonly examples: ReadonlyArray<Example>
}

/** Records that are there on one side only. */
export interface Unmatched {
  readonly records: number
  /** Remote ids, at most three. */
  readonly examples: ReadonlyArray<string>
}

/** What differs in one model. */
export interface ModelDiff {
  readonly model: string
  /** `came` and `went`: the provider maps it on one side only. */
  readonly state: "same" | "changed" | "came" | "went"
  /** Records on each side. */
  readonly before: number
  readonly after: number
  readonly added: Unmatched
  readonly removed: Unmatched
  /** Those that differ, in the model's order. */
  readonly fields: ReadonlyArray<FieldDiff>
}

/** One side of a model: what it maps, how many records it has, and how many of them fill a field. */
export interface Side {
  readonly fields: ReadonlyArray<string>
  readonly records: number
  readonly filled: ReadonlyMap<string, number>
}

/** A record by its fields; null where one side has none. */
export type Fields = Readonly<Record<string, unknown>> | null

/** Most examples of one difference. */
export const examples = 3

/** Gathers what differs in one model, record by record; it keeps counts and examples, no records. */
export interface Comparison {
  /** Compares the two records of one remote id. */
  readonly add: (remoteId: string, before: Fields, after: Fields) => void
  readonly result: () => ModelDiff
}

const unmatched = () => ({ records: 0, examples: new Array<string>() })

const note = (one: ReturnType<typeof unmatched>, remoteId: string): void => {
  one.records++
  if (one.examples.length < examples) one.examples.push(remoteId)
}

/** Begins the comparison of a model; null for the side that does not map it. */
export const make = (model: string, before: Side | null, after: Side | null): Comparison => {
  const known = new Set(after?.fields)
  const shared = (before?.fields ?? []).filter((field) => known.has(field))
  const changed = new Map<string, { records: number; readonly examples: Array<Example> }>()
  const added = unmatched()
  const removed = unmatched()

  const alone = (here: Side | null, there: Side | null, state: "came" | "went"): ReadonlyArray<FieldDiff> =>
    here === null || there === null
      ? []
      : here.fields
          .filter((field) => !there.fields.includes(field))
          .map((field) => ({ field, state, records: here.filled.get(field) ?? 0, examples: [] }))

  return {
    add: (remoteId, left, right) => {
      if (left === null || right === null) {
        if (left !== null) note(removed, remoteId)
        if (right !== null) note(added, remoteId)
        return
      }
      for (const field of shared) {
        if (isDeepStrictEqual(left[field], right[field])) continue
        const found = changed.get(field) ?? { records: 0, examples: [] }
        changed.set(field, found)
        found.records++
        if (found.examples.length < examples) {
          found.examples.push({ remote_id: remoteId, before: left[field] ?? null, after: right[field] ?? null })
        }
      }
    },
    result: () => {
      const fields = [
        ...shared.flatMap((field): ReadonlyArray<FieldDiff> => {
          const found = changed.get(field)
          return found === undefined ? [] : [{ field, state: "changed", ...found }]
        }),
        ...alone(after, before, "came"),
        ...alone(before, after, "went")
      ]
      const isSame = fields.length === 0 && added.records === 0 && removed.records === 0
      return {
        model,
        state: before === null ? "came" : after === null ? "went" : isSame ? "same" : "changed",
        before: before?.records ?? 0,
        after: after?.records ?? 0,
        added,
        removed,
        fields
      }
    }
  }
}
