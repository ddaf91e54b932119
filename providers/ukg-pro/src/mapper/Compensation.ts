/** Compensation ← what an employment is paid. */
import { Compensation } from "@crosswalk/core/hris/Compensation"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { compensationDetails, employments, jobHistory } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import type { CompensationDetail, JobHistory } from "../wire/Employment.ts"
import { code, day, employeeOf, employmentOf, noZone, text } from "../wire/Habits.ts"
import { payGroupOf } from "./Position.ts"

/** What the code of a pay's kind says its amount is for. */
const period = vocabulary({ S: "YEAR", H: "HOUR" })

const frequency = vocabulary({ W: "WEEKLY", B: "BIWEEKLY", S: "SEMIMONTHLY", M: "MONTHLY" })

const flsa = vocabulary({
  E: "EXEMPT",
  Exempt: "EXEMPT",
  N: "NONEXEMPT",
  Nonexempt: "NONEXEMPT",
  "Non-Exempt": "NONEXEMPT"
})

const money = ({ annualSalary, currencyCode, hourlyPayRate, salaryOrHourlyCode }: CompensationDetail) => {
  const unit = period(text(salaryOrHourlyCode))?.value
  const amount = unit === "YEAR" ? Wire.number(annualSalary) : unit === "HOUR" ? Wire.number(hourlyPayRate) : null
  return amount === null ? null : { amount, currency: text(currencyCode) }
}

/** The history's newest entry; of several on one day, the one that UKG numbered last. */
const newest = (history: ReadonlyArray<JobHistory> | null): JobHistory | undefined =>
  history?.reduce<JobHistory | undefined>(
    (best, one) =>
      best === undefined || (day(one.jobEffectiveDate) ?? "") >= (day(best.jobEffectiveDate) ?? "") ? one : best,
    undefined
  )

const source = Source.one(compensationDetails, {
  employments: Source.lookup(employments, (row: CompensationDetail) => [employmentOf(row)]),
  history: Source.referring(jobHistory, employmentOf)
})

export const compensation = Mapper.make(Compensation, source, {
  docs,
  fields: {
    remote_id: ({ remote }) => employmentOf(remote) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("fields that customers add belong to employees"),
    user_id: ({ remote }) => employeeOf(remote),
    employment_id: ({ remote }) => employmentOf(remote),
    type: derived("a salary or a wage, which both are base pay", ({ remote }) =>
      money(remote) === null ? null : known("SALARY")
    ),
    pay: derived("the pay by the year for a salary, by the hour for a wage", ({ remote }) => money(remote)),
    period: ({ remote }) => period(text(remote.salaryOrHourlyCode)),
    frequency: ({ remote }) => frequency(text(remote.payPeriod)),
    flsa_status: derived("of the newest entry of the job history", ({ history }) =>
      flsa(text(newest(history)?.flsaCategory))
    ),
    effective_on: derived(
      "since when the employment's salary holds, else the newest entry of the job history",
      ({ employments, history }) => day(employments?.[0]?.salaryEffectiveDate) ?? day(newest(history)?.jobEffectiveDate)
    ),
    note: absent("UKG Pro has none"),
    pay_group: ({ remote }) => payGroupOf(code(remote.payGroupCode), text(remote.payGroupDescription))
  }
})
