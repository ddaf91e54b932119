/**
 * The people who work in a simulated account, and where: users, departments, offices, roles. Every seventh user has
 * left and is still named as recruiter and interviewer; the last one is the service account behind tokens without `sub`.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account, ListName } from "../Account.ts"
import { day, id } from "../Account.ts"
import * as CustomFields from "../CustomFields.ts"
import type { Kind } from "../Kind.ts"
import { slots } from "../Kind.ts"

const departments = [
  ["Engineering", null, "D-01"],
  ["Platform", 0, "D-02"],
  ["Data", 0, null],
  ["Sales", null, "D-03"],
  ["People & Culture", null, null],
  ["engineering", null, null]
] as const

export const departmentCount = departments.length

const offices = [
  ["Europe", null, null],
  ["Berlin", 0, "Berlin, Germany"],
  ["Zürich", 0, "Zürich, Switzerland"],
  ["New York", null, "New York, NY, United States"],
  ["Remote", null, null]
] as const

export const officeCount = offices.length

const roles = [
  ["site_admin", "Site Admin"],
  ["job_admin", "Job Admin: Standard"],
  ["job_admin", "Job Admin: Private"],
  ["deprecated_interviewer", "Interviewer"]
] as const

const titles = ["Recruiter", "Recruiting Coordinator", "Engineering Manager", "VP Sales", null] as const

/** The user whose tokens see everything, and the one for tokens that name nobody. */
export const isSiteAdmin = (row: number): boolean => row % 9 === 0

export const isDeactivated = (row: number): boolean => row % 7 === 5

export const userId = (account: Account, row: number): number => id(account, "users", row)

/** The user behind a draw of somebody else's; whoever has left included, the service account not. */
export const some = (account: Account, draw: number): number => userId(account, draw % account.users)

const person = (account: Account, row: number) => People.person(account.source("users"), row, 2)

export const email = (account: Account, row: number): string =>
  People.email(account.source("users"), row, 4, person(account, row).slug)

const user = (account: Account, row: number): JsonObject => {
  if (row === account.users) return serviceAccount
  const { name } = person(account, row)
  const [first = "", ...rest] = name.split(" ")
  const address = email(account, row)
  return {
    first_name: first,
    last_name: rest.join(" "),
    primary_email: address,
    job_title: titles[row % titles.length] ?? null,
    agency_id: null,
    name,
    deactivated: isDeactivated(row),
    site_admin: isSiteAdmin(row),
    employee_id: row % 4 === 1 ? `0000${row}` : null,
    linked_candidate_ids: row === 2 && account.candidates > 0 ? [id(account, "candidates", 0)] : [],
    office_ids: row % 3 === 0 ? [] : [id(account, "offices", 1 + (row % 3))],
    department_ids: [id(account, "departments", row % departments.length)],
    interviewer_tags:
      row % 4 === 2 ? [{ id: id(account, "interviewer_tags", row % 2), name: tags[row % 2] ?? "" }] : [],
    emails: [address, ...(row % 4 === 1 ? [`second.${address}`] : [])],
    custom_fields: CustomFields.user(row)
  }
}

const serviceAccount: JsonObject = {
  first_name: null,
  last_name: null,
  primary_email: "service-account@example.com",
  job_title: null,
  agency_id: null,
  name: "Harvest service account",
  deactivated: false,
  site_admin: true,
  employee_id: null,
  linked_candidate_ids: [],
  office_ids: [],
  department_ids: [],
  interviewer_tags: [],
  emails: ["service-account@example.com"],
  custom_fields: {}
}

const tags = ["Panel", "Trainee"] as const

export const make = (account: Account): ReadonlyArray<Kind> => {
  const createdAt = (row: number) =>
    Math.floor(account.epoch - (5 * 365 + 1000 * Seeded.unit(account.source("users"), row, 1)) * day)
  const short = (list: ListName, singular: string, size: number, fields: (row: number) => JsonObject): Kind => {
    const at = (row: number) => account.epoch - (7 * 365 - row) * day
    return { list, singular, size, createdAt: at, updatedAt: at, fields }
  }
  const ofUser = { list: "users", field: "user_id", rows: slots(2) } as const
  return [
    {
      list: "users",
      singular: "user",
      size: account.users + 1,
      createdAt,
      updatedAt: (row) => (isDeactivated(row) ? account.epoch - (10 + (row % 300)) * day : createdAt(row) + day),
      fields: (row) => user(account, row),
      parameters: ["show_service_accounts"],
      hides: (query) =>
        query.get("show_service_accounts") === "true"
          ? undefined
          : (record) => record.id === userId(account, account.users)
    },
    {
      ...short("user_emails", "user_email", account.users * 2, (row) => {
        const user = Math.floor(row / 2)
        const address = email(account, user)
        return {
          user_id: userId(account, user),
          email: row % 2 === 0 ? address : `second.${address}`,
          verified: row % 2 === 0,
          verification_token_sent_at: null
        }
      }),
      exists: (row) => row % 2 === 0 || Math.floor(row / 2) % 4 === 1,
      parent: ofUser
    },
    {
      ...short("user_job_permissions", "user_job_permission", account.users * 2, (row) => {
        const user = Math.floor(row / 2)
        return {
          job_id: id(account, "jobs", (user + row) % account.jobs),
          user_id: userId(account, user),
          role_id: id(account, "user_roles", 1 + (row % 3)),
          automated: row % 3 === 0 ? null : false
        }
      }),
      exists: (row) => !isSiteAdmin(Math.floor(row / 2)),
      parent: ofUser
    },
    short("user_roles", "user_role", roles.length, (row) => {
      const [role_type, name] = roles[row] ?? roles[0]
      return { role_type, name }
    }),
    short("future_job_permissions", "future_job_permission", 2, (row) => ({
      department_id: row === 0 ? id(account, "departments", 0) : null,
      user_id: userId(account, 1 + row),
      office_id: row === 0 ? null : id(account, "offices", 1),
      role_id: id(account, "user_roles", 1)
    })),
    short("departments", "department", departments.length, (row) => {
      const [name, parent, external_id] = departments[row] ?? departments[0]
      return { name, parent_id: parent === null ? null : id(account, "departments", parent), external_id }
    }),
    short("offices", "office", offices.length, (row) => {
      const [name, parent, location] = offices[row] ?? offices[0]
      return {
        name,
        parent_id: parent === null ? null : id(account, "offices", parent),
        external_id: row === 1 ? "O-0001" : null,
        location,
        primary_in_house_contact_user_id: row === 1 ? userId(account, 1) : null
      }
    }),
    short("interviewer_tags", "interviewer_tag", tags.length, (row) => ({ name: tags[row] ?? "" }))
  ]
}
