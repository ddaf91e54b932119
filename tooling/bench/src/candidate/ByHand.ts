/**
 * The same candidate by hand: the floor. It checks what it reads and turns it into the unified record with plain loops
 * and nothing around them, as somebody would write it who had to be fast.
 */
import type * as Candidate from "@crosswalk/core/ats/Candidate"
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import { origins, type Person } from "./Mapping.ts"

/** The unified candidate as mapped. */
export type Mapped = Model.Mapped<typeof Candidate.Candidate>

type Maybe<A> = A | null | undefined
type Uid = { readonly uid: string }

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const fitsText = (value: unknown): boolean => value === null || value === undefined || typeof value === "string"
const fitsFlag = (value: unknown): boolean => value === null || value === undefined || typeof value === "boolean"

const fitsTexts = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) if (typeof value[at] !== "string") return false
  return true
}

const fitsUid = (value: unknown): boolean => isObject(value) && typeof value.uid === "string"

const fitsUids = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) if (!fitsUid(value[at])) return false
  return true
}

/** A list of objects with a text at `key` and a label. */
const fitsLabelled = (value: unknown, key: "address" | "number" | "href"): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const entry: unknown = value[at]
    if (!isObject(entry) || typeof entry[key] !== "string" || !fitsText(entry.label)) return false
  }
  return true
}

const fitsLabels = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const entry: unknown = value[at]
    if (!isObject(entry) || typeof entry.uid !== "string" || typeof entry.text !== "string") return false
  }
  return true
}

const fitsPlaces = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const entry: unknown = value[at]
    if (
      !isObject(entry) ||
      !fitsText(entry.line) ||
      !fitsText(entry.city) ||
      !fitsText(entry.region) ||
      !fitsText(entry.postcode) ||
      !fitsText(entry.country)
    )
      return false
  }
  return true
}

const fitsPosts = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const entry: unknown = value[at]
    if (
      !isObject(entry) ||
      !fitsText(entry.role) ||
      !fitsText(entry.employer) ||
      !fitsText(entry.place) ||
      !fitsText(entry.from) ||
      !fitsText(entry.until)
    )
      return false
  }
  return true
}

const fitsSchools = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const entry: unknown = value[at]
    if (
      !isObject(entry) ||
      !fitsText(entry.school) ||
      !fitsText(entry.degree) ||
      !fitsText(entry.subject) ||
      !fitsText(entry.from) ||
      !fitsText(entry.until)
    )
      return false
  }
  return true
}

const fitsApplications = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const entry: unknown = value[at]
    if (!isObject(entry) || typeof entry.uid !== "string") return false
    if (entry.job !== null && entry.job !== undefined && !fitsUid(entry.job)) return false
  }
  return true
}

export const fits = (value: unknown): value is Person =>
  isObject(value) &&
  typeof value.uid === "string" &&
  value.uid !== "" &&
  fitsText(value.given) &&
  fitsText(value.family) &&
  fitsText(value.display) &&
  fitsText(value.employer) &&
  fitsText(value.role) &&
  fitsText(value.blurb) &&
  fitsText(value.summary) &&
  fitsLabelled(value.mails, "address") &&
  fitsLabelled(value.phones, "number") &&
  fitsLabelled(value.pages, "href") &&
  fitsPlaces(value.places) &&
  fitsText(value.born) &&
  fitsText(value.picture) &&
  fitsPosts(value.posts) &&
  fitsSchools(value.schools) &&
  fitsTexts(value.skills) &&
  fitsLabels(value.labels) &&
  fitsTexts(value.channels) &&
  fitsText(value.entry) &&
  fitsFlag(value.confidential) &&
  fitsFlag(value.anonymous) &&
  fitsText(value.link) &&
  fitsText(value.created) &&
  fitsText(value.changed) &&
  fitsText(value.touched) &&
  fitsApplications(value.applications) &&
  fitsUids(value.files) &&
  (value.owner === null || value.owner === undefined || fitsUid(value.owner)) &&
  fitsUids(value.watchers) &&
  (value.extras === null || value.extras === undefined || isObject(value.extras))

const text = (value: Maybe<string>): string | null =>
  value === null || value === undefined || value.trim() === "" ? null : value

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

const instant = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined) return null
  if (canonical.test(value)) return value
  const millis = Date.parse(value)
  return Number.isNaN(millis) ? null : new Date(millis).toISOString()
}

const day = /^\d{4}-\d{2}-\d{2}/

const date = (value: Maybe<string>): string | null => day.exec(value ?? "")?.[0] ?? null

const texts = (values: Maybe<ReadonlyArray<string>>): Array<string> | null => {
  if (values === null || values === undefined) return null
  const out: Array<string> = []
  for (const value of values) if (value.trim() !== "") out.push(value)
  return out
}

const uids = (entries: Maybe<ReadonlyArray<Uid>>, model: string, identify: Identify): Array<string> | null => {
  if (entries === null || entries === undefined) return null
  const out: Array<string> = []
  for (const { uid } of entries) if (uid !== "") out.push(identify(model, uid))
  return out
}

const emails = (mails: Person["mails"]): Mapped["emails"] => {
  if (mails === null || mails === undefined) return null
  const out = []
  for (const mail of mails) out.push({ value: mail.address, type: text(mail.label) })
  return out
}

const numbers = (phones: Person["phones"]): Mapped["phones"] => {
  if (phones === null || phones === undefined) return null
  const out = []
  for (const phone of phones) out.push({ value: phone.number, type: text(phone.label) })
  return out
}

const urls = (pages: Person["pages"]): Mapped["urls"] => {
  if (pages === null || pages === undefined) return null
  const out = []
  for (const page of pages) out.push({ value: page.href, type: text(page.label) })
  return out
}

const locations = (places: Person["places"]): Mapped["locations"] => {
  if (places === null || places === undefined) return null
  const out = []
  for (const place of places)
    out.push({
      street_1: text(place.line),
      street_2: null,
      city: text(place.city),
      state: text(place.region),
      zip_code: text(place.postcode),
      country: text(place.country),
      raw: null
    })
  return out
}

const experiences = (posts: Person["posts"]): Mapped["experiences"] => {
  if (posts === null || posts === undefined) return null
  const out = []
  for (const post of posts)
    out.push({
      title: text(post.role),
      company: text(post.employer),
      location: text(post.place),
      summary: null,
      started_on: text(post.from),
      ended_on: text(post.until)
    })
  return out
}

const education = (schools: Person["schools"]): Mapped["education"] => {
  if (schools === null || schools === undefined) return null
  const out = []
  for (const school of schools)
    out.push({
      institution: text(school.school),
      degree: text(school.degree),
      field: text(school.subject),
      summary: null,
      started_on: text(school.from),
      ended_on: text(school.until)
    })
  return out
}

const tags = (labels: Person["labels"]): Mapped["tags"] => {
  if (labels === null || labels === undefined) return null
  const out: Array<string> = []
  for (const label of labels) if (label.text.trim() !== "") out.push(label.text)
  return out
}

const jobs = (applications: Person["applications"], identify: Identify): Mapped["job_ids"] => {
  if (applications === null || applications === undefined) return null
  const out: Array<string> = []
  for (const { job } of applications)
    if (job !== null && job !== undefined && job.uid !== "") out.push(identify("job", job.uid))
  return out
}

const words = new Map<string, (typeof origins)[keyof typeof origins]>(Object.entries(origins))

const origin = (entry: Maybe<string>): Mapped["origin"] =>
  entry === null || entry === undefined || entry === "" ? null : { value: words.get(entry) ?? null, remote: entry }

/** The unified record of one that fits. */
export const map = (person: Person, identify: Identify): Mapped => ({
  remote_id: person.uid,
  remote_created_at: instant(person.created),
  remote_updated_at: instant(person.changed),
  custom_fields: person.extras ?? null,
  name: text(person.display),
  first_name: text(person.given),
  last_name: text(person.family),
  company: text(person.employer),
  title: text(person.role),
  headline: text(person.blurb),
  summary: text(person.summary),
  emails: emails(person.mails),
  phones: numbers(person.phones),
  urls: urls(person.pages),
  locations: locations(person.places),
  date_of_birth: date(person.born),
  avatar: text(person.picture),
  experiences: experiences(person.posts),
  education: education(person.schools),
  skills: texts(person.skills),
  tags: tags(person.labels),
  sources: texts(person.channels),
  origin: origin(person.entry),
  is_private: person.confidential ?? null,
  can_email: null,
  is_anonymized: person.anonymous ?? null,
  external_identifier: null,
  web_url: text(person.link),
  last_interaction_at: instant(person.touched),
  application_ids: uids(person.applications, "application", identify),
  attachment_ids: uids(person.files, "attachment", identify),
  tag_ids: uids(person.labels, "tag", identify),
  job_ids: jobs(person.applications, identify),
  user_id: person.owner === null || person.owner === undefined ? null : identify("employee", person.owner.uid),
  user_ids: uids(person.watchers, "employee", identify)
})

/** Checks and maps one of the vendor's records; null when it does not fit. */
export const read = (raw: unknown, identify: Identify): Mapped | null => (fits(raw) ? map(raw, identify) : null)
