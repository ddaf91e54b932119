import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** A file of the recruiting process. */
export const Document = Model.make("document", {
  plural: "documents",
  category: "ats",
  description: "A file of the recruiting process: of a candidate, an application or a job, with who created it.",
  fields: {
    file_name: Field.text("Name of the file with its ending.", { pii: "basic" }),
    file_url: Field.text("Where the file can be fetched; it may need the vendor's credentials or expire.", {
      pii: "basic"
    }),
    content_type: Field.text("Media type of the file."),
    type: Field.word(Words.fileTypes, "What the file is."),
    candidate_id: Field.reference("candidate", "The person whom the file is about."),
    application_id: Field.reference("application", "The application that the file belongs to."),
    job_id: Field.reference("job", "The job that the file belongs to."),
    user_id: Field.reference("employee", "Who added the file.")
  }
})
