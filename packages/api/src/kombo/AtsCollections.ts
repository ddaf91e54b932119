/** The lists of recruiting systems. */
import { Application } from "@crosswalk/core/ats/Application"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Department } from "@crosswalk/core/ats/Department"
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { Offer } from "@crosswalk/core/ats/Offer"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import * as Filter from "@crosswalk/core/Filter"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import * as Projections from "./ats/Application.ts"
import * as Attachments from "./ats/Attachment.ts"
import { candidate } from "./ats/Candidate.ts"
import * as Entry from "./ats/Entry.ts"
import { interview } from "./ats/Interview.ts"
import * as Jobs from "./ats/Job.ts"
import { offer } from "./ats/Offer.ts"
import * as Outcome from "./ats/Outcome.ts"
import * as Users from "./ats/User.ts"
import * as Filters from "./Filters.ts"

const ats = "ats"
const hasItems = false

const inJobs = (ids: ReadonlyArray<string>) => Filter.oneOf(["job_id"], ids)

const stages = Collection.make({
  category: ats,
  path: "application-stages",
  projections: [Entry.applicationStage],
  description: "Stages that applications pass.",
  hasItems
})

const applications = Collection.make({
  category: ats,
  path: "applications",
  projections: [Projections.application],
  description: "Applications, each one person's for one job.",
  filters: {
    outcomes: Filters.enumeration(
      ["status", "value"],
      Outcome.outcome,
      Outcome.outcomes,
      "Applications that stand so."
    ),
    job_ids: Filters.ids(["job_id"], "Applications for one of these jobs."),
    job_remote_ids: {
      ...Filters.texts([], "Applications for one of these jobs, by the vendor's ids."),
      filter: (values) =>
        Filters.yes(Filter.related([Relation.to(Application, "job_id", Job)], Filter.remoteIds(values)))
    },
    current_stage_ids: Filters.ids(["stage_id"], "Applications in one of these stages."),
    remote_created_after: Filters.createdSince
  },
  modifiedThrough: [
    [Relation.to(Application, "candidate_id", Candidate)],
    [Relation.to(Application, "stage_id", JobInterviewStage)],
    [Relation.to(Application, "job_id", Job)],
    [Relation.to(Application, "interview_ids", ScheduledInterview)],
    [Relation.of(Application, ScheduledInterview, "application_id")],
    [Relation.to(Application, "offer_ids", Offer)],
    [Relation.of(Application, Offer, "application_id")],
    // The reason's name is part of the record here.
    [Relation.to(Application, "reject_reason_id", RejectReason)]
  ],
  hasItems
})

const ofCandidate = Relation.of(Candidate, Application, "candidate_id")

const candidates = Collection.make({
  category: ats,
  path: "candidates",
  projections: [candidate],
  description: "Candidates, with their applications.",
  filters: {
    email: Filters.one(["emails", "value"], "Candidates with this address, whatever its case.", { fold: true }),
    first_name: Filters.one(["first_name"], "Candidates of this given name, whatever its case.", { fold: true }),
    last_name: Filters.one(["last_name"], "Candidates of this family name, whatever its case.", { fold: true }),
    job_ids: Filters.ids(["job_ids"], "Candidates who applied for one of these jobs.", (ids) => [
      Filter.related([ofCandidate], inJobs(ids)),
      Filter.related([Relation.to(Candidate, "application_ids", Application)], inJobs(ids))
    ])
  },
  // Tags are held by the candidate's own record.
  modifiedThrough: [[ofCandidate], [Relation.to(Candidate, "application_ids", Application)]],
  hasItems
})

const interviews = Collection.make({
  category: ats,
  path: "interviews",
  projections: [interview],
  description: "Interviews, planned or held.",
  filters: {
    job_ids: Filters.ids(["job_id"], "Interviews of applications for one of these jobs.", (ids) => [
      Filter.related([Relation.to(ScheduledInterview, "application_id", Application)], inJobs(ids))
    ])
  },
  modifiedThrough: [[Relation.to(ScheduledInterview, "application_id", Application)]],
  hasItems
})

const jobStatuses = ["OPEN", "CLOSED", "DRAFT", "ARCHIVED"] as const

const jobs = Collection.make({
  category: ats,
  path: "jobs",
  projections: [Jobs.job],
  description: "Jobs, with their stages, questions, advertisements and hiring teams.",
  filters: {
    statuses: Filters.enumeration(["status", "value"], Jobs.status, jobStatuses, "Jobs that stand so."),
    status: Filters.enumeration(["status", "value"], Jobs.status, jobStatuses, "Deprecated: one of `statuses`.", {
      form: "one"
    }),
    employment_types: Filters.enumeration(
      ["employment_type", "value"],
      Jobs.employmentType,
      ["FULL_TIME", "PART_TIME", "CONTRACT", "SEASONAL", "INTERNSHIP"],
      "Jobs with employment of one of these kinds."
    ),
    visibilities: Filters.enumeration(
      ["visibility", "value"],
      Jobs.visibility,
      ["PUBLIC", "INTERNAL", "UNLISTED", "CONFIDENTIAL"],
      "Jobs that can be found so."
    ),
    job_codes: Filters.texts(["code"], "Jobs with one of these codes."),
    name_contains: Filters.words(["name"], "Jobs whose title has all these words."),
    post_url: Filters.one(["urls", "value"], "Jobs with this page."),
    remote_created_after: Filters.createdSince
  },
  modifiedThrough: [
    // Which stages and questions a job has is told by the job, or by them; advertisements and the team stand in the job.
    [Relation.of(Job, JobInterviewStage, "job_id")],
    [Relation.of(Job, ScreeningQuestion, "job_id")],
    // The department's name is part of the record here.
    [Relation.to(Job, "department_ids", Department)]
  ],
  hasItems
})

const offers = Collection.make({
  category: ats,
  path: "offers",
  projections: [offer],
  description: "Offers of employment.",
  modifiedThrough: [[Relation.to(Offer, "application_id", Application)]],
  hasItems
})

const rejectionReasons = Collection.make({
  category: ats,
  path: "rejection-reasons",
  projections: [Entry.rejectionReason],
  description: "The customer's reasons for ending applications without a hire.",
  hasItems
})

const tags = Collection.make({
  category: ats,
  path: "tags",
  projections: [Entry.tag],
  description: "Labels for candidates.",
  hasItems
})

const users = Collection.make({
  category: ats,
  path: "users",
  projections: [Users.user, Users.employee],
  description: "Users of the recruiting system; employees, where it has no users.",
  filters: {
    emails: Filters.texts(["emails", "value"], "Users with one of these addresses, whatever their case.", {
      fold: true
    })
  },
  // Roles stand in the user's own record.
  hasItems
})

const attachmentsOfApplication = Collection.make({
  category: ats,
  path: "applications/:application_id/attachments",
  projections: [Attachments.ofApplication],
  description: "Files of an application.",
  parent: {
    parameter: "application_id",
    model: "application",
    filter: (id) => Filter.oneOf(["application_id"], [id])
  },
  isPaged: false,
  hasItems
})

const attachmentsOfCandidate = Collection.make({
  category: ats,
  path: "candidates/:candidate_id/attachments",
  projections: [Attachments.ofCandidate],
  description: "Files of a candidate and of their applications.",
  parent: {
    parameter: "candidate_id",
    model: "candidate",
    filter: (id) =>
      Filter.any([
        Filter.oneOf(["candidate_id"], [id]),
        Filter.related([Relation.to(Attachment, "application_id", Application)], Filter.oneOf(["candidate_id"], [id]))
      ])
  },
  isPaged: false,
  hasItems
})

/** The lists of recruiting systems. */
export const atsCollections: ReadonlyArray<Collection.Collection> = [
  applications,
  attachmentsOfApplication,
  stages,
  candidates,
  attachmentsOfCandidate,
  interviews,
  jobs,
  offers,
  rejectionReasons,
  tags,
  users
]
