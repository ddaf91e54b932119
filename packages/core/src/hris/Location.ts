import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A place where people work. */
export const Location = Model.make("location", {
  plural: "locations",
  category: "hris",
  description: "A place where people work.",
  fields: {
    name: Field.text("Name of the place."),
    description: Field.text("What the place is for."),
    type: Field.text("Kind of place, in the vendor's words."),
    address: Field.struct(Part.Address.fields, "Where the place is."),
    phones: Field.list(Part.LabelledPhone, "Telephone numbers of the place."),
    is_headquarters: Field.boolean("Whether the company is led from here."),
    is_active: Field.boolean("Whether the place is in use."),
    timezone: Field.text("Time zone of the place, as the vendor writes it."),
    language: Field.text("Language or locale of the place, as the vendor writes it."),
    currency: Field.text("Currency that people are paid in here: ISO 4217 code, or the vendor's text."),
    external_identifier: Field.text("The place's key in another system of the customer's, as the vendor keeps it."),
    parent_id: Field.reference("location", "The place that this one is part of."),
    company_id: Field.reference("company", "The legal entity that the place belongs to.")
  }
})
