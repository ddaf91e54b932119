/** Offers of employment, with the application. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { Offer } from "@crosswalk/core/ats/Offer"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Contact from "./Contact.ts"
import * as Entry from "./Entry.ts"

/** Their words for how far an offer has come. */
export const statuses = ["ACCEPTED", "DECLINED", "SENT", "APPROVED", "DRAFT", "ABANDONED"] as const

/** How far an offer has come. */
export const status = {
  DRAFT: "DRAFT",
  // Whoever has to approve it has not: until then it is a draft.
  APPROVAL_SENT: "DRAFT",
  APPROVED: "APPROVED",
  SENT: "SENT",
  SENT_MANUALLY: "SENT",
  OPENED: "SENT",
  ACCEPTED: "ACCEPTED",
  DECLINED: "DECLINED",
  // A newer version goes on in its place.
  DEPRECATED: "ABANDONED",
  ABANDONED: "ABANDONED"
} as const satisfies Word.Table<NonNullable<NonNullable<RecordOf<"offer">["status"]>["value"]>, string>

const ApplicationOf = Schema.Struct({
  candidate: Shape.maybe(Contact.Brief, "The person to whom the offer is made."),
  job: Shape.maybe(Entry.JobOf, "The job offered.")
})

const shape = Row.shape({
  status: Shape.closed(statuses, "How far the offer has come."),
  employment_start_date: Shape.instant("First day of work, as its midnight."),
  application_id: Shape.reference("The application that the offer is for."),
  ...Row.custom,
  ...Row.remoteTimes,
  application: Shape.maybe(ApplicationOf, "The application; null when the record was never read.")
})

/** An offer. */
export const offer = Row.projection(Offer, shape, {
  loads: [
    Relation.to(Offer, "application_id", Application),
    Relation.to(Application, "candidate_id", Candidate),
    Relation.to(Application, "job_id", Job)
  ],
  fields: {
    ...Row.rules,
    ...Row.remoteTimeRules,
    ...Row.customRules("ats_offers"),
    status: (offer) => Word.closed(status, offer.status),
    employment_start_date: ({ starts_on }) => Form.midnight(starts_on),
    application_id: ({ application_id }) => Form.reference(application_id),
    application: ({ application_id }, related) => {
      const application = related.one("application", application_id)
      if (application === null) return null
      const candidate = related.one("candidate", application.candidate_id)
      const job = related.one("job", application.job_id)
      return {
        candidate: candidate === null ? null : Contact.brief(candidate),
        job: job === null ? null : Entry.jobOf(job)
      }
    }
  }
})
