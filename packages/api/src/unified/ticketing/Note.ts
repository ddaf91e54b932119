/** Remarks on tickets. */
import { Contact } from "@crosswalk/core/crm/Contact"
import * as Relation from "@crosswalk/core/Relation"
import { Ticket } from "@crosswalk/core/ticketing/Ticket"
import { TicketNote } from "@crosswalk/core/ticketing/TicketNote"
import { Schema } from "effect"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A note. */
export const note = Row.projection(
  TicketNote,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    description: Optional.text("The remark as text or HTML."),
    ticket_id: Optional.text("The ticket that the remark is on."),
    customer_id: Optional.text("The person outside who wrote the remark."),
    user_id: Optional.text("The colleague who wrote the remark.")
  }),
  {
    names: [
      Relation.to(TicketNote, "ticket_id", Ticket),
      Relation.to(TicketNote, "customer_id", Contact),
      ...Reference.people(TicketNote, "user_id")
    ],
    fields: {
      ...Row.rules,
      description: ({ body }) => body,
      ticket_id: ({ ticket_id }, context) => Reference.one(context, "ticket", ticket_id),
      customer_id: ({ customer_id }, context) => Reference.one(context, "contact", customer_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
