/** Applications. */
import { Application } from "@crosswalk/core/ats/Application"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Row from "../Row.ts"

const shape = Row.shape("Application", {
  candidate: Row.one("The person."),
  job: Row.one("The job applied for."),
  applied_at: Shape.instant("When the person applied or was added to the job."),
  rejected_at: Shape.instant("When the application was ended without a hire."),
  source: Shape.text("Where the application came from, in the vendor's words."),
  credited_to: Row.one("Who is credited with finding or referring the person."),
  current_stage: Row.one("The stage that the application is in, or was in when it ended."),
  reject_reason: Row.one("Why the application was ended.")
})

/** An application. */
export const application = Row.projection(Application, shape, {
  fields: {
    ...Row.rules,
    candidate: ({ candidate_id }) => candidate_id,
    job: ({ job_id }) => job_id,
    applied_at: ({ applied_at }) => Time.instant(applied_at),
    rejected_at: ({ rejected_at }) => Time.instant(rejected_at),
    source: ({ source }) => source,
    credited_to: ({ credited_to_id }) => credited_to_id,
    current_stage: ({ stage_id }) => stage_id,
    reject_reason: ({ reject_reason_id }) => reject_reason_id
  }
})
