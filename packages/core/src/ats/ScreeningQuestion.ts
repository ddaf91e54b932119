import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** A possible answer. */
const Option = Schema.Struct({ remote_id: Part.text, name: Schema.String })

/** A question that applicants answer. */
export const ScreeningQuestion = Model.make("screening_question", {
  plural: "screening_questions",
  category: "ats",
  description: "A question that applicants for a job answer in the application form.",
  fields: {
    title: Field.text("The question."),
    description: Field.text("Explanation given with the question."),
    prompt: Field.text("Text shown in the empty answer."),
    type: Field.word(Words.questionTypes, "How the question is answered."),
    display: Field.word(["DROPDOWN", "RADIO", "SLIDER", "FIELD"], "How the answer is asked for on the page."),
    category: Field.word(
      ["EEO", "DEMOGRAPHIC"],
      "Whether the answer is for equal opportunity or demographic reports only."
    ),
    is_required: Field.boolean("Whether an application without an answer is refused."),
    position: Field.integer("Place in the order of questions; lower comes first."),
    options: Field.list(Option, "Answers to choose from, in their order."),
    maximum_length: Field.integer("Longest text accepted.", { unit: "characters" }),
    minimum: Field.number("Smallest number accepted."),
    maximum: Field.number("Largest number accepted."),
    accepted_content_types: Field.list(Schema.String, "Media types of files accepted."),
    maximum_file_size: Field.integer("Largest file accepted.", { unit: "bytes" }),
    job_id: Field.reference("job", "The job whose applicants are asked; null when several jobs share the question."),
    precondition_question_id: Field.reference(
      "screening_question",
      "The question whose answer decides whether this one is asked."
    ),
    precondition_answers: Field.list(Schema.String, "Answers to that question with which this one is asked.")
  }
})
