/**
 * An employee by hand: the floor. It checks what it reads, finds each employee's entry in the directory, and makes
 * employees of them with nothing around it.
 */
import type { DirectoryEntry, Employee } from "@crosswalk/bamboohr/BamboohrWire"
import type * as EmployeeModel from "@crosswalk/core/hris/Employee"
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { Made } from "../Line.ts"
import { rows } from "../Lists.ts"
import { fitsList, isEmployee, isEntry } from "./FitsByHand.ts"
import { standing } from "./Records.ts"

type Remote = typeof Employee.Type
type Entry = typeof DirectoryEntry.Type
type Unified = Model.Mapped<typeof EmployeeModel.Employee>
type Maybe<A> = A | null | undefined

/** Ids of the departments and divisions by their names; null where several have the same name. */
const units = (alias: string): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>()
  for (const list of standing.lists ?? []) {
    if (!fitsList(list) || list.alias !== alias) continue
    for (const { id, name } of list.options ?? [])
      if (name !== null && name !== undefined) found.set(name, found.has(name) ? null : String(id))
  }
  return found
}

const departments = units("department")
const divisions = units("division")

const text = (value: Maybe<string>): string | null =>
  value === null || value === undefined || value.trim() === "" ? null : value

const idOf = ({ employeeId, id }: Remote): string =>
  String(employeeId === null || employeeId === undefined || employeeId === "" ? id : employeeId)

const emails = (entry: Entry): Unified["emails"] => {
  const value = text(entry.workEmail)
  return value === null ? [] : [{ value, type: { value: "WORK", remote: null } }]
}

const phones = (entry: Entry): Unified["phones"] => {
  const found: Array<NonNullable<Unified["phones"]>[number]> = []
  const work = text(entry.workPhone)
  if (work !== null) found.push({ value: work, type: { value: "WORK", remote: null } })
  const mobile = text(entry.mobilePhone)
  if (mobile !== null) found.push({ value: mobile, type: { value: "MOBILE", remote: null } })
  return found
}

const groups = (department: string | null, division: string | null, identify: Identify): ReadonlyArray<string> => {
  const found: Array<string> = []
  const first = department === null ? null : departments.get(department)
  if (first !== null && first !== undefined) found.push(identify("group", first))
  const second = division === null ? null : divisions.get(division)
  if (second !== null && second !== undefined) found.push(identify("group", second))
  return found
}

const employee = (id: string, remote: Remote, entry: Entry | undefined, identify: Identify): Unified => {
  const first = text(remote.firstName)
  const last = text(remote.lastName)
  const status = remote.status
  const department = text(entry?.department)
  const division = text(entry?.division)
  return {
    remote_id: id,
    remote_created_at: null,
    remote_updated_at: null,
    custom_fields: null,
    name: text(entry?.displayName) ?? (first === null ? last : last === null ? first : `${first} ${last}`),
    first_name: first,
    middle_name: null,
    last_name: last,
    preferred_name: text(remote.preferredName),
    salutation: null,
    pronouns: text(entry?.pronouns),
    username: null,
    employee_number: null,
    title: text(remote.jobTitleName),
    department,
    division,
    bio: null,
    avatar: text(remote.photoUrl),
    emails: entry === undefined ? null : emails(entry),
    phones: entry === undefined ? null : phones(entry),
    home_address: null,
    date_of_birth: null,
    gender: null,
    ethnicity: null,
    nationalities: null,
    marital_status: null,
    tobacco_use: null,
    identity_numbers: null,
    employment_status: status
      ? { value: status === "Active" ? "ACTIVE" : status === "Inactive" ? "INACTIVE" : null, remote: status }
      : null,
    employment_type: null,
    weekly_hours: null,
    hired_on: null,
    terminated_on: null,
    termination_reason: null,
    pay_group: null,
    payroll_calendar: null,
    roles: null,
    has_mfa: null,
    language: null,
    timezone: null,
    storage_quota_allocated: null,
    storage_quota_used: null,
    storage_quota_available: null,
    company_id: null,
    group_ids: entry === undefined ? null : groups(department, division, identify),
    work_location_ids: null,
    manager_id: null
  }
}

/** Checks and maps a page's employees. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const entries = new Map<string, Entry>()
  for (const entry of rows(items, "directory")) if (isEntry(entry)) entries.set(String(entry.id), entry)
  const made: Array<Made> = []
  for (const remote of rows(items, "employees")) {
    if (!isEmployee(remote)) continue
    const id = idOf(remote)
    made.push({ model: "employee", record: employee(id, remote, entries.get(id), identify) })
  }
  return made
}
