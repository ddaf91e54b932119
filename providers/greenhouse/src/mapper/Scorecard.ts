/** Scorecard ← scorecard, with its application, the interview that it came of, and the answers to its questions. */
import { Scorecard } from "@crosswalk/core/ats/Scorecard"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import {
  applications,
  interviewers,
  scorecardQuestionAnswers,
  scorecardQuestions,
  scorecards
} from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { Scorecard as Remote, ScorecardQuestion, ScorecardQuestionAnswer } from "../wire/Interview.ts"
import { joinedEntry } from "./Entry.ts"

const recommendation = vocabulary({
  definitely_not: "DEFINITELY_NO",
  no: "NO",
  no_decision: "NO_DECISION",
  yes: "YES",
  strong_yes: "STRONG_YES"
})

const answerText = ({ answer, boolean_value }: ScorecardQuestionAnswer): string | null => {
  const text = Wire.text(answer)
  if (text !== null || boolean_value === null || boolean_value === undefined) return text
  return boolean_value ? "yes" : "no"
}

interface Form {
  readonly answers: ReadonlyArray<ScorecardQuestionAnswer> | null
  readonly questions: ReadonlyArray<ScorecardQuestion> | null
}

/** Answers in the order of their questions. */
const answers = ({ answers, questions }: Form) => {
  const byId = new Map(questions?.map((question) => [Wire.id(question.id), question]))
  const questionOf = (answer: ScorecardQuestionAnswer) => byId.get(Wire.id(answer.scorecard_question_id))
  const place = (answer: ScorecardQuestionAnswer) =>
    Wire.number(questionOf(answer)?.sort_order) ?? Number.POSITIVE_INFINITY
  return Wire.list(
    answers?.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0)),
    (answer) => ({
      question_remote_id: Wire.id(answer.scorecard_question_id),
      question: Wire.text(questionOf(answer)?.question),
      description: null,
      answer: answerText(answer)
    })
  )
}

export const scorecard = Mapper.make(
  Scorecard,
  Source.one(scorecards, {
    application: Source.lookup(applications, ({ application_id }: Remote) => [application_id]),
    panel: Source.referring(interviewers, ({ scorecard_id }) => scorecard_id),
    answers: Source.referring(scorecardQuestionAnswers, ({ scorecard_id }) => scorecard_id),
    questions: Source.through("answers", scorecardQuestions, ({ scorecard_question_id }: ScorecardQuestionAnswer) => [
      scorecard_question_id
    ])
  }),
  {
    docs: page("scorecards"),
    fields: {
      ...joinedEntry,
      custom_fields: absent("scorecards have none"),
      recommendation: ({ remote }) => recommendation(remote.candidate_rating),
      // Not the private notes, which are for few eyes.
      comment: ({ remote }) => Wire.text(remote.notes),
      answers: derived("in the order of the questions; true and false as yes and no", answers),
      submitted_at: ({ remote }) => Wire.instant(remote.submitted_at),
      application_id: ({ remote }) => Wire.id(remote.application_id),
      candidate_id: derived("the candidate of its application", ({ application }) =>
        Wire.id(application?.[0]?.candidate_id)
      ),
      job_id: derived("the job of its application", ({ application }) => Wire.id(application?.[0]?.job_id)),
      interview_id: derived("the interview whose interviewer handed it in", ({ panel }) =>
        Wire.id(panel?.[0]?.interview_id)
      ),
      interviewer_id: ({ remote }) => Wire.id(remote.interviewer_id)
    }
  }
)
