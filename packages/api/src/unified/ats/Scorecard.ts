/** What interviewers think of candidates. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import { Scorecard } from "@crosswalk/core/ats/Scorecard"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

const recommendations = {
  DEFINITELY_NO: "DEFINITELY_NO",
  NO: "NO",
  YES: "YES",
  STRONG_YES: "STRONG_YES",
  NO_DECISION: null
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"scorecard">["recommendation"]>>, string>

const Question = Schema.Struct({
  text: Schema.String.annotate({ description: "The question." }),
  description: Optional.text("What is meant by the question."),
  answer: Optional.text("The interviewer's answer.")
}).annotate({ identifier: "ScorecardQuestion" })

/** A scorecard. */
export const scorecard = Row.projection(
  Scorecard,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    recommendation: Optional.word(
      ["DEFINITELY_NO", "NO", "YES", "STRONG_YES"],
      "Whether the interviewer would hire the person."
    ),
    comment: Optional.text("What the interviewer wrote as a whole."),
    questions: Optional.list(Question, "The form's questions that have a text, with the answers."),
    application_id: Optional.text("The application assessed."),
    candidate_id: Optional.text("The person assessed."),
    job_id: Optional.text("The job that the person was assessed for."),
    interview_id: Optional.text("The interview that the assessment is about."),
    interviewer_id: Optional.text("The person who assessed.")
  }),
  {
    names: [
      Relation.to(Scorecard, "application_id", Application),
      Relation.to(Scorecard, "candidate_id", Candidate),
      Relation.to(Scorecard, "job_id", Job),
      Relation.to(Scorecard, "interview_id", ScheduledInterview),
      ...Reference.people(Scorecard, "interviewer_id")
    ],
    fields: {
      ...Row.rules,
      recommendation: ({ recommendation }) => Word.open(recommendations, recommendation),
      comment: ({ comment }) => comment,
      questions: ({ answers }) =>
        answers?.flatMap(({ answer, description, question }) =>
          question === null ? [] : [{ text: question, description, answer }]
        ),
      application_id: ({ application_id }, context) => Reference.one(context, "application", application_id),
      candidate_id: ({ candidate_id }, context) => Reference.one(context, "candidate", candidate_id),
      job_id: ({ job_id }, context) => Reference.one(context, "job", job_id),
      interview_id: ({ interview_id }, context) => Reference.one(context, "scheduled_interview", interview_id),
      interviewer_id: ({ interviewer_id }, context) => Reference.one(context, "employee", interviewer_id)
    }
  }
)
