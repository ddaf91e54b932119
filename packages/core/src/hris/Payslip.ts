import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** One line of the pay slip; `pay` is the sum of what the employee and the employer bear. */
const Detail = Schema.Struct({
  name: Part.text,
  description: Part.text,
  type: Part.word([
    "EARNING",
    "EARNING_SALARY",
    "EARNING_OVERTIME",
    "EARNING_TIP",
    "EARNING_BONUS",
    "EARNING_COMMISSION",
    "EARNING_ADJUSTMENT",
    "PRETAX_DEDUCTION",
    "PRETAX_DEDUCTION_HEALTH_INSURANCE",
    "PRETAX_DEDUCTION_RETIREMENT",
    "PRETAX_DEDUCTION_HRA",
    "TAX_FEDERAL",
    "TAX_REGION",
    "TAX_LOCAL",
    "POSTTAX_BENEFIT",
    "POSTTAX_GARNISHMENT",
    "REIMBURSEMENT"
  ]),
  pay: Part.money,
  employee_pay: Part.money,
  company_pay: Part.money
})

/** A rule by which something is deducted; `amount` is money when `type` is FIXED and percent when it is PERCENTAGE. */
const Deduction = Schema.Struct({
  remote_id: Part.text,
  benefit_remote_id: Part.text,
  type: Part.word(["FIXED", "PERCENTAGE"]),
  amount: Part.number,
  period: Part.word(Words.payPeriods),
  coverage: Part.word([
    "EMPLOYEE_ONLY",
    "EMPLOYEE_SPOUSE",
    "EMPLOYEE_CHILD",
    "EMPLOYEE_CHILDREN",
    "EMPLOYEE_FAMILY",
    "FAMILY",
    "OTHER"
  ]),
  note: Part.text,
  is_active: Part.boolean,
  started_on: Part.date,
  ended_on: Part.date
})

/** What one person was paid for one period. */
export const Payslip = Model.make("payslip", {
  plural: "payslips",
  category: "hris",
  description: "What one person was paid for one period, and what was deducted.",
  fields: {
    starts_on: Field.date("First day of the period."),
    ends_on: Field.date("Last day of the period."),
    paid_on: Field.date("Day of the payment."),
    gross_pay: Field.money("Pay before deductions and taxes."),
    net_pay: Field.money("Pay that reached the person."),
    details: Field.list(Detail, "The single earnings, deductions and taxes.", { pii: "compensation" }),
    deductions: Field.list(Deduction, "Rules by which benefits were deducted.", { pii: "compensation" }),
    payment_type: Field.word(["DIRECT", "CHEQUE", "CASH"], "How the money was handed over."),
    payment_reference: Field.text("Mark of the payment, e.g. the cheque's number.", { pii: "compensation" }),
    company_id: Field.reference("company", "The legal entity that paid."),
    user_id: Field.reference("employee", "The employee who was paid.")
  }
})
