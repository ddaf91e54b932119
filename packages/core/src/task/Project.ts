import * as Field from "../Field.ts"
import * as Model from "../Model.ts"

/** A piece of work with tasks. */
export const Project = Model.make("project", {
  plural: "projects",
  category: "task",
  description: "A piece of work that is divided into tasks.",
  fields: {
    name: Field.text("Name of the project."),
    description: Field.text("What the project is about."),
    has_children: Field.boolean("Whether other projects are part of this one."),
    has_tasks: Field.boolean("Whether the project can hold tasks."),
    parent_id: Field.reference("project", "The project that this one is part of."),
    group_ids: Field.references("group", "Groups of people that the project belongs to."),
    user_ids: Field.references("employee", "People who work on the project.")
  }
})
