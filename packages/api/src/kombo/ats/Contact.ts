/** How a candidate is reached, and who they are, wherever a candidate is shown. */
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Shape from "../../Shape.ts"

const Email = Schema.Struct({
  email_address: Shape.text("The address; null when the vendor's text is none."),
  type: Shape.text("The vendor's word for it.")
})
const Phone = Schema.Struct({
  phone_number: Shape.required("The number, as the vendor writes it."),
  type: Shape.text("The vendor's word for it.")
})
const SocialMedium = Schema.Struct({
  link: Shape.text("Address of the page."),
  type: Shape.text("The vendor's word for it."),
  username: Shape.text("Name that the person has there.")
})

/** Fields of names. */
export const names = { first_name: Shape.text("Given name."), last_name: Shape.text("Family name.") }

/** Fields of addresses. */
export const email = { email_addresses: Shape.maybeList(Email, "E-mail addresses, in the vendor's order.") }

/** Fields of numbers and pages. */
export const reach = {
  phone_numbers: Shape.maybeList(Phone, "Telephone numbers, in the vendor's order."),
  social_media: Shape.maybeList(SocialMedium, "Web pages of the person.")
}

type Candidate = RecordOf<"candidate">

/** The functions of all these fields. */
export const rules = {
  first_name: ({ first_name }: Candidate) => first_name,
  last_name: ({ last_name }: Candidate) => last_name,
  email_addresses: ({ emails }: Candidate) =>
    emails?.map(({ type, value }) => ({ email_address: Form.email(value), type })) ?? null,
  phone_numbers: ({ phones }: Candidate) => phones?.map(({ type, value }) => ({ phone_number: value, type })) ?? null,
  social_media: ({ urls }: Candidate) => urls?.map(({ type, value }) => ({ link: value, type, username: null })) ?? null
}

const head = {
  id: Shape.id("Our id of the candidate."),
  remote_id: Shape.required("The vendor's id of the candidate.")
}

/** A candidate inside an interview or an offer. */
export const Brief = Schema.Struct({ ...head, ...names, ...email })

/** The candidate of an interview or an offer. */
export const brief = (candidate: Candidate): typeof Brief.Type => ({
  id: Form.id(candidate.id),
  remote_id: candidate.remote_id,
  first_name: candidate.first_name,
  last_name: candidate.last_name,
  email_addresses: rules.email_addresses(candidate)
})
