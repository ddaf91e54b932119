/** TimeOffBalance ← what an employee has of a plan of paid time off. */
import { TimeOffBalance } from "@crosswalk/core/hris/TimeOffBalance"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { ptoPlans } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, companyOf, day, employeeOf, employmentOf, noZone } from "../wire/Habits.ts"
import * as Absence from "./Absence.ts"

const inHours = "plans count hours, which UKG does not say but its amounts show"

const hours = (value: number | null) => (value === null ? null : { value, unit: known("HOURS") })

// Sums of decimals such as 0.1 + 0.2 are cut to what payroll can hold.
const difference = (from: number, less: number): number => Math.round((from - less) * 1e6) / 1e6

export const timeOffBalance = Mapper.make(TimeOffBalance, ptoPlans, {
  docs,
  fields: {
    remote_id: (plan) => `${employmentOf(plan)}:${code(plan.ptoPlan)}`,
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("plans have none"),
    user_id: employeeOf,
    company_id: companyOf,
    type: ({ ptoPlan }) => Absence.kind(code(ptoPlan)),
    type_remote_id: ({ ptoPlan }) => code(ptoPlan),
    granted: derived(inHours, ({ earned }) => hours(Wire.number(earned))),
    used: derived(inHours, ({ taken }) => hours(Wire.number(taken))),
    planned: absent("whether the pending balance is leave requested or leave still to be granted is not told"),
    balance: derived(`earned less taken; ${inHours}`, (plan) => {
      const earned = Wire.number(plan.earned)
      const taken = Wire.number(plan.taken)
      return earned === null || taken === null ? null : hours(difference(earned, taken))
    }),
    effective_on: ({ earnedThroughDate }) => day(earnedThroughDate)
  }
})
