/** Payslip ← a check that was not taken back. */
import { Payslip } from "@crosswalk/core/hris/Payslip"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { payRegister } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, companyOf, day, employeeOf, flag, noZone, text } from "../wire/Habits.ts"
import type { Check } from "../wire/Payroll.ts"

// A check that was voided paid nobody, and neither does the entry that takes it back.
const paid = (check: Check): string | null =>
  flag(check.isVoided) === true || flag(check.isVoidingRecord) === true ? null : code(check.checkId)

const source = Source.each(payRegister, { of: (check: Check) => [check], id: paid }, {})

const money = (amount: Check["netAmount"], currency: Check["currencyCode"]) => {
  const value = Wire.number(amount)
  return value === null ? null : { amount: value, currency: text(currency) }
}

export const payslip = Mapper.make(Payslip, source, {
  docs,
  fields: {
    remote_id: ({ item }) => code(item.checkId) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("checks have none"),
    starts_on: ({ item }) => day(item.periodStartDate),
    ends_on: ({ item }) => day(item.periodEndDate),
    paid_on: ({ item }) => day(item.payDate),
    gross_pay: ({ item }) => money(item.totalEarningsAmount, item.currencyCode),
    net_pay: ({ item }) => money(item.netAmount, item.currencyCode),
    details: absent("the register has totals; single earnings and taxes take one call for each check"),
    deductions: absent("deductions take a list of their own, without a key to the rule behind them"),
    payment_type: absent("a check may be paid out in several ways, which the register does not name"),
    payment_reference: ({ item }) => code(item.documentNumber),
    company_id: ({ item }) => companyOf(item),
    user_id: ({ item }) => employeeOf(item)
  }
})
