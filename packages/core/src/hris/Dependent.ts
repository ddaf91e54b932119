import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"
import * as Words from "../Words.ts"

/** Somebody close to an employee. */
export const Dependent = Model.make("dependent", {
  plural: "dependents",
  category: "hris",
  description: "Somebody close to an employee: family, dependants, beneficiaries, and whom to call in an emergency.",
  fields: {
    user_id: Field.reference("employee", "The employee whom the person is close to."),
    name: Field.text("Full name as it is to be shown.", { pii: "basic" }),
    first_name: Field.text("Given name.", { pii: "basic" }),
    middle_name: Field.text("Name between the given and the family name.", { pii: "basic" }),
    last_name: Field.text("Family name.", { pii: "basic" }),
    relationship: Field.word(
      ["SPOUSE", "DOMESTIC_PARTNER", "CHILD", "PARENT", "SIBLING", "FRIEND", "OTHER"],
      "What the person is to the employee.",
      { pii: "basic" }
    ),
    is_dependent: Field.boolean("Whether the employee provides for the person.", { pii: "basic" }),
    is_beneficiary: Field.boolean("Whether the person benefits from the employee's insurances.", { pii: "basic" }),
    is_emergency_contact: Field.boolean("Whether the person is to be called in an emergency.", { pii: "basic" }),
    is_student: Field.boolean("Whether the person studies.", { pii: "basic" }),
    is_active: Field.boolean("Whether the entry is in use."),
    date_of_birth: Field.date("Date of birth.", { pii: "special" }),
    gender: Field.word(Words.genders, "Gender.", { pii: "special" }),
    identity_numbers: Field.list(
      Part.IdentityNumber,
      "Numbers given by a state, such as for social security or taxes.",
      { pii: "government-id" }
    ),
    emails: Field.list(Part.LabelledEmail, "E-mail addresses, in the vendor's order.", { pii: "contact" }),
    phones: Field.list(Part.LabelledPhone, "Telephone numbers, in the vendor's order.", { pii: "contact" }),
    home_address: Field.struct(Part.Address.fields, "Where the person lives.", { pii: "contact" }),
    started_on: Field.date("Since when the person is what they are to the employee.", { pii: "basic" }),
    ended_on: Field.date("Until when the person was.", { pii: "basic" })
  }
})
