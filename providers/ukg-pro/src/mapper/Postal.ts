/** Postal addresses and telephones in our form. */
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import type { Maybe } from "@crosswalk/core/Wire"
import { text } from "../wire/Habits.ts"

type Line = Maybe<string | number>

const line = (value: Line): string | null => text(Wire.id(value))

/** An address of its parts; null when there is none of them. */
export const address = (
  ...parts: readonly [street_1: Line, street_2: Line, city: Line, state: Line, zip_code: Line, country: Line]
) => {
  const [street_1 = null, street_2 = null, city = null, state = null, zip_code = null, country = null] = parts.map(line)
  return [street_1, street_2, city, state, zip_code, country].every((part) => part === null)
    ? null
    : { street_1, street_2, city, state, zip_code, country, raw: null }
}

/** The values that there are, each with what it is for; null when there is none. */
export const labelled = <const Label extends string>(
  ...values: ReadonlyArray<readonly [value: Line, label: Label]>
) => {
  const found = values.flatMap(([given, label]) => {
    const value = line(given)
    return value === null ? [] : [{ value, type: known(label) }]
  })
  return found.length === 0 ? null : found
}
