/** Sales in the making. */
import { Contact } from "@crosswalk/core/crm/Contact"
import { CrmCompany } from "@crosswalk/core/crm/CrmCompany"
import { Deal } from "@crosswalk/core/crm/Deal"
import type { TypedEntity } from "@crosswalk/core/Part"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Time from "../../Time.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A vendor's object that has no list of its own. */
export const Entity = Schema.Struct({
  id: Optional.text("The vendor's id of it."),
  name: Optional.text("Its name."),
  type: Optional.text("The vendor's word for its kind.")
}).annotate({ identifier: "Entity" })

/** Objects that have no lists of their own. */
export const entities = (list: ReadonlyArray<typeof TypedEntity.Type> | null) =>
  list?.map(({ name, remote_id, type }) => ({ id: remote_id, name, type })) ?? null

/** A deal, with the companies and people that name it. */
export const deal = Row.projection(
  Deal,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Name of the deal."),
    description: Optional.text("What the deal is about."),
    amount: Optional.number("What the deal is worth."),
    currency: Optional.text("ISO 4217 code, or the vendor's text."),
    probability: Optional.number("How likely the deal is to be won, 0 to 100."),
    pipelines: Optional.list(Entity, "Sales processes that the deal is in."),
    stages: Optional.list(Entity, "Where in its processes the deal stands."),
    source: Optional.text("Where the deal came from, in the vendor's words."),
    won_reason: Optional.text("Why the deal was won."),
    lost_reason: Optional.text("Why the deal was lost."),
    tags: Optional.texts("Labels that users gave."),
    closing_at: Optional.instant("When the deal is expected to be settled."),
    closed_at: Optional.instant("When the deal was settled."),
    company_ids: Optional.texts("Companies that the deal is with."),
    contact_ids: Optional.texts("People who have a part in the deal."),
    user_id: Optional.text("Who works on the deal."),
    ...Metadata.metadata
  }),
  {
    loads: [Relation.of(Deal, CrmCompany, "deal_ids"), Relation.of(Deal, Contact, "deal_ids")],
    names: [
      Relation.to(Deal, "company_ids", CrmCompany),
      Relation.to(Deal, "contact_ids", Contact),
      ...Reference.people(Deal, "user_id")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      description: ({ description }) => description,
      amount: ({ value }) => value?.amount,
      currency: ({ value }) => value?.currency,
      probability: ({ probability }) => probability,
      pipelines: ({ pipelines }) => entities(pipelines),
      stages: ({ stages }) => entities(stages),
      source: ({ source }) => source,
      won_reason: ({ won_reason }) => won_reason,
      lost_reason: ({ lost_reason }) => lost_reason,
      tags: ({ tags }) => tags,
      closing_at: ({ closing_at }) => Time.instant(closing_at),
      closed_at: ({ closed_at }) => Time.instant(closed_at),
      company_ids: ({ company_ids, id }, context) =>
        Reference.also(Reference.many(context, "crm_company", company_ids), context.of("crm_company", "deal_ids", id)),
      contact_ids: ({ contact_ids, id }, context) =>
        Reference.also(Reference.many(context, "contact", contact_ids), context.of("contact", "deal_ids", id)),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
