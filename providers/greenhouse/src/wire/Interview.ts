/** Interviews with their interviewers, and the assessments that come of them. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { page } from "./Docs.ts"
import { entry, Instant, Reference } from "./Entry.ts"

/** An interview of one application. One that lasts whole days has no `starts_at`. */
export const Interview = Schema.Struct({
  ...entry,
  application_id: Reference,
  job_id: Reference,
  job_interview_id: Reference,
  organizer_id: Reference,
  status: maybe(Schema.String),
  starts_at: maybe(Instant),
  ends_at: maybe(Instant),
  location: maybe(Schema.String),
  video_conferencing_url: maybe(Schema.String),
  external_event_id: maybe(Schema.String)
}).annotate({ source: page("interviews") })

/** An interview of one application. */
export type Interview = typeof Interview.Type

/** Somebody who takes part in an interview, and the scorecard that came of it. */
export const Interviewer = Schema.Struct({
  ...entry,
  interview_id: Reference,
  user_id: Reference,
  scorecard_id: Reference
}).annotate({ source: page("interviewers") })

/** Somebody who takes part in an interview. */
export type Interviewer = typeof Interviewer.Type

/** An interview as the job's plan has it. */
export const JobInterview = Schema.Struct({
  ...entry,
  job_interview_stage_id: Reference,
  name: maybe(Schema.String)
}).annotate({ source: page("job_interviews") })

/** An interviewer's assessment. */
export const Scorecard = Schema.Struct({
  ...entry,
  application_id: Reference,
  interviewer_id: Reference,
  candidate_rating: maybe(Schema.String),
  notes: maybe(Schema.String),
  submitted_at: maybe(Instant)
}).annotate({ source: page("scorecards") })

/** An interviewer's assessment. */
export type Scorecard = typeof Scorecard.Type

/** What an interviewer answered to one question. */
export const ScorecardQuestionAnswer = Schema.Struct({
  ...entry,
  scorecard_id: Reference,
  scorecard_question_id: Reference,
  answer: maybe(Schema.String),
  boolean_value: maybe(Schema.Boolean)
}).annotate({ source: page("scorecard_question_answers") })

/** What an interviewer answered to one question. */
export type ScorecardQuestionAnswer = typeof ScorecardQuestionAnswer.Type

/** A question that interviewers answer. */
export const ScorecardQuestion = Schema.Struct({
  ...entry,
  question: maybe(Schema.String),
  sort_order: maybe(Numeric)
}).annotate({ source: page("scorecard_questions") })

/** A question that interviewers answer. */
export type ScorecardQuestion = typeof ScorecardQuestion.Type
