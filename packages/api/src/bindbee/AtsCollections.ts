/** The lists of recruiting systems. */
import { Job } from "@crosswalk/core/ats/Job"
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import * as Filter from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import { activity, attachment } from "./ats/Activity.ts"
import { application } from "./ats/Application.ts"
import { candidate } from "./ats/Candidate.ts"
import { eeoc } from "./ats/Eeoc.ts"
import { scheduledInterview, scorecard } from "./ats/Interview.ts"
import { job, jobInterviewStage, status as jobStatus } from "./ats/Job.ts"
import { department, office, rejectReason, tag } from "./ats/Named.ts"
import { offer } from "./ats/Offer.ts"
import { employee, user } from "./ats/RemoteUser.ts"
import { screeningQuestion } from "./ats/ScreeningQuestion.ts"
import * as Filters from "./Filters.ts"

const ats = "ats"

const one = (model: ModelName): Collection.Expansion => ({ model, many: false })
const many = (model: ModelName): Collection.Expansion => ({ model, many: true })

const ofCandidate = Filters.reference(["candidate_id"], "Those of this candidate.")
const ofApplication = Filters.reference(["application_id"], "Those of this application.")

/** The lists of recruiting systems. */
export const atsCollections: ReadonlyArray<Collection.Collection> = [
  Collection.make({
    category: ats,
    path: "candidates",
    projections: [candidate],
    description: "Candidates.",
    filters: {
      company: Filters.text(["company"], "Candidates of this company."),
      first_name: Filters.text(["first_name"], "Candidates of this given name."),
      last_name: Filters.text(["last_name"], "Candidates of this family name."),
      tag: Filters.text(["tags"], "Candidates with this label."),
      email_addresses: Filters.text(["emails", "value"], "Candidates with one of these addresses.", {
        form: "repeated"
      })
    },
    expansions: { applications: many("application"), attachments: many("attachment") }
  }),
  Collection.make({
    category: ats,
    path: "applications",
    projections: [application],
    description: "Applications, each one person's for one job.",
    filters: {
      current_stage: Filters.reference(["stage_id"], "Applications in this stage."),
      credited_to: Filters.reference(["credited_to_id"], "Applications that this user is credited with."),
      source: Filters.text(["source"], "Applications from this source."),
      job: Filters.reference(["job_id"], "Applications for this job."),
      candidate: ofCandidate,
      reject_reason: Filters.reference(["reject_reason_id"], "Applications that were ended for this reason.")
    },
    expansions: {
      candidate: one("candidate"),
      job: one("job"),
      credited_to: one("user"),
      current_stage: one("job_interview_stage"),
      reject_reason: one("reject_reason")
    }
  }),
  Collection.make({
    category: ats,
    path: "jobs",
    projections: [job],
    description: "Jobs.",
    filters: {
      code: Filters.text(["code"], "Jobs with this code."),
      status: Filters.word("status", jobStatus, "Jobs of this status."),
      offices: Filters.reference(["office_ids"], "Jobs of one of these offices.", { form: "comma" })
    },
    expansions: {
      departments: many("department"),
      offices: many("office"),
      hiring_managers: many("user"),
      recruiters: many("user")
    }
  }),
  Collection.make({
    category: ats,
    path: "job-interview-stages",
    projections: [jobInterviewStage],
    description: "Stages that applications pass.",
    filters: { job: Filters.reference(["job_id"], "Stages of this job.") },
    expansions: { job: one("job") }
  }),
  Collection.make({
    category: ats,
    path: "scheduled-interviews",
    projections: [scheduledInterview],
    description: "Interviews, planned or held.",
    filters: {
      application: ofApplication,
      organizer: Filters.reference(["organizer_id"], "Interviews that this user arranged."),
      job_interview_stage: Filters.reference(["stage_id"], "Interviews of this stage.")
    },
    expansions: {
      application: one("application"),
      job_interview_stage: one("job_interview_stage"),
      organizer: one("user"),
      interviewers: many("user")
    }
  }),
  Collection.make({
    category: ats,
    path: "scorecards",
    projections: [scorecard],
    description: "What interviewers think of candidates.",
    filters: {
      application: ofApplication,
      interview: Filters.reference(["interview_id"], "Assessments after this interview."),
      interviewer: Filters.reference(["interviewer_id"], "Assessments of this user.")
    },
    expansions: {
      application: one("application"),
      interview: one("scheduled_interview"),
      interviewer: one("user")
    }
  }),
  Collection.make({
    category: ats,
    path: "offers",
    projections: [offer],
    description: "Offers of employment.",
    filters: {
      application: ofApplication,
      creator: Filters.reference(["creator_user_id"], "Offers that this user wrote.")
    },
    expansions: { application: one("application"), creator: one("user") }
  }),
  Collection.make({
    category: ats,
    path: "attachments",
    projections: [attachment],
    description: "Files about candidates.",
    filters: { candidate: ofCandidate },
    expansions: { candidate: one("candidate") }
  }),
  Collection.make({
    category: ats,
    path: "activities",
    projections: [activity],
    description: "What happened with candidates.",
    filters: {
      user: Filters.reference(["user_ids"], "What this user took part in."),
      candidate: ofCandidate
    },
    expansions: { user: one("user"), candidate: one("candidate") }
  }),
  Collection.make({
    category: ats,
    path: "eeocs",
    projections: [eeoc],
    description: "What applicants disclosed for equal opportunity reports.",
    filters: { candidate: ofCandidate },
    expansions: { candidate: one("candidate") }
  }),
  Collection.make({
    category: ats,
    path: "remote-users",
    projections: [user, employee],
    description: "Users of the recruiting system; employees, where it has no users.",
    filters: { email: Filters.text(["emails", "value"], "Users with this address, whatever its case.", { fold: true }) }
  }),
  Collection.make({
    category: ats,
    path: "screening-questions",
    projections: [screeningQuestion],
    description: "Questions that applicants answer.",
    filters: {
      job: Filters.reference(["job_id"], "Questions that applicants for this job are asked.", {
        // Questions that several jobs share are named by the jobs.
        also: (ids) => Filter.related([Relation.of(ScreeningQuestion, Job, "screening_question_ids")], Filter.ids(ids))
      })
    },
    expansions: { job: one("job") }
  }),
  Collection.make({
    category: ats,
    path: "departments",
    projections: [department],
    description: "Organisational units that hire."
  }),
  Collection.make({
    category: ats,
    path: "offices",
    projections: [office],
    description: "Places for which people are hired."
  }),
  Collection.make({
    category: ats,
    path: "reject-reasons",
    projections: [rejectReason],
    description: "The customer's reasons for ending applications without a hire."
  }),
  Collection.make({ category: ats, path: "tags", projections: [tag], description: "Labels for candidates." })
]
