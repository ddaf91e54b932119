import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A sale in the making. */
export const Deal = Model.make("deal", {
  plural: "deals",
  category: "crm",
  description: "A sale in the making, won or lost.",
  fields: {
    name: Field.text("Name of the deal."),
    description: Field.text("What the deal is about."),
    value: Field.money("What the deal is worth.", { pii: "none" }),
    probability: Field.number("How likely the deal is to be won, 0 to 100.", { unit: "percent" }),
    pipelines: Field.list(Part.TypedEntity, "Sales processes that the deal is in."),
    stages: Field.list(Part.TypedEntity, "Where in its processes the deal stands."),
    source: Field.text("Where the deal came from, in the vendor's words."),
    won_reason: Field.text("Why the deal was won."),
    lost_reason: Field.text("Why the deal was lost."),
    tags: Field.list(Schema.String, "Labels that users gave."),
    closing_at: Field.instant("When the deal is expected to be settled."),
    closed_at: Field.instant("When the deal was settled."),
    company_ids: Field.references("crm_company", "Companies that the deal is with."),
    contact_ids: Field.references("contact", "People who have a part in the deal."),
    user_id: Field.reference("employee", "Who works on the deal.")
  }
})
