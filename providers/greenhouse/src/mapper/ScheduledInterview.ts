/** ScheduledInterview ← interview, with its application, its place in the job's plan and its interviewers. */
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { applications, interviewers, interviews, jobInterviews } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { Interview } from "../wire/Interview.ts"
import { joinedEntry, named } from "./Entry.ts"

// The words for tests that are sent home (`to_be_sent`, `sent`, `received`) mean none of ours.
const status = vocabulary({
  to_be_scheduled: "NEEDS_SCHEDULING",
  scheduled: "SCHEDULED",
  awaiting_feedback: "AWAITING_FEEDBACK",
  collect_feedback: "AWAITING_FEEDBACK",
  complete: "COMPLETE",
  skipped: "CANCELED"
})

const location = ({ location }: Interview) => {
  const text = Wire.text(location)
  return text === null ? null : Part.addressText(text)
}

export const scheduledInterview = Mapper.make(
  ScheduledInterview,
  Source.one(interviews, {
    application: Source.lookup(applications, ({ application_id }: Interview) => [application_id]),
    plan: Source.lookup(jobInterviews, ({ job_interview_id }: Interview) => [job_interview_id]),
    interviewers: Source.referring(interviewers, ({ interview_id }) => interview_id)
  }),
  {
    docs: page("interviews"),
    fields: {
      ...joinedEntry,
      custom_fields: absent("interviews have none"),
      title: derived("its name in the job's plan", ({ plan }) => Wire.text(plan?.[0]?.name)),
      status: ({ remote }) => status(remote.status),
      // An interview that lasts whole days has a day in an unknown zone, and so no moment.
      starts_at: ({ remote }) => Wire.instant(remote.starts_at),
      ends_at: ({ remote }) => Wire.instant(remote.ends_at),
      location: ({ remote }) => location(remote),
      video_url: ({ remote }) => Wire.text(remote.video_conferencing_url),
      calendar_event: ({ remote }) => Wire.text(remote.external_event_id),
      application_id: ({ remote }) => Wire.id(remote.application_id),
      candidate_id: derived("the candidate of its application", ({ application }) =>
        Wire.id(application?.[0]?.candidate_id)
      ),
      job_id: ({ remote }) => Wire.id(remote.job_id),
      stage_id: derived("its stage in the job's plan", ({ plan }) => Wire.id(plan?.[0]?.job_interview_stage_id)),
      organizer_id: ({ remote }) => Wire.id(remote.organizer_id),
      user_ids: ({ interviewers }) => named(interviewers, ({ user_id }) => user_id)
    }
  }
)
