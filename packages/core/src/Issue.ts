/** What is wrong with a remote record: where, and why. */

/** One fault in a remote record or in what was made of it. */
export interface Issue {
  /** Path of the value, e.g. `emails[1]`; empty for the record as a whole. */
  readonly path: string
  /** What is wrong, in words. */
  readonly reason: string
}

/** Writes a path as people read it: `emails[1].value`. */
export const path = (keys: ReadonlyArray<PropertyKey>): string => {
  let out = ""
  for (const key of keys) {
    if (typeof key === "number") out += `[${key}]`
    else out += out === "" ? String(key) : `.${String(key)}`
  }
  return out
}
