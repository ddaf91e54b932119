import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** An organisation that the customer deals with. */
export const CrmCompany = Model.make("crm_company", {
  plural: "companies",
  category: "crm",
  description: "An organisation that the customer sells to or otherwise deals with.",
  fields: {
    name: Field.text("Name of the company."),
    description: Field.text("What the company does."),
    industry: Field.text("Industry, in the vendor's words."),
    employee_count: Field.integer("How many people work there."),
    is_active: Field.boolean("Whether the company is in use as a record."),
    emails: Field.list(Part.LabelledEmail, "E-mail addresses, in the vendor's order.", { pii: "contact" }),
    phones: Field.list(Part.LabelledPhone, "Telephone numbers, in the vendor's order.", { pii: "contact" }),
    urls: Field.list(Part.Link, "Pages about the company, such as in social networks."),
    websites: Field.list(Schema.String, "The company's own web sites."),
    domains: Field.list(Schema.String, "Internet domains that belong to the company."),
    address: Field.struct(Part.Address.fields, "Where the company is."),
    timezone: Field.text("Time zone of the company, as the vendor writes it."),
    tags: Field.list(Schema.String, "Labels that users gave."),
    contact_ids: Field.references("contact", "People at the company."),
    deal_ids: Field.references("deal", "Deals with the company."),
    user_id: Field.reference("employee", "Who looks after the company.")
  }
})
