import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** A remark about a candidate. */
export const Note = Model.make("note", {
  plural: "notes",
  category: "ats",
  description: "A remark that somebody wrote about a candidate or an application.",
  fields: {
    title: Field.text("Subject.", { pii: "basic" }),
    body: Field.text("The remark as text or HTML.", { pii: "basic" }),
    visibility: Field.word(Words.visibilities, "Who may see the remark."),
    candidate_id: Field.reference("candidate", "The person whom it is about."),
    application_id: Field.reference("application", "The application that it is about."),
    user_id: Field.reference("employee", "The person who wrote the remark.")
  }
})
