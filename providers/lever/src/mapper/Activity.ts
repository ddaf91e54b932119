/** Activity ← notes and feedback: what people did about a candidate. */
import { Activity } from "@crosswalk/core/ats/Activity"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { feedback, notes, opportunities } from "../LeverResources.ts"
import type { Feedback } from "../wire/Child.ts"
import { chapter } from "../wire/Docs.ts"
import { candidacy, postingOf } from "./Candidacy.ts"
import { thread, visibility } from "./Note.ts"
import { answerText } from "./Question.ts"

const noMail = {
  from: absent("Lever does not show e-mails"),
  to: absent("Lever does not show e-mails"),
  cc: absent("Lever does not show e-mails"),
  bcc: absent("Lever does not show e-mails"),
  document_ids: absent("neither notes nor feedback hold files")
}

export const noteActivity = Mapper.make(Activity, Source.one(notes, { opportunity: Source.parent(opportunities) }), {
  docs: chapter("notes"),
  fields: {
    remote_id: ({ remote }) => remote.id,
    remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
    remote_updated_at: absent("notes carry no time of update"),
    custom_fields: absent("notes have none"),
    type: derived("every note is one", () => known("NOTE")),
    sub_type: absent("notes have no finer kind"),
    title: absent("notes have none"),
    body: derived("the remark and the answers to it, one after another", ({ remote }) => thread(remote)),
    visibility: ({ remote }) => visibility(remote.secret),
    ...noMail,
    ...candidacy,
    job_id: derived("the posting of its opportunity's application", postingOf),
    interview_id: absent("notes belong to no interview"),
    user_ids: derived("who began the thread, then who answered", ({ remote }) =>
      Wire.distinct(Wire.list([remote.user, ...(remote.fields ?? []).map(({ user }) => user)], Wire.text) ?? [])
    )
  }
})

const answers = ({ fields }: Feedback): string | null => {
  const lines = Wire.list(fields, (field) => {
    const answer = answerText(field)
    return answer === null ? null : [Wire.text(field.text), answer].filter((part) => part !== null).join(": ")
  })
  return lines === null || lines.length === 0 ? null : lines.join("\n")
}

export const feedbackActivity = Mapper.make(
  Activity,
  Source.one(feedback, { opportunity: Source.parent(opportunities) }),
  {
    docs: chapter("feedback"),
    fields: {
      remote_id: ({ remote }) => remote.id,
      remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
      remote_updated_at: ({ remote }) => Wire.instantFromMillis(remote.updatedAt),
      custom_fields: absent("what a form asks stands in the body"),
      type: derived("feedback is neither a note nor a task nor an e-mail", () => known("OTHER")),
      sub_type: ({ remote }) => Wire.text(remote.type),
      title: ({ remote }) => Wire.text(remote.text),
      body: derived("the form's questions with their answers, one to a line", ({ remote }) => answers(remote)),
      visibility: absent("Lever does not tell"),
      ...noMail,
      ...candidacy,
      job_id: derived("the posting of its opportunity's application", postingOf),
      interview_id: ({ remote }) => Wire.text(remote.interview),
      user_ids: ({ remote }) => Wire.list([remote.user], Wire.text)
    }
  }
)
