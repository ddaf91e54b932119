/** Lists of recruiting systems. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import * as Relation from "@crosswalk/core/Relation"
import * as Collection from "../Collection.ts"
import { candidate } from "./ats/Candidate.ts"
import * as Filters from "./Filters.ts"

/** The lists of the category. */
export const atsCollections = [
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
  })
]
