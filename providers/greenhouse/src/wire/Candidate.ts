/** A person and what belongs to a person; joined by the candidate's id. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { page } from "./Docs.ts"
import { CustomFields, Day, entry, Instant, Reference } from "./Entry.ts"

const Addresses = maybe(Schema.Array(Schema.Struct({ value: maybe(Schema.String), type: maybe(Schema.String) })))

/** A person, with prospects and private candidates among them. */
export const Candidate = Schema.Struct({
  ...entry,
  first_name: maybe(Schema.String),
  last_name: maybe(Schema.String),
  company: maybe(Schema.String),
  title: maybe(Schema.String),
  last_activity_at: maybe(Instant),
  private: maybe(Schema.Boolean),
  can_email: maybe(Schema.Boolean),
  /** Names of tags. */
  tags: maybe(Schema.Array(Schema.String)),
  phone_numbers: Addresses,
  addresses: Addresses,
  email_addresses: Addresses,
  website_addresses: Addresses,
  social_media_addresses: Addresses,
  custom_fields: CustomFields
}).annotate({ source: page("candidates") })

/** A person, with prospects and private candidates among them. */
export type Candidate = typeof Candidate.Type

const Number = Numeric.annotate({ unit: "year, or month from 1 to 12" })

/** A school attended; school, degree and discipline are options of standard custom fields. */
export const CandidateEducation = Schema.Struct({
  ...entry,
  candidate_id: Reference,
  school_name_custom_field_option_id: Reference,
  degree_custom_field_option_id: Reference,
  discipline_custom_field_option_id: Reference,
  start_at: maybe(Instant),
  end_at: maybe(Instant),
  start_date_month: maybe(Number),
  start_date_year: maybe(Number),
  end_date_month: maybe(Number),
  end_date_year: maybe(Number)
}).annotate({ source: page("candidate_educations") })

/** A school attended. */
export type CandidateEducation = typeof CandidateEducation.Type

/** A position held. */
export const CandidateEmployment = Schema.Struct({
  ...entry,
  candidate_id: Reference,
  company_name: maybe(Schema.String),
  title: maybe(Schema.String),
  start_date: maybe(Day),
  end_date: maybe(Day)
}).annotate({ source: page("candidate_employments") })

/** A position held. */
export type CandidateEmployment = typeof CandidateEmployment.Type

/** A tag put on a candidate. */
export const AppliedCandidateTag = Schema.Struct({
  ...entry,
  candidate_id: Reference,
  candidate_tag_id: Reference
}).annotate({ source: page("applied_candidate_tags") })
