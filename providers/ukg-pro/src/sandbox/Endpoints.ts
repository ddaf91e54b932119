/**
 * The lists of the simulated API, with the parameters that the vendor documents for each.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as AccountIds from "./Account.ts"
import * as Columns from "./Columns.ts"
import type { Endpoint } from "./Endpoint.ts"
import * as Facts from "./Facts.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

const asIs = (record: JsonObject): JsonObject => record

/** The person of an employment, in that company. */
const personIn = (employment: JsonObject, state: State): JsonObject => ({
  ...state.person(Wire.text(employment.employeeID)),
  companyId: employment.companyID ?? null
})

/** Somebody's whole row: person and employment. */
const whole = (employment: JsonObject, state: State): JsonObject => ({
  ...personIn(employment, state),
  ...employment,
  isActive: !["T", "R", "D"].includes(Wire.text(employment.employeeStatusCode)),
  projectCode: employment.primaryProjectCode ?? "Z",
  supervisorName:
    employment.supervisorFirstName === undefined
      ? ""
      : `${Wire.text(employment.supervisorFirstName)} ${Wire.text(employment.supervisorLastName)}`
})

const personChangedAt = (state: State, row: number): number | undefined => {
  const person = AccountIds.personOf(state.account, row)
  return state.held("employee")?.table.isEdited(AccountIds.employeeId(state.account, person)) === true
    ? undefined
    : Facts.personChangedAt(state.account, person)
}

/** `employee-changes`, which is narrowed by a window of time. */
export const changes: Endpoint = {
  path: "/personnel/v1/employee-changes",
  kind: "employment",
  show: (record, state) => Columns.employeeChanges(whole(record, state)),
  filters: "",
  size: "per_page"
}

const people: ReadonlyArray<Endpoint> = [
  {
    path: "/personnel/v1/person-details",
    kind: "employment",
    show: (record, state) => Columns.personDetails(personIn(record, state)),
    filters:
      "companyId employeeId lastName emailAddress addressState addressCountry cobraIsActive cobraStatus dateOfCobraEvent dateTimeCreated dateTimeChanged nationalId nationalIdCountry",
    size: "per_Page",
    changedAt: personChangedAt
  },
  {
    path: "/personnel/v1/employee-demographic-details",
    kind: "employment",
    show: (record, state) => Columns.demographicDetails(personIn(record, state)),
    filters: "employeeId companyId lastName emailAddress addressState addressCountry",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/employee-multi-phone-numbers",
    kind: "phone",
    show: asIs,
    filters: "employeeId systemId",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/contacts",
    kind: "contact",
    show: Columns.contacts,
    filters:
      "employeeId isActive relationshipCode contactId countryCode cobraIsActive cobraStatus isBeneficiary isDependent dateOfCobraEvent statusAsOfDate",
    size: "per_Page",
    isNotFoundWhenEmpty: true
  },
  {
    path: "/personnel/v1/user-defined-fields",
    kind: "employee",
    show: Columns.userDefinedFields,
    filters: "employeeId",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/employee-education",
    kind: "education",
    show: asIs,
    filters: "systemId employeeId country",
    size: "per_Page"
  }
]

const employmentFilters =
  "primaryJobCode jobTitle fullTimeOrPartTimeCode primaryWorkLocationCode primaryProjectCode deductionGroupCode earningGroupCode employeeTypeCode employeeStatusCode employeeNumber supervisorID originalHireDate lastHireDate dateOfTermination dateOfRetirement dateTimeCreated dateTimeChanged dateLastPayDatePaid payGroup isHomeCompany"

const work: ReadonlyArray<Endpoint> = [
  {
    path: "/personnel/v1/employment-details",
    kind: "employment",
    show: Columns.employmentDetails,
    filters: `companyId employeeId ${employmentFilters}`,
    size: "per_Page",
    changedAt: (state, row) => Facts.changedAt(state.account, row)
  },
  {
    path: "/personnel/v1/employee-employment-details",
    kind: "employment",
    show: Columns.employeeEmploymentDetails,
    filters: `companyID employeeID supervisorId ${employmentFilters.replace("supervisorID ", "")}`,
    size: "per_Page",
    changedAt: (state, row) => Facts.changedAt(state.account, row)
  },
  {
    path: "/personnel/v1/compensation-details",
    kind: "employment",
    show: Columns.compensationDetails,
    filters:
      "companyId employeeId primaryJobCode jobGroupCode jobTitle payGroupCode fullTimeOrPartTimeCode salaryOrHourlyCode primaryShiftCode primaryShiftGroupCode dateInJob dateLastPaid datePaidThru isAutoAllocated isAutoPaid isSeasonalWorker isHighlyCompensated isMultipleJob performanceReviewRating performanceReviewType",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/employee-job-history-details",
    kind: "jobHistory",
    show: Columns.jobHistory,
    filters:
      "companyId employeeId isOrgChange isJobChange isRateChange isPromotion systemId jobEffectiveDate dateTimeCreated",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/employee-supervisor-details",
    kind: "employment",
    show: Columns.supervisorDetails,
    filters: "companyId employeeId supervisorCompanyId supervisorEmployeeId supervisorCompanyCode",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/pto-plans",
    kind: "ptoPlan",
    show: asIs,
    filters: "",
    size: "per_page",
    isNotFoundWhenEmpty: true
  }
]

const pay: ReadonlyArray<Endpoint> = [
  {
    path: "/payroll/v1/direct-deposit",
    kind: "directDeposit",
    show: asIs,
    filters: "accountIsInactive employeeId companyId employeeBankRoutingNumber countryCode dateTimeChanged",
    size: "per_Page",
    isNotFoundWhenEmpty: true
  },
  {
    path: "/payroll/v1/pay-register",
    kind: "payment",
    show: Columns.payRegister,
    filters:
      "employeeId companyId checkId employeeNumber documentNumber payGroup periodControl payDate periodEndDate periodStartDate",
    size: "per_Page"
  }
]

const profile = (record: JsonObject, state: State): JsonObject =>
  Columns.userProfileDetails({ ...state.held("user")?.table.get(String(record.userId)), ...record })

const users: ReadonlyArray<Endpoint> = [
  {
    path: "/personnel/v1/user-details",
    kind: "user",
    show: Columns.userDetails,
    filters: "userName userStatus employeeId",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/user-profile-details",
    kind: "userRole",
    show: profile,
    filters: "masterCompany userStatus userId roleId companyId employeeId",
    size: "per_Page"
  },
  {
    path: "/personnel/v1/employee-security-user-details",
    kind: "user",
    show: Columns.securityUserDetails,
    filters: "userName employeeID",
    size: "per_Page"
  }
]

const short = (path: `/${string}`, kind: string, filters: string, size?: "per_Page"): Endpoint => ({
  path,
  kind,
  show: asIs,
  filters,
  size
})

/** The document gives some of these without a prefix, others call them with one: both work. */
const setup: ReadonlyArray<Endpoint> = [
  short(
    "/configuration/v1/company-details",
    "company",
    "companyId masterCompanyId companyCode isMasterCompany",
    "per_Page"
  ),
  short("/configuration/v1/org-levels", "orgLevel", "levelDescription code budgetGroup reportingCategory isActive"),
  short("/configuration/v1/roles", "role", "rolName", "per_Page"),
  short("/configuration/v1/jobgroup", "jobGroup", "jobGroupCode jobGroupCountryCode", "per_Page"),
  ...(["", "/configuration/v1"] as const).flatMap((prefix) => [
    short(`${prefix}/jobs`, "job", "countryCode isActive"),
    short(`${prefix}/locations`, "location", "countryCode isActive"),
    short(`${prefix}/employeeType`, "employeeType", ""),
    short(`${prefix}/termType`, "termType", ""),
    short(`${prefix}/maritalStatus`, "maritalStatus", "")
  ])
]

export const all: ReadonlyArray<Endpoint> = [...people, ...work, ...pay, ...users, ...setup]

/** Documented lists that are empty in this tenant. */
export const unused = [
  "/personnel/v1/empl-multiple-jobs",
  "/personnel/v1/empl-multiple-positions",
  "/personnel/v1/employee-contract-details",
  "/personnel/v1/employee-global-banks",
  "/personnel/v1/international-employees",
  "/personnel/v1/national-documents",
  "/personnel/v1/dep-deductions",
  "/configuration/v1/positions",
  "/payroll/v1/payroll-deductions-history",
  "/payroll/v1/earnings-history-base-elements"
] as const
