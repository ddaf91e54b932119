/** Job ← opening. */
import { Job } from "@crosswalk/core/ats/Job"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { docs, type JobSummary, jobs } from "../BamboohrWire.ts"

// "On Hold" may still take applications or not, so none of ours is it.
const status = vocabulary({ Open: "OPEN", Draft: "DRAFT", Filled: "CLOSED", Canceled: "CLOSED" })

const none = absent("the list of openings does not tell")

const place = ({ location }: typeof JobSummary.Type) => {
  const raw = Wire.text(location?.label)
  const address = location?.address
  if (!address) return raw === null ? null : Part.addressText(raw)
  return {
    street_1: Wire.text(address.addressLine1),
    street_2: Wire.text(address.addressLine2),
    city: Wire.text(address.city),
    state: Wire.text(address.state),
    zip_code: Wire.text(address.zipcode),
    country: Wire.text(address.country),
    raw
  }
}

export const job = Mapper.make(Job, jobs, {
  docs: `${docs}/get-job-summaries`,
  fields: {
    remote_id: (job) => String(job.id),
    remote_created_at: none,
    remote_updated_at: none,
    custom_fields: none,
    name: (job) => Wire.text(job.title?.label),
    code: none,
    description: none,
    summary: none,
    status: (job) => status(job.status?.label),
    visibility: none,
    is_confidential: none,
    employment_type: none,
    workplace: none,
    weekly_hours: none,
    category: none,
    industry: none,
    experience_level: none,
    minimum_experience: none,
    minimum_degree: none,
    skills: none,
    language: none,
    pay_ranges: none,
    locations: (job) => Wire.list([job], place),
    urls: (job) => Wire.list([job.postingUrl], Wire.text)?.map((value) => ({ value, type: null })) ?? null,
    web_url: absent("the address is that of the posting"),
    postings: absent("an opening is its own posting"),
    opening_count: none,
    openings: none,
    opened_at: (job) => Wire.instant(job.postedDate),
    closed_at: none,
    department_ids: (job) => Wire.list([job.department?.id], Wire.id),
    office_ids: absent("locations are addresses"),
    stage_ids: absent("all openings share the account's statuses"),
    screening_question_ids: none,
    user_id: derived("the hiring lead", (job) => Wire.id(job.hiringLead?.employeeId)),
    hiring_manager_ids: (job) => Wire.list([job.hiringLead?.employeeId], Wire.id),
    recruiter_ids: none,
    coordinator_ids: none,
    sourcer_ids: none,
    interviewer_ids: none,
    user_ids: none
  }
})
