/**
 * What a tenant sets up once: companies, org levels, jobs, locations and code lists.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account } from "../Account.ts"

export const jobs = [
  ["HRMGR", "HR Manager", "HR", true],
  ["ENG1", "Software Engineer I", "ENG", true],
  ["ENG2", "Software Engineer II", "ENG", true],
  ["00042", "Forklift Operator", "OPS", true],
  ["ACCT", "Accountant", "FIN", true],
  ["SALES", "Sales Representative", "SAL", true],
  ["NURSE", "Site Nurse", "OPS", true],
  ["CLERK", "Clerk (old)", "OPS", false]
] as const

/** Jobs that people hold; the last of the table is no longer in use. */
export const jobCount = jobs.length - 1

export const levels = [
  [
    "Division",
    [
      ["ADMIN", "Administration"],
      ["SOFT", "Software"],
      ["OPS", "Operations"]
    ]
  ],
  [
    "Department",
    [
      ["HR", "Human Resources"],
      ["SUPP", "Support"],
      ["00100", "Assembly"],
      ["R&D", "Research & Development"]
    ]
  ],
  [
    "Region",
    [
      ["WES", "West"],
      ["EAS", "East"],
      ["CAN", "Canada"]
    ]
  ],
  ["Project", [["OLD", "Closed project"]]]
] as const

export const locations = [
  ["SEAL", "Seal Beach, CA", "12 Harbor Way", "Seal Beach", "CA", "90740", "USA", true],
  ["HQ1", "New York HQ", "400 Example Plaza", "New York", "NY", "10001", "USA", true],
  ["CAHQ1", "Toronto", "77 Sample Street", "Toronto", "ON", "M5V 2T6", "CAN", true],
  ["REM", "Remote", "", "", "", "", "USA", true],
  ["BOS", "Boston (closed)", "1 Closed Lane", "Boston", "MA", "02101", "USA", false]
] as const

export const company = (account: Account, at: number): JsonObject => {
  const master = account.companies[0]
  const found = account.companies[at]
  const inCanada = found?.country === "CAN"
  return {
    isMasterCompany: at === 0 ? "Y" : "N",
    masterCompanyId: at === 0 ? null : (master?.id ?? null),
    companyID: found?.id ?? "",
    companyCode: found?.code ?? "",
    companyName: found?.name ?? "",
    addressLine1: inCanada ? "77 Sample Street" : "400 Example Plaza",
    addressLine2: at === 3 ? "Suite 3" : "",
    addressCity: inCanada ? "Toronto" : "New York",
    addressState: inCanada ? "ON" : "NY",
    addressZipCode: inCanada ? "M5V 2T6" : "10001",
    addressCountry: found?.country ?? "USA",
    addressCounty: null,
    phoneNumber: `212555010${at}`,
    phoneNumberExtension: null,
    federalTaxId: at === 0 ? "" : `00000000${at}`,
    orgLevel1Code: at === 0 ? "ADMIN" : null,
    orgLevel2Code: null,
    orgLevel3Code: inCanada ? "CAN" : null,
    orgLevel4Code: null
  }
}

export const orgLevels: ReadonlyArray<JsonObject> = levels.flatMap(([levelDescription, codes], at) =>
  codes.map(([code, description], place) => ({
    description,
    budgetGroup: null,
    code,
    currentYearBudgetFTE: 0,
    currentYearBudgetSalary: 0,
    glSegment: place === 0 ? `${at + 1}00` : null,
    lastYearBudgetFTE: 0,
    lastYearBudgetSalary: 0,
    level: at + 1,
    levelDescription,
    reportingCategory: null,
    isActive: code !== "OLD"
  }))
)

export const jobList: ReadonlyArray<JsonObject> = jobs.map(([code, title, jobFamilyCode, isActive]) => ({
  title,
  countryCode: "USA",
  code,
  jobFamilyCode,
  isActive
}))

export const locationList: ReadonlyArray<JsonObject> = locations.map(
  ([locationCode, description, addressLine1, city, state, zipOrPostalCode, countryCode, isActive], at) => ({
    locationCode,
    description,
    isActive,
    addressLine1,
    addressLine2: "",
    city,
    state,
    zipOrPostalCode,
    countryCode,
    locationGLSegment: at === 3 ? null : `12${at}`
  })
)

export const jobGroups: ReadonlyArray<JsonObject> = [
  { jobGroupCode: "ADMN", jobGroupCodeDescription: "Administration", jobGroupNotes: null, jobGroupCountryCode: "USA" }
]

const codeList = (entries: ReadonlyArray<readonly [string, string]>): ReadonlyArray<JsonObject> =>
  entries.map(([code, description]) => ({ description, code }))

export const employeeTypes = codeList([
  ["REG", "Regular"],
  ["TMP", "Temporary"],
  ["CON", "Contractor"],
  ["INT", "Intern"],
  ["SUM", "Summer help"]
])

export const termTypes = codeList([
  ["V", "Voluntary"],
  ["I", "Involuntary"]
])

export const maritalStatuses = codeList([
  ["S", "Single"],
  ["M", "Married"],
  ["D", "Divorced"],
  ["Z", "Unknown"]
])

/** Reasons for leaving: code, description, type. */
export const leavingReasons = [
  ["203", "Career change", "V"],
  ["201", "Relocation", "V"],
  ["305", "Position eliminated", "I"],
  ["TRF", "Transfer to another company", "I"]
] as const

export const roles = [
  [7, "ADMIN", "Administrator"],
  [12, "EMPLOYEE", "Employee self-service"],
  [31, "MANAGER", "Manager"]
] as const

export const roleList: ReadonlyArray<JsonObject> = roles.map(([rolID, rolName, rolDescription]) => ({
  rolDefaultRole: rolName === "EMPLOYEE",
  rolDescription,
  rolID,
  rolName,
  rolDefaultRoleTerminated: false,
  rolBI: false
}))
