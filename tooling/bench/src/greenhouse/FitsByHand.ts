/** The hand-written checks of what is read of Greenhouse's rows. */
import type { Application } from "@crosswalk/greenhouse/wire/Application"
import type {
  AppliedCandidateTag,
  Candidate,
  CandidateEducation,
  CandidateEmployment
} from "@crosswalk/greenhouse/wire/Candidate"

type Tagged = typeof AppliedCandidateTag.Type

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const decimal = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i

const isNone = (value: unknown): boolean => value === null || value === undefined
const fitsText = (value: unknown): boolean => isNone(value) || typeof value === "string"
const fitsFlag = (value: unknown): boolean => isNone(value) || typeof value === "boolean"
const isId = (value: unknown): boolean => typeof value === "string" || typeof value === "number"
const fitsId = (value: unknown): boolean => isNone(value) || isId(value)
const fitsNumber = (value: unknown): boolean =>
  isNone(value) || typeof value === "number" || (typeof value === "string" && decimal.test(value))
const fitsFields = (value: unknown): boolean => isNone(value) || isObject(value)

const fitsEntry = (value: { readonly [key: string]: unknown }): boolean =>
  isId(value.id) && value.id !== "" && fitsText(value.created_at) && fitsText(value.updated_at)

const fitsTexts = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) if (typeof value[at] !== "string") return false
  return true
}

const fitsAddresses = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const address: unknown = value[at]
    if (!isObject(address) || !fitsText(address.value) || !fitsText(address.type)) return false
  }
  return true
}

const fitsAnswers = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const answer: unknown = value[at]
    if (!isObject(answer) || !fitsText(answer.question)) return false
  }
  return true
}

/** Whether it has what is read of a candidate. */
export const isCandidate = (value: unknown): value is Candidate =>
  isObject(value) &&
  fitsEntry(value) &&
  fitsText(value.first_name) &&
  fitsText(value.last_name) &&
  fitsText(value.company) &&
  fitsText(value.title) &&
  fitsText(value.last_activity_at) &&
  fitsFlag(value.private) &&
  fitsFlag(value.can_email) &&
  fitsTexts(value.tags) &&
  fitsAddresses(value.phone_numbers) &&
  fitsAddresses(value.addresses) &&
  fitsAddresses(value.email_addresses) &&
  fitsAddresses(value.website_addresses) &&
  fitsAddresses(value.social_media_addresses) &&
  fitsFields(value.custom_fields)

/** Whether it has what is read of an application, here and for its own record. */
export const isApplication = (value: unknown): value is Application =>
  isObject(value) &&
  fitsEntry(value) &&
  fitsId(value.candidate_id) &&
  fitsId(value.job_id) &&
  fitsId(value.stage_id) &&
  fitsId(value.job_interview_stage_id) &&
  fitsId(value.recruiter_id) &&
  fitsId(value.source_id) &&
  fitsId(value.referrer_id) &&
  fitsText(value.status) &&
  fitsText(value.rejected_at) &&
  fitsAnswers(value.answers) &&
  fitsFields(value.custom_fields)

/** Whether it has what is read of an education. */
export const isEducation = (value: unknown): value is CandidateEducation =>
  isObject(value) &&
  fitsEntry(value) &&
  fitsId(value.candidate_id) &&
  fitsId(value.school_name_custom_field_option_id) &&
  fitsId(value.degree_custom_field_option_id) &&
  fitsId(value.discipline_custom_field_option_id) &&
  fitsText(value.start_at) &&
  fitsText(value.end_at) &&
  fitsNumber(value.start_date_month) &&
  fitsNumber(value.start_date_year) &&
  fitsNumber(value.end_date_month) &&
  fitsNumber(value.end_date_year)

/** Whether it has what is read of an employment. */
export const isEmployment = (value: unknown): value is CandidateEmployment =>
  isObject(value) &&
  fitsEntry(value) &&
  fitsId(value.candidate_id) &&
  fitsText(value.company_name) &&
  fitsText(value.title) &&
  fitsText(value.start_date) &&
  fitsText(value.end_date)

/** Whether it has what is read of a tag put on a candidate. */
export const isTagged = (value: unknown): value is Tagged =>
  isObject(value) && fitsEntry(value) && fitsId(value.candidate_id) && fitsId(value.candidate_tag_id)
