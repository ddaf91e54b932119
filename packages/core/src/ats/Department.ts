import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** An organisational unit that hires. */
export const Department = Model.make("department", {
  plural: "departments",
  category: "ats",
  description: "An organisational unit that hires, as the recruiting system knows it.",
  fields: {
    name: Field.text("Name of the unit."),
    type: Field.word(Words.groupTypes, "Which kind of unit it is."),
    parent_id: Field.reference("department", "The unit that this one is part of.")
  }
})
