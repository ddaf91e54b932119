/** Leave that employees have. */
import { TimeOffBalance } from "@crosswalk/core/hris/TimeOffBalance"
import type { Identify } from "@crosswalk/core/Id"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Words from "../Words.ts"
import { employee_id, employeeOf } from "./Absence.ts"
import { AbsenceType, absenceTypeOrUnnamed } from "./AbsenceType.ts"

const { remote_data, ...row } = Row.shape({
  employee_id,
  type_id: Shape.id("The kind of absence."),
  balance: Shape.number("Leave that is left."),
  balance_unit: Shape.closed(["HOURS", "DAYS"], "Unit of the balance."),
  used: Shape.number("Leave that was taken."),
  used_unit: Shape.closed(["HOURS", "DAYS"], "Unit of what was taken.")
}).fields

/** Leave inside an employee. */
export const BalanceOf = Schema.Struct(row)

const { remote_data: raw, ...rules } = Row.rules

const rowRules = {
  ...rules,
  employee_id: employeeOf,
  type_id: (balance: RecordOf<"time_off_balance">, { identify }: { readonly identify: Identify }) =>
    absenceTypeOrUnnamed(balance, identify).id,
  balance: ({ balance }: RecordOf<"time_off_balance">) => balance?.value ?? null,
  balance_unit: ({ balance }: RecordOf<"time_off_balance">) => Word.closed(Words.leaveUnit, balance?.unit),
  used: ({ used }: RecordOf<"time_off_balance">) => used?.value ?? null,
  used_unit: ({ used }: RecordOf<"time_off_balance">) => Word.closed(Words.leaveUnit, used?.unit)
}

/** The leave of an employee. */
export const balanceOf = (
  balance: RecordOf<"time_off_balance">,
  context: { readonly identify: Identify }
): typeof BalanceOf.Type => ({
  id: rowRules.id(balance),
  remote_id: rowRules.remote_id(balance),
  employee_id: rowRules.employee_id(balance),
  type_id: rowRules.type_id(balance, context),
  balance: rowRules.balance(balance),
  balance_unit: rowRules.balance_unit(balance),
  used: rowRules.used(balance),
  used_unit: rowRules.used_unit(balance),
  changed_at: rowRules.changed_at(balance),
  remote_deleted_at: rowRules.remote_deleted_at(balance)
})

/** Leave of one kind that an employee has. */
export const timeOffBalance = Row.projection(
  TimeOffBalance,
  Schema.Struct({ ...row, type: AbsenceType, remote_data }),
  {
    fields: {
      ...rowRules,
      remote_data: raw,
      type: (balance, { identify }) => absenceTypeOrUnnamed(balance, identify)
    }
  }
)
