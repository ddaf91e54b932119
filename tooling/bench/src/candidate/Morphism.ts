/** The candidate mapped by morphism, which checks nothing. */
import type { Identify } from "@crosswalk/core/Id"
import { createRequire } from "node:module"
import type { Made } from "../Line.ts"
import type { Person } from "./Mapping.ts"
import { date, instant, origin, text, value } from "./Readers.ts"

// Its module says that it is CommonJS and means it: what importing it gives depends on who imports.
const { morphism }: typeof import("morphism") = createRequire(import.meta.url)("morphism")

const postal = morphism({
  street_1: { path: "line", fn: text },
  street_2: () => null,
  city: { path: "city", fn: text },
  state: { path: "region", fn: text },
  zip_code: { path: "postcode", fn: text },
  country: { path: "country", fn: text },
  raw: () => null
})
const labelled = (path: string) => morphism({ value: path, type: { path: "label", fn: text } })
const mail = labelled("address")
const phone = labelled("number")
const link = labelled("href")
const experience = morphism({
  title: { path: "role", fn: text },
  company: { path: "employer", fn: text },
  location: { path: "place", fn: text },
  summary: () => null,
  started_on: { path: "from", fn: text },
  ended_on: { path: "until", fn: text }
})
const education = morphism({
  institution: { path: "school", fn: text },
  degree: { path: "degree", fn: text },
  field: { path: "subject", fn: text },
  summary: () => null,
  started_on: { path: "from", fn: text },
  ended_on: { path: "until", fn: text }
})

type Uids = ReadonlyArray<{ readonly uid: string }>

let identify: Identify = () => ""
const id = (model: string) => (uid: string) => identify(model, uid)
const ids = (model: string) => (entries: Uids) => entries.map(({ uid }) => identify(model, uid))

const candidate = morphism({
  remote_id: "uid",
  remote_created_at: { path: "created", fn: instant },
  remote_updated_at: { path: "changed", fn: instant },
  custom_fields: { path: "extras", fn: value },
  name: { path: "display", fn: text },
  first_name: { path: "given", fn: text },
  last_name: { path: "family", fn: text },
  company: { path: "employer", fn: text },
  title: { path: "role", fn: text },
  headline: { path: "blurb", fn: text },
  summary: { path: "summary", fn: text },
  emails: { path: "mails", fn: mail },
  phones: { path: "phones", fn: phone },
  urls: { path: "pages", fn: link },
  locations: { path: "places", fn: postal },
  date_of_birth: { path: "born", fn: date },
  avatar: { path: "picture", fn: text },
  experiences: { path: "posts", fn: experience },
  education: { path: "schools", fn: education },
  skills: { path: "skills", fn: value },
  tags: { path: "labels", fn: (labels: Person["labels"]) => labels?.map(({ text }) => text) ?? null },
  sources: { path: "channels", fn: value },
  origin: { path: "entry", fn: origin },
  is_private: { path: "confidential", fn: value },
  can_email: () => null,
  is_anonymized: { path: "anonymous", fn: value },
  external_identifier: () => null,
  web_url: { path: "link", fn: text },
  last_interaction_at: { path: "touched", fn: instant },
  application_ids: { path: "applications", fn: ids("application") },
  attachment_ids: { path: "files", fn: ids("attachment") },
  tag_ids: { path: "labels", fn: ids("tag") },
  job_ids: {
    path: "applications",
    fn: (entries: Person["applications"]) => entries?.map(({ job }) => id("job")(job?.uid ?? "")) ?? null
  },
  user_id: { path: "owner", fn: (owner: Person["owner"]) => (owner ? id("employee")(owner.uid) : null) },
  user_ids: { path: "watchers", fn: ids("employee") }
})

/** Maps a page's records. */
export const read = (items: ReadonlyArray<unknown>, identifying: Identify): ReadonlyArray<Made> => {
  identify = identifying
  return items.map((item) => ({ model: "candidate", record: candidate(item) }))
}
