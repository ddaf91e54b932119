import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** Leave of one kind that an employee has. */
export const TimeOffBalance = Model.make("time_off_balance", {
  plural: "time_off_balances",
  category: "hris",
  description: "Leave of one kind that an employee has: what is granted, what was taken and what is left.",
  fields: {
    user_id: Field.reference("employee", "The employee who may be absent."),
    company_id: Field.reference("company", "The legal entity that grants the leave."),
    type: Field.word(Words.absenceTypes, "Kind of absence; the vendor's own name of it stays beside ours.", {
      pii: "basic"
    }),
    type_remote_id: Field.text("The vendor's id of the kind of absence."),
    granted: Field.struct(Part.Leave.fields, "Leave that the person has earned or was given."),
    used: Field.struct(Part.Leave.fields, "Leave that the person has taken."),
    planned: Field.struct(Part.Leave.fields, "Leave that is requested or granted but not yet taken."),
    balance: Field.struct(Part.Leave.fields, "Leave that is left."),
    effective_on: Field.date("Day up to which `granted` counts.")
  }
})
