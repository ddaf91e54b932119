/** Candidate ← candidate, with what other lists tell of the person. */
import { Candidate } from "@crosswalk/core/ats/Candidate"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import {
  applications,
  appliedCandidateTags,
  candidateEducations,
  candidateEmployments,
  candidates,
  customFieldOptions,
  sources
} from "../GreenhouseResources.ts"
import type { Application } from "../wire/Application.ts"
import type { Candidate as Remote, CandidateEducation } from "../wire/Candidate.ts"
import { page } from "../wire/Docs.ts"
import { education, experience } from "./History.ts"
import { customFields, joinedEntry, named } from "./Entry.ts"

const schooling = (education: CandidateEducation) => [
  education.school_name_custom_field_option_id,
  education.degree_custom_field_option_id,
  education.discipline_custom_field_option_id
]

const source = Source.one(candidates, {
  applications: Source.referring(applications, ({ candidate_id }) => candidate_id),
  sources: Source.through("applications", sources, ({ source_id }: Application) => [source_id]),
  educations: Source.referring(candidateEducations, ({ candidate_id }) => candidate_id),
  options: Source.through("educations", customFieldOptions, schooling),
  employments: Source.referring(candidateEmployments, ({ candidate_id }) => candidate_id),
  tagged: Source.referring(appliedCandidateTags, ({ candidate_id }) => candidate_id)
})

const fullName = ({ first_name, last_name }: Remote): string | null => {
  const [first, last] = [Wire.text(first_name), Wire.text(last_name)]
  return first === null ? last : last === null ? first : `${first} ${last}`
}

/** Addresses of one kind with the vendor's word for each. */
const addresses = (values: Remote["email_addresses"]) =>
  Wire.list(values, ({ type, value }) => {
    const text = Wire.text(value)
    return text === null ? null : { value: text, type: Wire.text(type) }
  })

/** The recruiter of the application that was made last. */
const recruiter = (applications: ReadonlyArray<Application> | null): string | null => {
  let last: Application | undefined
  for (const one of applications ?? [])
    if (last === undefined || (one.created_at ?? "") > (last.created_at ?? "")) last = one
  return Wire.id(last?.recruiter_id)
}

export const candidate = Mapper.make(Candidate, source, {
  docs: page("candidates"),
  fields: {
    ...joinedEntry,
    custom_fields: ({ remote }) => customFields(remote.custom_fields),
    name: derived("first name and last name, one after the other", ({ remote }) => fullName(remote)),
    first_name: ({ remote }) => Wire.text(remote.first_name),
    last_name: ({ remote }) => Wire.text(remote.last_name),
    company: ({ remote }) => Wire.text(remote.company),
    title: ({ remote }) => Wire.text(remote.title),
    headline: absent("Greenhouse has none"),
    summary: absent("Greenhouse has none"),
    emails: ({ remote }) => addresses(remote.email_addresses),
    phones: ({ remote }) => addresses(remote.phone_numbers),
    urls: derived("web sites, then social media", ({ remote }) =>
      remote.website_addresses || remote.social_media_addresses
        ? addresses([...(remote.website_addresses ?? []), ...(remote.social_media_addresses ?? [])])
        : null
    ),
    locations: ({ remote }) =>
      Wire.list(remote.addresses, ({ value }) => {
        const text = Wire.text(value)
        return text === null ? null : Part.addressText(text)
      }),
    date_of_birth: absent("Greenhouse has none"),
    avatar: absent("Harvest v3 has no pictures"),
    experiences: ({ employments }) => Wire.list(employments, experience),
    education: derived(
      "the options' names; without a day, the year and the month that stand beside it",
      ({ educations, options }) => Wire.list(educations, (one) => education(one, options))
    ),
    skills: absent("Greenhouse has none"),
    tags: ({ remote }) => Wire.list(remote.tags, Wire.text),
    sources: derived("the sources of the applications", ({ sources }) => {
      const names = Wire.list(sources, ({ name }) => Wire.text(name))
      return names === null ? null : Wire.distinct(names)
    }),
    origin: absent("Greenhouse has sources, whose names are the customer's"),
    is_private: derived("null, as Greenhouse writes for most candidates, stands for no", ({ remote }) =>
      remote.private === null ? false : (remote.private ?? null)
    ),
    can_email: ({ remote }) => remote.can_email ?? null,
    is_anonymized: absent("Greenhouse blanks an anonymised candidate's fields and leaves no mark"),
    external_identifier: absent("Greenhouse has none; customers use custom fields"),
    web_url: absent("Harvest v3 gives none"),
    last_interaction_at: ({ remote }) => Wire.instant(remote.last_activity_at),
    application_ids: ({ applications }) => named(applications, ({ id }) => id),
    attachment_ids: absent("attachments name their candidate"),
    tag_ids: ({ tagged }) => named(tagged, ({ candidate_tag_id }) => candidate_tag_id),
    job_ids: ({ applications }) => named(applications, ({ job_id }) => job_id),
    user_id: derived("the recruiter of the newest application", ({ applications }) => recruiter(applications)),
    user_ids: absent("Harvest v3 does not show who follows a candidate")
  }
})
