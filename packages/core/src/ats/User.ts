import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** A person who works with the recruiting system. */
export const User = Model.make("user", {
  plural: "users",
  category: "ats",
  description: "An employee as the recruiting system knows them: the same person, and the same id, as the employee.",
  identity: "employee",
  fields: {
    name: Field.text("Full name as the vendor writes it.", { pii: "basic" }),
    first_name: Field.text("Given name.", { pii: "basic" }),
    last_name: Field.text("Family name.", { pii: "basic" }),
    username: Field.text("Name that the person signs in with.", { pii: "basic" }),
    emails: Field.list(Part.Email, "E-mail addresses, the primary one first.", { pii: "contact" }),
    title: Field.text("Position that the person holds.", { pii: "basic" }),
    avatar: Field.text("Address of a picture.", { pii: "basic" }),
    employee_number: Field.text("The person's number in the human resources system.", { pii: "basic" }),
    status: Field.word(["ACTIVE", "INACTIVE"], "Whether the person can sign in."),
    roles: Field.list(Part.Role, "What the person may do in the recruiting system."),
    manager_id: Field.reference("employee", "The person's superior."),
    department_ids: Field.references("department", "Units that the person works for."),
    office_ids: Field.references("office", "Offices that the person works for."),
    candidate_ids: Field.references(
      "candidate",
      "The person's own records as a candidate, e.g. of an internal application."
    )
  }
})
