/** Employee ← a person, with their employments. */
import { Employee } from "@crosswalk/core/hris/Employee"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import { employmentDetails, employments, jobs, orgLevels, people, userDefinedFields } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import type { Employment } from "../wire/Employment.ts"
import { code, companyOf, day, employeeOf, flag, noZone, some, text } from "../wire/Habits.ts"
import type { Job, OrgLevel } from "../wire/Organisation.ts"
import type { Person, UserDefinedFields } from "../wire/Person.ts"
import * as Personal from "./Personal.ts"
import * as Position from "./Position.ts"
import * as Postal from "./Postal.ts"
import * as Unit from "./Unit.ts"

interface Input {
  readonly remote: Person
  readonly employments: ReadonlyArray<Employment> | null
  readonly details: ReadonlyArray<Employment> | null
  readonly orgLevels: ReadonlyArray<OrgLevel> | null
  readonly jobs: ReadonlyArray<Job> | null
  readonly userDefined: ReadonlyArray<UserDefinedFields> | null
}

const mainOf = Mapper.once(({ details, employments, remote }: Input): Position.Position =>
  Position.main(Position.positions(employments, details), companyOf(remote))
)

/** A fact of the employment that tells what the person is at present. */
const ofMain = <A>(read: (position: Position.Position, input: Input) => A) =>
  derived(Position.howMain, (input: Input) => read(mainOf(input), input))

const maritalStatus = vocabulary({ S: "SINGLE", M: "MARRIED", D: "DIVORCED", W: "WIDOWED" })

const ethnicities = vocabulary({
  "american indian or alaska native": "AMERICAN_INDIAN_OR_ALASKA_NATIVE",
  asian: "ASIAN",
  "black or african american": "BLACK_OR_AFRICAN_AMERICAN",
  "hispanic or latino": "HISPANIC_OR_LATINO",
  "native hawaiian or other pacific islander": "NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER",
  "two or more races": "TWO_OR_MORE",
  white: "WHITE"
})

/** The ethnic group by its description; where an account has codes alone, they are words that we do not know. */
const ethnicity = ({ ethnicDescription, ethnicIDCode }: Person) => {
  const remote = text(ethnicDescription) ?? code(ethnicIDCode)
  const group = remote?.replace(/\s*\(not hispanic or latino\)\s*$/i, "").toLowerCase()
  return remote === null ? null : { value: ethnicities(group)?.value ?? null, remote }
}

/** Adds a field by whatever name: one that is called like an object's prototype is a field too. */
const put = (found: Record<string, unknown>, name: string, value: unknown) => {
  if (name !== "__proto__") found[name] = value
  else Object.defineProperty(found, name, { value, enumerable: true, configurable: true, writable: true })
}

type Additional = UserDefinedFields["personnelUserDefinedFields"]

/** Adds those that have a value, and tells whether there was one. */
const addFields = (found: Record<string, unknown>, fields: Additional): boolean => {
  let isAny = false
  for (const number in fields) {
    const entry = fields[number]
    if (entry?.value === undefined || entry.value === null || entry.value === "") continue
    put(found, text(entry.field) ?? number, entry.value)
    isAny = true
  }
  return isAny
}

const customFields = (rows: ReadonlyArray<UserDefinedFields> | null) => {
  const found: Record<string, unknown> = {}
  let isAny = false
  for (const row of rows ?? []) {
    if (addFields(found, row.personnelUserDefinedFields)) isAny = true
    if (addFields(found, row.internationalUserDefinedFields)) isAny = true
  }
  return isAny ? found : null
}

const source = Source.one(people, {
  employments: Source.referring(employments, employeeOf),
  details: Source.referring(employmentDetails, employeeOf),
  orgLevels: Source.through("employments", orgLevels, Unit.named),
  jobs: Source.through("employments", jobs, (row: Employment) => [Position.job([row])]),
  userDefined: Source.lookup(userDefinedFields, (person: Person) => [employeeOf(person)])
})

export const employee = Mapper.make(Employee, source, {
  docs,
  fields: {
    remote_id: ({ remote }) => employeeOf(remote) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: ({ userDefined }) => customFields(userDefined),
    name: derived(Personal.howName, ({ remote }) => Personal.fullName(text(remote.firstName), text(remote.lastName))),
    first_name: ({ remote }) => text(remote.firstName),
    middle_name: ({ remote }) => text(remote.middleName),
    last_name: ({ remote }) => text(remote.lastName),
    preferred_name: ({ remote }) => text(remote.preferredName),
    salutation: ({ remote }) => code(remote.namePrefixCode),
    pronouns: absent("UKG Pro has none"),
    username: ({ remote }) => text(remote.userName),
    employee_number: ofMain(Position.number),
    title: derived(`${Position.howTitle}, ${Position.howMain}`, (input) => Position.title(mainOf(input), input.jobs)),
    department: derived(Unit.howName("department"), (input) => Unit.name(mainOf(input), input.orgLevels, "DEPARTMENT")),
    division: derived(Unit.howName("division"), (input) => Unit.name(mainOf(input), input.orgLevels, "DIVISION")),
    bio: absent("UKG Pro has none"),
    avatar: absent("UKG Pro has none"),
    emails: ({ remote }) =>
      some([Postal.labelled("WORK", remote.emailAddress), Postal.labelled("PERSONAL", remote.emailAddressAlternate)]),
    phones: (input) =>
      some([Postal.labelled("WORK", Position.phone(mainOf(input))), Postal.labelled("HOME", input.remote.homePhone)]),
    home_address: ({ remote }) =>
      Postal.address(
        remote.addressLine1,
        remote.addressLine2,
        remote.addressCity,
        remote.addressState,
        remote.addressZipCode,
        remote.addressCountry
      ),
    date_of_birth: ({ remote }) => day(remote.dateOfBirth),
    gender: ({ remote }) => Personal.gender(text(remote.gender)),
    ethnicity: ({ remote }) => ethnicity(remote),
    nationalities: ({ remote: { nationality1, nationality2, nationality3 } }) =>
      some([text(nationality1), text(nationality2), text(nationality3)]),
    marital_status: ({ remote }) => maritalStatus(code(remote.maritalStatusCode)),
    tobacco_use: ({ remote }) => flag(remote.isSmoker),
    identity_numbers: ({ remote }) => Personal.identityNumbers(remote),
    employment_status: ofMain(Position.status),
    employment_type: derived(`${Position.howType}, ${Position.howMain}`, (input) => Position.type(mainOf(input))),
    weekly_hours: ofMain(Position.weeklyHours),
    hired_on: ofMain(Position.hired),
    terminated_on: ofMain(Position.terminated),
    termination_reason: ofMain(Position.terminationReason),
    pay_group: ofMain(Position.payGroup),
    payroll_calendar: absent("a pay group's periods take a list of their own, without a name for the calendar"),
    roles: absent("roles belong to users"),
    has_mfa: absent("UKG Pro does not tell"),
    language: ofMain(Position.language),
    timezone: absent("UKG Pro does not tell"),
    storage_quota_allocated: absent("UKG Pro stores no files of employees"),
    storage_quota_used: absent("UKG Pro stores no files of employees"),
    storage_quota_available: absent("UKG Pro stores no files of employees"),
    company_id: derived(
      `the company ${Position.howMain}; without employments, the one of the person's record`,
      (input) => Position.company(mainOf(input)) ?? companyOf(input.remote)
    ),
    group_ids: ofMain((position) => Unit.listed(position)),
    work_location_ids: ofMain(Position.locations),
    manager_id: ofMain(Position.manager)
  }
})
