import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** Pay of one kind that an employee gets from a day on. */
export const Compensation = Model.make("compensation", {
  plural: "compensations",
  category: "hris",
  description: "Pay of one kind that an employee gets: `pay` is earned once in each `period`.",
  fields: {
    user_id: Field.reference("employee", "The employee who is paid."),
    employment_id: Field.reference("employment", "The employment that is paid for."),
    type: Field.word(Words.payTypes, "Kind of pay.", { pii: "compensation" }),
    pay: Field.money("What is earned in one `period`."),
    period: Field.word(Words.payPeriods, "The span of time that `pay` is for.", { pii: "compensation" }),
    frequency: Field.word(Words.payFrequencies, "How often pay is paid out.", { pii: "compensation" }),
    flsa_status: Field.word(
      ["EXEMPT", "SALARIED_NONEXEMPT", "NONEXEMPT", "OWNER"],
      "Whether overtime has to be paid, by the US Fair Labor Standards Act.",
      { pii: "compensation" }
    ),
    effective_on: Field.date("First day on which this is paid.", { pii: "compensation" }),
    note: Field.text("What the vendor says of the pay in words.", { pii: "compensation" }),
    pay_group: Field.struct(Part.Entity.fields, "The group of people who are paid together.")
  }
})
