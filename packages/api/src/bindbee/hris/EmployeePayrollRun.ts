/** What people were paid for a period, with what was earned, deducted and taxed. */
import { Payslip } from "@crosswalk/core/hris/Payslip"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import type * as Word from "../../Word.ts"
import * as Row from "../Row.ts"

type Detail = NonNullable<RecordOf<"payslip">["details"]>[number]
type Line = Word.Ours<Detail["type"]>

/** In which list a line stands, and their word for an earning that they have one for. */
const place = {
  EARNING: ["earnings", null],
  EARNING_SALARY: ["earnings", "SALARY"],
  EARNING_OVERTIME: ["earnings", "OVERTIME"],
  EARNING_BONUS: ["earnings", "BONUS"],
  EARNING_TIP: ["earnings", null],
  EARNING_COMMISSION: ["earnings", null],
  EARNING_ADJUSTMENT: ["earnings", null],
  REIMBURSEMENT: ["earnings", "REIMBURSEMENT"],
  PRETAX_DEDUCTION: ["deductions", null],
  PRETAX_DEDUCTION_HEALTH_INSURANCE: ["deductions", null],
  PRETAX_DEDUCTION_RETIREMENT: ["deductions", null],
  PRETAX_DEDUCTION_HRA: ["deductions", null],
  POSTTAX_BENEFIT: ["deductions", null],
  POSTTAX_GARNISHMENT: ["deductions", null],
  TAX_FEDERAL: ["taxes", null],
  TAX_REGION: ["taxes", null],
  TAX_LOCAL: ["taxes", null]
} as const satisfies { readonly [L in Line]: readonly ["earnings" | "deductions" | "taxes", string | null] }

const earningNames = ["SALARY", "REIMBURSEMENT", "OVERTIME", "BONUS", "HOURLY"] as const

const name = Shape.text("What it is.")
const currency = Shape.text("Currency: ISO 4217 code, or the vendor's text.")
const payroll_code = Shape.reference("The code of the line; always null.")

const Earning = Schema.Struct({
  amount: Shape.number("What was earned."),
  name: Shape.open(earningNames, "What it was earned for."),
  currency,
  payroll_code
})

const Deduction = Schema.Struct({
  name,
  employee_deduction: Shape.number("What the employee bears."),
  company_deduction: Shape.number("What the employer bears."),
  currency,
  payroll_code
})

const Tax = Schema.Struct({ name, amount: Shape.number("What was withheld."), currency, payroll_code })

/** Lines of one list. Those of a kind that is not known stand in none: where they belong would be a guess. */
const linesOf = <Shown>(
  { details }: RecordOf<"payslip">,
  list: (typeof place)[Line][0],
  show: (detail: Detail, word: string | null) => Shown
): ReadonlyArray<Shown> | null =>
  details?.flatMap((detail) => {
    const line = detail.type?.value ?? null
    return line !== null && place[line][0] === list ? [show(detail, place[line][1])] : []
  }) ?? null

const nameOf = ({ description, name, type }: Detail) => name ?? description ?? type?.remote ?? null
const currencyOf = ({ company_pay, employee_pay, pay }: Detail) =>
  pay?.currency ?? employee_pay?.currency ?? company_pay?.currency ?? null
const amountOf = ({ employee_pay, pay }: Detail) => pay?.amount ?? employee_pay?.amount ?? null

/** What somebody was paid. */
export const employeePayrollRun = Row.projection(
  Payslip,
  Row.shape("EmployeePayrollRun", {
    employee: Row.one("Who was paid."),
    payroll_run: Shape.reference("The run that it was paid in; always null."),
    gross_pay: Shape.number("Pay before deductions and taxes."),
    net_pay: Shape.number("Pay that reached the person."),
    start_date: Shape.instant("First day of the period, as its midnight."),
    end_date: Shape.instant("Last day of the period, as its midnight."),
    check_date: Shape.instant("Day of the payment, as its midnight."),
    earnings: Shape.maybeList(Earning, "What was earned."),
    deductions: Shape.maybeList(Deduction, "What was deducted."),
    taxes: Shape.maybeList(Tax, "Taxes that were withheld.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      payroll_run: () => null,
      gross_pay: ({ gross_pay }) => gross_pay?.amount ?? null,
      net_pay: ({ net_pay }) => net_pay?.amount ?? null,
      start_date: ({ starts_on }) => Time.midnight(starts_on),
      end_date: ({ ends_on }) => Time.midnight(ends_on),
      check_date: ({ paid_on }) => Time.midnight(paid_on),
      earnings: (slip) =>
        linesOf(slip, "earnings", (detail, word) => ({
          amount: amountOf(detail),
          name: word ?? nameOf(detail),
          currency: currencyOf(detail),
          payroll_code: null
        })),
      deductions: (slip) =>
        linesOf(slip, "deductions", (detail) => ({
          name: nameOf(detail),
          employee_deduction: detail.employee_pay?.amount ?? null,
          company_deduction: detail.company_pay?.amount ?? null,
          currency: currencyOf(detail),
          payroll_code: null
        })),
      taxes: (slip) =>
        linesOf(slip, "taxes", (detail) => ({
          name: nameOf(detail),
          amount: amountOf(detail),
          currency: currencyOf(detail),
          payroll_code: null
        }))
    }
  }
)
