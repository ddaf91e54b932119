/** Interviews, with who interviews and the application. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import { User } from "@crosswalk/core/ats/User"
import { Employee } from "@crosswalk/core/hris/Employee"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Contact from "./Contact.ts"
import * as Entry from "./Entry.ts"
import * as Outcome from "./Outcome.ts"
import { Person, person } from "./Person.ts"

const times = {
  title: Shape.text("Subject of the interview."),
  starting_at: Shape.instant("When the interview begins."),
  ending_at: Shape.instant("When the interview ends."),
  location: Shape.maybe(Form.PostalAddress, "Where the interview takes place.")
}
const canceled = Shape.boolean("Whether the interview was called off; null when that is not known.")

type Interview = RecordOf<"scheduled_interview">

const isCanceled = ({ status }: Interview): boolean | null =>
  status === null || status.value === null ? null : status.value === "CANCELED"

const timeRules = {
  title: ({ title }: Interview) => title,
  starting_at: ({ starts_at }: Interview) => Form.instant(starts_at),
  ending_at: ({ ends_at }: Interview) => Form.instant(ends_at),
  location: ({ location }: Interview) => Form.address(location)
}

/** An interview inside an application. */
export const Brief = Schema.Struct({
  id: Shape.id("Our id of the interview."),
  remote_id: Shape.text("The vendor's id of the interview."),
  ...times,
  canceled
})

/** An interview of an application. */
export const brief = (interview: Interview): typeof Brief.Type => ({
  id: Form.id(interview.id),
  remote_id: interview.remote_id,
  title: interview.title,
  starting_at: timeRules.starting_at(interview),
  ending_at: timeRules.ending_at(interview),
  location: timeRules.location(interview),
  canceled: isCanceled(interview)
})

const ApplicationOf = Schema.Struct({
  id: Shape.id("Our id of the application."),
  remote_id: Shape.text("The vendor's id of the application."),
  ...Outcome.fields,
  candidate: Shape.maybe(Contact.Brief, "The person interviewed."),
  job: Shape.maybe(Entry.JobOf, "The job that the interview is for.")
})

const shape = Row.shape({
  ...times,
  video_conferencing_url: Shape.text("Where to join the interview by video."),
  application_id: Shape.reference("The application that the interview is for."),
  stage_id: Shape.reference("The stage that the interview belongs to."),
  canceled,
  ...Row.remoteTimes,
  users: Shape.list(Person, "Who interviews."),
  application: Shape.maybe(ApplicationOf, "The application; null when the record was never read.")
})

/** An interview. */
export const interview = Row.projection(ScheduledInterview, shape, {
  loads: [
    Relation.to(ScheduledInterview, "user_ids", User),
    Relation.to(ScheduledInterview, "user_ids", Employee),
    Relation.to(ScheduledInterview, "application_id", Application),
    Relation.to(Application, "candidate_id", Candidate),
    Relation.to(Application, "job_id", Job),
    Outcome.loads
  ],
  fields: {
    ...Row.rules,
    ...Row.remoteTimeRules,
    ...timeRules,
    video_conferencing_url: ({ video_url }) => video_url,
    application_id: ({ application_id }) => Form.reference(application_id),
    stage_id: ({ stage_id }) => Form.reference(stage_id),
    canceled: isCanceled,
    users: ({ user_ids }, related) => (user_ids ?? []).map((id) => person(related, id)),
    application: ({ application_id }, related) => {
      const application = related.one("application", application_id)
      if (application === null) return null
      const candidate = related.one("candidate", application.candidate_id)
      const job = related.one("job", application.job_id)
      return {
        id: Form.id(application.id),
        remote_id: application.remote_id,
        outcome: Outcome.rules.outcome(application),
        rejection_reason_name: Outcome.rules.rejection_reason_name(application, related),
        candidate: candidate === null ? null : Contact.brief(candidate),
        job: job === null ? null : Entry.jobOf(job)
      }
    }
  }
})
