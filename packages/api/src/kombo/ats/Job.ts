/** Jobs, with their stages, questions, advertisements and teams. */
import { Department } from "@crosswalk/core/ats/Department"
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import type { Identify } from "@crosswalk/core/Id"
import * as Relation from "@crosswalk/core/Relation"
import type { employmentTypes, jobVisibilities, payPeriods } from "@crosswalk/core/Words"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Linked from "../../Linked.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Entry from "./Entry.ts"
import * as HiringTeam from "./HiringTeam.ts"
import * as Question from "./ScreeningQuestion.ts"

type Record = RecordOf<"job">
type Our<Field extends "status" | "workplace"> = NonNullable<NonNullable<Record[Field]>["value"]>

/** Whether the job can be applied for. */
export const status = {
  OPEN: "OPEN",
  CLOSED: "CLOSED",
  DRAFT: "DRAFT",
  ARCHIVED: "ARCHIVED",
  PENDING: null
} as const satisfies Word.Table<Our<"status">, string>

/** Kinds of employment offered. */
export const employmentType = {
  FULL_TIME: "FULL_TIME",
  PART_TIME: "PART_TIME",
  CONTRACTOR: "CONTRACT",
  SEASONAL: "SEASONAL",
  INTERN: "INTERNSHIP",
  FREELANCE: null,
  WORKING_STUDENT: null,
  APPRENTICE: null,
  TRAINEE: null,
  CONSULTANT: null,
  VOLUNTEER: null,
  CASUAL: null,
  REGULAR: null,
  FURLOUGHED: null,
  TERMINATED: null,
  OTHER: null
} as const satisfies Word.Table<(typeof employmentTypes)[number], string>

/** Who can find the job. */
export const visibility = {
  PUBLIC: "PUBLIC",
  INTERNAL: "INTERNAL",
  UNLISTED: "UNLISTED",
  CONFIDENTIAL: "CONFIDENTIAL"
} as const satisfies Word.Table<(typeof jobVisibilities)[number], string>

const postingVisibility = { ...visibility, CONFIDENTIAL: null } as const
const postingStatus = { ACTIVE: "ACTIVE", INACTIVE: "INACTIVE", DRAFT: "DRAFT" } as const

const remoteWork = {
  ON_SITE: "ON_SITE",
  HYBRID: "HYBRID",
  REMOTE: "REMOTE",
  TEMPORARY: "TEMPORARY"
} as const satisfies Word.Table<Our<"workplace">, string>

const salaryPeriod = {
  HOUR: "HOUR",
  DAY: "DAY",
  WEEK: "WEEK",
  TWO_WEEKS: "TWO_WEEKS",
  MONTH: "MONTH",
  YEAR: "YEAR",
  FOUR_WEEKS: null,
  HALF_MONTH: null,
  TWO_MONTHS: null,
  QUARTER: null,
  HALF_YEAR: null,
  ONE_TIME: null
} as const satisfies Word.Table<(typeof payPeriods)[number], string>

const Posting = Schema.Struct({
  id: Shape.id("Our id of the advertisement."),
  remote_id: Shape.text("The vendor's id of the advertisement."),
  title: Shape.text("Title of the advertisement."),
  description_html: Shape.text("Text of the advertisement, as HTML where the vendor gives HTML."),
  status: Shape.closed(["ACTIVE", "INACTIVE", "DRAFT"], "Whether the advertisement can be found."),
  visibility: Shape.closed(["PUBLIC", "INTERNAL", "UNLISTED"], "Who can find it."),
  url: Shape.text("Page of the advertisement.")
})

const postings = (job: Record, identify: Identify): ReadonlyArray<typeof Posting.Type> =>
  (job.postings ?? []).map((posting, at) => ({
    id: Form.id(identify("job_posting", posting.remote_id ?? `${job.remote_id}/${posting.url ?? at}`)),
    remote_id: posting.remote_id,
    title: posting.title,
    description_html: posting.description,
    status: Word.closed(postingStatus, posting.status),
    visibility: Word.closed(postingVisibility, posting.visibility),
    url: posting.url
  }))

/** Basic pay; a bonus or shares are no salary. */
const salary = ({ pay_ranges }: Record) =>
  pay_ranges?.find(({ type }) => type?.value === "SALARY") ?? pay_ranges?.find(({ type }) => type === null)

const shape = Row.shape({
  name: Shape.text("Title of the job."),
  job_code: Shape.text("The customer's own number of the job or its requisition."),
  description: Shape.text("What the job is about, as HTML where the vendor gives HTML."),
  confidential: Shape.boolean("Whether only some users may see the job."),
  weekly_hours: Shape.number("Working time per week, in hours."),
  employment_type: Shape.open(
    ["FULL_TIME", "PART_TIME", "CONTRACT", "SEASONAL", "INTERNSHIP"],
    "Which kind of employment is offered."
  ),
  status: Shape.open(["OPEN", "CLOSED", "DRAFT", "ARCHIVED"], "Whether the job can be applied for."),
  visibility: Shape.open(["PUBLIC", "INTERNAL", "UNLISTED", "CONFIDENTIAL"], "Who can find the job."),
  category: Shape.text("Field of work, in the vendor's words."),
  department: Shape.text("Unit that the job belongs to, by name; the first of several."),
  post_url: Shape.text("Page where the job can be read or applied for; the first of several."),
  experience_level: Shape.text("Experience asked for, in the vendor's words."),
  remote_work_status: Shape.open(["REMOTE", "HYBRID", "TEMPORARY", "ON_SITE"], "Where the work can be done."),
  salary_amount: Shape.number("What the job pays in each period."),
  salary_amount_from: Shape.number("The least that the job pays in each period."),
  salary_amount_to: Shape.number("The most that the job pays in each period."),
  salary_currency: Shape.text("Currency: ISO 4217 code, or the vendor's text."),
  salary_period: Shape.open(
    ["YEAR", "MONTH", "TWO_WEEKS", "WEEK", "DAY", "HOUR"],
    "The span of time that the amounts are for."
  ),
  location: Shape.maybe(Form.PostalAddress, "Where the work is done; the first of several."),
  ...Row.custom,
  remote_url: Shape.text("Page of the job in the vendor's application."),
  opened_at: Shape.instant("When the job was opened for applications."),
  closed_at: Shape.instant("When the job was closed."),
  ...Row.remoteTimes,
  contact_id: Shape.reference("The user answerable for the job."),
  stages: Shape.list(Entry.StageOf, "Stages that applications for the job pass."),
  screening_questions: Shape.list(Question.ScreeningQuestion, "Questions that applicants are asked."),
  job_postings: Shape.list(Posting, "Advertisements of the job."),
  hiring_team: Shape.list(HiringTeam.Member, "Who hires for the job.")
})

/** A job. */
export const job = Row.projection(Job, shape, {
  loads: [
    Relation.to(Job, "department_ids", Department),
    Relation.to(Job, "stage_ids", JobInterviewStage),
    Relation.of(Job, JobInterviewStage, "job_id"),
    Relation.to(Job, "screening_question_ids", ScreeningQuestion),
    Relation.of(Job, ScreeningQuestion, "job_id"),
    ...HiringTeam.loads
  ],
  fields: {
    ...Row.rules,
    ...Row.remoteTimeRules,
    ...Row.customRules("ats_jobs"),
    name: ({ name }) => name,
    job_code: ({ code }) => code,
    description: ({ description }) => description,
    confidential: ({ is_confidential }) => is_confidential,
    weekly_hours: ({ weekly_hours }) => weekly_hours,
    employment_type: ({ employment_type }) => Word.open(employmentType, employment_type),
    status: (job) => Word.open(status, job.status),
    visibility: (job) => Word.open(visibility, job.visibility),
    category: ({ category }) => category,
    department: ({ department_ids }, related) => related.all("department", department_ids)[0]?.name ?? null,
    post_url: ({ urls }) => urls?.[0]?.value ?? null,
    experience_level: ({ experience_level }) => experience_level,
    remote_work_status: ({ workplace }) => Word.open(remoteWork, workplace),
    salary_amount: (job) => salary(job)?.amount ?? null,
    salary_amount_from: (job) => salary(job)?.minimum ?? null,
    salary_amount_to: (job) => salary(job)?.maximum ?? null,
    salary_currency: (job) => salary(job)?.currency ?? null,
    salary_period: (job) => Word.open(salaryPeriod, salary(job)?.period),
    location: ({ locations }) => Form.address(locations?.[0]),
    remote_url: ({ web_url }) => web_url,
    opened_at: ({ opened_at }) => Form.instant(opened_at),
    closed_at: ({ closed_at }) => Form.instant(closed_at),
    contact_id: ({ user_id }) => Form.reference(user_id),
    stages: ({ id, stage_ids }, related) =>
      Linked.both(related, "job_interview_stage", stage_ids, "job_id", id).map(Entry.stageOf),
    screening_questions: ({ id, screening_question_ids }, related) => {
      const all = Linked.both(related, "screening_question", screening_question_ids, "job_id", id)
      return all.map((one) => Question.screeningQuestion(one, all, related.identify))
    },
    job_postings: (job, { identify }) => postings(job, identify),
    hiring_team: HiringTeam.hiringTeam
  }
})
