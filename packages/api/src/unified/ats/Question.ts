/** Questions that applicants are asked, and what they answered. */
import type { questionTypes } from "@crosswalk/core/Words"
import type { Identify } from "@crosswalk/core/Id"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"

const kinds = [
  "TEXT",
  "NUMBER",
  "DATE",
  "BOOLEAN",
  "MULTIPLE_CHOICE",
  "FILE",
  "TEXTAREA",
  "MULTIPLE_SELECT",
  "UNIVERSITY",
  "YES_NO",
  "CURRENCY",
  "URL"
] as const

const types = {
  SINGLE_LINE_TEXT: "TEXT",
  MULTI_LINE_TEXT: "TEXTAREA",
  EMAIL: "TEXT",
  URL: "URL",
  NUMBER: "NUMBER",
  CURRENCY: "CURRENCY",
  DATE: "DATE",
  BOOLEAN: "BOOLEAN",
  SINGLE_SELECT: "MULTIPLE_CHOICE",
  MULTI_SELECT: "MULTIPLE_SELECT",
  FILE: "FILE",
  UNIVERSITY: "UNIVERSITY",
  INFORMATION: null
} as const satisfies Word.Table<(typeof questionTypes)[number], (typeof kinds)[number]>

/** A question of a job. */
export const Question = Schema.Struct({
  id: Optional.text("The vendor's id of the question."),
  question: Schema.String.annotate({ description: "The question." }),
  description: Optional.text("Explanation given with the question."),
  prompt: Optional.text("Text shown in the empty answer."),
  type: Schema.Union([Schema.Literals(kinds), Schema.String]).annotate({
    description: "How the question is answered; the vendor's own word where none of the usual means the same."
  }),
  required: Optional.boolean("Whether an application without an answer is refused."),
  options: Optional.texts("Answers to choose from.")
}).annotate({ identifier: "QuestionOfJob" })

/** A question as it is served; none where the vendor tells no text of it, or not how it is answered. */
export const question = ({
  description,
  is_required,
  options,
  prompt,
  remote_id,
  title,
  type
}: RecordOf<"screening_question">) => {
  const kind = Word.open(types, type)
  if (title === null || kind === null) return []
  const names = options?.map(({ name }) => name) ?? null
  return [{ id: remote_id, question: title, description, prompt, type: kind, required: is_required, options: names }]
}

/** What was answered to one question. */
export const Answer = Schema.Struct({
  question_id: Schema.String.annotate({
    description: "The vendor's id of the question; one of ours where it has none."
  }),
  question: Optional.text("The question."),
  answers: Schema.Array(Schema.String).annotate({
    description: "The answer: several texts for several choices, none where nothing was answered."
  })
}).annotate({ identifier: "AnswerOfApplication" })

type Given = NonNullable<RecordOf<"application">["screening_answers"]>[number]

const texts = ({ boolean, choices, date, number, raw, text }: Given): ReadonlyArray<string> => {
  const one = text ?? boolean ?? number ?? date ?? raw
  return choices ?? (one === null ? [] : [String(one)])
}

/** An answer as it is served. */
export const answer = (given: Given, identify: Identify) => ({
  question_id: given.question_remote_id ?? identify("screening_question", given.title ?? ""),
  question: given.title,
  answers: texts(given)
})
