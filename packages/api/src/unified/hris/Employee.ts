/** Employees; and users of other systems, who are the same people as far as those know them. */
import { User } from "@crosswalk/core/ats/User"
import { Company } from "@crosswalk/core/hris/Company"
import { Compensation } from "@crosswalk/core/hris/Compensation"
import { Dependent } from "@crosswalk/core/hris/Dependent"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import type { RecordOf } from "../../Related.ts"
import * as Word from "../../Word.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"
import * as GroupShape from "./Group.ts"
import * as Pay from "./Pay.ts"
import * as Place from "./Place.ts"
import * as Relationship from "./Relationship.ts"

const marital = {
  MARRIED: "MARRIED",
  SINGLE: "SINGLE",
  CIVIL_PARTNERSHIP: null,
  DOMESTIC_PARTNERSHIP: null,
  COMMON_LAW: null,
  IN_A_RELATIONSHIP: null,
  SEPARATED: null,
  DIVORCED: null,
  WIDOWED: null,
  NOT_MARRIED: null,
  HEAD_OF_HOUSEHOLD: null,
  WIDOWED_WITH_DEPENDENT_CHILD: null,
  OTHER: null
} as const satisfies Word.Table<Ours<NonNullable<RecordOf<"employee">["marital_status"]>>, string>

const statuses = ["ACTIVE", "INACTIVE"] as const
/** Their words for kinds of employment. */
export const employments = [
  "FULL_TIME",
  "PART_TIME",
  "CONTRACTOR",
  "INTERN",
  "CONSULTANT",
  "VOLUNTEER",
  "CASUAL",
  "SEASONAL",
  "FREELANCE",
  "OTHER"
] as const
const roles = ["ADMIN", "MANAGER", "RECRUITER", "SALESREP", "INTERVIEWER", "USER", "EMPLOYEE"] as const
const genders = ["MALE", "FEMALE", "INTERSEX", "TRANS", "NON_BINARY"] as const

const shape = Schema.Struct({
  id: Row.id,
  ...Row.times,
  name: Optional.text("Full name."),
  first_name: Optional.text("Given name."),
  last_name: Optional.text("Family name."),
  salutation: Optional.text("How the person is addressed before the name."),
  pronouns: Optional.text("Pronouns that the person wants."),
  emails: Optional.list(Reach.EmailAddress, "E-mail addresses."),
  telephones: Optional.list(Reach.Telephone, "Telephone numbers."),
  address: Optional.struct(PostalAddress.PostalAddress, "Where the person lives."),
  title: Optional.text("Position that the person holds."),
  bio: Optional.text("What the person says about themselves."),
  image_url: Optional.text("Address of a picture."),
  date_of_birth: Optional.instant("Date of birth."),
  gender: Optional.word(genders, "Gender."),
  marital_status: Optional.word(["MARRIED", "SINGLE"], "Family status."),
  ssn_sin: Optional.text("Number for social security in the United States or Canada."),
  employee_number: Optional.text("The customer's own number of the person."),
  employee_roles: Optional.list(
    Schema.Union([Schema.Literals(roles), Schema.String]),
    "What the person may do in the vendor's system."
  ),
  employment_status: Optional.word(statuses, "Whether the person works there now."),
  employment_type: Optional.word(employments, "Kind of employment."),
  hired_at: Optional.instant("First day of the employment."),
  terminated_at: Optional.instant("Last day of the employment."),
  termination_reason: Optional.text("Why the employment ended."),
  compensation: Optional.list(Pay.Compensation, "What the person is paid."),
  groups: Optional.list(GroupShape.GroupOf, "Units that the person belongs to."),
  locations: Optional.list(Place.Place, "Where the person works."),
  relationships: Optional.list(Relationship.Relationship, "People close to the person."),
  has_mfa: Optional.boolean("Whether the person signs in with a second factor."),
  language_locale: Optional.text("Language or locale that the person uses."),
  timezone: Optional.text("Time zone of the person."),
  storage_quota_allocated: Optional.number("Storage that the person may use, in bytes."),
  storage_quota_available: Optional.number("Storage that is left to the person, in bytes."),
  storage_quota_used: Optional.number("Storage that the person uses, in bytes."),
  company_id: Optional.text("The legal entity that employs the person."),
  manager_id: Optional.text("The superior to whom the person reports."),
  ...Metadata.metadata
})

/** An employee. */
export const employee = Row.projection(Employee, shape, {
  loads: [
    Relation.to(Employee, "group_ids", Group),
    Relation.to(Employee, "work_location_ids", Location),
    Relation.of(Employee, Compensation, "user_id"),
    Relation.of(Employee, Dependent, "user_id")
  ],
  names: [
    Relation.to(Employee, "company_id", Company),
    ...Reference.people(Employee, "manager_id"),
    ...GroupShape.names,
    ...Place.names
  ],
  fields: {
    ...Row.rules,
    ...Metadata.rules,
    name: ({ name }) => name,
    first_name: ({ first_name }) => first_name,
    last_name: ({ last_name }) => last_name,
    salutation: ({ salutation }) => salutation,
    pronouns: ({ pronouns }) => pronouns,
    emails: ({ emails }) => Reach.labelledEmails(emails),
    telephones: ({ phones }) => Reach.labelledTelephones(phones),
    address: ({ home_address }) => PostalAddress.of(home_address),
    title: ({ title }) => title,
    bio: ({ bio }) => bio,
    image_url: ({ avatar }) => avatar,
    date_of_birth: ({ date_of_birth }) => Time.midnight(date_of_birth),
    gender: ({ gender }) => Word.open(Words.gender, gender),
    marital_status: ({ marital_status }) => Word.open(marital, marital_status),
    ssn_sin: ({ identity_numbers }) =>
      identity_numbers?.find(({ type }) => type?.value === "SSN" || type?.value === "SIN")?.value,
    employee_number: ({ employee_number }) => employee_number,
    employee_roles: ({ roles }) => roles?.map(({ role }) => Word.open(Words.role, role)),
    employment_status: ({ employment_status }) => Word.open(Words.employmentStatus, employment_status),
    employment_type: ({ employment_type }) => Word.open(Words.employmentType, employment_type),
    hired_at: ({ hired_on }) => Time.midnight(hired_on),
    terminated_at: ({ terminated_on }) => Time.midnight(terminated_on),
    termination_reason: ({ termination_reason }) => termination_reason,
    compensation: ({ id }, { of }) => Pay.all(of("compensation", "user_id", id)),
    groups: ({ group_ids }, context) =>
      group_ids === null ? null : context.all("group", group_ids).map((group) => GroupShape.groupOf(group, context)),
    locations: ({ work_location_ids }, context) =>
      work_location_ids === null
        ? null
        : context.all("location", work_location_ids).map((place) => Place.of(place, context)),
    relationships: ({ id }, { of }) => Relationship.all(of("dependent", "user_id", id)),
    has_mfa: ({ has_mfa }) => has_mfa,
    language_locale: ({ language }) => language,
    timezone: ({ timezone }) => timezone,
    storage_quota_allocated: ({ storage_quota_allocated }) => storage_quota_allocated,
    storage_quota_available: ({ storage_quota_available }) => storage_quota_available,
    storage_quota_used: ({ storage_quota_used }) => storage_quota_used,
    company_id: ({ company_id }, context) => Reference.one(context, "company", company_id),
    manager_id: ({ manager_id }, context) => Reference.one(context, "employee", manager_id)
  }
})

const { fields } = shape

/** What other systems know of a colleague. */
const ofUsers = Schema.Struct({
  id: Row.id,
  ...Row.times,
  name: fields.name,
  first_name: fields.first_name,
  last_name: fields.last_name,
  emails: fields.emails,
  title: fields.title,
  image_url: fields.image_url,
  employee_number: fields.employee_number,
  employee_roles: fields.employee_roles,
  employment_status: fields.employment_status,
  manager_id: fields.manager_id,
  ...Metadata.metadata
})

/** A user. */
export const user = Row.projection(User, ofUsers, {
  names: Reference.people(User, "manager_id"),
  fields: {
    ...Row.rules,
    ...Metadata.rules,
    name: ({ name }) => name,
    first_name: ({ first_name }) => first_name,
    last_name: ({ last_name }) => last_name,
    emails: ({ emails }) => Reach.emails(emails),
    title: ({ title }) => title,
    image_url: ({ avatar }) => avatar,
    employee_number: ({ employee_number }) => employee_number,
    employee_roles: ({ roles }) => roles?.map(({ role }) => Word.open(Words.role, role)),
    employment_status: ({ status }) => Word.open({ ACTIVE: "ACTIVE", INACTIVE: "INACTIVE" }, status),
    manager_id: ({ manager_id }, context) => Reference.one(context, "employee", manager_id)
  }
})
