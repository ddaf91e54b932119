/** Positions to be filled. */
import { Department } from "@crosswalk/core/ats/Department"
import { Job } from "@crosswalk/core/ats/Job"
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Linked from "../../Linked.ts"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import { employments } from "../hris/Employee.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"
import { types as groupTypes } from "../hris/Group.ts"
import * as Pay from "./Pay.ts"
import * as Question from "./Question.ts"

const statuses = {
  OPEN: "OPEN",
  CLOSED: "CLOSED",
  DRAFT: "DRAFT",
  PENDING: "PENDING",
  ARCHIVED: "ARCHIVED"
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"job">["status"]>>, string>

const GroupOf = Schema.Struct({
  id: Row.id,
  name: Optional.text("Name of the unit."),
  type: Optional.word(groupTypes, "Which kind of unit it is.")
}).annotate({ identifier: "GroupOfJob" })

const Person = Schema.Struct({ id: Row.id, name: Optional.text("Full name.") }).annotate({ identifier: "PersonOfJob" })

const Opening = Schema.Struct({
  application_id: Optional.text("The application that filled the place."),
  close_reason: Optional.text("Why the place was closed."),
  closed_at: Optional.instant("When the place was closed."),
  opened_at: Optional.instant("When the place was opened."),
  status: Optional.word(["OPEN", "CLOSED"], "Whether the place is to be filled.")
}).annotate({ identifier: "Opening" })

const Posting = Schema.Struct({
  id: Row.id,
  ...Row.times,
  name: Optional.text("Title of the advertisement."),
  description: Optional.text("Text of the advertisement."),
  address: Optional.struct(PostalAddress.PostalAddress, "Where the work is done."),
  location: Optional.text("The same in one line."),
  is_active: Optional.boolean("Whether the advertisement is shown."),
  posting_url: Optional.text("Page of the advertisement.")
}).annotate({ identifier: "Posting" })

type Record = RecordOf<"job">

const posting = (one: NonNullable<Record["postings"]>[number]) => ({
  id: one.remote_id,
  created_at: Time.instant(one.created_at),
  updated_at: Time.instant(one.updated_at),
  name: one.title,
  description: one.description,
  address: PostalAddress.of(one.location),
  location: PostalAddress.line(one.location),
  is_active: one.status === null || one.status.value === null ? null : one.status.value === "ACTIVE",
  posting_url: one.url
})

const opening = (one: NonNullable<Record["openings"]>[number]) => ({
  application_id: one.application_remote_id,
  close_reason: one.close_reason,
  closed_at: Time.instant(one.closed_at),
  opened_at: Time.instant(one.opened_at),
  status: Word.open({ OPEN: "OPEN", CLOSED: "CLOSED" }, one.status)
})

/** A job. */
export const job = Row.projection(
  Job,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Title of the job."),
    description: Optional.text("What the job is about."),
    summary: Optional.text("A short form of the description."),
    status: Optional.word(Object.values(statuses), "Whether the job can be applied for."),
    employment_type: Optional.word(employments, "Which kind of employment is offered."),
    remote: Optional.boolean("Whether the work is done from anywhere."),
    industry: Optional.text("Industry, in the vendor's words."),
    minimum_degree: Optional.text("Degree that applicants need at least."),
    minimum_experience_years: Optional.number("Experience that applicants need at least, in years."),
    skills: Optional.texts("Skills asked for."),
    language_locale: Optional.text("Language of the description."),
    compensation: Optional.list(Pay.PayLimits, "What the job pays."),
    addresses: Optional.list(PostalAddress.PostalAddress, "Where the work is done."),
    groups: Optional.list(GroupOf, "Units that the job belongs to."),
    number_of_openings: Optional.number("How many people are to be hired."),
    openings: Optional.list(Opening, "The single places to be filled."),
    postings: Optional.list(Posting, "Advertisements of the job."),
    public_job_urls: Optional.texts("Pages where the job can be read or applied for."),
    questions: Optional.list(Question.Question, "Questions that applicants are asked, as far as they can be told."),
    closed_at: Optional.instant("When the job was closed."),
    user_id: Optional.text("The person answerable for the job."),
    hiring_manager_ids: Optional.texts("Who decides about the hire."),
    hiring_managers: Optional.list(Person, "The same with their names."),
    recruiter_ids: Optional.texts("Who recruits for the job."),
    ...Metadata.metadata
  }),
  {
    loads: [
      Relation.to(Job, "department_ids", Department),
      Relation.to(Job, "screening_question_ids", ScreeningQuestion),
      Relation.of(Job, ScreeningQuestion, "job_id"),
      ...Reference.people(Job, "hiring_manager_ids")
    ],
    names: [
      ...Reference.people(Job, "user_id"),
      ...Reference.people(Job, "hiring_manager_ids"),
      ...Reference.people(Job, "recruiter_ids")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      description: ({ description }) => description,
      summary: ({ summary }) => summary,
      status: ({ status }) => Word.open(statuses, status),
      employment_type: ({ employment_type }) => Word.open(Words.employmentType, employment_type),
      // Work that is remote in part or for a time is neither remote nor not.
      remote: ({ workplace }) => (workplace?.value === "REMOTE" ? true : workplace?.value === "ON_SITE" ? false : null),
      industry: ({ industry }) => industry,
      minimum_degree: ({ minimum_degree }) => minimum_degree,
      minimum_experience_years: ({ minimum_experience }) => minimum_experience,
      skills: ({ skills }) => skills,
      language_locale: ({ language }) => language,
      compensation: ({ pay_ranges }) => pay_ranges?.map(Pay.limits),
      addresses: ({ locations }) => locations?.map(PostalAddress.of),
      groups: ({ department_ids }, { all }) =>
        department_ids === null
          ? null
          : all("department", department_ids).map(({ name, remote_id, type }) => ({
              id: remote_id,
              name,
              type: Word.open(Words.groupType, type)
            })),
      number_of_openings: ({ opening_count }) => opening_count,
      openings: ({ openings }) => openings?.map(opening),
      postings: ({ postings }) => postings?.map(posting),
      public_job_urls: ({ urls }) => Reach.links(urls),
      questions: ({ id, screening_question_ids }, related) => {
        const all = Linked.both(related, "screening_question", screening_question_ids, "job_id", id)
        return all.length === 0 ? null : all.flatMap(Question.question)
      },
      closed_at: ({ closed_at }) => Time.instant(closed_at),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id),
      hiring_manager_ids: ({ hiring_manager_ids }, context) => Reference.many(context, "employee", hiring_manager_ids),
      hiring_managers: ({ hiring_manager_ids }, { one }) => {
        const people = hiring_manager_ids?.flatMap((id) => one("employee", id) ?? one("user", id) ?? []) ?? []
        return people.length === 0 ? null : people.map(({ name, remote_id }) => ({ id: remote_id, name }))
      },
      recruiter_ids: ({ recruiter_ids }, context) => Reference.many(context, "employee", recruiter_ids)
    }
  }
)
