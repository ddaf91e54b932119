/** ScheduledInterview ← interview. */
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Source from "@crosswalk/core/Source"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { interviews, opportunities } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import { candidacy, postingOf } from "./Candidacy.ts"

const minute = 60_000

export const scheduledInterview = Mapper.make(
  ScheduledInterview,
  Source.one(interviews, { opportunity: Source.parent(opportunities) }),
  {
    docs: chapter("interviews"),
    fields: {
      remote_id: ({ remote }) => remote.id,
      remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
      remote_updated_at: absent("interviews carry no time of update"),
      custom_fields: absent("interviews have none"),
      title: ({ remote }) => Wire.text(remote.subject),
      // Whether a planned interview is over depends on the clock of whoever asks, not on the record: see ends_at.
      status: derived("planned until it is cancelled", ({ remote }) =>
        remote.canceledAt === undefined ? null : known(remote.canceledAt === null ? "SCHEDULED" : "CANCELED")
      ),
      starts_at: ({ remote }) => Wire.instantFromMillis(remote.date),
      ends_at: derived("the start and the duration", ({ remote }) => {
        const start = Wire.number(remote.date)
        const minutes = Wire.number(remote.duration)
        return start === null || minutes === null ? null : Wire.instantFromMillis(start + minutes * minute)
      }),
      location: ({ remote }) => {
        const text = Wire.text(remote.location)
        return text === null ? null : Part.addressText(text)
      },
      video_url: absent("Lever has none; a link may stand in the location"),
      calendar_event: ({ remote }) => Wire.text(remote.gcalEventUrl),
      ...candidacy,
      job_id: derived(
        "the interview's first posting, else that of its opportunity's application",
        (input) => Wire.text(input.remote.postings?.[0]) ?? postingOf(input)
      ),
      stage_id: ({ remote }) => Wire.text(remote.stage),
      organizer_id: ({ remote }) => Wire.text(remote.user),
      user_ids: ({ remote }) => Wire.list(remote.interviewers, ({ id }) => Wire.text(id))
    }
  }
)
