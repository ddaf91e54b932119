/** Copies a JSON value without the values at some paths. */
import { Predicate } from "effect"

type Keys = ReadonlyArray<PropertyKey>

/** What the paths say of each key: where they lead below it, or that it goes as a whole. */
const byKey = (paths: ReadonlyArray<Keys>): ReadonlyMap<string, ReadonlyArray<Keys> | "gone"> => {
  const found = new Map<string, Array<Keys> | "gone">()
  for (const [key, ...rest] of paths) {
    if (key === undefined) continue
    const name = String(key)
    const known = found.get(name)
    if (rest.length === 0) found.set(name, "gone")
    else if (known === undefined) found.set(name, [rest])
    else if (known !== "gone") known.push(rest)
  }
  return found
}

/** The value without what stands at the paths: list entries are removed, fields left out. The value is not changed. */
export const without = (value: unknown, paths: ReadonlyArray<Keys>): unknown => {
  const found = byKey(paths)
  const kept = (key: string, entry: unknown): ReadonlyArray<unknown> => {
    const below = found.get(key)
    if (below === "gone") return []
    return [below === undefined ? entry : without(entry, below)]
  }
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => kept(String(index), entry))
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => kept(key, entry).map((left) => [key, left] as const))
  )
}
