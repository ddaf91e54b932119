/** Job ← posting, with headcount and pay from its requisitions. */
import { Job } from "@crosswalk/core/ats/Job"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { postings, requisitions } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import type { Posting, Requisition } from "../wire/Posting.ts"
import { departments } from "./Department.ts"
import { offices } from "./Office.ts"
import * as Pay from "./Pay.ts"

// `internal` is open on the internal job site; `rejected` was refused by an approver.
const status = vocabulary({
  published: "OPEN",
  internal: "OPEN",
  draft: "DRAFT",
  pending: "PENDING",
  closed: "CLOSED",
  rejected: "CLOSED"
})

// Customers write the commitment as they like; these are the words that mean one thing only.
const commitment = vocabulary({
  "Full-time": "FULL_TIME",
  "Full-Time": "FULL_TIME",
  "Full time": "FULL_TIME",
  "Part-time": "PART_TIME",
  "Part-Time": "PART_TIME",
  "Part time": "PART_TIME",
  Contract: "CONTRACTOR",
  Contractor: "CONTRACTOR",
  Intern: "INTERN",
  Internship: "INTERN"
})

const workplace = vocabulary({ "on-site": "ON_SITE", onsite: "ON_SITE", hybrid: "HYBRID", remote: "REMOTE" })

const channel = vocabulary({ public: "PUBLIC", internal: "INTERNAL" })

type Input = { readonly remote: Posting; readonly requisitions: ReadonlyArray<Requisition> | null }

const codes = ({ requisitionCodes, reqCode }: Posting): ReadonlyArray<string> => {
  const listed = Wire.list(requisitionCodes, Wire.text) ?? []
  return listed.length > 0 ? listed : (Wire.list([reqCode], Wire.text) ?? [])
}

// Empty where any of them is out of sight: a part of the requisitions would pass for the whole.
const allRequisitions = ({ remote, requisitions }: Input): ReadonlyArray<Requisition> => {
  const named = codes(remote)
  return requisitions !== null && requisitions.length === named.length ? requisitions : []
}

const openings = (input: Input): number | null => {
  const found = allRequisitions(input)
  let count = 0
  for (const { headcountTotal, headcountInfinite } of found) {
    const total = Wire.integer(headcountTotal)
    if (total === null || headcountInfinite === true) return null
    count += total
  }
  return found.length === 0 ? null : count
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const description = ({ content }: Posting): string | null => {
  const lists = Wire.list(content?.lists, ({ content, text }) => `<h3>${escaped(text ?? "")}</h3>${content ?? ""}`)
  const parts = [
    Wire.text(content?.descriptionHtml) ?? escaped(content?.description ?? ""),
    ...(lists ?? []),
    Wire.text(content?.closingHtml) ?? escaped(content?.closing ?? "")
  ].filter((part) => part !== "")
  return parts.length === 0 ? null : parts.join("\n")
}

const confidentiality = new Map([
  ["confidential", true],
  ["non-confidential", false]
])

const address = (raw: string, country: string | null) => ({ ...Part.addressText(raw), country })

export const job = Mapper.make(Job, Source.one(postings, { requisitions: Source.lookup(requisitions, codes) }), {
  docs: chapter("postings"),
  fields: {
    remote_id: ({ remote }) => remote.id,
    remote_created_at: ({ remote }) => Wire.instantFromMillis(remote.createdAt),
    remote_updated_at: ({ remote }) => Wire.instantFromMillis(remote.updatedAt),
    custom_fields: derived("those of the first requisition", ({ remote, requisitions }) => {
      const [first] = codes(remote)
      return requisitions?.find(({ requisitionCode }) => requisitionCode === first)?.customFields ?? null
    }),
    name: ({ remote }) => Wire.text(remote.text),
    code: derived("the first of the posting's requisition codes", ({ remote }) => codes(remote)[0] ?? null),
    description: derived("description, lists and closing, one after another", ({ remote }) => description(remote)),
    summary: absent("Lever has none"),
    status: ({ remote }) => status(remote.state),
    // The widest channel counts. Postings that are not published have no channels yet, or no longer.
    visibility: derived("public if it is distributed to the public, else as distributed", ({ remote }) =>
      remote.distributionChannels?.includes("public") === true
        ? channel("public")
        : channel(remote.distributionChannels?.[0] ?? (remote.state === "internal" ? "internal" : null))
    ),
    is_confidential: ({ remote }) => confidentiality.get(remote.confidentiality ?? "") ?? null,
    employment_type: ({ remote }) => commitment(remote.categories?.commitment),
    workplace: ({ remote }) => workplace(remote.workplaceType),
    weekly_hours: absent("Lever has none"),
    category: absent("Lever has none"),
    industry: absent("Lever has none"),
    experience_level: ({ remote }) => Wire.text(remote.categories?.level),
    minimum_experience: absent("Lever has none"),
    minimum_degree: absent("Lever has none"),
    skills: absent("Lever has none"),
    language: absent("Lever does not tell"),
    pay_ranges: derived("the posting's range; without one, the bands of its requisitions", (input) => {
      const bands = input.remote.salaryRange
        ? [input.remote.salaryRange]
        : allRequisitions(input).flatMap(({ compensationBand }) => (compensationBand ? [compensationBand] : []))
      return bands.length === 0 ? null : bands.map(Pay.range)
    }),
    // The posting's country is that of its main location.
    locations: ({ remote }) =>
      remote.categories
        ? offices(remote).map((raw) =>
            address(raw, raw === remote.categories?.location ? Wire.text(remote.country) : null)
          )
        : null,
    urls: ({ remote }) =>
      remote.urls
        ? Wire.list(["show", "apply"] as const, (type) => {
            const value = Wire.text(remote.urls?.[type])
            return value === null ? null : { value, type }
          })
        : null,
    web_url: absent("Lever gives the pages for applicants only"),
    postings: absent("a posting is job and advertisement in one"),
    opening_count: derived("the headcounts of its requisitions together", openings),
    openings: absent("requisitions count heads and do not list them"),
    opened_at: absent("Lever tells when a posting was created, not when it was opened"),
    closed_at: absent("Lever does not tell"),
    department_ids: ({ remote }) => departments(remote),
    office_ids: ({ remote }) => offices(remote),
    stage_ids: absent("all jobs share the account's stages"),
    screening_question_ids: absent("questions name their job"),
    user_id: ({ remote }) => Wire.text(remote.owner),
    hiring_manager_ids: ({ remote }) => Wire.list([remote.hiringManager], Wire.text),
    recruiter_ids: derived("the owner, who looks after everybody who applies", ({ remote }) =>
      Wire.list([remote.owner], Wire.text)
    ),
    coordinator_ids: absent("Lever has none"),
    sourcer_ids: absent("Lever has none"),
    interviewer_ids: absent("Lever names interviewers on interviews only"),
    user_ids: derived("who follows the posting", ({ remote }) => remote.followers ?? null)
  }
})
