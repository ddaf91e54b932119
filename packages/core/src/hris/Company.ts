import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A legal entity that employs people. */
export const Company = Model.make("company", {
  plural: "companies",
  category: "hris",
  description: "A legal entity that employs people.",
  fields: {
    name: Field.text("Name by which the company is known."),
    legal_name: Field.text("Registered name."),
    tax_numbers: Field.list(Schema.String, "Numbers by which tax offices know the employer."),
    address: Field.struct(Part.Address.fields, "Where the company has its seat.")
  }
})
