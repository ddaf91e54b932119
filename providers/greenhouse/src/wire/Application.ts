/** Applications and prospects, and what belongs to an application; joined by the application's id. */
import { maybe } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { page } from "./Docs.ts"
import { CustomFields, entry, Instant, Reference } from "./Entry.ts"

/** A candidacy for one job, or a prospect, which may have no job. */
export const Application = Schema.Struct({
  ...entry,
  candidate_id: Reference,
  job_id: Reference,
  /** Newer accounts send the same id as `job_interview_stage_id`. */
  stage_id: Reference,
  job_interview_stage_id: Reference,
  recruiter_id: Reference,
  source_id: Reference,
  referrer_id: Reference,
  status: maybe(Schema.String),
  rejected_at: maybe(Instant),
  answers: maybe(Schema.Array(Schema.Struct({ question: maybe(Schema.String), answer: maybe(Schema.Unknown) }))),
  custom_fields: CustomFields
}).annotate({ source: page("applications") })

/** A candidacy for one job, or a prospect. */
export type Application = typeof Application.Type

/** Why and when an application was rejected. */
export const RejectionDetail = Schema.Struct({
  ...entry,
  application_id: Reference,
  rejection_reason_id: Reference,
  rejected_at: maybe(Instant)
}).annotate({ source: page("rejection_details") })

/** Why and when an application was rejected. */
export type RejectionDetail = typeof RejectionDetail.Type

/** Where applications come from. */
export const Source = Schema.Struct({ ...entry, name: maybe(Schema.String) }).annotate({ source: page("sources") })

/** Who is credited with applications: a user, or somebody outside. */
export const Referrer = Schema.Struct({ ...entry, user_id: Reference }).annotate({ source: page("referrers") })
