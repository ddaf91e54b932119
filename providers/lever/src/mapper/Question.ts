/** Questions of a form and what was answered, by the type of the field. */
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import type { Answered, FormField } from "../wire/Form.ts"

/** How a field is answered. */
export const questionType = vocabulary({
  text: "SINGLE_LINE_TEXT",
  textarea: "MULTI_LINE_TEXT",
  note: "MULTI_LINE_TEXT",
  dropdown: "SINGLE_SELECT",
  "multiple-choice": "SINGLE_SELECT",
  "multiple-select": "MULTI_SELECT",
  "yes-no": "BOOLEAN",
  date: "DATE",
  currency: "CURRENCY",
  "file-upload": "FILE",
  university: "UNIVERSITY"
})

const yesNo = new Map([
  ["yes", true],
  ["no", false]
])

const isTexts = (value: unknown): value is ReadonlyArray<string> =>
  Array.isArray(value) && value.every(Predicate.isString)

const isNumeric = (value: unknown): value is string | number => Predicate.isString(value) || Predicate.isNumber(value)

/** A JSON value as JSON text. */
const json = (value: unknown): string | null => JSON.stringify(value) ?? null

const nothing = { text: null, choices: null, boolean: null, number: null, date: null, raw: null }

/** The answer in the form that fits the field's type; as JSON text where none fits. */
const valueOf = ({ type, value }: Answered) => {
  if (value === null || value === undefined || value === "") return nothing
  if (type === "multiple-select" && isTexts(value)) return { ...nothing, choices: value }
  if ((type === "dropdown" || type === "multiple-choice") && Predicate.isString(value))
    return { ...nothing, choices: [value] }
  if (type === "yes-no" && Predicate.isString(value) && yesNo.has(value))
    return { ...nothing, boolean: yesNo.get(value) ?? null }
  if (type === "date" && isNumeric(value) && Wire.dateFromMillis(value) !== null)
    return { ...nothing, date: Wire.dateFromMillis(value) }
  if (type === "currency" && isNumeric(value) && Wire.number(value) !== null)
    return { ...nothing, number: Wire.number(value) }
  return Predicate.isString(value) ? { ...nothing, text: value } : { ...nothing, raw: json(value) }
}

/** A field of an application's form with the applicant's answer. */
export const answer = (field: Answered) => ({
  question_remote_id: Wire.text(field.id),
  title: Wire.text(field.text),
  type: questionType(field.type),
  ...valueOf(field)
})

/** One entry of a `scorecard`: a score, and perhaps a comment. */
const scored = (entry: unknown): string =>
  Predicate.isObject(entry)
    ? [entry["score"], entry["comment"]]
        .filter((part) => part !== null && part !== undefined && part !== "")
        .join(" - ")
    : String(entry)

/** A field's answer as text; several values one to a line, skills before their scores. */
export const answerText = ({ scores, value }: FormField): string | null => {
  if (value === null || value === undefined) return null
  if (Predicate.isString(value)) return Wire.text(value)
  if (!Array.isArray(value)) return Predicate.isObject(value) ? json(value) : String(value)
  const lines = value.flatMap((entry: unknown, index) => {
    const text = scored(entry)
    return text === "" ? [] : [[Wire.text(scores?.[index]?.text), text].filter((part) => part !== null).join(": ")]
  })
  return lines.length === 0 ? null : lines.join("\n")
}
