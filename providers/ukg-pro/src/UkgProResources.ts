/**
 * UKG Pro's lists: where each is, how it pages, what in it is collected only when asked for, and what a record's absence
 * means. All answer 404 where some would answer with an empty list.
 */
import * as Page from "@crosswalk/core/Page"
import type { Sensitive } from "@crosswalk/core/Redact"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Wire from "@crosswalk/core/Wire"
import { CompensationDetail, Employment, JobHistory } from "./wire/Employment.ts"
import { code, employeeOf, employmentOf } from "./wire/Habits.ts"
import { PtoPlan, ScheduledEmployee, TimeOffRequest } from "./wire/Leave.ts"
import { Company, Job, Location, OrgLevel } from "./wire/Organisation.ts"
import { Check, DirectDeposit, GlobalBank } from "./wire/Payroll.ts"
import { Contact, Person, UserDefinedFields, UserProfile } from "./wire/Person.ts"

// UKG gives neither a number of records nor a next page. These lists take up to 10,000 records a page since 2022; until
// then they were cut at 100, and a page that is cut must not be taken for the last one.
const large = Page.numbered({ items: "", param: "page", size: ["per_Page", 500], cut: 100 })

// For the others no greater page than the ordinary one is documented.
const ordinary = Page.numbered({ items: "", param: "page", size: ["per_Page", 100] })

/** A list in one answer. */
const whole = (items: Page.Path = ""): Page.Page => Page.single({ items })

/** UKG compares days, by a clock of the account's own. */
const changed = Since.usDate("dateTimeChanged", { prefix: ">", overlapMinutes: 24 * 60 })

const sensitiveEmployment: Sensitive = {
  contact: ["workPhoneNumber", "workPhoneExtension"],
  compensation: ["annualSalary", "hourlyPayRate"]
}

const joinId = (first: string | null, second: string | null): string | null =>
  first === null || second === null ? null : `${first}:${second}`

/** Persons; where an account repeats a person for each company, the rows tell the same of them. */
export const people = Resource.make("person_details", {
  path: "/personnel/v1/person-details",
  wire: Person,
  page: large,
  id: employeeOf,
  since: changed,
  // Nobody is ever deleted in UKG Pro.
  absence: "kept",
  permission: "Employee Person Details",
  emptyOn404: true,
  sensitive: {
    "government-id": ["ssn", "previousSSN", "nationalId", "i9AlienNumber", "i9DocA", "i9DocB", "i9DocC"],
    special: [
      "dateOfBirth",
      "dateDeceased",
      "gender",
      "ethnicIDCode",
      "ethnicDescription",
      "maritalStatusCode",
      "nationality1",
      "nationality2",
      "nationality3",
      "originCountry",
      "originLocation",
      "disabilityType",
      "isDisabled",
      "isSmoker",
      "healthBloodType",
      "healthEyes",
      "healthHair",
      "healthHeightFeet",
      "healthHeightInches",
      "healthLastDonateDate",
      "healthWeight",
      "militaryService",
      "militaryBranchServed",
      "militaryEra",
      "militaryIsDisabledVet",
      "militaryIsOthEligVet",
      "militaryIsOthEligVetBasis",
      "militaryIsActiveWartimeVet",
      "militaryIsMedalVet",
      "militarySeparationDate"
    ],
    contact: [
      "emailAddress",
      "emailAddressAlternate",
      "homePhone",
      "addressSms",
      "addressLine1",
      "addressLine2",
      "addressCity",
      "addressState",
      "addressZipCode",
      "addressCountry",
      "addressCounty",
      "addressLatitude"
    ]
  }
})

/** Employments, one for each person and company. */
export const employments = Resource.make("employee_employment_details", {
  path: "/personnel/v1/employee-employment-details",
  wire: Employment,
  page: large,
  id: employmentOf,
  since: changed,
  absence: "kept",
  permission: "Employee Employment information",
  emptyOn404: true,
  sensitive: sensitiveEmployment
})

/** The same employments, with the texts behind some codes. */
export const employmentDetails = Resource.make("employment_details", {
  path: "/personnel/v1/employment-details",
  wire: Employment,
  page: large,
  id: employmentOf,
  since: changed,
  absence: "kept",
  permission: "Employee Employment information",
  emptyOn404: true,
  sensitive: sensitiveEmployment
})

/** Fields that the customer added to employees. */
export const userDefinedFields = Resource.make("user_defined_fields", {
  path: "/personnel/v1/user-defined-fields",
  wire: UserDefinedFields,
  page: ordinary,
  id: employeeOf,
  emptyOn404: true,
  permission: "Personnel Integration"
})

/** What each employment is paid. */
export const compensationDetails = Resource.make("compensation_details", {
  path: "/personnel/v1/compensation-details",
  wire: CompensationDetail,
  page: large,
  id: employmentOf,
  absence: "kept",
  permission: "Employee Compensation Details",
  emptyOn404: true,
  sensitive: {
    compensation: [
      "annualSalary",
      "totalAnnSalary",
      "hourlyPayRate",
      "weeklyPayRate",
      "payPeriodPayRate",
      "piecePayRate",
      "avgPayRateCurPer",
      "otherRate1",
      "otherRate2",
      "otherRate3",
      "otherRate4",
      "jobSalaryGrade"
    ]
  }
})

/** What employments were before, change by change. */
export const jobHistory = Resource.make("employee_job_history_details", {
  path: "/personnel/v1/employee-job-history-details",
  wire: JobHistory,
  page: large,
  id: ({ systemId }) => code(systemId),
  absence: "kept",
  permission: "Personnel Integration",
  emptyOn404: true,
  sensitive: {
    compensation: [
      "annualSalary",
      "hourlyPayRate",
      "periodPayRate",
      "piecePayRate",
      "weeklyPayRate",
      "otherRate1",
      "otherRate2",
      "otherRate3",
      "otherRate4",
      "percentChange",
      "salaryGrade"
    ]
  }
})

/** Family, beneficiaries and whom to call. */
export const contacts = Resource.make("contacts", {
  path: "/personnel/v1/contacts",
  wire: Contact,
  page: large,
  id: ({ contactId }) => code(contactId),
  permission: "Personnel Integration",
  emptyOn404: true,
  sensitive: {
    "government-id": ["ssn", "nationalId", "healthCareId"],
    special: ["dateOfBirth", "deathDate", "gender", "isDisabled", "isSmoker"],
    contact: [
      "emailAddress",
      "homePhoneNumber",
      "workPhoneNumber",
      "workPhoneExtension",
      "otherPhoneNumber",
      "preferredPhoneNumber",
      "addressLine1",
      "addressLine2",
      "city",
      "county",
      "state",
      "zipCode",
      "countryCode"
    ]
  }
})

/** Companies of the account. */
export const companies = Resource.make("company_details", {
  path: "/configuration/v1/company-details",
  wire: Company,
  page: large,
  id: ({ companyID }) => code(companyID),
  permission: "Company Configuration Integration",
  emptyOn404: true
})

/** Places of work. */
export const locations = Resource.make("locations", {
  path: "/configuration/v1/locations",
  wire: Location,
  page: whole(),
  id: ({ locationCode }) => code(locationCode),
  permission: "Company Configuration Integration",
  emptyOn404: true
})

/** The key of an organisation level's unit: the same code may stand on several levels. */
export const orgLevelKey = (level: number | null, unit: string | null): string | null =>
  joinId(level === null ? null : String(level), unit)

/** Units of the four organisation levels. */
export const orgLevels = Resource.make("org_levels", {
  path: "/configuration/v1/org-levels",
  wire: OrgLevel,
  page: whole(),
  id: (unit) => orgLevelKey(Wire.integer(unit.level), code(unit.code)),
  permission: "Company Configuration Integration",
  emptyOn404: true
})

/** Jobs of the catalogue. */
export const jobs = Resource.make("jobs", {
  path: "/configuration/v1/jobs",
  wire: Job,
  page: whole(),
  id: (job) => code(job.code),
  permission: "Company Configuration Integration",
  emptyOn404: true
})

/** What each employee has of each plan of paid time off. */
export const ptoPlans = Resource.make("pto_plans", {
  path: "/personnel/v1/pto-plans",
  wire: PtoPlan,
  page: Page.numbered({ items: "", param: "page", size: ["per_page", 100] }),
  id: (plan) => joinId(employmentOf(plan), code(plan.ptoPlan)),
  permission: "PTO Plan Integration",
  emptyOn404: true
})

/** Requests for time off, which only accounts with the scheduling module have. UKG insists on a span of days. */
export const timeOffRequests = Resource.make("timeoff_requests", {
  path: "/simpleschedule/timeoff_requests",
  wire: TimeOffRequest,
  page: whole(["entities", ""]),
  id: ({ id }) => code(id),
  query: { from: "01-01-2000", to: "12-31-2099" },
  emptyOn404: true,
  sensitive: { special: ["comment", "days.reason", "days.empComment", "days.conclusionComment"] }
})

/** Employees by their numbers in the scheduling module. `index` is taken to count records: UKG does not say what it counts. */
export const scheduledEmployees = Resource.make("simpleschedule_employees", {
  path: "/simpleschedule/employees",
  wire: ScheduledEmployee,
  page: Page.offset({ items: ["entities", ""], param: "index", size: ["max", 100] }),
  id: ({ empId }) => code(empId),
  emptyOn404: true
})

/** Accounts in the United States and Canada. */
export const directDeposits = Resource.make("direct_deposit", {
  path: "/payroll/v1/direct-deposit",
  wire: DirectDeposit,
  page: large,
  id: ({ accountRecordId }) => code(accountRecordId),
  since: changed,
  permission: "Employee Direct Deposit",
  emptyOn404: true,
  sensitive: {
    "government-id": [
      "account",
      "employeeBankId",
      "employeeBankName",
      "employeeBankRoutingNumber",
      "employeeInstitutionNumber",
      "foreignAccountNumber"
    ],
    compensation: ["amountOrPercent"]
  }
})

/** Accounts anywhere else. */
export const globalBanks = Resource.make("employee_global_banks", {
  path: "/personnel/v1/employee-global-banks",
  wire: GlobalBank,
  page: large,
  id: ({ bankId }) => code(bankId),
  permission: "Employee Direct Deposit",
  emptyOn404: true,
  sensitive: {
    "government-id": [
      "bankAccountNumber",
      "iban",
      "swiftCode",
      "bankName",
      "bankBranch",
      "bankRequirement1",
      "bankRequirement2",
      "bankRequirement3",
      "bankRequestCode1",
      "bankRequestCode2",
      "bankRequestCode3"
    ],
    contact: ["addressLine1", "addressLine2", "addressLine3", "city", "state", "postalCode"]
  }
})

/** Checks. */
export const payRegister = Resource.make("pay_register", {
  path: "/payroll/v1/pay-register",
  wire: Check,
  page: large,
  id: ({ checkId }) => code(checkId),
  absence: "kept",
  permission: "Payroll",
  emptyOn404: true,
  sensitive: {
    "government-id": ["ssn"],
    compensation: [
      "annualSalary",
      "hourlyPayRate",
      "checkAmount",
      "directDepositAmount",
      "netAmount",
      "suiGross",
      "totalDeductionAmount",
      "totalEarningsAmount",
      "totalShiftAmount",
      "totalTaxAmount"
    ]
  }
})

/** Roles of those who sign in, one row for each role. */
export const userProfiles = Resource.make("user_profile_details", {
  path: "/personnel/v1/user-profile-details",
  wire: UserProfile,
  page: ordinary,
  id: ({ roleId, userId }) => joinId(code(userId), code(roleId) ?? "none"),
  permission: "Personnel Integration",
  emptyOn404: true,
  sensitive: { contact: ["email", "workPhone"] }
})
