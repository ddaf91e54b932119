/** Jobs, and the stages that applications for them pass. */
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"
import * as WebAddress from "./WebAddress.ts"

const statuses = ["OPEN", "CLOSED", "DRAFT", "ARCHIVED", "PENDING", "-"] as const

/** Whether a job can be applied for. */
export const status = {
  OPEN: "OPEN",
  CLOSED: "CLOSED",
  DRAFT: "DRAFT",
  ARCHIVED: "ARCHIVED",
  PENDING: "PENDING"
} as const satisfies Word.Table<Word.Ours<RecordOf<"job">["status"]>, (typeof statuses)[number]>

const shape = Row.shape("Job", {
  name: Shape.text("Title of the job."),
  description: Shape.text("What the job is about, as HTML where the vendor gives HTML."),
  code: Shape.text("The customer's own number of the job or its requisition."),
  status: Shape.open(statuses, "Whether the job can be applied for."),
  job_posting_urls: Shape.maybeList(WebAddress.AtsUrl, "Pages where the job can be read or applied for."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  remote_updated_at: Shape.instant("When the record was last changed at the vendor."),
  confidential: Shape.boolean("Whether only some users may see the job."),
  departments: Row.many("Units that the job belongs to."),
  offices: Row.many("Offices that the job belongs to."),
  hiring_managers: Row.many("Who decides about the hire."),
  recruiters: Row.many("Who recruits for the job.")
})

/** A job. */
export const job = Row.projection(Job, shape, {
  fields: {
    ...Row.rules,
    name: ({ name }) => name,
    description: ({ description }) => description,
    code: ({ code }) => code,
    status: (job) => Word.open(status, job.status),
    job_posting_urls: ({ urls }) => WebAddress.urls(urls),
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at),
    remote_updated_at: ({ remote_updated_at }) => Time.instant(remote_updated_at),
    confidential: ({ is_confidential }) => is_confidential,
    departments: ({ department_ids }) => department_ids,
    offices: ({ office_ids }) => office_ids,
    hiring_managers: ({ hiring_manager_ids }) => hiring_manager_ids,
    recruiters: ({ recruiter_ids }) => recruiter_ids
  }
})

const stage = Row.shape("JobInterviewStage", {
  name: Shape.text("Name of the stage."),
  job: Row.one("The job whose stage it is; null when all jobs share it."),
  stage_order: Shape.integer("Place in the order of stages, lower first.")
})

/** A stage. */
export const jobInterviewStage = Row.projection(JobInterviewStage, stage, {
  fields: {
    ...Row.rules,
    name: ({ name }) => name,
    job: ({ job_id }) => job_id,
    stage_order: ({ position }) => position
  }
})
