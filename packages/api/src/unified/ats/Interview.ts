/** Interviews with candidates. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

const statuses = {
  SCHEDULED: "SCHEDULED",
  AWAITING_FEEDBACK: "AWAITING_FEEDBACK",
  COMPLETE: "COMPLETE",
  CANCELED: "CANCELED",
  NEEDS_SCHEDULING: "NEEDS_SCHEDULING"
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"scheduled_interview">["status"]>>, string>

/** An interview. */
export const interview = Row.projection(
  ScheduledInterview,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    status: Optional.word(Object.values(statuses), "How far the interview has come."),
    start_at: Optional.instant("When the interview begins."),
    end_at: Optional.instant("When the interview ends."),
    location: Optional.text("Where the interview takes place, or where to join it by video."),
    external_event_xref: Optional.text("Key of the event in the calendar system."),
    application_id: Optional.text("The application that the interview is for."),
    candidate_id: Optional.text("The person interviewed."),
    job_id: Optional.text("The job that the interview is for."),
    user_ids: Optional.texts("The people who interview.")
  }),
  {
    names: [
      Relation.to(ScheduledInterview, "application_id", Application),
      Relation.to(ScheduledInterview, "candidate_id", Candidate),
      Relation.to(ScheduledInterview, "job_id", Job),
      ...Reference.people(ScheduledInterview, "user_ids")
    ],
    fields: {
      ...Row.rules,
      status: ({ status }) => Word.open(statuses, status),
      start_at: ({ starts_at }) => Time.instant(starts_at),
      end_at: ({ ends_at }) => Time.instant(ends_at),
      location: ({ location, video_url }) => PostalAddress.line(location) ?? video_url,
      external_event_xref: ({ calendar_event }) => calendar_event,
      application_id: ({ application_id }, context) => Reference.one(context, "application", application_id),
      candidate_id: ({ candidate_id }, context) => Reference.one(context, "candidate", candidate_id),
      job_id: ({ job_id }, context) => Reference.one(context, "job", job_id),
      user_ids: ({ user_ids }, context) => Reference.many(context, "employee", user_ids)
    }
  }
)
