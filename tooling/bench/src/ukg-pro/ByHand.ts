/**
 * An employee by hand: the floor. It checks what it reads, gathers the rows that name each person, finds the employment
 * that counts, and makes employees of them with nothing around it.
 */
import type * as EmployeeModel from "@crosswalk/core/hris/Employee"
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { Employment } from "@crosswalk/ukg-pro/wire/Employment"
import type { Person, UserDefinedFields } from "@crosswalk/ukg-pro/wire/Person"
import type { Made } from "../Line.ts"
import { rows } from "../Lists.ts"
import { isEmployment, isJob, isPerson, isUnit, isUserDefined } from "./FitsByHand.ts"
import { code, day, flag, text, type Maybe } from "./HabitsByHand.ts"
import * as Position from "./PositionByHand.ts"
import { standing } from "./Records.ts"

type Unified = Model.Mapped<typeof EmployeeModel.Employee>
type Word<K extends keyof Unified> = NonNullable<
  NonNullable<Unified[K]> extends { readonly value: infer V } ? V : never
>

/** Names of the units on the levels that the account calls so, by level and code. */
const unitNames = (...levels: ReadonlyArray<string>): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>()
  for (const unit of standing.org_levels ?? [])
    if (isUnit(unit) && levels.includes((unit.levelDescription ?? "").trim().toLowerCase()))
      found.set(`${Number(unit.level)}:${code(unit.code)}`, text(unit.description))
  return found
}

const departments = unitNames("department", "departments")
const divisions = unitNames("division", "divisions")
const jobTitles = new Map<string | null, string | null>()
for (const job of standing.jobs ?? []) if (isJob(job)) jobTitles.set(code(job.code), text(job.title))

const named = (units: ReadonlyArray<string>, names: ReadonlyMap<string, string | null>): string | null => {
  for (const unit of units) {
    const name = names.get(unit)
    if (name !== undefined) return name
  }
  return null
}

const genders = new Map<string, Word<"gender">>([
  ["F", "FEMALE"],
  ["M", "MALE"]
])

const maritalStatuses = new Map<string, Word<"marital_status">>([
  ["S", "SINGLE"],
  ["M", "MARRIED"],
  ["D", "DIVORCED"],
  ["W", "WIDOWED"]
])

const ethnicities = new Map<string, Word<"ethnicity">>([
  ["american indian or alaska native", "AMERICAN_INDIAN_OR_ALASKA_NATIVE"],
  ["asian", "ASIAN"],
  ["black or african american", "BLACK_OR_AFRICAN_AMERICAN"],
  ["hispanic or latino", "HISPANIC_OR_LATINO"],
  ["native hawaiian or other pacific islander", "NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER"],
  ["two or more races", "TWO_OR_MORE"],
  ["white", "WHITE"]
])

const statuses = new Map<string, Word<"employment_status">>([
  ["A", "ACTIVE"],
  ["L", "LEAVE"],
  ["S", "ACTIVE"],
  ["O", "ACTIVE"],
  ["T", "INACTIVE"],
  ["R", "INACTIVE"],
  ["D", "INACTIVE"]
])

const word = <A>(words: ReadonlyMap<string, A>, remote: string | null) =>
  remote === null ? null : { value: words.get(remote) ?? null, remote }

const notHispanic = /\s*\(not hispanic or latino\)\s*$/i

const ethnicity = ({ ethnicDescription, ethnicIDCode }: Person): Unified["ethnicity"] => {
  const remote = text(ethnicDescription) ?? code(ethnicIDCode)
  return remote === null
    ? null
    : { value: ethnicities.get(remote.replace(notHispanic, "").toLowerCase()) ?? null, remote }
}

const line = (value: Maybe<string | number>): string | null =>
  text(value === null || value === undefined ? null : String(value))

const emails = (person: Person): Unified["emails"] => {
  const work = text(person.emailAddress)
  const own = text(person.emailAddressAlternate)
  if (work === null && own === null) return null
  const found: Array<NonNullable<Unified["emails"]>[number]> = []
  if (work !== null) found.push({ value: work, type: { value: "WORK", remote: null } })
  if (own !== null) found.push({ value: own, type: { value: "PERSONAL", remote: null } })
  return found
}

const phones = (work: string | null, home: string | null): Unified["phones"] => {
  if (work === null && home === null) return null
  const found: Array<NonNullable<Unified["phones"]>[number]> = []
  if (work !== null) found.push({ value: work, type: { value: "WORK", remote: null } })
  if (home !== null) found.push({ value: home, type: { value: "HOME", remote: null } })
  return found
}

const address = (person: Person): Unified["home_address"] => {
  const street_1 = text(person.addressLine1)
  const street_2 = text(person.addressLine2)
  const city = text(person.addressCity)
  const state = text(person.addressState)
  const zip_code = line(person.addressZipCode)
  const country = text(person.addressCountry)
  return (street_1 ?? street_2 ?? city ?? state ?? zip_code ?? country) === null
    ? null
    : { street_1, street_2, city, state, zip_code, country, raw: null }
}

const nationalities = (person: Person): Unified["nationalities"] => {
  const first = text(person.nationality1)
  const second = text(person.nationality2)
  const third = text(person.nationality3)
  if ((first ?? second ?? third) === null) return null
  return [first, second, third].filter((nationality) => nationality !== null)
}

const identityNumbers = (person: Person): Unified["identity_numbers"] => {
  const social = flag(person.ssnIsSuppressed) === true ? null : code(person.ssn)
  const national = code(person.nationalId)
  const found: Array<NonNullable<Unified["identity_numbers"]>[number]> = []
  if (social !== null) found.push({ value: social, type: { value: "SSN", remote: null }, country: null })
  if (national !== null && national !== social)
    found.push({
      value: national,
      type: { value: "NATIONAL", remote: null },
      country: person.nationalIdCountry ?? null
    })
  return found.length === 0 ? null : found
}

type Fields = UserDefinedFields["personnelUserDefinedFields"]

const addFields = (fields: Fields, into: Record<string, unknown>): boolean => {
  let isAny = false
  for (const key in fields) {
    const field = fields[key]
    if (field === null || field === undefined) continue
    if (field.value === undefined || field.value === null || field.value === "") continue
    into[text(field.field) ?? key] = field.value
    isAny = true
  }
  return isAny
}

const customFields = (added: UserDefinedFields | undefined): Unified["custom_fields"] => {
  if (added === undefined) return null
  const found: Record<string, unknown> = {}
  const isPersonnel = addFields(added.personnelUserDefinedFields, found)
  const isInternational = addFields(added.internationalUserDefinedFields, found)
  return isPersonnel || isInternational ? found : null
}

/** What other lists tell of a person. */
interface Known {
  readonly person: Person
  /** Rows of the one list of employments, then of the other. */
  readonly employments: Array<Employment>
  added: UserDefinedFields | undefined
}

const employee = (id: string, { added, employments, person }: Known, identify: Identify): Unified => {
  const home = code(person.companyId)
  const main = Position.main(employments, home)
  const company = main.company ?? home
  const first = text(person.firstName)
  const last = text(person.lastName)
  const groups: Array<string> = []
  for (const unit of main.units) groups.push(identify("group", unit))
  return {
    remote_id: id,
    remote_created_at: null,
    remote_updated_at: null,
    custom_fields: customFields(added),
    name: first === null ? last : last === null ? first : `${first} ${last}`,
    first_name: first,
    middle_name: text(person.middleName),
    last_name: last,
    preferred_name: text(person.preferredName),
    salutation: code(person.namePrefixCode),
    pronouns: null,
    username: text(person.userName),
    employee_number: main.number,
    title: main.ownTitle ?? main.jobTitle ?? jobTitles.get(main.job) ?? null,
    department: named(main.units, departments),
    division: named(main.units, divisions),
    bio: null,
    avatar: null,
    emails: emails(person),
    phones: phones(main.phone, line(person.homePhone)),
    home_address: address(person),
    date_of_birth: day(person.dateOfBirth),
    gender: word(genders, text(person.gender)),
    ethnicity: ethnicity(person),
    nationalities: nationalities(person),
    marital_status: word(maritalStatuses, code(person.maritalStatusCode)),
    tobacco_use: flag(person.isSmoker),
    identity_numbers: identityNumbers(person),
    employment_status: word(statuses, main.status),
    employment_type: main.type,
    weekly_hours: main.weekly,
    hired_on: main.hired,
    terminated_on: main.terminated,
    termination_reason: main.reason ?? main.reasonCode,
    pay_group:
      main.payGroup === null && main.payGroupName === null
        ? null
        : { remote_id: main.payGroup, name: main.payGroupName },
    payroll_calendar: null,
    roles: null,
    has_mfa: null,
    language: main.language,
    timezone: null,
    storage_quota_allocated: null,
    storage_quota_used: null,
    storage_quota_available: null,
    company_id: company === null ? null : identify("company", company),
    group_ids: groups.length === 0 ? null : groups,
    work_location_ids: main.location === null ? null : [identify("location", main.location)],
    manager_id: main.manager === null ? null : identify("employee", main.manager)
  }
}

/** Checks and maps a page's employees. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const people = new Map<string, Known>()
  for (const person of rows(items, "person_details"))
    if (isPerson(person)) people.set(String(person.employeeId), { person, employments: [], added: undefined })
  for (const row of rows(items, "employee_employment_details"))
    if (isEmployment(row)) people.get(String(row.employeeID))?.employments.push(row)
  for (const row of rows(items, "employment_details"))
    if (isEmployment(row)) people.get(String(row.employeeID))?.employments.push(row)
  for (const row of rows(items, "user_defined_fields")) {
    if (!isUserDefined(row)) continue
    const known = people.get(String(row.employeeId))
    if (known !== undefined) known.added = row
  }

  const made: Array<Made> = []
  for (const [id, known] of people) made.push({ model: "employee", record: employee(id, known, identify) })
  return made
}
