/** Places of a contract: where in a list's records a value may stand. */

/** One place. */
export interface Place {
  /** Names with dots between them, `[]` after those of lists, e.g. `emails[].type`. */
  readonly path: string
  /** The contract's words; null where it has no list of them. */
  readonly words: ReadonlyArray<string> | null
  /** Whether the vendor's own word may stand there, too. */
  readonly isOpen: boolean
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** All values at a place of a record: several inside lists, none inside what is missing or null. */
export const values = (record: unknown, path: string): ReadonlyArray<unknown> =>
  path.split(".").reduce(
    (found: ReadonlyArray<unknown>, name) => {
      const key = name.replace("[]", "")
      const inner = found.flatMap((one) => (isObject(one) && key in one ? [one[key]] : []))
      return name.endsWith("[]")
        ? inner.flatMap((list): ReadonlyArray<unknown> => (Array.isArray(list) ? list : []))
        : inner
    },
    [record]
  )
