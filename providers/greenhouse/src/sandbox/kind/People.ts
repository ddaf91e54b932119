/**
 * Candidates and what belongs to the person: educations, employments, tags.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Persons from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { companies, departments, places, schools } from "@crosswalk/sandbox/Vocabulary"
import type { Account } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as CustomFields from "../CustomFields.ts"
import * as Facts from "../Facts.ts"
import type { Kind } from "../Kind.ts"
import { above, slots } from "../Kind.ts"
import * as Wire from "../Wire.ts"
import { tagNames } from "./Tables.ts"

const phoneTypes = ["mobile", "home", "work", "skype", "other"] as const
const websiteTypes = ["personal", "company", "portfolio", "blog", "other"] as const

const typed = (value: string, type: string): JsonObject => ({ value, type })

/** A blank where anonymising took everything away. */
export const anonymized: JsonObject = {
  first_name: null,
  last_name: null,
  preferred_name: null,
  company: null,
  title: null,
  can_email: false,
  time_zone: null,
  phone_numbers: [],
  addresses: [],
  email_addresses: [],
  website_addresses: [],
  social_media_addresses: [],
  custom_fields: {}
}

const candidate = (account: Account, row: number): JsonObject => {
  const source = account.source("candidates")
  const { name, slug } = Persons.person(source, row, 10)
  const [first = "", ...rest] = name.split(" ")
  const title = Seeded.pick(source, row, 12, Seeded.pick(source, row, 13, departments).titles)
  const email = Persons.email(source, row, 14, slug)
  const emails = [typed(email, "personal"), typed(email.toUpperCase(), "work")].slice(0, row % 8 === 3 ? 2 : 1)
  const phones = Array.from({ length: row === 0 ? 2 : Seeded.bits(source, row, 15) % 3 }, (_, at) =>
    typed(Persons.phone(source, row, 16 + 2 * at), phoneTypes[(row + at) % phoneTypes.length] ?? "other")
  )
  const isBlank = row === 8 || (row > 9 && Seeded.chance(source, row, 22, 0.008))
  return {
    first_name: row === 4 ? "" : first,
    last_name: rest.join(" "),
    preferred_name: row % 9 === 5 ? first.slice(0, 3) || null : null,
    company: row % 10 === 4 ? null : Seeded.pick(source, row, 23, companies),
    title: row % 7 === 3 ? null : title,
    last_activity_at: row === 6 ? null : Wire.instant(Facts.candidateChangedAt(account, row) - 5000),
    private: row === 7 ? null : Facts.isPrivate(account, row),
    can_email: row % 11 !== 2,
    time_zone: row % 4 === 1 ? "America/New_York" : null,
    tags: tagRows(row).map((tag) => tagNames[tag] ?? ""),
    linked_user_ids: row === 0 ? [id(account, "users", 2)] : [],
    phone_numbers: phones,
    addresses: row % 3 === 2 ? [] : [typed(Seeded.pick(source, row, 24, places), row % 2 === 0 ? "home" : "other")],
    email_addresses: row === 5 ? [] : emails,
    website_addresses:
      row % 4 === 0 ? [typed(`https://${slug}.example.org/?from=cv&lang=en`, websiteTypes[row % 5] ?? "other")] : [],
    social_media_addresses: row % 3 === 0 ? [{ value: `linkedin.com/in/sandbox-${slug}-${row}` }] : [],
    custom_fields: CustomFields.candidate(account, row),
    ...(isBlank ? anonymized : {})
  }
}

/** The tags of a candidate as rows of `candidate_tags`. */
const tagRows = (row: number): ReadonlyArray<number> =>
  Array.from({ length: Facts.tagCount(row) }, (_, at) => (row / 3 + at) % tagNames.length)

const education = (account: Account, row: number): JsonObject => {
  const source = account.source("candidate_educations")
  const end = 2005 + (Seeded.bits(source, row, 1) % 15)
  return {
    candidate_id: id(account, "candidates", row),
    school_name_custom_field_option_id: CustomFields.optionId(account, "school_name", row % schools.length),
    degree_custom_field_option_id: row % 6 === 2 ? null : CustomFields.optionId(account, "degree", row % 3),
    discipline_custom_field_option_id: CustomFields.optionId(account, "discipline", row % 3),
    start_at: `${end - 4}-09-01T00:00:00.000Z`,
    end_at: row % 10 === 4 ? null : `${end}-06-30T00:00:00.000Z`,
    latest: true,
    start_date_month: 9,
    start_date_year: end - 4,
    end_date_month: row % 10 === 4 ? null : 6,
    end_date_year: row % 10 === 4 ? null : end
  }
}

const employment = (account: Account, row: number): JsonObject => {
  const source = account.source("candidate_employments")
  const at = row % 2
  const candidate = above(2, row)
  const end = Facts.cameAt(account, candidate) - at * 900 * day - 30 * day
  return {
    candidate_id: id(account, "candidates", candidate),
    company_name: Seeded.pick(source, row, 1, companies),
    title: Seeded.pick(source, row, 2, Seeded.pick(source, row, 3, departments).titles),
    start_date: Wire.date(end - 800 * day),
    end_date: at === 0 ? null : Wire.date(end),
    latest: at === 0
  }
}

const below = (rows: (parent: number) => ReadonlyArray<number>) =>
  ({ parent: { list: "candidates", field: "candidate_id", rows } }) as const

export const make = (account: Account): ReadonlyArray<Kind> => {
  const size = account.candidates
  const came = (width: number) => (row: number) => Facts.cameAt(account, above(width, row))
  const changed = (width: number) => (row: number) => Facts.candidateChangedAt(account, above(width, row))
  return [
    {
      list: "candidates",
      singular: "candidate",
      size,
      createdAt: came(1),
      updatedAt: changed(1),
      fields: (row) => candidate(account, row)
    },
    {
      list: "candidate_educations",
      singular: "candidate_education",
      size,
      exists: (row) => row % 2 === 0,
      createdAt: came(1),
      updatedAt: came(1),
      fields: (row) => education(account, row),
      ...below(slots(1))
    },
    {
      list: "candidate_employments",
      singular: "candidate_employment",
      size: size * 2,
      exists: (row) => above(2, row) % (row % 2 === 0 ? 3 : 6) === 0,
      createdAt: came(2),
      updatedAt: came(2),
      fields: (row) => employment(account, row),
      ...below(slots(2))
    },
    {
      list: "applied_candidate_tags",
      singular: "applied_candidate_tag",
      size: size * 2,
      exists: (row) => row % 2 < Facts.tagCount(above(2, row)),
      createdAt: changed(2),
      updatedAt: changed(2),
      fields: (row) => ({
        candidate_tag_id: id(account, "candidate_tags", tagRows(above(2, row))[row % 2] ?? 0),
        candidate_id: id(account, "candidates", above(2, row))
      }),
      ...below(slots(2))
    }
  ]
}
