/** Postal addresses and telephones in our form. */
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import type { Maybe } from "@crosswalk/core/Wire"
import { text } from "../wire/Habits.ts"

type Line = Maybe<string | number>

const line = (value: Line): string | null => text(Wire.id(value))

/** An address of its parts; null when there is none of them. */
export const address = (...parts: Parameters<typeof addressOf>) => {
  const found = addressOf(...parts)
  const { city, country, state, street_1, street_2, zip_code } = found
  return (street_1 ?? street_2 ?? city ?? state ?? zip_code ?? country) === null ? null : found
}

const addressOf = (street_1: Line, street_2: Line, city: Line, state: Line, zip_code: Line, country: Line) => ({
  street_1: line(street_1),
  street_2: line(street_2),
  city: line(city),
  state: line(state),
  zip_code: line(zip_code),
  country: line(country),
  raw: null
})

/** A value with what it is for; null where there is none. */
export const labelled = <const Label extends string>(label: Label, given: Line) => {
  const value = line(given)
  return value === null ? null : { value, type: known(label) }
}
