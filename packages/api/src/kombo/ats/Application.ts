/** Applications, with the person, the job, the stage, interviews and offers. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { Offer } from "@crosswalk/core/ats/Offer"
import { ScheduledInterview } from "@crosswalk/core/ats/ScheduledInterview"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Form from "../Form.ts"
import * as Linked from "../../Linked.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Candidates from "./Candidate.ts"
import * as Entry from "./Entry.ts"
import * as Interview from "./Interview.ts"
import * as Offers from "./Offer.ts"
import * as Outcome from "./Outcome.ts"
import { ScreeningAnswer, screeningAnswer } from "./ScreeningAnswer.ts"

const OfferOf = Schema.Struct({
  id: Shape.id("Our id of the offer."),
  remote_id: Shape.text("The vendor's id of the offer."),
  status: Shape.closed(Offers.statuses, "How far the offer has come.")
})

const loads = [
  Relation.to(Application, "candidate_id", Candidate),
  Relation.to(Candidate, "tag_ids", Tag),
  Relation.to(Application, "stage_id", JobInterviewStage),
  Relation.to(Application, "job_id", Job),
  Outcome.loads,
  Relation.to(Application, "interview_ids", ScheduledInterview),
  Relation.of(Application, ScheduledInterview, "application_id"),
  Relation.to(Application, "offer_ids", Offer),
  Relation.of(Application, Offer, "application_id")
] as const

const shape = Row.shape({
  ...Outcome.fields,
  rejected_at: Shape.instant("When the application was ended without a hire."),
  current_stage_id: Shape.reference("The stage that the application is in, or was in when it ended."),
  job_id: Shape.reference("The job applied for."),
  candidate_id: Shape.reference("The person."),
  screening_question_answers: Shape.maybeList(ScreeningAnswer, "What the person answered to the job's questions."),
  ...Row.custom,
  remote_url: Shape.text("Page of the application in the vendor's application."),
  ...Row.remoteTimes,
  candidate: Shape.maybe(Candidates.Applicant, "The person; null when the record was never read."),
  current_stage: Shape.maybe(Entry.StageOf, "The stage; null when the record was never read."),
  job: Shape.maybe(Entry.JobOf, "The job; null when the record was never read."),
  interviews: Shape.list(Interview.Brief, "Interviews held or planned for the application."),
  offers: Shape.list(OfferOf, "Offers made for the application.")
})

/** An application. */
export const application = Row.projection(Application, shape, {
  loads,
  fields: {
    ...Row.rules,
    ...Row.remoteTimeRules,
    ...Row.customRules("ats_applications"),
    ...Outcome.rules,
    rejected_at: ({ rejected_at }) => Form.instant(rejected_at),
    current_stage_id: ({ stage_id }) => Form.reference(stage_id),
    job_id: ({ job_id }) => Form.reference(job_id),
    candidate_id: ({ candidate_id }) => Form.reference(candidate_id),
    screening_question_answers: ({ screening_answers }) => screening_answers?.map(screeningAnswer) ?? null,
    remote_url: ({ web_url }) => web_url,
    candidate: ({ candidate_id }, related) => {
      const candidate = related.one("candidate", candidate_id)
      return candidate === null ? null : Candidates.applicant(candidate, related)
    },
    current_stage: ({ stage_id }, related) => {
      const stage = related.one("job_interview_stage", stage_id)
      return stage === null ? null : Entry.stageOf(stage)
    },
    job: ({ job_id }, related) => {
      const job = related.one("job", job_id)
      return job === null ? null : Entry.jobOf(job)
    },
    interviews: ({ id, interview_ids }, related) =>
      Linked.both(related, "scheduled_interview", interview_ids, "application_id", id).map(Interview.brief),
    offers: ({ id, offer_ids }, related) =>
      Linked.both(related, "offer", offer_ids, "application_id", id).map((offer) => ({
        id: Form.id(offer.id),
        remote_id: offer.remote_id,
        status: Word.closed(Offers.status, offer.status)
      }))
  }
})
