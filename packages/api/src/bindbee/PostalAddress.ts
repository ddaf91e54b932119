/** Postal addresses, as structures and as text. */
import type { Address } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Shape from "../Shape.ts"

/** The parts that people systems show of an address. */
export const parts = {
  street_1: Shape.text("First line of the street."),
  street_2: Shape.text("Second line of the street."),
  city: Shape.text("City."),
  state: Shape.text("State or province."),
  postal_code: Shape.text("Postal code."),
  country: Shape.text("Two-letter code of the country where the vendor gives one, else its text.")
}

/** An address as a structure. */
export const HrisAddress = Schema.Struct({
  name: Shape.text("Name of the place."),
  location: Shape.text("The whole address, where the vendor gives it as text."),
  ...parts
}).annotate({ identifier: "HrisAddress" })

type Known = typeof Address.Type | null | undefined

/** The values of {@link parts}. */
export const partsOf = (address: Known) => ({
  street_1: address?.street_1 ?? null,
  street_2: address?.street_2 ?? null,
  city: address?.city ?? null,
  state: address?.state ?? null,
  postal_code: address?.zip_code ?? null,
  country: address?.country ?? null
})

/** An address as a structure, with the name of the place where it has one; null when nothing is known. */
export const structure = (address: Known, name: string | null = null): typeof HrisAddress.Type | null =>
  (address === null || address === undefined) && name === null
    ? null
    : { name, location: address?.raw ?? null, ...partsOf(address) }

/** An address as one line: the vendor's own text, else its parts; null when nothing is known. */
export const line = (address: Known): string | null => {
  if (address === null || address === undefined) return null
  if (address.raw !== null) return address.raw
  const known = Object.values(partsOf(address)).filter((part) => part !== null && part !== "")
  return known.length === 0 ? null : known.join(", ")
}
