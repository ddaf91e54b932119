/** What jobs and offers pay. */
import type { PayRange } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Word from "../../Word.ts"
import { frequencies, types } from "../hris/Pay.ts"
import type { RecordOf } from "../../Related.ts"
import * as Optional from "../Optional.ts"
import * as Words from "../Words.ts"

/** Pay of one kind, within limits. */
export const PayLimits = Schema.Struct({
  currency: Optional.text("ISO 4217 code, or the vendor's text."),
  frequency: Optional.word(frequencies, "The span of time that the limits are for."),
  max: Optional.number("At most."),
  min: Optional.number("At least."),
  type: Optional.word(types, "Kind of pay.")
}).annotate({ identifier: "PayLimits" })

/** What a job pays; an exact amount is both limits. */
export const limits = ({ amount, currency, maximum, minimum, period, type }: typeof PayRange.Type) => ({
  currency,
  frequency: Word.open(Words.payPeriod, period),
  max: maximum ?? amount,
  min: minimum ?? amount,
  type: Word.open(Words.payType, type)
})

/** What an offer promises: each sum is both limits. Null where it tells of none. */
export const offered = ({ additional_pay, salary, salary_period }: RecordOf<"offer">) => {
  const sum = (pay: typeof salary, period: typeof salary_period, type: string | null) => ({
    currency: pay?.currency,
    frequency: Word.open(Words.payPeriod, period),
    max: pay?.amount,
    min: pay?.amount,
    type
  })
  const beside = additional_pay?.map(({ pay, period, type }) => sum(pay, period, Word.open(Words.payType, type))) ?? []
  const all = [...(salary === null ? [] : [sum(salary, salary_period, "SALARY")]), ...beside]
  return all.length === 0 ? null : all
}
