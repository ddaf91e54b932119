/** What people were paid. */
import { Company } from "@crosswalk/core/hris/Company"
import { Payslip } from "@crosswalk/core/hris/Payslip"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Time from "../../Time.ts"
import type { Ours } from "../../Word.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"
import { frequencies } from "./Pay.ts"

type Record = RecordOf<"payslip">
type Detail = NonNullable<Record["details"]>[number]
type Rule = NonNullable<Record["deductions"]>[number]

const kinds = {
  EARNING: "EARNING",
  EARNING_SALARY: "EARNING_SALARY",
  EARNING_OVERTIME: "EARNING_OVERTIME",
  EARNING_TIP: "EARNING_TIP",
  EARNING_BONUS: "EARNING_BONUS",
  EARNING_COMMISSION: "EARNING_COMMISSION",
  EARNING_ADJUSTMENT: "EARNING_ADJUSTMENT",
  PRETAX_DEDUCTION: "PRETAX_DEDUCTION",
  PRETAX_DEDUCTION_HEALTH_INSURANCE: "PRETAX_DEDUCTION_HEALTH_INSURANCE",
  PRETAX_DEDUCTION_RETIREMENT: "PRETAX_DEDUCTION_RETIREMENT",
  PRETAX_DEDUCTION_HRA: "PRETAX_DEDUCTION_HRA",
  TAX_FEDERAL: "TAX_FEDERAL",
  TAX_REGION: "TAX_REGION",
  TAX_LOCAL: "TAX_LOCAL",
  POSTTAX_BENEFIT: "POSTTAX_BENEFIT",
  POSTTAX_GARNISHMENT: "POSTTAX_GARNISHMENT",
  REIMBURSEMENT: "REIMBURSEMENT"
} as const satisfies Word.Table<Ours<NonNullable<Detail["type"]>>, string>

const coverages = {
  EMPLOYEE_ONLY: "EMPLOYEE_ONLY",
  EMPLOYEE_SPOUSE: "EMPLOYEE_SPOUSE",
  EMPLOYEE_CHILD: "EMPLOYEE_CHILD",
  EMPLOYEE_CHILDREN: "EMPLOYEE_CHILDREN",
  EMPLOYEE_FAMILY: "EMPLOYEE_FAMILY",
  FAMILY: "FAMILY",
  OTHER: "OTHER"
} as const satisfies Word.Table<Ours<NonNullable<Rule["coverage"]>>, string>

const amounts = { FIXED: "FIXED", PERCENTAGE: "PERCENTAGE" } as const
const payments = { DIRECT: "DIRECT", CHEQUE: "CHEQUE", CASH: "CASH" } as const

const Line = Schema.Struct({
  amount: Schema.Finite.annotate({ description: "What employee and employer bear together." }),
  company_amount: Optional.number("What the employer bears."),
  description: Optional.text("What the line is about."),
  employee_amount: Optional.number("What the employee bears."),
  name: Optional.text("Name of the line."),
  type: Optional.word(Object.values(kinds), "Kind of earning, deduction or tax.")
}).annotate({ identifier: "PayslipDetail" })

const Deduction = Schema.Struct({
  id: Optional.text("The vendor's id of the rule."),
  benefit_id: Optional.text("The benefit that is paid for."),
  amount: Optional.number("Money, or percent, by the type."),
  type: Optional.word(Object.values(amounts), "Whether the amount is money or percent."),
  frequency: Optional.word(frequencies, "The span of time that the amount is for."),
  coverage_level: Optional.word(Object.values(coverages), "Who is covered."),
  notes: Optional.text("What the vendor says of it in words."),
  is_active: Optional.boolean("Whether the rule holds."),
  start_at: Optional.instant("First day of the rule."),
  end_at: Optional.instant("Last day of the rule.")
}).annotate({ identifier: "PayslipDeduction" })

// A line must have an amount: where it is not told, it is what both bear, and a line that tells neither is left out.
const line = ({ company_pay, description, employee_pay, name, pay, type }: Detail) => {
  const borne =
    company_pay === null && employee_pay === null ? null : (company_pay?.amount ?? 0) + (employee_pay?.amount ?? 0)
  const amount = pay?.amount ?? borne
  // No text of JSON can carry the sum of two sums that are too large.
  return amount === null || !Number.isFinite(amount)
    ? []
    : [
        {
          amount,
          company_amount: company_pay?.amount,
          description,
          employee_amount: employee_pay?.amount,
          name,
          type: Word.open(kinds, type)
        }
      ]
}

const deduction = (rule: Rule) => ({
  id: rule.remote_id,
  benefit_id: rule.benefit_remote_id,
  amount: rule.amount,
  type: Word.open(amounts, rule.type),
  frequency: Word.open(Words.payPeriod, rule.period),
  coverage_level: Word.open(coverages, rule.coverage),
  notes: rule.note,
  is_active: rule.is_active,
  start_at: Time.midnight(rule.started_on),
  end_at: Time.midnight(rule.ended_on)
})

/** A pay slip. */
export const payslip = Row.projection(
  Payslip,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    start_at: Optional.instant("First day of the period."),
    end_at: Optional.instant("Last day of the period."),
    paid_at: Optional.instant("Day of the payment."),
    gross_amount: Optional.number("Pay before deductions and taxes."),
    net_amount: Optional.number("Pay that reached the person."),
    currency: Optional.text("ISO 4217 code, or the vendor's text."),
    details: Optional.list(Line, "The single earnings, deductions and taxes that tell an amount."),
    deduction: Optional.struct(Deduction, "The rule by which a benefit was deducted; only where there is exactly one."),
    payment_type: Optional.word(Object.values(payments), "How the money was handed over."),
    payment_reference: Optional.text("Mark of the payment."),
    company_id: Optional.text("The legal entity that paid."),
    user_id: Optional.text("The employee who was paid.")
  }),
  {
    names: [Relation.to(Payslip, "company_id", Company), ...Reference.people(Payslip, "user_id")],
    fields: {
      ...Row.rules,
      start_at: ({ starts_on }) => Time.midnight(starts_on),
      end_at: ({ ends_on }) => Time.midnight(ends_on),
      paid_at: ({ paid_on }) => Time.midnight(paid_on),
      gross_amount: ({ gross_pay }) => gross_pay?.amount,
      net_amount: ({ net_pay }) => net_pay?.amount,
      currency: ({ gross_pay, net_pay }) => gross_pay?.currency ?? net_pay?.currency,
      details: ({ details }) => details?.flatMap(line),
      // One of several would look like all there is.
      deduction: ({ deductions }) => {
        const [first] = deductions ?? []
        return first === undefined || deductions?.length !== 1 ? null : deduction(first)
      },
      payment_type: ({ payment_type }) => Word.open(payments, payment_type),
      payment_reference: ({ payment_reference }) => payment_reference,
      company_id: ({ company_id }, context) => Reference.one(context, "company", company_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
