/** Positions that employees hold, with what they are paid. */
import { Compensation } from "@crosswalk/core/hris/Compensation"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Employment } from "@crosswalk/core/hris/Employment"
import * as Relation from "@crosswalk/core/Relation"
import type { payFrequencies, payPeriods } from "@crosswalk/core/Words"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import type { RecordOf, Related } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Words from "../Words.ts"
import { employee_id, employeeOf } from "./Absence.ts"

const period = {
  HOUR: "HOUR",
  DAY: "DAY",
  WEEK: "WEEK",
  TWO_WEEKS: "TWO_WEEKS",
  HALF_MONTH: "HALF_MONTH",
  MONTH: "MONTH",
  TWO_MONTHS: "TWO_MONTHS",
  QUARTER: "QUARTER",
  HALF_YEAR: "HALF_YEAR",
  YEAR: "YEAR",
  FOUR_WEEKS: null,
  ONE_TIME: null
} as const satisfies Word.Table<(typeof payPeriods)[number], string>

const frequency = {
  DAILY: "DAILY",
  WEEKLY: "WEEKLY",
  BIWEEKLY: "BIWEEKLY",
  MONTHLY: "MONTHLY",
  SEMIMONTHLY: "SEMIMONTHLY",
  QUARTERLY: "QUARTERLY",
  SEMIANNUALLY: "SEMIANNUALLY",
  ANNUALLY: "ANNUALLY",
  PRO_RATA: "PRO_RATA",
  HOURLY: null,
  FOURWEEKLY: null,
  THIRTEEN_MONTHLY: null
} as const satisfies Word.Table<(typeof payFrequencies)[number], string>

/** Their words for kinds of employment. */
export const employmentTypes = [
  "FULL_TIME",
  "PART_TIME",
  "CONTRACT",
  "INTERNSHIP",
  "FREELANCE",
  "WORKING_STUDENT",
  "APPRENTICESHIP",
  "TRAINING"
] as const

const { remote_data, ...row } = Row.shape({
  employee_id,
  job_title: Shape.text("Position by name."),
  pay_rate: Shape.number("Basic pay for one period."),
  pay_period: Shape.open(
    ["HOUR", "DAY", "WEEK", "TWO_WEEKS", "HALF_MONTH", "MONTH", "TWO_MONTHS", "QUARTER", "HALF_YEAR", "YEAR"],
    "The span of time that the pay rate is for."
  ),
  pay_frequency: Shape.open(
    ["DAILY", "WEEKLY", "BIWEEKLY", "MONTHLY", "SEMIMONTHLY", "QUARTERLY", "SEMIANNUALLY", "ANNUALLY", "PRO_RATA"],
    "How often pay is paid out."
  ),
  employment_type: Shape.open(employmentTypes, "Kind of employment."),
  pay_currency: Shape.text("Currency: ISO 4217 code, or the vendor's text."),
  effective_date: Shape.instant("First day on which the position is held as it stands here, as its midnight."),
  ...Row.custom
}).fields

/** A position inside an employee. */
export const EmploymentOf = Schema.Struct(row)

/** What has to be loaded to tell the pay of employments. */
export const pays = [
  Relation.of(Employment, Compensation, "employment_id"),
  Relation.of(Employee, Compensation, "user_id")
] as const

type Pay = Related<"employment" | "compensation">
type Position = RecordOf<"employment">

/** Basic pay: a bonus or shares are none. Of several, the one that holds since the latest day. */
const basic = (all: ReadonlyArray<RecordOf<"compensation">>) =>
  all
    .filter(({ type }) => type === null || type.value === "SALARY")
    .reduce<RecordOf<"compensation"> | null>(
      (best, one) => (best === null || (one.effective_on ?? "") > (best.effective_on ?? "") ? one : best),
      null
    )

/**
 * The pay of an employment. Pay that names only the employee is that of the main employment, or of the only one: with
 * several it would be a guess.
 */
const payOf = (employment: Position, related: Pick<Pay, "of">) => {
  const own = related.of("compensation", "employment_id", employment.id)
  const { is_primary, user_id } = employment
  if (own.length > 0 || user_id === null) return basic(own)
  const isTheOne = is_primary ?? related.of("employment", "user_id", user_id).length === 1
  return isTheOne
    ? basic(related.of("compensation", "user_id", user_id).filter(({ employment_id }) => employment_id === null))
    : null
}

const { remote_data: raw, ...rules } = Row.rules
const custom = Row.customRules("hris_employments")

const rowRules = {
  ...rules,
  ...custom,
  employee_id: employeeOf,
  job_title: ({ title }: Position) => title,
  pay_rate: (employment: Position, related: Pay) => payOf(employment, related)?.pay?.amount ?? null,
  pay_period: (employment: Position, related: Pay) => Word.open(period, payOf(employment, related)?.period),
  pay_frequency: (employment: Position, related: Pay) => Word.open(frequency, payOf(employment, related)?.frequency),
  employment_type: ({ employment_type }: Position) => Word.open(Words.employmentType, employment_type),
  pay_currency: (employment: Position, related: Pay) => payOf(employment, related)?.pay?.currency ?? null,
  effective_date: ({ effective_on }: Position) => Form.midnight(effective_on),
  // Pay is part of the record here, so a change of it is one of the record.
  changed_at: (employment: Position, related: Pay) =>
    Wire.newest([employment.modified_at, payOf(employment, related)?.modified_at ?? null]) ?? employment.modified_at
}

/** The position of an employee. */
export const employmentOf = (
  employment: Position,
  related: Pay & Parameters<typeof custom.integration_fields>[1]
): typeof EmploymentOf.Type => ({
  id: rowRules.id(employment),
  remote_id: rowRules.remote_id(employment),
  employee_id: rowRules.employee_id(employment),
  job_title: rowRules.job_title(employment),
  pay_rate: rowRules.pay_rate(employment, related),
  pay_period: rowRules.pay_period(employment, related),
  pay_frequency: rowRules.pay_frequency(employment, related),
  employment_type: rowRules.employment_type(employment),
  pay_currency: rowRules.pay_currency(employment, related),
  effective_date: rowRules.effective_date(employment),
  custom_fields: custom.custom_fields(employment),
  integration_fields: custom.integration_fields(employment, related),
  changed_at: rowRules.changed_at(employment, related),
  remote_deleted_at: rowRules.remote_deleted_at(employment)
})

/** A position that an employee holds or held. */
export const employment = Row.projection(Employment, Schema.Struct({ ...row, remote_data }), {
  loads: [
    Relation.to(Employment, "user_id", Employee),
    // The employee's other positions, which decide whose the employee's pay is.
    Relation.of(Employee, Employment, "user_id"),
    ...pays
  ],
  fields: { ...rowRules, remote_data: raw }
})
