/** Scorecard ← feedback. */
import { Scorecard } from "@crosswalk/core/ats/Scorecard"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import { feedback, opportunities } from "../LeverResources.ts"
import type { Feedback } from "../wire/Child.ts"
import { chapter } from "../wire/Docs.ts"
import type { FormField } from "../wire/Form.ts"
import { candidacy, postingOf } from "./Candidacy.ts"
import { answerText } from "./Question.ts"

// Customers reword the options; the number before the words is Lever's scale.
const scale = vocabulary({ "1": "DEFINITELY_NO", "2": "NO", "3": "YES", "4": "STRONG_YES" })

const onScale = /^([1-4]) - /

const rated = ({ value }: FormField): boolean => Predicate.isString(value) && onScale.test(value)

// A form has one `score-system` field; forms made through the API have a `score` with its options instead.
const verdict = ({ fields }: Feedback): string | null => {
  const field =
    fields?.find(({ overall }) => overall === true) ??
    fields?.find(({ type }) => type === "score-system") ??
    fields?.find((field) => field.type === "score" && rated(field))
  return Predicate.isString(field?.value) ? Wire.text(field.value) : null
}

const recommendation = (word: string | null) =>
  word === null ? null : { value: scale(onScale.exec(word)?.[1])?.value ?? null, remote: word }

const comments = ({ fields }: Feedback): string | null => {
  const texts = Wire.list(fields, (field) => (field.type === "textarea" ? answerText(field) : null)) ?? []
  return texts.length === 0 ? null : texts.join("\n\n")
}

export const scorecard = Mapper.make(Scorecard, Source.one(feedback, { opportunity: Source.parent(opportunities) }), {
  docs: chapter("feedback"),
  fields: {
    remote_id: ({ remote }) => remote.id,
    remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
    remote_updated_at: ({ remote }) => Wire.instantFromMillis(remote.updatedAt),
    custom_fields: absent("what a form asks stands in answers"),
    recommendation: derived("by the number from 1 to 4 with which the overall rating begins", ({ remote }) =>
      recommendation(verdict(remote))
    ),
    comment: derived("the form's long answers, one after another", ({ remote }) => comments(remote)),
    answers: derived("the form's fields; several values of an answer one to a line", ({ remote }) =>
      Wire.list(remote.fields, (field) => ({
        question_remote_id: Wire.text(field.id),
        question: Wire.text(field.text),
        description: Wire.text(field.description),
        answer: answerText(field)
      }))
    ),
    submitted_at: ({ remote }) => Wire.instantFromMillis(remote.completedAt),
    ...candidacy,
    job_id: derived("the posting of its opportunity's application", postingOf),
    interview_id: ({ remote }) => Wire.text(remote.interview),
    interviewer_id: ({ remote }) => Wire.text(remote.user)
  }
})
