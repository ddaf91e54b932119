/** The stages that applications pass. */
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** Their words for how far an application has come; all are ours, too. */
export const phases = {
  NEW: "NEW",
  REVIEWING: "REVIEWING",
  SCREENING: "SCREENING",
  SUBMITTED: "SUBMITTED",
  FIRST_INTERVIEW: "FIRST_INTERVIEW",
  SECOND_INTERVIEW: "SECOND_INTERVIEW",
  THIRD_INTERVIEW: "THIRD_INTERVIEW",
  BACKGROUND_CHECK: "BACKGROUND_CHECK",
  OFFERED: "OFFERED",
  ACCEPTED: "ACCEPTED",
  HIRED: "HIRED",
  REJECTED: "REJECTED",
  DECLINED: "DECLINED",
  WITHDRAWN: "WITHDRAWN"
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"job_interview_stage">["phase"]>>, string>

/** The same as a list. */
export const words = Object.values(phases)

/** A stage. */
export const status = Row.projection(
  JobInterviewStage,
  Schema.Struct({
    id: Row.id,
    status: Optional.word(words, "How far an application in the stage has come."),
    original_status: Optional.text("The stage by the customer's name."),
    description: Optional.text("What happens in the stage."),
    job_id: Optional.text("The job whose stage it is; not there when all jobs share it.")
  }),
  {
    names: [Relation.to(JobInterviewStage, "job_id", Job)],
    fields: {
      id: Row.rules.id,
      status: ({ phase }) => Word.open(phases, phase),
      original_status: ({ name }) => name,
      description: ({ description }) => description,
      job_id: ({ job_id }, context) => Reference.one(context, "job", job_id)
    }
  }
)
