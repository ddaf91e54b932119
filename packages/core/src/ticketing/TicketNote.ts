import * as Field from "../Field.ts"
import * as Model from "../Model.ts"

/** A remark on a ticket. */
export const TicketNote = Model.make("ticket_note", {
  plural: "notes",
  category: "ticketing",
  description: "A remark on a ticket, by a colleague or the person who asked.",
  fields: {
    body: Field.text("The remark as text or HTML.", { pii: "basic" }),
    ticket_id: Field.reference("ticket", "The ticket that the remark is on."),
    customer_id: Field.reference("contact", "The person outside who wrote the remark."),
    user_id: Field.reference("employee", "The colleague who wrote the remark.")
  }
})
