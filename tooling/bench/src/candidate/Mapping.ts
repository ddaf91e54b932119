/** The invented vendor's candidate as a provider package would declare it: what is read, and one rule for each field. */
import * as Candidate from "@crosswalk/core/ats/Candidate"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Vocabulary from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"

const text = Wire.maybe(Schema.String)
const Uid = Schema.Struct({ uid: Schema.String })

/** What is read of the vendor's candidate. */
export const Person = Schema.Struct({
  uid: Schema.String,
  given: text,
  family: text,
  display: text,
  employer: text,
  role: text,
  blurb: text,
  summary: text,
  mails: Wire.maybe(Schema.Array(Schema.Struct({ address: Schema.String, label: text }))),
  phones: Wire.maybe(Schema.Array(Schema.Struct({ number: Schema.String, label: text }))),
  pages: Wire.maybe(Schema.Array(Schema.Struct({ href: Schema.String, label: text }))),
  places: Wire.maybe(
    Schema.Array(Schema.Struct({ line: text, city: text, region: text, postcode: text, country: text }))
  ),
  born: text,
  picture: text,
  posts: Wire.maybe(Schema.Array(Schema.Struct({ role: text, employer: text, place: text, from: text, until: text }))),
  schools: Wire.maybe(
    Schema.Array(Schema.Struct({ school: text, degree: text, subject: text, from: text, until: text }))
  ),
  skills: Wire.maybe(Schema.Array(Schema.String)),
  labels: Wire.maybe(Schema.Array(Schema.Struct({ uid: Schema.String, text: Schema.String }))),
  channels: Wire.maybe(Schema.Array(Schema.String)),
  entry: text,
  confidential: Wire.maybe(Schema.Boolean),
  anonymous: Wire.maybe(Schema.Boolean),
  link: text,
  created: text,
  changed: text,
  touched: text,
  applications: Wire.maybe(Schema.Array(Schema.Struct({ uid: Schema.String, job: Wire.maybe(Uid) }))),
  files: Wire.maybe(Schema.Array(Uid)),
  owner: Wire.maybe(Uid),
  watchers: Wire.maybe(Schema.Array(Uid)),
  extras: Wire.maybe(Schema.Record(Schema.String, Schema.Unknown))
})

/** The vendor's candidate, as far as it is read. */
export type Person = typeof Person.Type

/** The vendor's words for how somebody came in. */
export const origins = {
  applied: "APPLIED",
  sourced: "SOURCED",
  referral: "REFERRED",
  agency: "AGENCY",
  intern: "INTERNAL"
} as const

const origin = Vocabulary.vocabulary(origins)
const uid = (entry: { readonly uid: string }) => entry.uid

/** The vendor's list of candidates. */
export const people = Resource.make("people", {
  path: "/people",
  wire: Person,
  page: Page.cursor({ items: "people", token: "next", param: "after" }),
  id: (person) => person.uid
})

/** The mapping to the unified candidate. */
export const candidate = Mapper.make(Candidate.Candidate, people, {
  docs: "https://harbour.example.com/docs#people",
  fields: {
    remote_id: uid,
    remote_created_at: (p) => Wire.instant(p.created),
    remote_updated_at: (p) => Wire.instant(p.changed),
    custom_fields: (p) => p.extras ?? null,
    name: (p) => Wire.text(p.display),
    first_name: (p) => Wire.text(p.given),
    last_name: (p) => Wire.text(p.family),
    company: (p) => Wire.text(p.employer),
    title: (p) => Wire.text(p.role),
    headline: (p) => Wire.text(p.blurb),
    summary: (p) => Wire.text(p.summary),
    emails: (p) => Wire.list(p.mails, ({ address, label }) => ({ value: address, type: Wire.text(label) })),
    phones: (p) => Wire.list(p.phones, ({ number, label }) => ({ value: number, type: Wire.text(label) })),
    urls: (p) => Wire.list(p.pages, ({ href, label }) => ({ value: href, type: Wire.text(label) })),
    locations: (p) =>
      Wire.list(p.places, (place) => ({
        street_1: Wire.text(place.line),
        street_2: null,
        city: Wire.text(place.city),
        state: Wire.text(place.region),
        zip_code: Wire.text(place.postcode),
        country: Wire.text(place.country),
        raw: null
      })),
    date_of_birth: (p) => Wire.date(p.born),
    avatar: (p) => Wire.text(p.picture),
    experiences: (p) =>
      Wire.list(p.posts, (post) => ({
        title: Wire.text(post.role),
        company: Wire.text(post.employer),
        location: Wire.text(post.place),
        summary: null,
        started_on: Wire.text(post.from),
        ended_on: Wire.text(post.until)
      })),
    education: (p) =>
      Wire.list(p.schools, (school) => ({
        institution: Wire.text(school.school),
        degree: Wire.text(school.degree),
        field: Wire.text(school.subject),
        summary: null,
        started_on: Wire.text(school.from),
        ended_on: Wire.text(school.until)
      })),
    skills: (p) => Wire.list(p.skills, Wire.text),
    tags: (p) => Wire.list(p.labels, (label) => Wire.text(label.text)),
    sources: (p) => Wire.list(p.channels, Wire.text),
    origin: (p) => origin(p.entry),
    is_private: (p) => p.confidential ?? null,
    can_email: Mapper.absent("the vendor does not tell"),
    is_anonymized: (p) => p.anonymous ?? null,
    external_identifier: Mapper.absent("the vendor does not tell"),
    web_url: (p) => Wire.text(p.link),
    last_interaction_at: (p) => Wire.instant(p.touched),
    application_ids: (p) => p.applications?.map(uid) ?? null,
    attachment_ids: (p) => p.files?.map(uid) ?? null,
    tag_ids: (p) => p.labels?.map(uid) ?? null,
    job_ids: (p) => Wire.list(p.applications, (application) => application.job?.uid ?? null),
    user_id: (p) => p.owner?.uid ?? null,
    user_ids: (p) => p.watchers?.map(uid) ?? null
  }
})
