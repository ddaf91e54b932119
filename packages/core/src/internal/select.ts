/** Copies of JSON values with some of their keys: what leaves values out, and what keeps only some, are built of it. */
import { Predicate } from "effect"

/** What becomes of the value under a key: it is kept as it is, it goes, or some of its keys do. */
export type Fate = "whole" | "gone" | Selection

/** Says of each key of an object what becomes of its value. It holds for every entry of a list. */
export type Selection = (key: string) => Fate

/**
 * A copy of the value with what the selection keeps; the value is not changed. Lists are gone through as if their entries
 * stood in their place, and whatever is no object or list is kept.
 */
export const select = (value: unknown, selection: Selection): unknown => {
  if (Array.isArray(value)) return value.map((entry) => select(entry, selection))
  if (!Predicate.isObject(value)) return value
  const kept: Array<readonly [string, unknown]> = []
  for (const [key, entry] of Object.entries(value)) {
    const fate = selection(key)
    if (fate === "whole") kept.push([key, entry])
    else if (fate !== "gone") kept.push([key, select(entry, fate)])
  }
  // Entries define a key such as `__proto__`, where an assignment would not.
  return Object.fromEntries(kept)
}
