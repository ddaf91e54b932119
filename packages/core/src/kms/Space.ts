import * as Field from "../Field.ts"
import * as Model from "../Model.ts"

/** A collection of pages. */
export const Space = Model.make("space", {
  plural: "spaces",
  category: "kms",
  description: "A collection of pages that belong together.",
  fields: {
    name: Field.text("Name of the space."),
    description: Field.text("What the space is about."),
    is_active: Field.boolean("Whether the space is in use."),
    parent_id: Field.reference("space", "The space that this one is part of."),
    parent_page_id: Field.reference("page", "The page that this space is part of."),
    user_id: Field.reference("employee", "Who made the space.")
  }
})
