/**
 * Our words in those of a dialect: a table names every one of ours, and null where theirs have none that means the same.
 */

/** A vendor's word and what it means, as records have it. */
export interface Word<W extends string> {
  readonly value: W | null
  readonly remote: string | null
}

/** A word of theirs for every one of ours. */
export type Table<Ours extends string, Theirs extends string> = Readonly<Record<Ours, Theirs | null>>

/** The word where nothing but their words may be served. */
export const closed = <Ours extends string, Theirs extends string>(
  table: Table<Ours, Theirs>,
  word: Word<Ours> | null | undefined
): Theirs | null => (word === null || word === undefined || word.value === null ? null : table[word.value])

/** The word where a vendor's own may stand for one that they do not have. */
export const open = <Ours extends string, Theirs extends string>(
  table: Table<Ours, Theirs>,
  word: Word<Ours> | null | undefined
): Theirs | string | null => closed(table, word) ?? word?.remote ?? null

/** All of ours that are served as some of theirs. */
export const ours = (table: Readonly<Record<string, string | null>>, theirs: ReadonlyArray<string | null>) =>
  Object.entries(table).flatMap(([our, their]) => (theirs.includes(their) ? [our] : []))

/** Our words in a field that holds one. */
export type Ours<Field> = Field extends { readonly value: infer Value } ? NonNullable<Value> : never
