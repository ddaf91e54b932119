import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A request to a service desk. */
export const Ticket = Model.make("ticket", {
  plural: "tickets",
  category: "ticketing",
  description: "A request to a service desk.",
  fields: {
    subject: Field.text("What the request is about, in a line.", { pii: "basic" }),
    description: Field.text("The request.", { pii: "basic" }),
    status: Field.word(["ACTIVE", "CLOSED"], "Whether the request is still to be settled."),
    priority: Field.text("How urgent the request is, in the vendor's words."),
    category: Field.struct(Part.Entity.fields, "The kind of request, as the customer sorts them."),
    tags: Field.list(Schema.String, "Labels that users gave."),
    source: Field.text("By which way the request came in, in the vendor's words."),
    source_reference: Field.text("The request's key on the way by which it came in."),
    due_at: Field.instant("When the request is to be settled."),
    closed_at: Field.instant("When the request was settled."),
    web_url: Field.text("Page of the ticket in the vendor's application."),
    attachment_ids: Field.references("file", "Files that belong to the request."),
    customer_id: Field.reference("contact", "The person outside who asked."),
    user_id: Field.reference("employee", "The colleague who entered the ticket.")
  }
})
