import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** An advertisement of the job. */
const Posting = Schema.Struct({
  remote_id: Part.text,
  title: Part.text,
  /** Text of the advertisement, as HTML where the vendor gives HTML. */
  description: Part.text,
  status: Part.word(["ACTIVE", "INACTIVE", "DRAFT"]),
  visibility: Part.word(Words.jobVisibilities),
  url: Part.text,
  location: Schema.NullOr(Part.Address),
  created_at: Part.instant,
  updated_at: Part.instant
})

/** One of the places to be filled. */
const Opening = Schema.Struct({
  remote_id: Part.text,
  status: Part.word(["OPEN", "CLOSED"]),
  opened_at: Part.instant,
  closed_at: Part.instant,
  close_reason: Part.text,
  /** The vendor's id of the application that filled it. */
  application_remote_id: Part.text
})

/** A position to be filled. */
export const Job = Model.make("job", {
  plural: "jobs",
  category: "ats",
  description: "A position to be filled, with where it is advertised and who hires for it.",
  fields: {
    name: Field.text("Title of the job."),
    code: Field.text("The customer's own number of the job or its requisition."),
    description: Field.text("What the job is about, as HTML where the vendor gives HTML."),
    summary: Field.text("A short form of the description."),
    status: Field.word(["OPEN", "CLOSED", "DRAFT", "PENDING", "ARCHIVED"], "Whether the job can be applied for."),
    visibility: Field.word(Words.jobVisibilities, "Who can find the job."),
    is_confidential: Field.boolean("Whether only some users may see the job."),
    employment_type: Field.word(Words.employmentTypes, "Which kind of employment is offered."),
    workplace: Field.word(
      ["ON_SITE", "HYBRID", "REMOTE", "TEMPORARY"],
      "Whether the work is done at a place of the employer's; TEMPORARY is remote for a time only."
    ),
    weekly_hours: Field.number("Working time per week.", { unit: "hours" }),
    category: Field.text("Field of work, in the vendor's words."),
    industry: Field.text("Industry, in the vendor's words."),
    experience_level: Field.text("Experience asked for, in the vendor's words."),
    minimum_experience: Field.number("Experience that applicants need at least.", { unit: "years" }),
    minimum_degree: Field.text("Degree that applicants need at least, in the vendor's words."),
    skills: Field.list(Schema.String, "Skills asked for."),
    language: Field.text("Language of the description, as the vendor writes it."),
    pay_ranges: Field.list(Part.PayRange, "What the job pays.", { pii: "compensation" }),
    locations: Field.list(Part.Address, "Where the work is done."),
    urls: Field.list(Part.Link, "Pages where the job can be read or applied for."),
    web_url: Field.text("Page of the job in the vendor's application."),
    postings: Field.list(Posting, "Advertisements of the job."),
    opening_count: Field.integer("How many people are to be hired."),
    openings: Field.list(Opening, "The single places to be filled."),
    opened_at: Field.instant("When the job was opened for applications."),
    closed_at: Field.instant("When the job was closed."),
    department_ids: Field.references("department", "Units that the job belongs to."),
    office_ids: Field.references("office", "Offices that the job belongs to."),
    stage_ids: Field.references("job_interview_stage", "Stages that applications pass, in their order."),
    screening_question_ids: Field.references(
      "screening_question",
      "Questions that applicants are asked, in their order."
    ),
    user_id: Field.reference("employee", "The person answerable for the job and to be asked about it."),
    hiring_manager_ids: Field.references("employee", "Who decides about the hire."),
    recruiter_ids: Field.references("employee", "Who recruits for the job."),
    coordinator_ids: Field.references("employee", "Who arranges the interviews."),
    sourcer_ids: Field.references("employee", "Who searches for candidates."),
    interviewer_ids: Field.references("employee", "Who interviews for the job."),
    user_ids: Field.references("employee", "Everybody else on the hiring team.")
  }
})
