/** Records what is read of a JSON value, by wrapping it in proxies. */
import { Predicate } from "effect"

/** A path that was read, and the value there. */
export interface Read {
  readonly path: string
  readonly value: unknown
}

/** A read with the path of the value that holds it. */
export interface TrackedRead extends Read {
  readonly holder: string
}

const step = (path: string, key: string, inList: boolean): string => {
  if (inList) return `${path}[${key}]`
  return path === "" ? key : `${path}.${key}`
}

/** A method, or what `JSON.stringify` asks for, is no value of the vendor's. */
const isValue = (target: object, key: string): boolean =>
  Array.isArray(target)
    ? Object.hasOwn(target, key) && key !== "length"
    : Object.hasOwn(target, key) || (!(key in target) && key !== "toJSON")

/**
 * The value, reporting every read below it; leaves are passed through. The same part is the same object at every read,
 * so that comparing parts works as it does without tracking.
 */
export const track = (value: unknown, path: string, reads: Array<TrackedRead>): unknown => {
  if (!Predicate.isObjectOrArray(value)) return value
  const parts = new Map<string, unknown>()
  // A copy, because what a proxy gives for a frozen object must be the object's own.
  return new Proxy(Array.isArray(value) ? [...value] : { ...value }, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver)
      if (typeof key !== "string" || !isValue(target, key)) return found
      const at = step(path, key, Array.isArray(target))
      reads.push({ path: at, value: found ?? null, holder: path })
      if (!parts.has(key)) parts.set(key, track(found, at, reads))
      return parts.get(key)
    }
  })
}

/** The deepest reads, each once: reading `a.b.c` also reads `a` and `a.b`, which say nothing more. */
export const leaves = (reads: ReadonlyArray<TrackedRead>): ReadonlyArray<Read> => {
  const holders = new Set(reads.map(({ holder }) => holder))
  const found = new Map<string, Read>()
  for (const { path, value } of reads) if (!holders.has(path)) found.set(path, { path, value })
  return [...found.values()]
}
