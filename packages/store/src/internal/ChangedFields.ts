import * as Equal from "effect/Equal"

const parse = (text: string): Record<string, unknown> => {
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {}
}

const same = (before: unknown, after: unknown): boolean =>
  before === after || JSON.stringify(before) === JSON.stringify(after) || Equal.equals(before, after)

/**
 * The names of the top-level fields in which two JSON objects differ. The order of keys is no difference, and neither
 * is a field that is null on one side and missing on the other: models grow.
 */
export const changedFields = (before: string, after: string): ReadonlyArray<string> => {
  const old = parse(before)
  const fresh = parse(after)
  return [...new Set([...Object.keys(fresh), ...Object.keys(old)])].filter(
    (name) => !same(old[name] ?? null, fresh[name] ?? null)
  )
}
