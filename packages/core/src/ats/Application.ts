import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** What was answered to one question of the form; the field that fits the question's type is filled, the others null. */
const ScreeningAnswer = Schema.Struct({
  question_remote_id: Part.text,
  title: Part.text,
  type: Part.word(Words.questionTypes),
  text: Part.text,
  /** The chosen options' names: one for a single choice. */
  choices: Schema.NullOr(Schema.Array(Schema.String)),
  boolean: Part.boolean,
  number: Part.number,
  date: Part.date,
  /** The answer as JSON text where none of the others fits. */
  raw: Part.text
})

/** One person's candidacy for one job. */
export const Application = Model.make("application", {
  plural: "applications",
  category: "ats",
  description: "One person's candidacy for one job, from the first contact to its outcome.",
  fields: {
    candidate_id: Field.reference("candidate", "The person."),
    job_id: Field.reference("job", "The job applied for; null while the person is only courted."),
    stage_id: Field.reference("job_interview_stage", "The stage that the application is in, or was in when it ended."),
    status: Field.word(
      ["ACTIVE", "HIRED", "REJECTED", "DECLINED", "WITHDRAWN", "CONVERTED"],
      "Whether the application is open, and else how it ended; DECLINED and WITHDRAWN are the candidate's decision."
    ),
    phase: Field.word(
      Words.applicationPhases,
      "How far the application has come, whatever the customer calls the stage."
    ),
    applied_at: Field.instant("When the person applied or was added to the job."),
    hired_at: Field.instant("When the person was marked as hired."),
    rejected_at: Field.instant("When the application was ended without a hire."),
    reject_reason_id: Field.reference("reject_reason", "Why the application was ended."),
    source: Field.text("Where the application came from, in the vendor's words."),
    summary: Field.text("What a recruiter or the vendor wrote about the application as a whole.", { pii: "basic" }),
    screening_answers: Field.list(
      ScreeningAnswer,
      "What the person answered to the job's questions, in the form's order.",
      {
        pii: "basic"
      }
    ),
    web_url: Field.text("Page of the application in the vendor's application."),
    offer_ids: Field.references("offer", "Offers made for the application."),
    interview_ids: Field.references("scheduled_interview", "Interviews held or planned for the application."),
    credited_to_id: Field.reference("employee", "The person credited with finding or referring the candidate."),
    user_id: Field.reference("employee", "The recruiter who looks after the application.")
  }
})
