/** Questions that applicants answer. */
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import type { questionTypes } from "@crosswalk/core/Words"
import { Schema } from "effect"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"

const types = [
  "DATE",
  "FILE",
  "SINGLE_SELECT",
  "MULTI_SELECT",
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "NUMERIC",
  "BOOLEAN"
] as const

const type = {
  DATE: "DATE",
  FILE: "FILE",
  SINGLE_SELECT: "SINGLE_SELECT",
  MULTI_SELECT: "MULTI_SELECT",
  SINGLE_LINE_TEXT: "SINGLE_LINE_TEXT",
  MULTI_LINE_TEXT: "MULTI_LINE_TEXT",
  NUMBER: "NUMERIC",
  CURRENCY: "NUMERIC",
  BOOLEAN: "BOOLEAN",
  EMAIL: null,
  URL: null,
  UNIVERSITY: null,
  INFORMATION: null
} as const satisfies Word.Table<(typeof questionTypes)[number], (typeof types)[number]>

const Option = Schema.Struct({
  remote_id: Shape.text("The vendor's id of the answer."),
  name: Shape.required("The answer.")
})

const shape = Row.shape("ScreeningQuestion", {
  job: Row.one("The job whose applicants are asked; null when several jobs share the question."),
  description: Shape.text("Explanation given with the question."),
  title: Shape.text("The question."),
  type: Shape.open(types, "How the question is answered."),
  required: Shape.boolean("Whether an application without an answer is refused."),
  options: Shape.maybeList(Option, "Answers to choose from, in their order.")
})

/** A question. */
export const screeningQuestion = Row.projection(ScreeningQuestion, shape, {
  fields: {
    ...Row.rules,
    job: ({ job_id }) => job_id,
    description: ({ description }) => description,
    title: ({ title }) => title,
    type: (question) => Word.open(type, question.type),
    required: ({ is_required }) => is_required,
    options: ({ options }) => options
  }
})
