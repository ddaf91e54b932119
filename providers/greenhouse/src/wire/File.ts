/** Notes, files, offers and disclosures about candidates. */
import { maybe } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { page } from "./Docs.ts"
import { CustomFields, Day, entry, Instant, Reference } from "./Entry.ts"

/** A file; its address is signed anew for seven days with each reading. */
export const Attachment = Schema.Struct({
  ...entry,
  application_id: Reference,
  candidate_id: Reference,
  type: maybe(Schema.String),
  filename: maybe(Schema.String),
  url: maybe(Schema.String)
}).annotate({ source: page("attachments") })

/** An entry of a candidate's history: a remark, an e-mail, something that happened. */
export const Note = Schema.Struct({
  ...entry,
  candidate_id: Reference,
  application_id: Reference,
  user_id: Reference,
  type: maybe(Schema.String),
  subject: maybe(Schema.String),
  body: maybe(Schema.String),
  visibility: maybe(Schema.String),
  email_from: maybe(Schema.String),
  email_to: maybe(Schema.String),
  email_cc: maybe(Schema.Array(Schema.String))
}).annotate({ source: page("notes") })

/** An entry of a candidate's history. */
export type Note = typeof Note.Type

/** One version of an offer. */
export const Offer = Schema.Struct({
  ...entry,
  application_id: Reference,
  candidate_id: Reference,
  job_id: Reference,
  status: maybe(Schema.String),
  starts_on: maybe(Day),
  sent_on: maybe(Day),
  resolved_at: maybe(Instant),
  custom_fields: CustomFields
}).annotate({ source: page("offers") })

/** One version of an offer. */
export type Offer = typeof Offer.Type

const Answer = maybe(Schema.Struct({ description: maybe(Schema.String) }))

/** What an applicant disclosed for the equal opportunity report. */
export const Eeoc = Schema.Struct({
  ...entry,
  application_id: Reference,
  candidate_id: Reference,
  gender: Answer,
  race: Answer,
  veteran_status: Answer,
  disability_status: Answer,
  submitted_at: maybe(Instant)
}).annotate({ source: page("eeoc") })
