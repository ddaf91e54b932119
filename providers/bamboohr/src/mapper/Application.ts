/** Application ← application. */
import { Application } from "@crosswalk/core/ats/Application"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { applications, docs } from "../BamboohrWire.ts"

// The statuses that every account has; a customer's own say nothing to us.
const status = vocabulary({
  New: "ACTIVE",
  Reviewed: "ACTIVE",
  "Schedule Phone Screen": "ACTIVE",
  "Phone Screened": "ACTIVE",
  "Schedule Interview": "ACTIVE",
  Interviewed: "ACTIVE",
  "Put on Hold": "ACTIVE",
  "Checking References": "ACTIVE",
  "Made an Offer": "ACTIVE",
  "Offer Sent": "ACTIVE",
  "Offer Signed": "ACTIVE",
  Hired: "HIRED",
  "Not a Fit": "REJECTED",
  "Not Qualified": "REJECTED",
  "Over Qualified": "REJECTED",
  "Declined Offer": "DECLINED",
  "Hired Elsewhere": "WITHDRAWN"
})

// Which interview it is, and how far somebody on hold has come, the status does not say.
const phase = vocabulary({
  New: "NEW",
  Reviewed: "REVIEWING",
  "Schedule Phone Screen": "SCREENING",
  "Phone Screened": "SCREENING",
  "Checking References": "BACKGROUND_CHECK",
  "Made an Offer": "OFFERED",
  "Offer Sent": "OFFERED",
  "Offer Signed": "ACCEPTED",
  Hired: "ACCEPTED"
})

const byCall = absent("only the record of a single application has it: a call for each of them")
const none = absent("BambooHR has none")

export const application = Mapper.make(Application, applications, {
  docs: `${docs}/get-applications`,
  fields: {
    remote_id: (application) => String(application.id),
    remote_created_at: absent("BambooHR tells when somebody applied, not when it was written down"),
    remote_updated_at: absent("the list is sorted by it and does not show it"),
    custom_fields: none,
    candidate_id: (application) => Wire.id(application.applicant?.id),
    job_id: (application) => Wire.id(application.job?.id),
    stage_id: absent("a status is stage and outcome in one"),
    status: (application) => status(application.status?.label),
    phase: (application) => phase(application.status?.label),
    applied_at: (application) => Wire.instant(application.appliedDate),
    hired_at: byCall,
    rejected_at: byCall,
    reject_reason_id: none,
    source: (application) => Wire.text(application.applicant?.source),
    summary: none,
    screening_answers: byCall,
    web_url: none,
    offer_ids: none,
    interview_ids: none,
    credited_to_id: byCall,
    user_id: absent("the opening alone has a hiring lead")
  }
})
