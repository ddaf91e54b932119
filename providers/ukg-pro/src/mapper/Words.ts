/** Words that people at the customer's may have written with capitals or without. */
import type { Word } from "@crosswalk/core/Vocabulary"
import type { Maybe } from "@crosswalk/core/Wire"
import { text } from "../wire/Habits.ts"

/** A look-up table, in lower case, that does not tell capitals from small letters; the word is kept as it was written. */
export const caseless = <const Table extends Readonly<Record<string, string>>>(table: Table) => {
  const words = new Map<string, Table[keyof Table]>()
  for (const word in table) words.set(word, table[word])
  return (written: Maybe<string>): Word<Table[keyof Table]> | null => {
    const remote = text(written)
    return remote === null ? null : { value: words.get(remote.trim().toLowerCase()) ?? null, remote }
  }
}
