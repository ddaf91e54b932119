/** Jobs and what belongs to a job; joined by the job's id. */
import { Id, maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { page } from "./Docs.ts"
import { CustomFields, entry, Instant, Reference } from "./Entry.ts"

/** A job. */
export const Job = Schema.Struct({
  ...entry,
  name: maybe(Schema.String),
  requisition_id: maybe(Schema.String),
  confidential: maybe(Schema.Boolean),
  status: maybe(Schema.String),
  opened_at: maybe(Instant),
  closed_at: maybe(Instant),
  department_id: Reference,
  office_ids: maybe(Schema.Array(Id)),
  custom_fields: CustomFields
}).annotate({ source: page("jobs") })

/** A job. */
export type Job = typeof Job.Type

/** A question of an application form; standard questions have no id. */
export const Question = Schema.Struct({
  id: Reference,
  name: maybe(Schema.String),
  label: maybe(Schema.String),
  description: maybe(Schema.String),
  answer_type: maybe(Schema.String),
  required: maybe(Schema.Boolean),
  options: maybe(Schema.Array(Schema.Struct({ id: Reference, label: maybe(Schema.String) })))
}).annotate({ source: page("job_posts") })

/** A question of an application form. */
export type Question = typeof Question.Type

/** An advertisement of a job on one job board. */
export const JobPost = Schema.Struct({
  ...entry,
  job_id: Reference,
  title: maybe(Schema.String),
  internal: maybe(Schema.Boolean),
  active: maybe(Schema.Boolean),
  live: maybe(Schema.Boolean),
  content: maybe(Schema.String),
  internal_content: maybe(Schema.String),
  language: maybe(Schema.String),
  public_url: maybe(Schema.String),
  location: maybe(Schema.Struct({ name: maybe(Schema.String) })),
  questions: maybe(Schema.Array(Question))
}).annotate({ source: page("job_posts") })

/** An advertisement of a job on one job board. */
export type JobPost = typeof JobPost.Type

/** A recruiter, coordinator or sourcer of a job. */
export const JobOwner = Schema.Struct({
  ...entry,
  job_id: Reference,
  user_id: Reference,
  type: maybe(Schema.String),
  responsible: maybe(Schema.Boolean)
}).annotate({ source: page("job_owners") })

/** A recruiter, coordinator or sourcer of a job. */
export type JobOwner = typeof JobOwner.Type

/** A hiring manager of a job. */
export const JobHiringManager = Schema.Struct({ ...entry, job_id: Reference, user_id: Reference }).annotate({
  source: page("job_hiring_managers")
})

/** One of the places to be filled. */
export const Opening = Schema.Struct({
  ...entry,
  job_id: Reference,
  application_id: Reference,
  close_reason_id: Reference,
  open: maybe(Schema.Boolean),
  opened_at: maybe(Instant),
  closed_at: maybe(Instant)
}).annotate({ source: page("openings") })

/** One of the places to be filled. */
export type Opening = typeof Opening.Type

/** Why openings are closed. */
export const CloseReason = Schema.Struct({ ...entry, name: maybe(Schema.String) }).annotate({
  source: page("close_reasons")
})

/** A step that a job's applications pass. */
export const JobInterviewStage = Schema.Struct({
  ...entry,
  job_id: Reference,
  name: maybe(Schema.String),
  sort_order: maybe(Numeric)
}).annotate({ source: page("job_interview_stages") })
