import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** One question of the form with what the interviewer answered, as text. */
const Answer = Schema.Struct({
  question_remote_id: Part.text,
  question: Part.text,
  description: Part.text,
  answer: Part.text
})

/** An interviewer's assessment of a candidate. */
export const Scorecard = Model.make("scorecard", {
  plural: "scorecards",
  category: "ats",
  description: "What one interviewer thinks of a candidate after an interview.",
  fields: {
    recommendation: Field.word(
      ["DEFINITELY_NO", "NO", "NO_DECISION", "YES", "STRONG_YES"],
      "Whether the interviewer would hire the person.",
      { pii: "basic" }
    ),
    comment: Field.text("What the interviewer wrote as a whole.", { pii: "basic" }),
    answers: Field.list(Answer, "The form's questions with the interviewer's answers, in the form's order.", {
      pii: "basic"
    }),
    submitted_at: Field.instant("When the interviewer handed in the assessment; null while it is a draft."),
    application_id: Field.reference("application", "The application assessed."),
    candidate_id: Field.reference("candidate", "The person assessed."),
    job_id: Field.reference("job", "The job that the person was assessed for."),
    interview_id: Field.reference("scheduled_interview", "The interview that the assessment is about."),
    interviewer_id: Field.reference("employee", "The person who assessed.")
  }
})
