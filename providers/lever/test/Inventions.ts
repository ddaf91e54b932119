/** Finds values in a record as mapped that stand nowhere in what it was mapped from. */
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"

/** Every text and number in some JSON, names of keys among them. */
export const leaves = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const entry of value) leaves(entry, found)
  else if (Predicate.isObject(value)) {
    for (const [key, entry] of Object.entries(value)) leaves(entry, found.add(key))
  } else if (Predicate.isString(value) || Predicate.isNumber(value)) found.add(String(value))
  return found
}

const isInstant = (text: string): boolean => Wire.instant(text) !== null

/**
 * Texts and numbers of a value as mapped that stand nowhere in what it was mapped from. Of a word only the vendor's half
 * is looked at, of JSON text nothing; times count as given where their milliseconds are.
 */
export const inventions = (value: unknown, given: Set<string>): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((entry) => inventions(entry, given))
  if (Predicate.isObject(value)) {
    const entries = Object.entries(value).filter(([key]) => !("remote" in value && key === "value"))
    return entries.flatMap(([, entry]) => inventions(entry, given))
  }
  if (!Predicate.isString(value) && !Predicate.isNumber(value)) return []
  const text = String(value)
  const isGiven =
    given.has(text) ||
    (isInstant(text) && given.has(String(Date.parse(text)))) ||
    [...given].some((other) => Wire.dateFromMillis(/^\d+$/.test(other) ? other : null) === text) ||
    // A user's role counts in the whole account: Lever's meaning, not its word.
    text === "SYSTEM" ||
    text.startsWith("{")
  return isGiven ? [] : [text]
}
