/** Records what is read of a JSON value, by wrapping it in proxies. */
import { Predicate } from "effect"

/** A path that was read, and the value there. */
export interface Read {
  readonly path: string
  readonly value: unknown
}

const step = (path: string, key: string, inList: boolean): string => inList ? `${path}[${key}]` : `${path}.${key}`

/** The value, reporting every read below it; leaves are passed through. */
export const track = (value: unknown, path: string, reads: Array<Read>): unknown =>
  !Predicate.isObjectOrArray(value) ? value : new Proxy(value, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver)
      const inList = Array.isArray(target)
      if (typeof key !== "string" || (!Object.hasOwn(target, key) && inList) || key === "length") return found
      const at = step(path, key, inList)
      reads.push({ path: at, value: found ?? null })
      return track(found, at, reads)
    }
  })
