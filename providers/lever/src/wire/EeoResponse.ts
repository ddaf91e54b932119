/** Answers to the questions for equal opportunity reports, with the person who gave them. */
import { maybe, Numeric } from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { chapter } from "./Docs.ts"

/** One applicant's answers; a question that was not answered is absent. */
export const EeoResponse = Schema.Struct({
  /** Recorded, not documented: the application's id. */
  id: maybe(Schema.String),
  applicationId: maybe(Schema.String),
  opportunityId: maybe(Schema.String),
  contact: maybe(Schema.String),
  eeoSurveyRespondedAt: maybe(Numeric.annotate({ unit: "milliseconds since 1970" })),
  gender: maybe(Schema.String),
  race: maybe(Schema.String),
  veteran: maybe(Schema.String),
  disability: maybe(Schema.String)
}).annotate({ source: chapter("eeo") })
