/** What happened with candidates. */
import { Activity } from "@crosswalk/core/ats/Activity"
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Document } from "@crosswalk/core/ats/Document"
import { Job } from "@crosswalk/core/ats/Job"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** Their words for kinds of activities. */
export const types = {
  NOTE: "NOTE",
  TASK: "TASK",
  EMAIL: "EMAIL",
  OTHER: null
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"activity">["type"]>>, string>

const Correspondent = Schema.Struct({
  ...Reach.EmailAddress.fields,
  name: Optional.text("Name of the person.")
}).annotate({ identifier: "Correspondent" })

type One = NonNullable<RecordOf<"activity">["from"]>

const correspondent = ({ name, type, value }: One) => ({ email: value, name, type: Reach.kind(type) })

/** An activity. */
export const activity = Row.projection(
  Activity,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    type: Optional.word(["NOTE", "TASK", "EMAIL"], "What kind of thing happened."),
    sub_type: Optional.text("The vendor's finer kind."),
    title: Optional.text("Subject."),
    description: Optional.text("Content as text or HTML."),
    is_private: Optional.boolean("Whether only some users may see it."),
    from: Optional.struct(Correspondent, "Who sent the e-mail."),
    to: Optional.list(Correspondent, "To whom the e-mail went."),
    cc: Optional.list(Correspondent, "Who got a copy."),
    bcc: Optional.list(Correspondent, "Who got a blind copy."),
    candidate_id: Optional.text("The person whom it is about."),
    application_id: Optional.text("The application that it is about."),
    job_id: Optional.text("The job that it is about."),
    interview_id: Optional.text("The interview that it is about."),
    document_ids: Optional.texts("Files that belong to it."),
    user_ids: Optional.texts("Colleagues who took part, the author first."),
    ...Metadata.metadata
  }),
  {
    names: [
      Relation.to(Activity, "candidate_id", Candidate),
      Relation.to(Activity, "application_id", Application),
      Relation.to(Activity, "job_id", Job),
      Relation.to(Activity, "interview_id", ScheduledInterview),
      Relation.to(Activity, "document_ids", Document),
      ...Reference.people(Activity, "user_ids")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      type: ({ type }) => Word.open(types, type),
      sub_type: ({ sub_type }) => sub_type,
      title: ({ title }) => title,
      description: ({ body }) => body,
      is_private: ({ visibility }) =>
        visibility === null || visibility.value === null ? null : visibility.value !== "PUBLIC",
      from: ({ from }) => (from === null ? null : correspondent(from)),
      to: ({ to }) => to?.map(correspondent),
      cc: ({ cc }) => cc?.map(correspondent),
      bcc: ({ bcc }) => bcc?.map(correspondent),
      candidate_id: ({ candidate_id }, context) => Reference.one(context, "candidate", candidate_id),
      application_id: ({ application_id }, context) => Reference.one(context, "application", application_id),
      job_id: ({ job_id }, context) => Reference.one(context, "job", job_id),
      interview_id: ({ interview_id }, context) => Reference.one(context, "scheduled_interview", interview_id),
      document_ids: ({ document_ids }, context) => Reference.many(context, "document", document_ids),
      user_ids: ({ user_ids }, context) => Reference.many(context, "employee", user_ids)
    }
  }
)
