/** Models with few fields, so that a whole provider fits on a page. */
import * as Field from "@crosswalk/core/Field"
import * as Model from "@crosswalk/core/Model"
import * as Part from "@crosswalk/core/Part"

/** A person. */
export const Person = Model.make("candidate", {
  plural: "candidates",
  category: "ats",
  description: "A person.",
  fields: {
    name: Field.text("Full name."),
    first_name: Field.text("Given name."),
    title: Field.text("Position."),
    nickname: Field.text("What friends say."),
    emails: Field.list(Part.Email, "E-mail addresses."),
    status: Field.word(["ACTIVE", "LEFT"], "Whether the person works."),
    joined_on: Field.date("First day."),
    team_name: Field.text("Name of the team."),
    team_id: Field.reference("department", "The team.")
  }
})

/** A team. */
export const Team = Model.make("department", {
  plural: "departments",
  category: "ats",
  description: "A team.",
  fields: { name: Field.text("Name."), parent_id: Field.reference("department", "The team above.") }
})

/** A rank. */
export const Rank = Model.make("tag", {
  plural: "tags",
  category: "ats",
  description: "A rank.",
  fields: { name: Field.text("Name.") }
})

/** A remark about a person. */
export const Remark = Model.make("note", {
  plural: "notes",
  category: "ats",
  description: "A remark about a person.",
  fields: {
    title: Field.text("Whom it is about."),
    body: Field.text("The remark."),
    candidate_id: Field.reference("candidate", "The person.")
  }
})
