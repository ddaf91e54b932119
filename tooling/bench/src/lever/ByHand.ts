/**
 * An opportunity by hand: the floor. It checks what it reads, gathers each contact's opportunities, and makes candidates
 * and applications of them with nothing around it.
 */
import type * as ApplicationModel from "@crosswalk/core/ats/Application"
import type * as CandidateModel from "@crosswalk/core/ats/Candidate"
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { Answered } from "@crosswalk/lever/wire/Form"
import type { Application, Opportunity } from "@crosswalk/lever/wire/Opportunity"
import type { Made } from "../Line.ts"
import { fits } from "./FitsByHand.ts"
import { archiveReasons } from "./Records.ts"

type UnifiedCandidate = Model.Mapped<typeof CandidateModel.Candidate>
type UnifiedApplication = Model.Mapped<typeof ApplicationModel.Application>
type Answers = NonNullable<UnifiedApplication["screening_answers"]>
type Answer = Answers[number]
type Maybe<A> = A | null | undefined

const reasons = new Map(archiveReasons.map(({ id, type }) => [id, type]))

const text = (value: Maybe<string>): string | null =>
  value === null || value === undefined || value.trim() === "" ? null : value

const millis = (value: Maybe<number | string>): number | null =>
  value === null || value === undefined || value === "" ? null : Number(value)

const instant = (value: Maybe<number | string>): string | null => {
  const time = millis(value)
  return time === null ? null : new Date(time).toISOString()
}

/** What the members say of a list, each text once. */
const texts = (
  members: ReadonlyArray<Opportunity>,
  key: "emails" | "links" | "tags" | "sources" | "followers"
): Array<string> | null => {
  const [first] = members
  let found: Array<string> | null = null
  if (members.length === 1 && first !== undefined) {
    const values = first[key]
    if (values === null || values === undefined) return null
    found = []
    for (const value of values) if (value.trim() !== "" && !found.includes(value)) found.push(value)
    return found
  }
  for (const member of members) {
    const values = member[key]
    if (values === null || values === undefined) continue
    found ??= []
    for (const value of values) if (value.trim() !== "" && !found.includes(value)) found.push(value)
  }
  return found
}

const identified = (values: ReadonlyArray<string> | null, model: string, identify: Identify): Array<string> | null => {
  if (values === null) return null
  const ids: Array<string> = []
  for (const value of values) ids.push(identify(model, value))
  return ids
}

const untyped = (values: ReadonlyArray<string> | null): UnifiedCandidate["emails"] => {
  if (values === null) return null
  const out = []
  for (const value of values) out.push({ value, type: null })
  return out
}

const origins = new Map<string, NonNullable<NonNullable<UnifiedCandidate["origin"]>["value"]>>([
  ["agency", "AGENCY"],
  ["applied", "APPLIED"],
  ["internal", "INTERNAL"],
  ["referred", "REFERRED"],
  ["sourced", "SOURCED"],
  ["university", "UNIVERSITY"]
])

const phones = (members: ReadonlyArray<Opportunity>): UnifiedCandidate["phones"] => {
  let found: Array<{ value: string; type: string | null }> | null = null
  for (const member of members) {
    if (member.phones === null || member.phones === undefined) continue
    found ??= []
    for (const phone of member.phones) {
      const value = text(phone.value)
      const type = text(phone.type)
      if (value !== null && !found.some((known) => known.value === value && known.type === type))
        found.push({ value, type })
    }
  }
  return found
}

const candidate = (contact: string, members: ReadonlyArray<Opportunity>, identify: Identify): UnifiedCandidate => {
  const ordered =
    members.length === 1 ? members : members.toSorted((a, b) => (millis(a.createdAt) ?? 0) - (millis(b.createdAt) ?? 0))
  let name: string | null = null
  let headline: string | null = null
  let company: string | null = null
  let owner: string | null = null
  let web: string | null = null
  let origin: string | null = null
  let mayContact: boolean | null = null
  let created: number | null = null
  let updated: number | null = null
  let interacted: number | null = null
  let refused = false
  let confidential = false
  let open = 0
  let anonymous = 0
  let known = 0
  // From the oldest to the newest, so that what was said last stays.
  for (const member of ordered) {
    name = text(member.name) ?? name
    headline = text(member.headline) ?? headline
    owner = text(member.owner) ?? owner
    web = text(member.urls?.show) ?? web
    origin ??= text(member.origin)
    const [application] = member.applications ?? []
    if (application !== undefined && typeof application !== "string") company = text(application.company) ?? company
    const allowed = member.dataProtection?.contact?.allowed ?? null
    mayContact = allowed ?? mayContact
    if (allowed === false) refused = true
    if (member.confidentiality === "confidential") confidential = true
    else if (member.confidentiality === "non-confidential") open++
    if (member.isAnonymized === true) anonymous++
    if (member.isAnonymized === false) known++
    const at = millis(member.createdAt)
    if (at !== null && (created === null || at < created)) created = at
    const change = millis(member.updatedAt)
    if (change !== null && (updated === null || change > updated)) updated = change
    const touch = millis(member.lastInteractionAt)
    if (touch !== null && (interacted === null || touch > interacted)) interacted = touch
  }
  const isAnonymized = known > 0 ? false : anonymous === members.length ? true : null

  let locations: Array<string> | null = null
  let applications: Array<string> | null = null
  let jobs: Array<string> | null = null
  for (const member of members) {
    if (member.location !== undefined) {
      locations ??= []
      const location = text(member.location)
      if (location !== null && !locations.includes(location)) locations.push(location)
    }
    if (member.applications === null || member.applications === undefined) continue
    applications ??= []
    for (const application of member.applications) {
      if (typeof application === "string") {
        applications.push(identify("application", application))
        continue
      }
      applications.push(identify("application", application.id))
      jobs ??= []
      const job = text(application.posting)
      const id = job === null ? null : identify("job", job)
      if (id !== null && !jobs.includes(id)) jobs.push(id)
    }
    if (member.applications.length === 0) jobs ??= []
  }
  const addresses = []
  for (const raw of locations ?? [])
    addresses.push({ street_1: null, street_2: null, city: null, state: null, zip_code: null, country: null, raw })

  const tags = texts(members, "tags")
  const whole = name === null ? "" : name.trim()
  const space = whole.search(/\s/)
  return {
    remote_id: contact,
    remote_created_at: instant(created),
    remote_updated_at: instant(updated),
    custom_fields: null,
    name,
    first_name: whole === "" ? null : space < 0 ? whole : whole.slice(0, space),
    last_name: space < 0 ? null : whole.slice(space).trim(),
    company,
    title: null,
    headline,
    summary: null,
    emails: untyped(texts(members, "emails")),
    phones: phones(members),
    urls: untyped(texts(members, "links")),
    locations: locations === null ? null : addresses,
    date_of_birth: null,
    avatar: null,
    experiences: null,
    education: null,
    skills: null,
    tags,
    sources: texts(members, "sources"),
    origin: origin === null ? null : { value: origins.get(origin) ?? null, remote: origin },
    is_private: confidential ? true : open === members.length ? false : null,
    can_email: isAnonymized === true || refused ? false : mayContact,
    is_anonymized: isAnonymized,
    external_identifier: null,
    web_url: web,
    last_interaction_at: instant(interacted),
    application_ids: applications,
    attachment_ids: null,
    tag_ids: identified(tags, "tag", identify),
    job_ids: jobs,
    user_id: owner === null ? null : identify("employee", owner),
    user_ids: identified(texts(members, "followers"), "employee", identify)
  }
}

const questionTypes = new Map<string, NonNullable<NonNullable<Answer["type"]>["value"]>>([
  ["text", "SINGLE_LINE_TEXT"],
  ["textarea", "MULTI_LINE_TEXT"],
  ["note", "MULTI_LINE_TEXT"],
  ["dropdown", "SINGLE_SELECT"],
  ["multiple-choice", "SINGLE_SELECT"],
  ["multiple-select", "MULTI_SELECT"],
  ["yes-no", "BOOLEAN"],
  ["date", "DATE"],
  ["currency", "CURRENCY"],
  ["file-upload", "FILE"],
  ["university", "UNIVERSITY"]
])

const answer = (field: Answered): Answer => {
  const { type, value } = field
  let choices: ReadonlyArray<string> | null = null
  let boolean: boolean | null = null
  let number: number | null = null
  let date: string | null = null
  let plain: string | null = null
  let raw: string | null = null
  if (value !== null && value !== undefined && value !== "") {
    if (type === "multiple-select" && Array.isArray(value) && value.every((entry) => typeof entry === "string"))
      choices = value
    else if ((type === "dropdown" || type === "multiple-choice") && typeof value === "string") choices = [value]
    else if (type === "yes-no" && (value === "yes" || value === "no")) boolean = value === "yes"
    else if (type === "date" && typeof value === "number") date = new Date(value).toISOString().slice(0, 10)
    else if (type === "currency" && typeof value === "number") number = value
    else if (typeof value === "string") plain = value
    else raw = JSON.stringify(value)
  }
  return {
    question_remote_id: text(field.id),
    title: text(field.text),
    type:
      type === null || type === undefined || type === ""
        ? null
        : { value: questionTypes.get(type) ?? null, remote: type },
    text: plain,
    choices,
    boolean,
    number,
    date,
    raw
  }
}

const answers = (application: Application): Answers | null => {
  if (application.customQuestions === null || application.customQuestions === undefined) return null
  const out: Array<Answer> = []
  for (const form of application.customQuestions) {
    if (form.type === "referral") continue
    for (const field of form.fields ?? []) out.push(answer(field))
  }
  return out
}

const application = (of: Opportunity, item: Application, identify: Identify): UnifiedApplication => {
  const { archived } = of
  const reason = archived?.reason
  const type = reason === null || reason === undefined ? null : (reasons.get(reason) ?? null)
  const created = instant(item.createdAt)
  const ended = archived === null || archived === undefined ? null : instant(archived.archivedAt)
  const credited = text(of.sourcedBy) ?? (item.type === "referral" ? text(item.user) : null)
  const job = text(item.posting)
  const stage = text(of.stage)
  const owner = text(of.owner)
  return {
    remote_id: item.id,
    remote_created_at: created,
    remote_updated_at: instant(of.updatedAt),
    custom_fields: null,
    candidate_id: identify("candidate", of.contact),
    job_id: job === null ? null : identify("job", job),
    stage_id: stage === null ? null : identify("job_interview_stage", stage),
    status:
      archived === null || archived === undefined
        ? { value: "ACTIVE", remote: null }
        : type === null
          ? null
          : { value: type === "hired" ? "HIRED" : type === "non-hired" ? "REJECTED" : null, remote: type },
    phase: null,
    applied_at: created,
    hired_at: type === "hired" ? ended : null,
    rejected_at: type === "non-hired" ? ended : null,
    reject_reason_id: type === "non-hired" && reason ? identify("reject_reason", reason) : null,
    source: text(of.sources?.[0]),
    summary: null,
    screening_answers: answers(item),
    web_url: text(of.urls?.show),
    offer_ids: null,
    interview_ids: null,
    credited_to_id: credited === null ? null : identify("employee", credited),
    user_id: owner === null ? null : identify("employee", owner)
  }
}

/** Maps opportunities that fit. */
export const map = (opportunities: ReadonlyArray<Opportunity>, identify: Identify): ReadonlyArray<Made> => {
  const contacts = new Map<string, Array<Opportunity>>()
  for (const opportunity of opportunities) {
    const members = contacts.get(opportunity.contact)
    if (members === undefined) contacts.set(opportunity.contact, [opportunity])
    else members.push(opportunity)
  }
  const made: Array<Made> = []
  for (const [contact, members] of contacts)
    made.push({ model: "candidate", record: candidate(contact, members, identify) })
  for (const opportunity of opportunities) {
    for (const item of opportunity.applications ?? []) {
      const record = application(opportunity, typeof item === "string" ? { id: item } : item, identify)
      made.push({ model: "application", record })
    }
  }
  return made
}

/** Checks and maps a page's opportunities. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const opportunities: Array<Opportunity> = []
  for (const item of items) if (fits(item)) opportunities.push(item)
  return map(opportunities, identify)
}
