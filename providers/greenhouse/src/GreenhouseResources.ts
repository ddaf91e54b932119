/**
 * Greenhouse's lists: flat, joined by ids, each at `/v3/{name}` and each with a right of its own.
 *
 * Lists that grow with every candidate are narrowed by `updated_at`. The small ones are read whole with every sync:
 * there is no list of deletions, and what was taken out of them would otherwise stay until the next full sync.
 *
 * Order is by id, falling, so no record moves while a list is read; a record that a whole walk does not show is gone.
 */
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import type { Schema } from "effect"
import {
  CandidateTag,
  CustomFieldOption,
  Department,
  Office,
  RejectionReason,
  User,
  UserJobPermission,
  UserRole
} from "./wire/Account.ts"
import { Application, Referrer, RejectionDetail, Source } from "./wire/Application.ts"
import { AppliedCandidateTag, Candidate, CandidateEducation, CandidateEmployment } from "./wire/Candidate.ts"
import { Attachment, Eeoc, Note, Offer } from "./wire/File.ts"
import {
  Interview,
  Interviewer,
  JobInterview,
  Scorecard,
  ScorecardQuestion,
  ScorecardQuestionAnswer
} from "./wire/Interview.ts"
import { CloseReason, Job, JobHiringManager, JobInterviewStage, JobOwner, JobPost, Opening } from "./wire/Job.ts"

// The largest page that Harvest gives. Its cursor stands alone: beside another parameter it is refused.
const page = Page.link({ items: "", size: ["per_page", 500] })

type More = Partial<{ readonly page: Page.Page; readonly query: Page.Query; readonly since: Since.Since }>

const small = <const Name extends string, W extends { readonly id: string | number }>(
  name: Name,
  wire: Schema.Codec<W>,
  more: More = {}
) =>
  Resource.make(name, {
    path: `/${name}`,
    wire,
    page,
    id: ({ id }) => id,
    permission: `harvest:${name}:list`,
    // There is no address of one record, but every list can be asked for some ids.
    ...(more.page === undefined ? { single: { path: `/${name}`, page, query: { ids: "{id}" } } } : {}),
    ...more
  })

const growing = <const Name extends string, W extends { readonly id: string | number }>(
  name: Name,
  wire: Schema.Codec<W>,
  more: More = {}
) => small(name, wire, { since: Since.instant("updated_at", { prefix: "gte|" }), ...more })

/** Candidates, with prospects and, where the acting user may see them, private candidates. */
export const candidates = growing("candidates", Candidate)

/** Schools that candidates attended. */
export const candidateEducations = growing("candidate_educations", CandidateEducation)

/** Positions that candidates held. */
export const candidateEmployments = growing("candidate_employments", CandidateEmployment)

/** Tags put on candidates. */
export const appliedCandidateTags = growing("applied_candidate_tags", AppliedCandidateTag)

/** Names of schools, degrees and disciplines: three lists behind one address, of which only the names are asked for. */
export const customFieldOptions = growing("custom_field_options", CustomFieldOption, {
  page: Page.parts(page, [
    { custom_field_key: "school_name" },
    { custom_field_key: "degree" },
    { custom_field_key: "discipline" }
  ]),
  query: { fields: "id,name" }
})

/** Applications and prospects in every state. */
export const applications = growing("applications", Application)

/** Reasons and times of rejections. */
export const rejectionDetails = growing("rejection_details", RejectionDetail)

/** Where applications come from. */
export const sources = small("sources", Source)

/** Who is credited with applications. */
export const referrers = growing("referrers", Referrer)

/** Reasons to reject, with those that Greenhouse itself brings: applications name both. */
export const rejectionReasons = small("rejection_reasons", RejectionReason, { query: { include_defaults: "true" } })

/** Jobs in every state. */
export const jobs = growing("jobs", Job)

/** Job posts: unless told, only active ones are shown. Their texts make a page of fewer. */
export const jobPosts = growing("job_posts", JobPost, {
  page: Page.parts(Page.link({ items: "", size: ["per_page", 100] }), [{ active: "true" }, { active: "false" }])
})

/** Recruiters, coordinators and sourcers of jobs. */
export const jobOwners = small("job_owners", JobOwner)

/** Hiring managers of jobs. */
export const jobHiringManagers = small("job_hiring_managers", JobHiringManager)

/** Places to be filled. */
export const openings = small("openings", Opening)

/** Why openings are closed. */
export const closeReasons = small("close_reasons", CloseReason)

/** Stages of all jobs. */
export const jobInterviewStages = small("job_interview_stages", JobInterviewStage)

/** Interviews as the jobs' plans have them. */
export const jobInterviews = growing("job_interviews", JobInterview)

/** Interviews of applications. */
export const interviews = growing("interviews", Interview)

/** Who takes part in interviews. */
export const interviewers = growing("interviewers", Interviewer)

/** Assessments, drafts among them. */
export const scorecards = growing("scorecards", Scorecard)

/** Answers to the questions of scorecards. */
export const scorecardQuestionAnswers = growing("scorecard_question_answers", ScorecardQuestionAnswer)

/** Questions of scorecards. */
export const scorecardQuestions = growing("scorecard_questions", ScorecardQuestion)

/** Offers in all their versions. */
export const offers = growing("offers", Offer)

/** Files. */
export const attachments = growing("attachments", Attachment)

/** Candidates' histories. */
export const notes = growing("notes", Note)

/** Disclosures for the equal opportunity report. */
export const eeoc = growing("eeoc", Eeoc)

/** Users, deactivated ones among them, without service accounts. */
export const users = growing("users", User)

/** Rights of users on single jobs. */
export const userJobPermissions = growing("user_job_permissions", UserJobPermission)

/** Roles that the customer defined. */
export const userRoles = small("user_roles", UserRole)

/** Departments. */
export const departments = small("departments", Department)

/** Offices. */
export const offices = small("offices", Office)

/** Tags. */
export const candidateTags = small("candidate_tags", CandidateTag)
