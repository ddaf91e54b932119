import * as Field from "../Field.ts"
import * as Model from "../Model.ts"

/** A reason for ending an application without a hire. */
export const RejectReason = Model.make("reject_reason", {
  plural: "reject_reasons",
  category: "ats",
  description: "One of the customer's reasons for ending an application without a hire.",
  fields: {
    name: Field.text("The reason in words.")
  }
})
