/** Positions that people hold, and what they are paid. */
import { Compensation } from "@crosswalk/core/hris/Compensation"
import { Employment } from "@crosswalk/core/hris/Employment"
import type { employmentTypes, payFrequencies, payPeriods } from "@crosswalk/core/Words"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"
import { payGroupId } from "./PayGroup.ts"

const types = [
  "FULL_TIME",
  "PART_TIME",
  "INTERN",
  "CONTRACTOR",
  "FREELANCE",
  "REGULAR",
  "FURLOUGHED",
  "TERMINATED",
  "-"
] as const

/** Kinds of employment. */
export const employmentType = {
  FULL_TIME: "FULL_TIME",
  PART_TIME: "PART_TIME",
  INTERN: "INTERN",
  CONTRACTOR: "CONTRACTOR",
  FREELANCE: "FREELANCE",
  REGULAR: "REGULAR",
  FURLOUGHED: "FURLOUGHED",
  TERMINATED: "TERMINATED",
  WORKING_STUDENT: null,
  APPRENTICE: null,
  TRAINEE: null,
  CONSULTANT: null,
  VOLUNTEER: null,
  CASUAL: null,
  SEASONAL: null,
  OTHER: null
} as const satisfies Word.Table<(typeof employmentTypes)[number], (typeof types)[number]>

/** A position. */
export const employment = Row.projection(
  Employment,
  Row.shape("Employment", {
    employee: Row.one("Who holds the position."),
    job_title: Shape.text("Position by name."),
    department: Shape.text("Department by name."),
    division: Shape.text("Division by name."),
    effective_date: Shape.instant("First day of the position as it stands here, as its midnight."),
    employment_type: Shape.open(types, "Kind of employment.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      job_title: ({ title }) => title,
      department: ({ department }) => department,
      division: ({ division }) => division,
      effective_date: ({ effective_on }) => Time.midnight(effective_on),
      employment_type: ({ employment_type }) => Word.open(employmentType, employment_type)
    }
  }
)

const periods = [
  "HOUR",
  "DAY",
  "WEEK",
  "EVERY_TWO_WEEKS",
  "EVERY_FOUR_WEEKS",
  "TWICE_PER_MONTH",
  "SEMIMONTHLY",
  "MONTH",
  "QUARTER",
  "EVERY_SIX_MONTHS",
  "YEAR",
  "-"
] as const

const period = {
  HOUR: "HOUR",
  DAY: "DAY",
  WEEK: "WEEK",
  TWO_WEEKS: "EVERY_TWO_WEEKS",
  FOUR_WEEKS: "EVERY_FOUR_WEEKS",
  HALF_MONTH: "SEMIMONTHLY",
  MONTH: "MONTH",
  QUARTER: "QUARTER",
  HALF_YEAR: "EVERY_SIX_MONTHS",
  YEAR: "YEAR",
  TWO_MONTHS: null,
  ONE_TIME: null
} as const satisfies Word.Table<(typeof payPeriods)[number], (typeof periods)[number]>

const frequencies = [
  "HOURLY",
  "WEEKLY",
  "BIWEEKLY",
  "QUARTERLY",
  "SEMIANNUALLY",
  "ANNUALLY",
  "THIRTEEN-MONTHLY",
  "PRO_RATA",
  "SEMIMONTHLY",
  "MONTHLY",
  "FOURWEEKLY",
  "-"
] as const

const frequency = {
  HOURLY: "HOURLY",
  WEEKLY: "WEEKLY",
  BIWEEKLY: "BIWEEKLY",
  FOURWEEKLY: "FOURWEEKLY",
  SEMIMONTHLY: "SEMIMONTHLY",
  MONTHLY: "MONTHLY",
  THIRTEEN_MONTHLY: "THIRTEEN-MONTHLY",
  QUARTERLY: "QUARTERLY",
  SEMIANNUALLY: "SEMIANNUALLY",
  ANNUALLY: "ANNUALLY",
  PRO_RATA: "PRO_RATA",
  DAILY: null
} as const satisfies Word.Table<(typeof payFrequencies)[number], (typeof frequencies)[number]>

const flsaStatuses = ["EXEMPT", "SALARIED_NONEXEMPT", "NONEXEMPT", "OWNER", "-"] as const

const flsaStatus = {
  EXEMPT: "EXEMPT",
  SALARIED_NONEXEMPT: "SALARIED_NONEXEMPT",
  NONEXEMPT: "NONEXEMPT",
  OWNER: "OWNER"
} as const satisfies Word.Table<Word.Ours<RecordOf<"compensation">["flsa_status"]>, (typeof flsaStatuses)[number]>

/** Pay. */
export const compensation = Row.projection(
  Compensation,
  Row.shape("Compensation", {
    employee: Row.one("Who is paid."),
    pay_group: Shape.reference("The group in which the person is paid."),
    pay_rate: Shape.number("What is earned in one `pay_period`."),
    pay_period: Shape.open(periods, "The span of time that the rate is for."),
    pay_frequency: Shape.open(frequencies, "How often pay is paid out."),
    pay_currency: Shape.text("Currency: ISO 4217 code, or the vendor's text."),
    flsa_status: Shape.open(flsaStatuses, "Whether overtime has to be paid, by the US Fair Labor Standards Act."),
    start_date: Shape.instant("First day on which this is paid, as its midnight.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      pay_group: ({ pay_group }, { identify }) => payGroupId(pay_group, identify),
      pay_rate: ({ pay }) => pay?.amount ?? null,
      pay_period: (paid) => Word.open(period, paid.period),
      pay_frequency: (paid) => Word.open(frequency, paid.frequency),
      pay_currency: ({ pay }) => pay?.currency ?? null,
      flsa_status: ({ flsa_status }) => Word.open(flsaStatus, flsa_status),
      start_date: ({ effective_on }) => Time.midnight(effective_on)
    }
  }
)
