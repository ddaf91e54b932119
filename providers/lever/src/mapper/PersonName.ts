/** Parts of a name that Lever writes as one text. */
import type { Maybe } from "@crosswalk/core/Wire"

const parts = (name: Maybe<string>): readonly [first: string | null, last: string | null] => {
  const whole = (name ?? "").trim()
  const space = whole.search(/\s/)
  if (whole === "") return [null, null]
  return space < 0 ? [whole, null] : [whole.slice(0, space), whole.slice(space).trim()]
}

/** What stands before the first space; the whole name where it is one word. */
export const given = (name: Maybe<string>): string | null => parts(name)[0]

/** What stands after the first space; null where the name is one word. */
export const family = (name: Maybe<string>): string | null => parts(name)[1]

/** How {@link given} works the name out. */
export const howGiven = "the part of the name before its first space"

/** How {@link family} works the name out. */
export const howFamily = "the part of the name after its first space"
