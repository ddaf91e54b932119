/** Walks and changes JSON values. */
import { Predicate } from "effect"

/** Visits every text, number and truth value, with the keys that lead to it. */
export const leaves = (
  value: unknown,
  visit: (leaf: unknown, path: ReadonlyArray<string>) => void,
  path: ReadonlyArray<string> = []
): void => {
  if (Array.isArray(value)) for (const [at, entry] of value.entries()) leaves(entry, visit, [...path, String(at)])
  else if (Predicate.isObject(value)) {
    for (const [key, entry] of Object.entries(value)) leaves(entry, visit, [...path, key])
  } else if (value !== null && value !== undefined) visit(value, path)
}

/** Every text and number, and every key, as text. */
export const words = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  leaves(value, (leaf, path) => {
    if (typeof leaf !== "boolean") found.add(String(leaf))
    for (const key of path) found.add(key)
  })
  return found
}

/** Freezes a value and all below it. */
export const freeze = <A>(value: A): A => {
  if (Predicate.isObjectOrArray(value) && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const entry of Object.values(value)) freeze(entry)
  }
  return value
}

/** The value without the keys of objects that are null. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === null ? [] : [[key, withoutNulls(entry)]]))
  )
}

/** A copy in which what stands at a path is replaced, or left out where the change gives undefined. */
export const changeAt = (value: unknown, path: ReadonlyArray<string>, change: (found: unknown) => unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((entry, at) => (String(at) === key ? changeAt(entry, rest, change) : entry))
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      if (name !== key) return [[name, entry]]
      const changed = changeAt(entry, rest, change)
      return changed === undefined ? [] : [[name, changed]]
    })
  )
}

/** A copy in which one list or object, found by its identity, is replaced. */
export const replace = (value: unknown, old: unknown, by: unknown): unknown => {
  if (value === old) return by
  if (Array.isArray(value)) return value.map((entry) => replace(entry, old, by))
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replace(entry, old, by)]))
}
