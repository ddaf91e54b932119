import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** A unit of people. */
export const Group = Model.make("group", {
  plural: "groups",
  category: "hris",
  description: "A unit of people: a department, a team, a cost centre.",
  fields: {
    name: Field.text("Name of the group."),
    description: Field.text("What the group is for."),
    type: Field.word(Words.groupTypes, "Which kind of unit it is."),
    is_active: Field.boolean("Whether the group is in use."),
    is_team: Field.boolean("Whether the customer uses the group as a team, whatever its type."),
    parent_id: Field.reference("group", "The group that this one is part of."),
    company_id: Field.reference("company", "The legal entity that the group belongs to."),
    user_ids: Field.references("employee", "People who belong to the group."),
    manager_ids: Field.references("employee", "People who lead the group.")
  }
})
