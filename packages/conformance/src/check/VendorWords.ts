/** Vendor words are known on purpose or unknown on purpose: a misspelt entry of a vocabulary shows up as unknown. */
import { Predicate } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Fixtures from "../Fixtures.ts"
import * as Material from "../internal/Material.ts"

interface Word {
  readonly value: unknown
  readonly remote: unknown
}

const isWord = (value: unknown): value is Word =>
  Predicate.isObject(value) && Object.keys(value).length === 2 && "value" in value && "remote" in value

const wordsIn = (value: unknown): ReadonlyArray<Word> => {
  if (isWord(value)) return [value]
  if (!Predicate.isObjectOrArray(value)) return []
  return Object.values(value).flatMap(wordsIn)
}

/** A word that no vocabulary knows is listed as such. */
export const vendorWords = Check.make("words", "knows the vendor's words that the fixtures hold", (subject) => {
  const unknown = new Map<string, string>()
  const seen = new Set<unknown>()
  for (const mapper of subject.provider.mappers) {
    for (const { record } of Material.made(mapper, subject.material.store)) {
      for (const [field, value] of Object.entries(record)) {
        for (const { remote, value: ours } of wordsIn(value)) {
          if (typeof remote !== "string" || ours !== null) continue
          seen.add(remote)
          if (!subject.fixtures.unknownWords.has(remote)) unknown.set(remote, `${mapper.name} ${field}`)
        }
      }
    }
  }
  return [
    ...Array.from(unknown, ([remote, about]) =>
      Finding.make(
        about,
        `the word "${remote}" is not known; correct the vocabulary, or list the word in ${Fixtures.unknownWordsFile}`
      )
    ),
    ...[...subject.fixtures.unknownWords]
      .filter((word) => !seen.has(word))
      .map((word) => Finding.make(Fixtures.unknownWordsFile, `no fixture has the unknown word "${word}"`))
  ]
})
