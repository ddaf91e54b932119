import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** A file on a candidate or an application. */
export const Attachment = Model.make("attachment", {
  plural: "attachments",
  category: "ats",
  description: "A file about a candidate, such as a resume.",
  fields: {
    file_name: Field.text("Name of the file with its ending.", { pii: "basic" }),
    file_url: Field.text("Where the file can be fetched; it may need the vendor's credentials or expire.", {
      pii: "basic"
    }),
    content_type: Field.text("Media type of the file."),
    type: Field.word(Words.fileTypes, "What the file is."),
    candidate_id: Field.reference("candidate", "The person whom the file is about."),
    application_id: Field.reference("application", "The application that the file was handed in with.")
  }
})
