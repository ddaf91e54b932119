/** Requests to service desks. */
import { Contact } from "@crosswalk/core/crm/Contact"
import * as Relation from "@crosswalk/core/Relation"
import { File } from "@crosswalk/core/storage/File"
import { Ticket } from "@crosswalk/core/ticketing/Ticket"
import { Schema } from "effect"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

const statuses = { ACTIVE: "ACTIVE", CLOSED: "CLOSED" } as const

/** A ticket. */
export const ticket = Row.projection(
  Ticket,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    subject: Optional.text("What the request is about, in a line."),
    description: Optional.text("The request."),
    status: Optional.word(Object.values(statuses), "Whether the request is still to be settled."),
    priority: Optional.text("How urgent the request is, in the vendor's words."),
    category_id: Optional.text("The kind of request, by the vendor's id."),
    tags: Optional.texts("Labels that users gave."),
    source: Optional.text("By which way the request came in, in the vendor's words."),
    source_ref: Optional.text("The request's key on the way by which it came in."),
    due_at: Optional.instant("When the request is to be settled."),
    closed_at: Optional.instant("When the request was settled."),
    url: Optional.text("Page of the ticket in the vendor's application."),
    attachment_ids: Optional.texts("Files that belong to the request."),
    customer_id: Optional.text("The person outside who asked."),
    user_id: Optional.text("The colleague who entered the ticket.")
  }),
  {
    names: [
      Relation.to(Ticket, "attachment_ids", File),
      Relation.to(Ticket, "customer_id", Contact),
      ...Reference.people(Ticket, "user_id")
    ],
    fields: {
      ...Row.rules,
      subject: ({ subject }) => subject,
      description: ({ description }) => description,
      status: ({ status }) => Word.open(statuses, status),
      priority: ({ priority }) => priority,
      category_id: ({ category }) => category?.remote_id,
      tags: ({ tags }) => tags,
      source: ({ source }) => source,
      source_ref: ({ source_reference }) => source_reference,
      due_at: ({ due_at }) => Time.instant(due_at),
      closed_at: ({ closed_at }) => Time.instant(closed_at),
      url: ({ web_url }) => web_url,
      attachment_ids: ({ attachment_ids }, context) => Reference.many(context, "file", attachment_ids),
      customer_id: ({ customer_id }, context) => Reference.one(context, "contact", customer_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
