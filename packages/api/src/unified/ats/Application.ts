/** Applications, with the offers made for them. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { Offer } from "@crosswalk/core/ats/Offer"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Linked from "../../Linked.ts"
import type { RecordOf, Related } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"
import * as Pay from "./Pay.ts"
import * as Question from "./Question.ts"
import { phases, words } from "./Status.ts"

const offerStatuses = {
  DRAFT: "CREATED",
  APPROVAL_SENT: "CREATED",
  APPROVED: "CREATED",
  SENT: "SENT",
  SENT_MANUALLY: "SENT",
  OPENED: "SENT",
  ACCEPTED: "ACCEPTED",
  DECLINED: "REJECTED",
  DEPRECATED: null,
  ABANDONED: null
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"offer">["status"]>>, string>

const OfferOf = Schema.Struct({
  id: Row.id,
  ...Row.times,
  status: Optional.word(["CREATED", "SENT", "ACCEPTED", "REJECTED"], "How far the offer has come."),
  compensation: Optional.list(Pay.PayLimits, "What is offered: the salary first, then what is paid beside it."),
  start_at: Optional.instant("First day of work."),
  sent_at: Optional.instant("When the offer was sent to the candidate."),
  accepted_at: Optional.instant("When the candidate accepted."),
  rejected_at: Optional.instant("When the candidate declined."),
  creator_user_id: Optional.text("The person who wrote the offer."),
  employee_user_id: Optional.text("The employee that the candidate became.")
}).annotate({ identifier: "OfferOfApplication" })

const offerOf = (offer: RecordOf<"offer">, names: Pick<Related<never>, "remoteId">) => ({
  id: Row.rules.id(offer),
  created_at: Row.rules.created_at(offer),
  updated_at: Row.rules.updated_at(offer),
  status: Word.open(offerStatuses, offer.status),
  compensation: Pay.offered(offer),
  start_at: Time.midnight(offer.starts_on),
  sent_at: Time.instant(offer.sent_at),
  accepted_at: Time.instant(offer.accepted_at),
  rejected_at: Time.instant(offer.declined_at),
  creator_user_id: Reference.one(names, "employee", offer.creator_user_id),
  employee_user_id: Reference.one(names, "employee", offer.employee_id)
})

const ends = {
  ACTIVE: null,
  CONVERTED: null,
  HIRED: "HIRED",
  REJECTED: "REJECTED",
  DECLINED: "DECLINED",
  WITHDRAWN: "WITHDRAWN"
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"application">["status"]>>, string>

/** An application. Its state is how it ended, else how far it has come. */
export const application = Row.projection(
  Application,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    candidate_id: Optional.text("The person."),
    job_id: Optional.text("The job applied for."),
    status: Optional.word(words, "How the application ended, or how far it has come."),
    original_status: Optional.text("The stage by the customer's name, else the vendor's word."),
    applied_at: Optional.instant("When the person applied or was added to the job."),
    hired_at: Optional.instant("When the person was marked as hired."),
    rejected_at: Optional.instant("When the application was ended without a hire."),
    rejected_reason: Optional.text("Why the application was ended."),
    source: Optional.text("Where the application came from, in the vendor's words."),
    summary: Optional.text("What was written about the application as a whole."),
    answers: Optional.list(Question.Answer, "What the person answered to the job's questions."),
    offers: Optional.list(OfferOf, "Offers made for the application."),
    user_id: Optional.text("The recruiter who looks after the application."),
    ...Metadata.metadata
  }),
  {
    loads: [
      Relation.to(Application, "stage_id", JobInterviewStage),
      Relation.to(Application, "reject_reason_id", RejectReason),
      Relation.to(Application, "offer_ids", Offer),
      Relation.of(Application, Offer, "application_id")
    ],
    names: [
      Relation.to(Application, "candidate_id", Candidate),
      Relation.to(Application, "job_id", Job),
      ...Reference.people(Application, "user_id"),
      ...Reference.people(Offer, "creator_user_id"),
      ...Reference.people(Offer, "employee_id")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      candidate_id: ({ candidate_id }, context) => Reference.one(context, "candidate", candidate_id),
      job_id: ({ job_id }, context) => Reference.one(context, "job", job_id),
      status: ({ phase, status }) => Word.closed(ends, status) ?? Word.closed(phases, phase) ?? Word.open(ends, status),
      original_status: ({ stage_id, status }, { one }) => one("job_interview_stage", stage_id)?.name ?? status?.remote,
      applied_at: ({ applied_at }) => Time.instant(applied_at),
      hired_at: ({ hired_at }) => Time.instant(hired_at),
      rejected_at: ({ rejected_at }) => Time.instant(rejected_at),
      rejected_reason: ({ reject_reason_id }, { one }) => one("reject_reason", reject_reason_id)?.name,
      source: ({ source }) => source,
      summary: ({ summary }) => summary,
      answers: ({ screening_answers }, { identify }) => screening_answers?.map((one) => Question.answer(one, identify)),
      offers: ({ id, offer_ids }, context) => {
        const offers = Linked.both(context, "offer", offer_ids, "application_id", id)
        return offers.length === 0 ? null : offers.map((offer) => offerOf(offer, context))
      },
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
