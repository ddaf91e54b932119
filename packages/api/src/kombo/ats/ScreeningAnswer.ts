/** What applicants answered: a shape for each kind of question. */
import type { questionTypes } from "@crosswalk/core/Words"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"

const kind = <const Type extends string, Answer extends Schema.Struct.Fields>(type: Type, answer: Answer) =>
  Schema.Struct({
    answer: Schema.Struct(answer),
    question: Schema.Struct({
      remote_id: Shape.text("The vendor's id of the question."),
      title: Shape.required("The question; empty when the vendor does not give it."),
      type: Schema.Literal(type)
    })
  })

/** An answer with its question. */
export const ScreeningAnswer = Schema.Union([
  kind("TEXT", { content: Shape.text("The text.") }),
  kind("SINGLE_SELECT", { choice: Shape.text("Name of the option.") }),
  kind("MULTI_SELECT", { choices: Shape.list(Schema.String, "Names of the options.") }),
  kind("BOOLEAN", { checked: Shape.boolean("Yes or no.") }),
  kind("NUMBER", { number: Shape.number("The number.") }),
  kind("DATE", { date: Shape.instant("Midnight of the day.") }),
  kind("UNKNOWN", { raw: Schema.Unknown.annotate({ description: "The answer as it came." }) })
])

const kinds = {
  SINGLE_LINE_TEXT: "TEXT",
  MULTI_LINE_TEXT: "TEXT",
  EMAIL: "TEXT",
  URL: "TEXT",
  UNIVERSITY: "TEXT",
  NUMBER: "NUMBER",
  CURRENCY: "NUMBER",
  DATE: "DATE",
  BOOLEAN: "BOOLEAN",
  SINGLE_SELECT: "SINGLE_SELECT",
  MULTI_SELECT: "MULTI_SELECT",
  FILE: null,
  INFORMATION: null
} as const satisfies Word.Table<(typeof questionTypes)[number], (typeof ScreeningAnswer.Type)["question"]["type"]>

type Answer = NonNullable<RecordOf<"application">["screening_answers"]>[number]

/** Whatever the vendor gave, in the order of how plain it is. */
const anything = ({ boolean, choices, date, number, raw, text }: Answer) =>
  text ?? choices ?? boolean ?? number ?? date ?? raw

/** An answer as it is served; one whose value does not fit its question's kind is served as it came. */
export const screeningAnswer = (answer: Answer): typeof ScreeningAnswer.Type => {
  const question = { remote_id: answer.question_remote_id, title: answer.title ?? "" }
  const came = anything(answer)
  const fits = (value: unknown) => value !== null || came === null
  switch (Word.closed(kinds, answer.type)) {
    case "TEXT":
      if (!fits(answer.text)) break
      return { answer: { content: answer.text }, question: { ...question, type: "TEXT" } }
    case "SINGLE_SELECT":
      if (!fits(answer.choices) || (answer.choices?.length ?? 0) > 1) break
      return { answer: { choice: answer.choices?.[0] ?? null }, question: { ...question, type: "SINGLE_SELECT" } }
    case "MULTI_SELECT":
      if (!fits(answer.choices)) break
      return { answer: { choices: answer.choices ?? [] }, question: { ...question, type: "MULTI_SELECT" } }
    case "BOOLEAN":
      if (!fits(answer.boolean)) break
      return { answer: { checked: answer.boolean }, question: { ...question, type: "BOOLEAN" } }
    case "NUMBER":
      if (!fits(answer.number)) break
      return { answer: { number: answer.number }, question: { ...question, type: "NUMBER" } }
    case "DATE":
      if (!fits(answer.date)) break
      return { answer: { date: Form.midnight(answer.date) }, question: { ...question, type: "DATE" } }
  }
  return { answer: { raw: came }, question: { ...question, type: "UNKNOWN" } }
}
