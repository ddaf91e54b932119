/**
 * Closed vocabularies that keep the vendor's word beside ours.
 *
 * An unknown word becomes `{ value: null, remote: "the word" }`: nothing is guessed, and coverage can count it.
 */
import { Schema } from "effect"

/** The schema of a vendor's word and what it means in our vocabulary. */
export const Word = <const Words extends ReadonlyArray<string>>(words: Words) =>
  Schema.Struct({
    /** Our word; `null` when the vendor's is not known to us. */
    value: Schema.NullOr(Schema.Literals(words)),
    /** The vendor's word as it came; `null` when ours was worked out from other facts. */
    remote: Schema.NullOr(Schema.String)
  })

/** A vendor's word and what it means in our vocabulary. */
export interface Word<out W extends string> {
  /** Our word; `null` when the vendor's is not known to us. */
  readonly value: W | null
  /** The vendor's word as it came; `null` when ours was worked out from other facts. */
  readonly remote: string | null
}

/** Our word, known from facts other than a vendor's word. */
export const known = <const W extends string>(value: W): Word<W> => ({ value, remote: null })

/**
 * A look-up table from the vendor's words to ours. Words are compared exactly as written.
 *
 * `null`, `undefined` and `""` are no word and give `null`.
 */
export const vocabulary = <const Table extends Readonly<Record<string, string>>>(table: Table) => {
  const words = new Map<string, Table[keyof Table]>()
  for (const remote in table) words.set(remote, table[remote])
  return (remote: string | null | undefined): Word<Table[keyof Table]> | null =>
    remote === null || remote === undefined || remote === "" ? null : { value: words.get(remote) ?? null, remote }
}
