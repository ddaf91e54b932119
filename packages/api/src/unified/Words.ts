/**
 * Our words in this dialect's: a table names every one of ours, and null where theirs have none that means the same; then
 * the vendor's own word stands.
 */
import type {
  employmentStatuses,
  employmentTypes,
  genders,
  groupTypes,
  payPeriods,
  payTypes,
  roles
} from "@crosswalk/core/Words"
import type * as Word from "../Word.ts"

type Of<Words extends ReadonlyArray<string>> = Words[number]

/** Whether somebody works for the customer. */
export const employmentStatus = {
  ACTIVE: "ACTIVE",
  ACTIVE_EXTERNAL: "ACTIVE",
  // Somebody on leave is employed still; somebody who has not begun is not yet.
  LEAVE: "ACTIVE",
  PENDING: "INACTIVE",
  INACTIVE: "INACTIVE",
  INACTIVE_EXTERNAL: "INACTIVE",
  RETIRED: "INACTIVE",
  DECEASED: "INACTIVE"
} as const satisfies Word.Table<Of<typeof employmentStatuses>, string>

/** Kinds of employment. */
export const employmentType = {
  FULL_TIME: "FULL_TIME",
  PART_TIME: "PART_TIME",
  CONTRACTOR: "CONTRACTOR",
  INTERN: "INTERN",
  FREELANCE: "FREELANCE",
  CONSULTANT: "CONSULTANT",
  VOLUNTEER: "VOLUNTEER",
  CASUAL: "CASUAL",
  SEASONAL: "SEASONAL",
  OTHER: "OTHER",
  WORKING_STUDENT: null,
  APPRENTICE: null,
  TRAINEE: null,
  REGULAR: null,
  FURLOUGHED: null,
  TERMINATED: null
} as const satisfies Word.Table<Of<typeof employmentTypes>, string>

/** Genders. */
export const gender = {
  FEMALE: "FEMALE",
  MALE: "MALE",
  NON_BINARY: "NON_BINARY",
  INTERSEX: "INTERSEX",
  TRANS: "TRANS",
  OTHER: null,
  UNDISCLOSED: null
} as const satisfies Word.Table<Of<typeof genders>, string>

/** Kinds of groups. */
export const groupType = {
  DEPARTMENT: "DEPARTMENT",
  SUB_DEPARTMENT: "SUB_DEPARTMENT",
  TEAM: "TEAM",
  GROUP: "GROUP",
  DIVISION: "DIVISION",
  BUSINESS_UNIT: "BUSINESS_UNIT",
  BRANCH: "BRANCH",
  COST_CENTER: null
} as const satisfies Word.Table<Of<typeof groupTypes>, string>

/** What somebody may do. */
export const role = {
  SUPER_ADMIN: "ADMIN",
  ADMIN: "ADMIN",
  MANAGER: "MANAGER",
  HIRING_MANAGER: "MANAGER",
  RECRUITER: "RECRUITER",
  COORDINATOR: "RECRUITER",
  SOURCER: "RECRUITER",
  INTERVIEWER: "INTERVIEWER",
  SALES_REP: "SALESREP",
  TEAM_MEMBER: "USER",
  LIMITED_TEAM_MEMBER: "USER",
  USER: "USER",
  EMPLOYEE: "EMPLOYEE"
} as const satisfies Word.Table<Of<typeof roles>, string>

/** Kinds of pay. */
export const payType = {
  SALARY: "SALARY",
  BONUS: "BONUS",
  EQUITY: "EQUITY",
  STOCK_OPTIONS: "STOCK_OPTIONS",
  OTHER: "OTHER",
  COMMISSION: null
} as const satisfies Word.Table<Of<typeof payTypes>, string>

/** Spans of time that pay is for. */
export const payPeriod = {
  HOUR: "HOUR",
  DAY: "DAY",
  WEEK: "WEEK",
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  YEAR: "YEAR",
  ONE_TIME: "ONE_TIME",
  TWO_WEEKS: null,
  FOUR_WEEKS: null,
  HALF_MONTH: null,
  TWO_MONTHS: null,
  HALF_YEAR: null
} as const satisfies Word.Table<Of<typeof payPeriods>, string>
