/** Words that several records share; this dialect's lists are open, so a vendor's own word may stand beside them. */
import type * as Core from "@crosswalk/core/Words"
import type * as Word from "../Word.ts"

type Of<Words extends ReadonlyArray<string>> = Words[number]

/** Their words for genders. */
export const genders = ["MALE", "FEMALE", "NON-BINARY", "OTHER", "PREFER_NOT_TO_DISCLOSE", "-"] as const

/** Genders. */
export const gender = {
  FEMALE: "FEMALE",
  MALE: "MALE",
  NON_BINARY: "NON-BINARY",
  OTHER: "OTHER",
  UNDISCLOSED: "PREFER_NOT_TO_DISCLOSE",
  INTERSEX: null,
  TRANS: null
} as const satisfies Word.Table<Of<typeof Core.genders>, Of<typeof genders>>

/** Their words for ethnic groups, as applicants are asked. */
export const races = [
  "AMERICAN_INDIAN_OR_ALASKA_NATIVE",
  "ASIAN_OR_INDIAN_SUBCONTINENT",
  "BLACK_OR_AFRICAN_AMERICAN",
  "HISPANIC_OR_LATINO",
  "NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER",
  "TWO_OR_MORE_RACES",
  "WHITE",
  "PREFER_NOT_TO_DISCLOSE",
  "-"
] as const

/** Ethnic groups of applicants. */
export const race = {
  AMERICAN_INDIAN_OR_ALASKA_NATIVE: "AMERICAN_INDIAN_OR_ALASKA_NATIVE",
  ASIAN: "ASIAN_OR_INDIAN_SUBCONTINENT",
  BLACK_OR_AFRICAN_AMERICAN: "BLACK_OR_AFRICAN_AMERICAN",
  HISPANIC_OR_LATINO: "HISPANIC_OR_LATINO",
  NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER: "NATIVE_HAWAIIAN_OR_OTHER_PACIFIC_ISLANDER",
  TWO_OR_MORE: "TWO_OR_MORE_RACES",
  WHITE: "WHITE",
  UNDISCLOSED: "PREFER_NOT_TO_DISCLOSE",
  OTHER: null
} as const satisfies Word.Table<Of<typeof Core.ethnicities>, Of<typeof races>>

/** Ethnic groups of employees, who may be of another one. */
export const ethnicity = { ...race, OTHER: "OTHER" } as const

/** Their words for kinds of absence. */
export const absenceTypes = [
  "VACATION",
  "SICK",
  "PERSONAL",
  "JURY_DUTY",
  "VOLUNTEER",
  "BEREAVEMENT",
  "MATERNITY",
  "ANNUAL_LEAVE",
  "EMERGENCY_LEAVE",
  "LEAVE_OF_ABSENCE",
  "PATERNITY",
  "PAID_TIME_OFF",
  "LONG_TERM_DISABILITY",
  "SHORT_TERM_DISABILITY",
  "COMP_OFF",
  "WORK_FROM_HOME",
  "COMPASSIONATE",
  "TIME_OFF",
  "FMLA"
] as const

/** Kinds of absence. */
export const absenceType = {
  VACATION: "VACATION",
  SICK: "SICK",
  PERSONAL: "PERSONAL",
  JURY_DUTY: "JURY_DUTY",
  VOLUNTEER: "VOLUNTEER",
  BEREAVEMENT: "BEREAVEMENT",
  MATERNITY: "MATERNITY",
  ANNUAL_LEAVE: "ANNUAL_LEAVE",
  EMERGENCY_LEAVE: "EMERGENCY_LEAVE",
  LEAVE_OF_ABSENCE: "LEAVE_OF_ABSENCE",
  PATERNITY: "PATERNITY",
  PAID_TIME_OFF: "PAID_TIME_OFF",
  LONG_TERM_DISABILITY: "LONG_TERM_DISABILITY",
  SHORT_TERM_DISABILITY: "SHORT_TERM_DISABILITY",
  COMPENSATORY: "COMP_OFF",
  WORK_FROM_HOME: "WORK_FROM_HOME",
  COMPASSIONATE: "COMPASSIONATE",
  TIME_OFF: "TIME_OFF",
  FAMILY_MEDICAL_LEAVE: "FMLA",
  HOLIDAY: null,
  PARENTAL: null,
  UNPAID: null,
  OTHER: null
} as const satisfies Word.Table<Of<typeof Core.absenceTypes>, Of<typeof absenceTypes>>
