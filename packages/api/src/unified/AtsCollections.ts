/** Lists of recruiting systems. */
import { Activity } from "@crosswalk/core/ats/Activity"
import { Application } from "@crosswalk/core/ats/Application"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Document } from "@crosswalk/core/ats/Document"
import { Job } from "@crosswalk/core/ats/Job"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { Scorecard } from "@crosswalk/core/ats/Scorecard"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import { activity, types as activityTypes } from "./ats/Activity.ts"
import { application } from "./ats/Application.ts"
import { candidate } from "./ats/Candidate.ts"
import { attachment, document, types as fileTypes } from "./ats/Document.ts"
import { interview } from "./ats/Interview.ts"
import { job } from "./ats/Job.ts"
import { scorecard } from "./ats/Scorecard.ts"
import { status } from "./ats/Status.ts"
import * as Filters from "./Filters.ts"

/** The lists of the category. */
export const atsCollections = [
  Collection.make({
    category: "ats",
    path: "activity",
    projections: [activity],
    description: "What happened with candidates: notes, tasks, e-mails.",
    filters: {
      application_id: Filters.to(Activity, "application_id", Application, "What is about that application."),
      candidate_id: Filters.to(Activity, "candidate_id", Candidate, "What is about that person."),
      document_id: Filters.to(Activity, "document_ids", Document, "What that file belongs to."),
      interview_id: Filters.to(Activity, "interview_id", ScheduledInterview, "What is about that interview."),
      job_id: Filters.to(Activity, "job_id", Job, "What is about that job."),
      type: Filters.word("type", activityTypes, "What is of that kind."),
      user_id: Filters.person(Activity, "user_ids", "What that colleague took part in.")
    }
  }),
  Collection.make({
    category: "ats",
    path: "candidate",
    projections: [candidate],
    description: "Candidates.",
    filters: {
      job_id: Filters.by(
        [
          [Relation.to(Candidate, "job_ids", Job)],
          [Relation.of(Candidate, Application, "candidate_id"), Relation.to(Application, "job_id", Job)]
        ],
        "Candidates who applied for that job."
      )
    }
  }),
  Collection.make({
    category: "ats",
    path: "document",
    projections: [document, attachment],
    description: "Files of the recruiting process; of candidates alone where the system knows no others.",
    filters: {
      application_id: Filters.by(
        [
          [Relation.to(Document, "application_id", Application)],
          [Relation.to(Attachment, "application_id", Application)]
        ],
        "Files of that application."
      ),
      candidate_id: Filters.by(
        [[Relation.to(Document, "candidate_id", Candidate)], [Relation.to(Attachment, "candidate_id", Candidate)]],
        "Files about that person."
      ),
      job_id: Filters.to(Document, "job_id", Job, "Files of that job."),
      type: Filters.word("type", fileTypes, "Files of that kind.")
    }
  }),
  Collection.make({
    category: "ats",
    path: "interview",
    projections: [interview],
    description: "Interviews with candidates.",
    filters: {
      application_id: Filters.to(ScheduledInterview, "application_id", Application, "Interviews for that application.")
    }
  }),
  Collection.make({
    category: "ats",
    path: "application",
    projections: [application],
    description: "Applications, with the offers made for them.",
    filters: {
      candidate_id: Filters.to(Application, "candidate_id", Candidate, "Applications of that person."),
      job_id: Filters.to(Application, "job_id", Job, "Applications for that job.")
    }
  }),
  Collection.make({
    category: "ats",
    path: "applicationstatus",
    projections: [status],
    description: "Stages that applications pass.",
    filters: { job_id: Filters.to(JobInterviewStage, "job_id", Job, "Stages of that job.") },
    hasItems: false
  }),
  Collection.make({
    category: "ats",
    path: "job",
    projections: [job],
    description: "Positions to be filled."
  }),
  Collection.make({
    category: "ats",
    path: "scorecard",
    projections: [scorecard],
    description: "What interviewers think of candidates.",
    filters: {
      application_id: Filters.to(Scorecard, "application_id", Application, "Assessments of that application."),
      candidate_id: Filters.to(Scorecard, "candidate_id", Candidate, "Assessments of that person."),
      interview_id: Filters.to(Scorecard, "interview_id", ScheduledInterview, "Assessments after that interview."),
      job_id: Filters.to(Scorecard, "job_id", Job, "Assessments for that job.")
    }
  })
]
