/**
 * Our words in this dialect's: a table names every one of ours, and null where theirs have none that means the same.
 */
import type { employmentStatuses, employmentTypes, groupTypes, roles } from "@crosswalk/core/Words"
import type * as Word from "../Word.ts"

type Of<Words extends ReadonlyArray<string>> = Words[number]

/** Whether somebody works for the customer. */
export const employmentStatus = {
  ACTIVE: "ACTIVE",
  PENDING: "PENDING",
  LEAVE: "LEAVE",
  INACTIVE: "INACTIVE",
  // They have no words for people who are not on the payroll; whether they are there is what a reader asks.
  ACTIVE_EXTERNAL: "ACTIVE",
  INACTIVE_EXTERNAL: "INACTIVE",
  RETIRED: "INACTIVE",
  DECEASED: "INACTIVE"
} as const satisfies Word.Table<Of<typeof employmentStatuses>, string>

/** Kinds of employment of people who work for the customer. */
export const employmentType = {
  FULL_TIME: "FULL_TIME",
  PART_TIME: "PART_TIME",
  CONTRACTOR: "CONTRACT",
  INTERN: "INTERNSHIP",
  FREELANCE: "FREELANCE",
  WORKING_STUDENT: "WORKING_STUDENT",
  APPRENTICE: "APPRENTICESHIP",
  TRAINEE: "TRAINING",
  CONSULTANT: null,
  VOLUNTEER: null,
  CASUAL: null,
  SEASONAL: null,
  REGULAR: null,
  FURLOUGHED: null,
  TERMINATED: null,
  OTHER: null
} as const satisfies Word.Table<Of<typeof employmentTypes>, string>

/** Kinds of groups. */
export const groupType = {
  DEPARTMENT: "DEPARTMENT",
  SUB_DEPARTMENT: "DEPARTMENT",
  TEAM: "TEAM",
  COST_CENTER: "COST_CENTER",
  GROUP: null,
  DIVISION: null,
  BUSINESS_UNIT: null,
  BRANCH: null
} as const satisfies Word.Table<Of<typeof groupTypes>, string>

/** What a user may do in a recruiting system. */
export const role = {
  SUPER_ADMIN: "ADMIN",
  ADMIN: "ADMIN",
  HIRING_MANAGER: "HIRING_MANAGER",
  RECRUITER: "RECRUITER",
  COORDINATOR: "COORDINATOR",
  SOURCER: "SOURCER",
  INTERVIEWER: "INTERVIEWER",
  MANAGER: null,
  SALES_REP: null,
  TEAM_MEMBER: null,
  LIMITED_TEAM_MEMBER: null,
  USER: null,
  EMPLOYEE: null
} as const satisfies Word.Table<Of<typeof roles>, string>

/** Words of a unit of leave; theirs are ours. */
export const leaveUnit = { HOURS: "HOURS", DAYS: "DAYS" } as const
