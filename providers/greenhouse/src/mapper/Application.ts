/** Application ← application or prospect, with its source, who referred it, and why it was rejected. */
import { Application } from "@crosswalk/core/ats/Application"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"
import { applications, referrers, rejectionDetails, sources } from "../GreenhouseResources.ts"
import type { Application as Remote, RejectionDetail } from "../wire/Application.ts"
import { page } from "../wire/Docs.ts"
import { customFields, joinedEntry } from "./Entry.ts"

// Filters and webhooks say `active` for what the field calls `in_process`.
const status = vocabulary({
  in_process: "ACTIVE",
  active: "ACTIVE",
  hired: "HIRED",
  rejected: "REJECTED",
  converted: "CONVERTED"
})

type Input = { readonly remote: Remote; readonly rejections: ReadonlyArray<RejectionDetail> | null }

/** The newest reason; those of an application that was taken up again are history. */
const rejection = ({ rejections, remote }: Input): string | null => {
  if (remote.status !== "rejected") return null
  const newest = rejections?.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))[0]
  return Wire.id(newest?.rejection_reason_id)
}

const timeOf = ({ rejected_at, updated_at }: RejectionDetail): string => rejected_at ?? updated_at ?? ""

/** An answer as the applicant gave it; the form's type of question is not told. */
const answer = (value: unknown) => ({
  text: Predicate.isString(value) ? Wire.text(value) : null,
  choices: Array.isArray(value) && value.every(Predicate.isString) ? value : null,
  boolean: Predicate.isBoolean(value) ? value : null,
  number: Predicate.isNumber(value) ? value : null,
  date: null,
  raw: Predicate.isObject(value) ? JSON.stringify(value) : null
})

export const application = Mapper.make(
  Application,
  Source.one(applications, {
    sources: Source.lookup(sources, ({ source_id }: Remote) => [source_id]),
    referrers: Source.lookup(referrers, ({ referrer_id }: Remote) => [referrer_id]),
    rejections: Source.referring(rejectionDetails, ({ application_id }) => application_id)
  }),
  {
    docs: page("applications"),
    fields: {
      ...joinedEntry,
      custom_fields: ({ remote }) => customFields(remote.custom_fields),
      candidate_id: ({ remote }) => Wire.id(remote.candidate_id),
      job_id: ({ remote }) => Wire.id(remote.job_id),
      stage_id: ({ remote }) => Wire.id(remote.job_interview_stage_id) ?? Wire.id(remote.stage_id),
      status: ({ remote }) => status(remote.status),
      phase: absent("Greenhouse's stages are each job's own and bear the customer's names"),
      applied_at: derived("the application's creation", ({ remote }) => Wire.instant(remote.created_at)),
      hired_at: absent("Harvest v3 does not tell when somebody was hired"),
      rejected_at: ({ remote }) => Wire.instant(remote.rejected_at),
      reject_reason_id: derived("the newest reason of an application that is rejected", rejection),
      source: ({ sources }) => Wire.text(sources?.[0]?.name),
      summary: absent("Greenhouse has none"),
      screening_answers: ({ remote }) =>
        Wire.list(remote.answers, (one) => ({
          question_remote_id: null,
          title: Wire.text(one.question),
          type: null,
          ...answer(one.answer)
        })),
      web_url: absent("Harvest v3 gives none"),
      offer_ids: absent("offers name their application"),
      interview_ids: absent("interviews name their application"),
      credited_to_id: derived("the user behind the referrer", ({ referrers }) => Wire.id(referrers?.[0]?.user_id)),
      user_id: ({ remote }) => Wire.id(remote.recruiter_id)
    }
  }
)
