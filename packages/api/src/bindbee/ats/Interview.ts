/** Interviews and what interviewers think. */
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import { Scorecard } from "@crosswalk/core/ats/Scorecard"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import { line } from "../PostalAddress.ts"
import * as Row from "../Row.ts"

const statuses = ["SCHEDULED", "AWAITING_FEEDBACK", "COMPLETE"] as const

const status = {
  SCHEDULED: "SCHEDULED",
  AWAITING_FEEDBACK: "AWAITING_FEEDBACK",
  COMPLETE: "COMPLETE",
  NEEDS_SCHEDULING: null,
  CANCELED: null
} as const satisfies Word.Table<Word.Ours<RecordOf<"scheduled_interview">["status"]>, (typeof statuses)[number]>

const interview = Row.shape("ScheduledInterview", {
  application: Row.one("The application that the interview is for."),
  job_interview_stage: Row.one("The stage that the interview belongs to."),
  organizer: Row.one("Who arranged the interview."),
  interviewers: Row.many("Who interviews."),
  location: Shape.text("Where the interview takes place, on one line."),
  start_at: Shape.instant("When the interview begins."),
  end_at: Shape.instant("When the interview ends."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  remote_updated_at: Shape.instant("When the record was last changed at the vendor."),
  status: Shape.open(statuses, "Whether the interview is planned, held or assessed.")
})

/** An interview. */
export const scheduledInterview = Row.projection(ScheduledInterview, interview, {
  fields: {
    ...Row.rules,
    application: ({ application_id }) => application_id,
    job_interview_stage: ({ stage_id }) => stage_id,
    organizer: ({ organizer_id }) => organizer_id,
    interviewers: ({ user_ids }) => user_ids,
    location: ({ location }) => line(location),
    start_at: ({ starts_at }) => Time.instant(starts_at),
    end_at: ({ ends_at }) => Time.instant(ends_at),
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at),
    remote_updated_at: ({ remote_updated_at }) => Time.instant(remote_updated_at),
    status: (interview) => Word.open(status, interview.status)
  }
})

const recommendations = ["DEFINITELY_NO", "NO", "NO_DECISION", "YES", "STRONG_YES"] as const

const recommendation = {
  DEFINITELY_NO: "DEFINITELY_NO",
  NO: "NO",
  NO_DECISION: "NO_DECISION",
  YES: "YES",
  STRONG_YES: "STRONG_YES"
} as const satisfies Word.Table<Word.Ours<RecordOf<"scorecard">["recommendation"]>, (typeof recommendations)[number]>

const card = Row.shape("Scorecard", {
  application: Row.one("The application assessed."),
  interview: Row.one("The interview that the assessment is about."),
  interviewer: Row.one("Who assessed."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  submitted_at: Shape.instant("When the assessment was handed in; null while it is a draft."),
  overall_recommendation: Shape.open(recommendations, "Whether the interviewer would hire the person.")
})

/** An assessment. */
export const scorecard = Row.projection(Scorecard, card, {
  fields: {
    ...Row.rules,
    application: ({ application_id }) => application_id,
    interview: ({ interview_id }) => interview_id,
    interviewer: ({ interviewer_id }) => interviewer_id,
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at),
    submitted_at: ({ submitted_at }) => Time.instant(submitted_at),
    overall_recommendation: (card) => Word.open(recommendation, card.recommendation)
  }
})
