/** Copies a JSON value without the values at some paths. */
import { Predicate } from "effect"

type Keys = ReadonlyArray<PropertyKey>

const below = (paths: ReadonlyArray<Keys>, key: PropertyKey): ReadonlyArray<Keys> =>
  paths.filter((keys) => keys[0] === key).map((keys) => keys.slice(1))

/** The value without what stands at the paths: list entries are removed, fields left out. The value is not changed. */
export const without = (value: unknown, paths: ReadonlyArray<Keys>): unknown => {
  if (paths.length === 0) return value
  const here = new Set(paths.filter((keys) => keys.length === 1).map((keys) => keys[0]))
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => (here.has(index) ? [] : [without(entry, below(paths, index))]))
  }
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (here.has(key) ? [] : [[key, without(entry, below(paths, key))]]))
  )
}
