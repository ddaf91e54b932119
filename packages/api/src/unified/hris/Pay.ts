/** What people are paid. */
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Words from "../Words.ts"

/** Their words for spans of time. */
export const frequencies = ["ONE_TIME", "DAY", "QUARTER", "YEAR", "HOUR", "MONTH", "WEEK"] as const

/** Their words for kinds of pay. */
export const types = ["SALARY", "BONUS", "STOCK_OPTIONS", "EQUITY", "OTHER"] as const

/** Pay of one kind. */
export const Compensation = Schema.Struct({
  amount: Optional.number("What is earned in the span."),
  currency: Optional.text("ISO 4217 code, or the vendor's text."),
  frequency: Optional.word(frequencies, "The span of time that the amount is for."),
  notes: Optional.text("What the vendor says of the pay in words."),
  type: Optional.word(types, "Kind of pay.")
}).annotate({ identifier: "Compensation" })

/** Pay as records of its own tell it; null when there are none. */
export const all = (records: ReadonlyArray<RecordOf<"compensation">>) =>
  records.length === 0
    ? null
    : records.map(({ note, pay, period, type }) => ({
        amount: pay?.amount,
        currency: pay?.currency,
        frequency: Word.open(Words.payPeriod, period),
        notes: note,
        type: Word.open(Words.payType, type)
      }))
