/** Questions that applicants for a job answer, with how they are answered. */
import type { Identify } from "@crosswalk/core/Id"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Shape from "../../Shape.ts"

const Option = Schema.Struct({
  id: Shape.id("Our id of the option."),
  remote_id: Shape.text("The vendor's id of the option."),
  name: Shape.required("The answer.")
})
const options = Shape.list(Option, "Answers to choose from, in their order.")

const Format = Schema.Union([
  Schema.Struct({
    display_type: Shape.closed(["SINGLE_LINE", "MULTI_LINE", "EMAIL", "URL"], "Kind of text."),
    max_length: Shape.integer("Longest text accepted, in characters."),
    type: Schema.Literal("TEXT")
  }),
  Schema.Struct({
    display_type: Shape.closed(["SLIDER", "FIELD"], "How the number is asked for."),
    max: Shape.number("Largest number accepted."),
    min: Shape.number("Smallest number accepted."),
    type: Schema.Literal("NUMBER")
  }),
  Schema.Struct({
    accepted_mime_types: Shape.maybeList(Schema.String, "Media types of files accepted."),
    max_file_size_bytes: Shape.integer("Largest file accepted, in bytes."),
    type: Schema.Literal("FILE")
  }),
  Schema.Struct({
    display_type: Shape.closed(["DROPDOWN", "RADIO"], "How the options are shown."),
    options,
    type: Schema.Literal("SINGLE_SELECT")
  }),
  Schema.Struct({ type: Schema.Literal("BOOLEAN") }),
  Schema.Struct({ type: Schema.Literal("DATE") }),
  Schema.Struct({ options, type: Schema.Literal("MULTI_SELECT") }),
  Schema.Struct({ type: Schema.Literal("INFORMATION") }),
  Schema.Struct({
    raw_question: Shape.text("The vendor's word for how the question is answered."),
    type: Schema.Literal("UNKNOWN")
  })
])

type Question = RecordOf<"screening_question">

const optionId = (question: Question, option: NonNullable<Question["options"]>[number], identify: Identify): string =>
  Form.id(identify("screening_question_option", `${question.remote_id}/${option.remote_id ?? option.name}`))

const optionsOf = (question: Question, identify: Identify): ReadonlyArray<typeof Option.Type> =>
  (question.options ?? []).map((option) => ({ id: optionId(question, option, identify), ...option }))

const texts = { SINGLE_LINE_TEXT: "SINGLE_LINE", MULTI_LINE_TEXT: "MULTI_LINE", EMAIL: "EMAIL", URL: "URL" } as const
const numbers = { SLIDER: "SLIDER", FIELD: "FIELD", DROPDOWN: null, RADIO: null } as const
const choices = { DROPDOWN: "DROPDOWN", RADIO: "RADIO", SLIDER: null, FIELD: null } as const

const format = (question: Question, identify: Identify): typeof Format.Type | null => {
  const display = question.display?.value ?? null
  const type = question.type?.value ?? null
  switch (type) {
    case "SINGLE_LINE_TEXT":
    case "MULTI_LINE_TEXT":
    case "EMAIL":
    case "URL":
      return { display_type: texts[type], max_length: question.maximum_length, type: "TEXT" }
    case "NUMBER":
    case "CURRENCY": {
      const display_type = display === null ? null : numbers[display]
      return { display_type, max: question.maximum, min: question.minimum, type: "NUMBER" }
    }
    case "FILE": {
      const { accepted_content_types, maximum_file_size } = question
      return { accepted_mime_types: accepted_content_types, max_file_size_bytes: maximum_file_size, type: "FILE" }
    }
    case "SINGLE_SELECT": {
      const display_type = display === null ? null : choices[display]
      return { display_type, options: optionsOf(question, identify), type: "SINGLE_SELECT" }
    }
    case "MULTI_SELECT":
      return { options: optionsOf(question, identify), type: "MULTI_SELECT" }
    case "BOOLEAN":
    case "DATE":
    case "INFORMATION":
      return { type }
    case "UNIVERSITY":
    case null:
      return question.type === null ? null : { raw_question: question.type.remote, type: "UNKNOWN" }
  }
}

/** A question of a job. */
export const ScreeningQuestion = Schema.Struct({
  id: Shape.id("Our id of the question."),
  remote_id: Shape.text("The vendor's id of the question."),
  title: Shape.text("The question."),
  description: Shape.text("Explanation given with the question."),
  format: Shape.maybe(Format, "How the question is answered."),
  category: Shape.closed(["EEO", "DEMOGRAPHIC"], "Whether the answer is for reports only."),
  index: Shape.integer("Place in the order of questions, lower first."),
  required: Shape.boolean("Whether an application without an answer is refused."),
  precondition_question_id: Shape.reference("The question whose answer decides whether this one is asked."),
  precondition_options: Schema.NullOr(
    Schema.Union([Schema.Array(Schema.String), Schema.Array(Schema.Boolean)])
  ).annotate({ description: "Answers with which this one is asked: ids of options, or yes and no." })
})

const words: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false }

/** Answers by name or the vendor's id become ids of options; what is no option of the other question stays as it is. */
const preconditions = (
  answers: ReadonlyArray<string> | null,
  asked: Question | null,
  identify: Identify
): ReadonlyArray<string> | ReadonlyArray<boolean> | null => {
  if (answers === null) return null
  if (asked?.type?.value === "BOOLEAN") {
    const flags = answers.flatMap((answer) => words[answer.toLowerCase()] ?? [])
    if (flags.length === answers.length) return flags
  }
  return answers.map((answer) => {
    const option = asked?.options?.find(({ name, remote_id }) => remote_id === answer || name === answer)
    return asked === null || option === undefined ? answer : optionId(asked, option, identify)
  })
}

/** A question as it is served among those of its job. */
export const screeningQuestion = (
  question: Question,
  siblings: ReadonlyArray<Question>,
  identify: Identify
): typeof ScreeningQuestion.Type => {
  const asked = siblings.find(({ id }) => id === question.precondition_question_id) ?? null
  return {
    id: Form.id(question.id),
    remote_id: question.remote_id,
    title: question.title,
    description: question.description,
    format: format(question, identify),
    category: question.category?.value ?? null,
    index: question.position,
    required: question.is_required,
    precondition_question_id: Form.reference(question.precondition_question_id),
    precondition_options: preconditions(question.precondition_answers, asked, identify)
  }
}
