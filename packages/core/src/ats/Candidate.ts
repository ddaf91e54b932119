import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A person who applies or is courted for a job. */
export const Candidate = Model.make("candidate", {
  plural: "candidates",
  category: "ats",
  description: "A person who applies or is courted for a job, with everything known over all applications.",
  fields: {
    name: Field.text("Full name as the vendor writes it.", { pii: "basic" }),
    first_name: Field.text("Given name.", { pii: "basic" }),
    last_name: Field.text("Family name.", { pii: "basic" }),
    company: Field.text("Where the person works or last worked.", { pii: "basic" }),
    title: Field.text("Position that the person holds.", { pii: "basic" }),
    headline: Field.text("One line that the person or a recruiter wrote.", { pii: "basic" }),
    summary: Field.text("Longer description of the person.", { pii: "basic" }),
    emails: Field.list(Part.Email, "E-mail addresses, in the vendor's order.", { pii: "contact" }),
    phones: Field.list(Part.Phone, "Telephone numbers, in the vendor's order.", { pii: "contact" }),
    urls: Field.list(Part.Link, "Web pages of the person.", { pii: "contact" }),
    locations: Field.list(Part.Address, "Where the person lives or wants to work.", { pii: "contact" }),
    date_of_birth: Field.date("Date of birth.", { pii: "special" }),
    avatar: Field.text("Address of a picture.", { pii: "basic" }),
    experiences: Field.list(Part.Experience, "Positions held.", { pii: "basic" }),
    education: Field.list(Part.Education, "Schools attended.", { pii: "basic" }),
    skills: Field.list(Schema.String, "Skills named.", { pii: "basic" }),
    tags: Field.list(Schema.String, "Labels that recruiters gave."),
    sources: Field.list(Schema.String, "Where the person came from, in the vendor's words."),
    origin: Field.word(
      ["AGENCY", "APPLIED", "INTERNAL", "REFERRED", "SOURCED", "UNIVERSITY"],
      "How the person first came in."
    ),
    is_private: Field.boolean("Whether only some users may see the person."),
    can_email: Field.boolean("Whether the person may be written to."),
    is_anonymized: Field.boolean("Whether the person's data was blanked at the vendor."),
    external_identifier: Field.text("The person's key in another system of the customer's, as the vendor keeps it."),
    web_url: Field.text("Page of the candidate in the vendor's application."),
    last_interaction_at: Field.instant("When somebody last dealt with the person."),
    application_ids: Field.references("application", "The person's applications."),
    attachment_ids: Field.references("attachment", "Files about the person."),
    tag_ids: Field.references("tag", "The labels as records."),
    job_ids: Field.references("job", "Jobs that the person applied for."),
    user_id: Field.reference("employee", "The recruiter or hiring manager who looks after the person."),
    user_ids: Field.references("employee", "Everybody who follows the person.")
  }
})
