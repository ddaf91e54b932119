/** Employees, with all that hangs on them. */
import { BankInfo } from "@crosswalk/core/hris/BankInfo"
import { Company } from "@crosswalk/core/hris/Company"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Employment } from "@crosswalk/core/hris/Employment"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import { TimeOffBalance } from "@crosswalk/core/hris/TimeOffBalance"
import * as Relation from "@crosswalk/core/Relation"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Linked from "../../Linked.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Words from "../Words.ts"
import { BankAccount, bankAccount } from "./BankAccount.ts"
import * as Employments from "./Employment.ts"
import * as Organisation from "./Organisation.ts"
import { ethnicities, ethnicity, gender, genders, maritalStatus, maritalStatuses } from "./PersonWords.ts"
import { BalanceOf, balanceOf } from "./TimeOffBalance.ts"

/** Their words for whether somebody works for the customer. */
export const employmentStatuses = ["ACTIVE", "PENDING", "INACTIVE", "LEAVE"] as const

const name = {
  first_name: Shape.text("Given name."),
  last_name: Shape.text("Family name."),
  display_full_name: Shape.text("Full name as it is to be shown.")
}
const employee_number = Shape.text("The customer's own number of the person.")
const work_email = Shape.text("E-mail address at work; null when the vendor's text is none.")
const employment_status = Shape.open(employmentStatuses, "Whether the person works for the customer now.")
const termination_date = Shape.instant("Last day of the employment, past or to come, as its midnight.")

type Record = RecordOf<"employee">

const emailOf = (emails: Record["emails"], type: "WORK" | "PERSONAL"): string | null =>
  Form.email(emails?.find((email) => email.type?.value === type)?.value)

const numberOf = (numbers: Record["identity_numbers"], type: "SSN" | "TAX"): string | null =>
  numbers?.find((number) => number.type?.value === type)?.value ?? null

const Manager = Schema.Struct({
  ...name,
  id: Shape.id("Our id of the employee."),
  employee_number,
  work_email,
  remote_id: Shape.required("The vendor's id of the employee."),
  employment_status,
  termination_date
})

const managerOf = (manager: Record): typeof Manager.Type => ({
  first_name: manager.first_name,
  last_name: manager.last_name,
  display_full_name: manager.name,
  id: Form.id(manager.id),
  employee_number: manager.employee_number,
  work_email: emailOf(manager.emails, "WORK"),
  remote_id: manager.remote_id,
  employment_status: Word.open(Words.employmentStatus, manager.employment_status),
  termination_date: Form.midnight(manager.terminated_on)
})

const shape = Row.shape({
  employee_number,
  first_name: name.first_name,
  last_name: name.last_name,
  nationality: Shape.text("Nationality, as the vendor writes it; the first of several."),
  display_full_name: name.display_full_name,
  job_title: Shape.text("Position that the person holds."),
  work_email,
  personal_email: Shape.text("Private e-mail address; null when the vendor's text is none."),
  mobile_phone_number: Shape.text("Mobile telephone number, as the vendor writes it."),
  ssn: Shape.text("Number of the social security."),
  tax_id: Shape.text("Number by which the tax office knows the person."),
  gender: Shape.open(genders, "Gender."),
  ethnicity: Shape.open(ethnicities, "Ethnic group."),
  marital_status: Shape.open(maritalStatuses, "Family status."),
  employment_status,
  employment_type: Shape.open(Employments.employmentTypes, "Kind of employment."),
  weekly_hours: Shape.number("Working time per week, in hours."),
  avatar: Shape.text("Address of a picture."),
  work_location_id: Shape.reference("Where the person works; the main place of several."),
  legal_entity_id: Shape.reference("The legal entity that employs the person."),
  manager_id: Shape.reference("The superior to whom the person reports."),
  home_address: Shape.maybe(Form.PostalAddress, "Where the person lives."),
  bank_accounts: Shape.maybeList(BankAccount, "Accounts that pay goes to; null when none were read."),
  date_of_birth: Shape.instant("Date of birth, as its midnight."),
  start_date: Shape.instant("First day of the present, or last, employment, as its midnight."),
  termination_date,
  remote_created_at: Row.remoteTimes.remote_created_at,
  ...Row.custom,
  employments: Shape.list(Employments.EmploymentOf, "Positions that the person holds or held."),
  time_off_balances: Shape.list(BalanceOf, "Leave that the person has."),
  manager: Shape.maybe(Manager, "The superior; null when the record was never read."),
  groups: Shape.list(Organisation.GroupOf, "Departments, teams and other units that the person belongs to."),
  legal_entity: Shape.maybe(Organisation.LegalEntityOf, "The legal entity; null when the record was never read."),
  work_location: Shape.maybe(Organisation.LocationOf, "The place; null when the record was never read.")
})

/** An employee. */
export const employee = Row.projection(Employee, shape, {
  loads: [
    Relation.of(Employee, Employment, "user_id"),
    ...Employments.pays,
    Relation.of(Employee, TimeOffBalance, "user_id"),
    Relation.of(Employee, BankInfo, "user_id"),
    Relation.to(Employee, "manager_id", Employee),
    Relation.to(Employee, "group_ids", Group),
    Relation.of(Employee, Group, "user_ids"),
    Relation.to(Employee, "company_id", Company),
    Relation.to(Employee, "work_location_ids", Location)
  ],
  fields: {
    ...Row.rules,
    ...Row.customRules("hris_employees"),
    employee_number: ({ employee_number }) => employee_number,
    first_name: ({ first_name }) => first_name,
    last_name: ({ last_name }) => last_name,
    nationality: ({ nationalities }) => nationalities?.[0] ?? null,
    display_full_name: ({ name }) => name,
    job_title: ({ title }) => title,
    work_email: ({ emails }) => emailOf(emails, "WORK"),
    personal_email: ({ emails }) => emailOf(emails, "PERSONAL"),
    mobile_phone_number: ({ phones }) => phones?.find(({ type }) => type?.value === "MOBILE")?.value ?? null,
    ssn: ({ identity_numbers }) => numberOf(identity_numbers, "SSN"),
    tax_id: ({ identity_numbers }) => numberOf(identity_numbers, "TAX"),
    gender: (employee) => Word.open(gender, employee.gender),
    ethnicity: (employee) => Word.open(ethnicity, employee.ethnicity),
    marital_status: ({ marital_status }) => Word.open(maritalStatus, marital_status),
    employment_status: ({ employment_status }) => Word.open(Words.employmentStatus, employment_status),
    employment_type: ({ employment_type }) => Word.open(Words.employmentType, employment_type),
    weekly_hours: ({ weekly_hours }) => weekly_hours,
    avatar: ({ avatar }) => avatar,
    work_location_id: ({ work_location_ids }) => Form.reference(work_location_ids?.[0] ?? null),
    legal_entity_id: ({ company_id }) => Form.reference(company_id),
    manager_id: ({ manager_id }) => Form.reference(manager_id),
    home_address: ({ home_address }) => Form.address(home_address),
    bank_accounts: ({ id }, related) => {
      const accounts = related.of("bank_info", "user_id", id)
      // Null, not empty: many connectors may not read accounts at all.
      return accounts.length === 0 ? null : accounts.map(bankAccount)
    },
    date_of_birth: ({ date_of_birth }) => Form.midnight(date_of_birth),
    start_date: ({ hired_on }) => Form.midnight(hired_on),
    termination_date: ({ terminated_on }) => Form.midnight(terminated_on),
    remote_created_at: ({ remote_created_at }) => Form.instant(remote_created_at),
    // Accounts are part of the record here, so a change of one is one of the record.
    changed_at: ({ id, modified_at }, related) =>
      Wire.newest([modified_at, ...related.of("bank_info", "user_id", id).map((account) => account.modified_at)]) ??
      modified_at,
    employments: ({ id }, related) =>
      related.of("employment", "user_id", id).map((one) => Employments.employmentOf(one, related)),
    time_off_balances: ({ id }, related) =>
      related.of("time_off_balance", "user_id", id).map((one) => balanceOf(one, related)),
    manager: ({ manager_id }, related) => {
      const manager = related.one("employee", manager_id)
      return manager === null ? null : managerOf(manager)
    },
    groups: ({ group_ids, id }, related) =>
      Linked.both(related, "group", group_ids, "user_ids", id).map(Organisation.groupOf),
    legal_entity: ({ company_id }, related) => {
      const company = related.one("company", company_id)
      return company === null ? null : Organisation.legalEntityOf(company)
    },
    work_location: ({ work_location_ids }, related) => {
      const location = related.one("location", work_location_ids?.[0] ?? null)
      return location === null ? null : Organisation.locationOf(location)
    }
  }
})
