/** Records that hang on another, from both sides of the field between them. */
import type { RecordOf, Related } from "./Related.ts"
import type { ModelName } from "@crosswalk/core/ModelName"

interface Identified {
  readonly id: string
}

/** Each record once, in order of first appearance. */
export const distinct = <R extends Identified>(records: ReadonlyArray<R>): ReadonlyArray<R> => {
  const seen = new Set<string>()
  return records.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** The records that a list of ids names, then those that name the record themselves. */
export const both = <Name extends ModelName>(
  related: Pick<Related<Name>, "all" | "of">,
  model: Name,
  ids: ReadonlyArray<string> | null,
  field: Extract<keyof RecordOf<Name>, string>,
  id: string
): ReadonlyArray<RecordOf<Name>> => distinct([...related.all(model, ids), ...related.of(model, field, id)])

/** A list of ids with those of records that name the record themselves; null when neither tells of any. */
export const ids = (own: ReadonlyArray<string> | null, naming: ReadonlyArray<string>): ReadonlyArray<string> | null =>
  own === null && naming.length === 0 ? null : [...new Set([...(own ?? []), ...naming])]
