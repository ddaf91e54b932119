import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A place of the employer's for which people are hired. */
export const Office = Model.make("office", {
  plural: "offices",
  category: "ats",
  description: "A place of the employer's for which people are hired, as the recruiting system knows it.",
  fields: {
    name: Field.text("Name of the office."),
    location: Field.struct(Part.Address.fields, "Where the office is."),
    parent_id: Field.reference("office", "The office or region that this one is part of.")
  }
})
