/** Lists of recruiting systems. */
import { Activity } from "@crosswalk/core/ats/Activity"
import { Application } from "@crosswalk/core/ats/Application"
import { Attachment } from "@crosswalk/core/ats/Attachment"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Document } from "@crosswalk/core/ats/Document"
import { Job } from "@crosswalk/core/ats/Job"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import { activity, types as activityTypes } from "./ats/Activity.ts"
import { candidate } from "./ats/Candidate.ts"
import { attachment, document, types as fileTypes } from "./ats/Document.ts"
import { interview } from "./ats/Interview.ts"
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
  })
]
