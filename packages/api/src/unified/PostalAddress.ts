/** Postal addresses. */
import type { Address } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Optional from "./Optional.ts"

/** A postal address. */
export const PostalAddress = Schema.Struct({
  address1: Optional.text("First line of the street; the whole address where the vendor gives it as text."),
  address2: Optional.text("Second line of the street."),
  city: Optional.text("City."),
  country: Optional.text("Country by name."),
  country_code: Optional.text("Two-letter code of the country."),
  postal_code: Optional.text("Postal code."),
  region: Optional.text("State or province."),
  region_code: Optional.text("Code of the state or province.")
}).annotate({ identifier: "PostalAddress" })

const code = /^[A-Z]{2}$/

/** An address; null when nothing of it is known. */
export const of = (address: typeof Address.Type | null | undefined) => {
  if (address === null || address === undefined) return null
  const { city, country, raw, state, street_1, street_2, zip_code } = address
  const isCode = country !== null && code.test(country)
  const isRegionCode = state !== null && code.test(state)
  const parts = [street_1, street_2, city, country, zip_code, state]
  const isText = parts.every((part) => part === null)
  if (isText && raw === null) return null
  return {
    address1: isText ? raw : street_1,
    address2: street_2,
    city,
    country: isCode ? null : country,
    country_code: isCode ? country : null,
    postal_code: zip_code,
    region: state,
    region_code: isRegionCode ? state : null
  }
}

/** An address in one line; null when nothing of it is known. */
export const line = (address: typeof Address.Type | null): string | null => {
  if (address === null) return null
  const { city, country, raw, state, street_1, street_2, zip_code } = address
  const parts = [street_1, street_2, zip_code, city, state, country].filter((part) => part !== null)
  return raw ?? (parts.length === 0 ? null : parts.join(", "))
}
