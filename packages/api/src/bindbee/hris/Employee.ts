/** Employees. */
import { Employee } from "@crosswalk/core/hris/Employee"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import * as Relation from "@crosswalk/core/Relation"
import type { employmentStatuses } from "@crosswalk/core/Words"
import type { RecordOf } from "../../Related.ts"
import * as Linked from "../../Linked.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"
import * as Contact from "./Contact.ts"
import { payGroupId, payrollCalendarId } from "./PayGroup.ts"

const statuses = [
  "ACTIVE",
  "PENDING",
  "INACTIVE",
  "ACTIVE_EXTERNAL",
  "INACTIVE_EXTERNAL",
  "LEAVE",
  "DECEASED",
  "RETIRED",
  "-"
] as const

/** Whether somebody works for the customer. */
export const employmentStatus = {
  ACTIVE: "ACTIVE",
  PENDING: "PENDING",
  INACTIVE: "INACTIVE",
  ACTIVE_EXTERNAL: "ACTIVE_EXTERNAL",
  INACTIVE_EXTERNAL: "INACTIVE_EXTERNAL",
  LEAVE: "LEAVE",
  DECEASED: "DECEASED",
  RETIRED: "RETIRED"
} as const satisfies Word.Table<(typeof employmentStatuses)[number], (typeof statuses)[number]>

const maritalStatuses = [
  "SINGLE",
  "MARRIED",
  "DIVORCED",
  "SEPARATED",
  "COMMON_LAW",
  "DOMESTIC_PARTNERSHIP",
  "WIDOWED",
  "HEAD_OF_HOUSEHOLD",
  "QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD",
  "IN_A_RELATIONSHIP",
  "CIVIL_PARTNERSHIP",
  "OTHER",
  "-"
] as const

const maritalStatus = {
  SINGLE: "SINGLE",
  MARRIED: "MARRIED",
  DIVORCED: "DIVORCED",
  SEPARATED: "SEPARATED",
  COMMON_LAW: "COMMON_LAW",
  DOMESTIC_PARTNERSHIP: "DOMESTIC_PARTNERSHIP",
  WIDOWED: "WIDOWED",
  HEAD_OF_HOUSEHOLD: "HEAD_OF_HOUSEHOLD",
  WIDOWED_WITH_DEPENDENT_CHILD: "QUALIFYING_WIDOW_OR_WIDOWER_WITH_DEPENDENT_CHILD",
  IN_A_RELATIONSHIP: "IN_A_RELATIONSHIP",
  CIVIL_PARTNERSHIP: "CIVIL_PARTNERSHIP",
  OTHER: "OTHER",
  NOT_MARRIED: null
} as const satisfies Word.Table<Word.Ours<RecordOf<"employee">["marital_status"]>, (typeof maritalStatuses)[number]>

const shape = Row.shape("Employee", {
  employee_number: Shape.text("The customer's own number of the person."),
  company: Row.one("The legal entity that employs the person."),
  first_name: Shape.text("Given name."),
  middle_name: Shape.text("Name between the given and the family name."),
  last_name: Shape.text("Family name."),
  preferred_name: Shape.text("Name that the person wants to be called by."),
  display_full_name: Shape.text("Full name as it is to be shown."),
  username: Shape.text("Name that the person signs in with."),
  designation: Shape.text("Position that the person holds."),
  groups: Row.many("Departments, teams and other units that the person belongs to."),
  department: Shape.text("Department by name."),
  division: Shape.text("Division by name."),
  work_email: Shape.text("E-mail address at work."),
  personal_email: Shape.text("Private e-mail address."),
  mobile_phone_number: Shape.text("Mobile telephone number, as the vendor writes it."),
  home_phone_number: Shape.text("Telephone number at home, as the vendor writes it."),
  country_code: Shape.text("The country where the person lives, as the home address has it."),
  home_location: Shape.maybe(PostalAddress.HrisAddress, "Where the person lives."),
  work_location: Shape.maybe(PostalAddress.HrisAddress, "Where the person works; the main place of several."),
  work_locations: Row.many("Where the person works, the main place first."),
  manager: Row.one("The superior to whom the person reports."),
  pay_group: Shape.reference("The group in which the person is paid."),
  ssn: Shape.text("Number of the social security."),
  gender: Shape.open(Words.genders, "Gender."),
  ethnicity: Shape.open([...Words.races, "OTHER"], "Ethnic group."),
  marital_status: Shape.open(maritalStatuses, "Family status."),
  tobacco_use: Shape.boolean("Whether the person smokes or otherwise uses tobacco."),
  date_of_birth: Shape.instant("Date of birth, as its midnight."),
  start_date: Shape.instant("First day of the present, or last, employment, as its midnight."),
  remote_created_at: Shape.instant("When the record was created at the vendor."),
  employment_status: Shape.open(statuses, "Whether the person works for the customer."),
  termination_date: Shape.instant("Last day of the employment, as its midnight."),
  termination_reason: Shape.text("Why the employment ended, in the vendor's words."),
  avatar: Shape.text("Address of a picture."),
  payroll_run_calendar: Shape.reference("The calendar by which the person is paid.")
})

/** An employee. */
export const employee = Row.projection(Employee, shape, {
  loads: [Relation.of(Employee, Group, "user_ids"), Relation.to(Employee, "work_location_ids", Location)],
  fields: {
    ...Row.rules,
    employee_number: ({ employee_number }) => employee_number,
    company: ({ company_id }) => company_id,
    first_name: ({ first_name }) => first_name,
    middle_name: ({ middle_name }) => middle_name,
    last_name: ({ last_name }) => last_name,
    preferred_name: ({ preferred_name }) => preferred_name,
    display_full_name: ({ name }) => name,
    username: ({ username }) => username,
    designation: ({ title }) => title,
    groups: ({ group_ids, id }, related) =>
      Linked.ids(
        group_ids,
        related.of("group", "user_ids", id).map((group) => group.id)
      ),
    department: ({ department }) => department,
    division: ({ division }) => division,
    work_email: ({ emails }) => Contact.ofKind(emails, "WORK"),
    personal_email: ({ emails }) => Contact.ofKind(emails, "PERSONAL"),
    mobile_phone_number: ({ phones }) => Contact.ofKind(phones, "MOBILE"),
    home_phone_number: ({ phones }) => Contact.ofKind(phones, "HOME"),
    country_code: ({ home_address }) => home_address?.country ?? null,
    home_location: ({ home_address }) => PostalAddress.structure(home_address),
    work_location: ({ work_location_ids }, related) => {
      const place = related.one("location", work_location_ids?.[0] ?? null)
      return PostalAddress.structure(place?.address, place?.name)
    },
    work_locations: ({ work_location_ids }) => work_location_ids,
    manager: ({ manager_id }) => manager_id,
    pay_group: ({ pay_group }, { identify }) => payGroupId(pay_group, identify),
    ssn: Contact.ssn,
    gender: ({ gender }) => Word.open(Words.gender, gender),
    ethnicity: ({ ethnicity }) => Word.open(Words.ethnicity, ethnicity),
    marital_status: ({ marital_status }) => Word.open(maritalStatus, marital_status),
    tobacco_use: ({ tobacco_use }) => tobacco_use,
    date_of_birth: ({ date_of_birth }) => Time.midnight(date_of_birth),
    start_date: ({ hired_on }) => Time.midnight(hired_on),
    remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at),
    employment_status: ({ employment_status }) => Word.open(employmentStatus, employment_status),
    termination_date: ({ terminated_on }) => Time.midnight(terminated_on),
    termination_reason: ({ termination_reason }) => termination_reason,
    avatar: ({ avatar }) => avatar,
    payroll_run_calendar: ({ payroll_calendar }, { identify }) => payrollCalendarId(payroll_calendar, identify)
  }
})
