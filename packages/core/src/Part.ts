/** Structures that several models share. Each is plain JSON; every key exists always. */
import { Schema } from "effect"

const text = Schema.NullOr(Schema.String)

/** An e-mail address; `type` is the vendor's word for it. */
export const Email = Schema.Struct({ value: Schema.String, type: text })

/** A telephone number as the vendor writes it; `type` is the vendor's word for it. */
export const Phone = Schema.Struct({ value: Schema.String, type: text })

/** A web address; `type` is the vendor's word for it. */
export const Link = Schema.Struct({ value: Schema.String, type: text })

/** A postal address, as far as its parts are known; `raw` is the text where the vendor gives only text. */
export const Address = Schema.Struct({
  street_1: text,
  street_2: text,
  city: text,
  state: text,
  zip_code: text,
  /** ISO 3166 two-letter code where the vendor gives one, else its text. */
  country: text,
  raw: text
})

/** One of {@link Address}'s values that is known only as text. */
export const addressText = (raw: string): typeof Address.Type => ({
  street_1: null,
  street_2: null,
  city: null,
  state: null,
  zip_code: null,
  country: null,
  raw
})

/** A position held; dates as precise as the vendor gives them (`2021`, `2021-04` or `2021-04-30`). */
export const Experience = Schema.Struct({
  title: text,
  company: text,
  location: text,
  summary: text,
  started_on: text,
  ended_on: text
})

/** A school attended; dates as in {@link Experience}. */
export const Education = Schema.Struct({
  institution: text,
  degree: text,
  field: text,
  summary: text,
  started_on: text,
  ended_on: text
})
