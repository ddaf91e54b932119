/** Pay: Lever's intervals, and bands of pay. */
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import type { PayBand } from "../wire/Posting.ts"

/** The span of time that an amount is paid for. */
export const interval = vocabulary({
  "per-year-salary": "YEAR",
  "per-month-salary": "MONTH",
  "per-week-salary": "WEEK",
  "per-day-wage": "DAY",
  "per-hour-wage": "HOUR",
  "one-time": "ONE_TIME"
})

/** A band of pay, as a posting or a requisition names it. */
export const range = (band: PayBand) => ({
  type: known("SALARY"),
  amount: null,
  minimum: Wire.number(band.min),
  maximum: Wire.number(band.max),
  currency: Wire.text(band.currency),
  period: interval(band.interval)
})
