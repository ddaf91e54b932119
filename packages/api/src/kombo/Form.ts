/** The forms in which this dialect writes ids, dates and addresses. */
import * as Id from "@crosswalk/core/Id"
import type { Address } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Shape from "../Shape.ts"

/** An id, in 24 characters. */
export const id = Id.toShort

/** The id that a reference holds. */
export const reference = (id: string | null): string | null => (id === null ? null : Id.toShort(id))

export { instant, midnight } from "../Time.ts"

const mailbox = /^[^\s@]+@[^\s@]+$/

/** An e-mail address; null for text that cannot be one. */
export const email = (text: string | null | undefined): string | null =>
  text !== null && text !== undefined && mailbox.test(text) ? text : null

/** A postal address. */
export const PostalAddress = Schema.Struct({
  city: Shape.text("City."),
  country: Shape.text("Two-letter code of the country where the vendor gives one, else its text."),
  raw: Shape.text("The whole address, where the vendor gives it as text."),
  state: Shape.text("State or province."),
  street_1: Shape.text("First line of the street."),
  street_2: Shape.text("Second line of the street."),
  zip_code: Shape.text("Postal code.")
})

/** An address in the order of {@link PostalAddress}. */
export const address = (address: typeof Address.Type | null | undefined): typeof PostalAddress.Type | null =>
  address === null || address === undefined
    ? null
    : {
        city: address.city,
        country: address.country,
        raw: address.raw,
        state: address.state,
        street_1: address.street_1,
        street_2: address.street_2,
        zip_code: address.zip_code
      }
