import * as Field from "../Field.ts"
import * as Model from "../Model.ts"

/** A label for candidates. */
export const Tag = Model.make("tag", {
  plural: "tags",
  category: "ats",
  description: "A label that recruiters put on candidates.",
  fields: {
    name: Field.text("The label.")
  }
})
