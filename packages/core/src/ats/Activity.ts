import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** A sender or recipient of an e-mail. */
const Correspondent = Schema.Struct({ value: Schema.String, name: Part.text, type: Part.text })

/** Something that happened with a candidate. */
export const Activity = Model.make("activity", {
  plural: "activities",
  category: "ats",
  description: "Something that happened with a candidate: a note, a task, an e-mail.",
  fields: {
    type: Field.word(["NOTE", "TASK", "EMAIL", "OTHER"], "What kind of thing happened."),
    sub_type: Field.text("The vendor's finer kind."),
    title: Field.text("Subject.", { pii: "basic" }),
    body: Field.text("Content as text or HTML.", { pii: "basic" }),
    visibility: Field.word(Words.visibilities, "Who may see the activity."),
    from: Field.struct(Correspondent.fields, "Who sent the e-mail.", { pii: "contact" }),
    to: Field.list(Correspondent, "To whom the e-mail went.", { pii: "contact" }),
    cc: Field.list(Correspondent, "Who got a copy.", { pii: "contact" }),
    bcc: Field.list(Correspondent, "Who got a blind copy.", { pii: "contact" }),
    candidate_id: Field.reference("candidate", "The person whom it is about."),
    application_id: Field.reference("application", "The application that it is about."),
    job_id: Field.reference("job", "The job that it is about."),
    interview_id: Field.reference("scheduled_interview", "The interview that it is about."),
    document_ids: Field.references("document", "Files that belong to it."),
    user_ids: Field.references("employee", "Colleagues who took part, the author first.")
  }
})
