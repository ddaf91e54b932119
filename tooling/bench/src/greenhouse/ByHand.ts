/**
 * A candidate by hand: the floor. It checks what it reads, gathers the rows that name each candidate, and makes
 * candidates of them with nothing around it.
 */
import type * as CandidateModel from "@crosswalk/core/ats/Candidate"
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { Application } from "@crosswalk/greenhouse/wire/Application"
import type {
  AppliedCandidateTag,
  Candidate,
  CandidateEducation,
  CandidateEmployment
} from "@crosswalk/greenhouse/wire/Candidate"
import type { Made } from "../Line.ts"
import { rows } from "../Lists.ts"
import { isApplication, isCandidate, isEducation, isEmployment, isTagged } from "./FitsByHand.ts"
import { standing } from "./Records.ts"

type Unified = Model.Mapped<typeof CandidateModel.Candidate>
type Addresses = Candidate["email_addresses"]
type Tagged = typeof AppliedCandidateTag.Type
type Maybe<A> = A | null | undefined
type Id = Maybe<string | number>

/** Names by ids, of the lists that an account has once. */
const names = (list: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const row of standing[list] ?? [])
    if (typeof row === "object" && row !== null && "id" in row && "name" in row && typeof row.name === "string")
      found.set(String(row.id), row.name)
  return found
}

const sourceNames = names("sources")
const optionNames = names("custom_field_options")

const text = (value: Maybe<string>): string | null =>
  value === null || value === undefined || value.trim() === "" ? null : value

const isoInstant = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

const instant = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined) return null
  if (isoInstant.test(value)) return value
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const isoDate = /^\d{4}-\d{2}-\d{2}/

const date = (value: Maybe<string>): string | null =>
  value !== null && value !== undefined && isoDate.test(value) ? value.slice(0, 10) : null

const addresses = (values: Addresses, into: Array<{ value: string; type: string | null }> = []) => {
  if (values === null || values === undefined) return null
  for (const { type, value } of values) {
    const found = text(value)
    if (found !== null) into.push({ value: found, type: text(type) })
  }
  return into
}

const urls = ({ social_media_addresses, website_addresses }: Candidate): Unified["urls"] => {
  if (!website_addresses && !social_media_addresses) return null
  const found: Array<{ value: string; type: string | null }> = []
  addresses(website_addresses, found)
  addresses(social_media_addresses, found)
  return found
}

const locations = (values: Addresses): Unified["locations"] => {
  if (values === null || values === undefined) return null
  const found = []
  for (const { value } of values) {
    const raw = text(value)
    if (raw !== null)
      found.push({ street_1: null, street_2: null, city: null, state: null, zip_code: null, country: null, raw })
  }
  return found
}

const customFields = (fields: Candidate["custom_fields"]): Unified["custom_fields"] => {
  if (fields === null || fields === undefined) return null
  const found: Record<string, unknown> = {}
  for (const key in fields) {
    const field = fields[key]
    found[key] = typeof field === "object" && field !== null && "value" in field ? (field.value ?? null) : field
  }
  return found
}

const nameOf = (names: ReadonlyMap<string, string>, id: Id): string | null =>
  id === null || id === undefined ? null : text(names.get(String(id)))

const monthOf = (day: Maybe<string>, year: Id, month: Id): string | null => {
  const known = date(day)
  if (known !== null || year === null || year === undefined) return known
  return month === null || month === undefined ? String(year) : `${year}-${String(month).padStart(2, "0")}`
}

const education = (row: CandidateEducation) => ({
  institution: nameOf(optionNames, row.school_name_custom_field_option_id),
  degree: nameOf(optionNames, row.degree_custom_field_option_id),
  field: nameOf(optionNames, row.discipline_custom_field_option_id),
  summary: null,
  started_on: monthOf(row.start_at, row.start_date_year, row.start_date_month),
  ended_on: monthOf(row.end_at, row.end_date_year, row.end_date_month)
})

const experience = (row: CandidateEmployment) => ({
  title: text(row.title),
  company: text(row.company_name),
  location: null,
  summary: null,
  started_on: date(row.start_date),
  ended_on: date(row.end_date)
})

const add = (id: Id, model: string, identify: Identify, into: Array<string>) => {
  if (id === null || id === undefined || id === "") return
  const found = identify(model, String(id))
  if (!into.includes(found)) into.push(found)
}

/** What other lists tell of a candidate. */
interface Person {
  readonly remote: Candidate
  readonly applications: Array<Application>
  readonly educations: Array<CandidateEducation>
  readonly employments: Array<CandidateEmployment>
  readonly tagged: Array<Tagged>
}

const candidate = (id: string, person: Person, identify: Identify): Unified => {
  const { applications, educations, employments, remote, tagged } = person
  const applicationIds: Array<string> = []
  const jobIds: Array<string> = []
  const sources: Array<string> = []
  let newest: Application | undefined
  for (const application of applications) {
    add(application.id, "application", identify, applicationIds)
    add(application.job_id, "job", identify, jobIds)
    const source = nameOf(sourceNames, application.source_id)
    if (source !== null && !sources.includes(source)) sources.push(source)
    if (newest === undefined || (application.created_at ?? "") > (newest.created_at ?? "")) newest = application
  }
  const recruiter = newest?.recruiter_id
  const tagIds: Array<string> = []
  for (const { candidate_tag_id } of tagged) add(candidate_tag_id, "tag", identify, tagIds)
  const tags = []
  for (const tag of remote.tags ?? []) if (tag.trim() !== "") tags.push(tag)

  const first = text(remote.first_name)
  const last = text(remote.last_name)
  return {
    remote_id: id,
    remote_created_at: instant(remote.created_at),
    remote_updated_at: instant(remote.updated_at),
    custom_fields: customFields(remote.custom_fields),
    name: first === null ? last : last === null ? first : `${first} ${last}`,
    first_name: first,
    last_name: last,
    company: text(remote.company),
    title: text(remote.title),
    headline: null,
    summary: null,
    emails: addresses(remote.email_addresses),
    phones: addresses(remote.phone_numbers),
    urls: urls(remote),
    locations: locations(remote.addresses),
    date_of_birth: null,
    avatar: null,
    experiences: employments.map(experience),
    education: educations.map(education),
    skills: null,
    tags: remote.tags ? tags : null,
    sources,
    origin: null,
    is_private: remote.private === null ? false : (remote.private ?? null),
    can_email: remote.can_email ?? null,
    is_anonymized: null,
    external_identifier: null,
    web_url: null,
    last_interaction_at: instant(remote.last_activity_at),
    application_ids: applicationIds,
    attachment_ids: null,
    tag_ids: tagIds,
    job_ids: jobIds,
    user_id:
      recruiter === null || recruiter === undefined || recruiter === ""
        ? null
        : identify("employee", String(recruiter)),
    user_ids: null
  }
}

/** Checks and maps a page's candidates. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const people = new Map<string, Person>()
  for (const remote of rows(items, "candidates"))
    if (isCandidate(remote))
      people.set(String(remote.id), { remote, applications: [], educations: [], employments: [], tagged: [] })
  for (const row of rows(items, "applications"))
    if (isApplication(row)) people.get(String(row.candidate_id))?.applications.push(row)
  for (const row of rows(items, "candidate_educations"))
    if (isEducation(row)) people.get(String(row.candidate_id))?.educations.push(row)
  for (const row of rows(items, "candidate_employments"))
    if (isEmployment(row)) people.get(String(row.candidate_id))?.employments.push(row)
  for (const row of rows(items, "applied_candidate_tags"))
    if (isTagged(row)) people.get(String(row.candidate_id))?.tagged.push(row)

  const made: Array<Made> = []
  for (const [id, person] of people) made.push({ model: "candidate", record: candidate(id, person, identify) })
  return made
}
