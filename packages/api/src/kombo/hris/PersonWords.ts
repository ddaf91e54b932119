/** Words for what the law protects specially. */
import type { ethnicities as ourEthnicities, genders as ourGenders } from "@crosswalk/core/Words"
import type { RecordOf } from "../../Related.ts"
import type * as Word from "../../Word.ts"

/** Their words for genders. */
export const genders = ["MALE", "FEMALE", "NON_BINARY", "NOT_SPECIFIED"] as const

/** Genders. */
export const gender = {
  FEMALE: "FEMALE",
  MALE: "MALE",
  NON_BINARY: "NON_BINARY",
  UNDISCLOSED: "NOT_SPECIFIED",
  INTERSEX: null,
  TRANS: null,
  OTHER: null
} as const satisfies Word.Table<(typeof ourGenders)[number], (typeof genders)[number]>

/** Their words for ethnic groups. */
export const ethnicities = [
  "WHITE",
  "ASIAN",
  "HISPANIC_LATINO",
  "HAWAIIAN",
  "NATIVE_AMERICAN",
  "BLACK_AFRICAN_AMERICAN",
  "MULTIPLE_ETHNICITIES",
  "DECLINE_TO_SPECIFY"
] as const

/** Ethnic groups. */
export const ethnicity = {
  AMERICAN_INDIAN_OR_ALASKA_NATIVE: "NATIVE_AMERICAN",
  ASIAN: "ASIAN",
  BLACK_OR_AFRICAN_AMERICAN: "BLACK_AFRICAN_AMERICAN",
  HISPANIC_OR_LATINO: "HISPANIC_LATINO",
  NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER: "HAWAIIAN",
  TWO_OR_MORE: "MULTIPLE_ETHNICITIES",
  WHITE: "WHITE",
  UNDISCLOSED: "DECLINE_TO_SPECIFY",
  OTHER: null
} as const satisfies Word.Table<(typeof ourEthnicities)[number], (typeof ethnicities)[number]>

/** Their words for the family status. */
export const maritalStatuses = [
  "SINGLE",
  "MARRIED",
  "DOMESTIC_PARTNERSHIP",
  "WIDOWED",
  "DIVORCED",
  "SEPARATED",
  "NOT_MARRIED"
] as const

/** Family status. */
export const maritalStatus = {
  SINGLE: "SINGLE",
  MARRIED: "MARRIED",
  DOMESTIC_PARTNERSHIP: "DOMESTIC_PARTNERSHIP",
  WIDOWED: "WIDOWED",
  WIDOWED_WITH_DEPENDENT_CHILD: "WIDOWED",
  DIVORCED: "DIVORCED",
  SEPARATED: "SEPARATED",
  NOT_MARRIED: "NOT_MARRIED",
  CIVIL_PARTNERSHIP: null,
  COMMON_LAW: null,
  IN_A_RELATIONSHIP: null,
  HEAD_OF_HOUSEHOLD: null,
  OTHER: null
} as const satisfies Word.Table<
  NonNullable<NonNullable<RecordOf<"employee">["marital_status"]>["value"]>,
  (typeof maritalStatuses)[number]
>
