/** Files about candidates, and what happened with them. */
import { Activity } from "@crosswalk/core/ats/Activity"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import type { fileTypes } from "@crosswalk/core/Words"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"

const attachmentTypes = ["RESUME", "COVER_LETTER", "OFFER_LETTER", "OTHER", "-"] as const

const attachmentType = {
  RESUME: "RESUME",
  COVER_LETTER: "COVER_LETTER",
  OFFER_LETTER: "OFFER_LETTER",
  OTHER: "OTHER",
  OFFER_PACKET: null,
  TAKE_HOME_TEST: null
} as const satisfies Word.Table<(typeof fileTypes)[number], (typeof attachmentTypes)[number]>

const file = Row.shape("Attachment", {
  file_name: Shape.text("Name of the file."),
  file_url: Shape.text("Where the file can be fetched; it may need the vendor's credentials or expire."),
  attachment_type: Shape.open(attachmentTypes, "What the file is."),
  candidate: Row.one("The person whom the file is about.")
})

/** A file. */
export const attachment = Row.projection(Attachment, file, {
  fields: {
    ...Row.rules,
    file_name: ({ file_name }) => file_name,
    file_url: ({ file_url }) => file_url,
    attachment_type: ({ type }) => Word.open(attachmentType, type),
    candidate: ({ candidate_id }) => candidate_id
  }
})

const activityTypes = ["NOTE", "EMAIL", "OTHER"] as const

const activityType = {
  NOTE: "NOTE",
  EMAIL: "EMAIL",
  OTHER: "OTHER",
  TASK: null
} as const satisfies Word.Table<Word.Ours<RecordOf<"activity">["type"]>, (typeof activityTypes)[number]>

const visibilities = ["ADMIN_ONLY", "PUBLIC", "PRIVATE"] as const

const visibility = {
  ADMIN_ONLY: "ADMIN_ONLY",
  PUBLIC: "PUBLIC",
  PRIVATE: "PRIVATE"
} as const satisfies Word.Table<Word.Ours<RecordOf<"activity">["visibility"]>, (typeof visibilities)[number]>

const happened = Row.shape("Activity", {
  user: Row.one("Who did it; the author, where several took part."),
  activity_type: Shape.open(activityTypes, "What kind of thing happened."),
  subject: Shape.text("Subject."),
  body: Shape.text("Content as text or HTML."),
  visibility: Shape.open(visibilities, "Who may see it."),
  candidate: Row.one("The person whom it is about."),
  remote_created_at: Shape.instant("When the record was created at the vendor.")
})

/** An activity. */
export const activity = Row.projection(Activity, happened, {
  fields: {
    ...Row.rules,
    user: ({ user_ids }) => user_ids?.[0] ?? null,
    activity_type: ({ type }) => Word.open(activityType, type),
    subject: ({ title }) => title,
    body: ({ body }) => body,
    visibility: (activity) => Word.open(visibility, activity.visibility),
    candidate: ({ candidate_id }) => candidate_id,
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at)
  }
})
