import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** What an applicant disclosed for equal opportunity reporting. */
export const Eeoc = Model.make("eeoc", {
  plural: "eeocs",
  category: "ats",
  description: "What an applicant disclosed, freely, for the employer's equal opportunity report.",
  fields: {
    candidate_id: Field.reference("candidate", "The person; null where the vendor keeps answers anonymous."),
    application_id: Field.reference("application", "The application that the survey belonged to."),
    submitted_at: Field.instant("When the survey was answered."),
    race: Field.word(Words.ethnicities, "The ethnic group chosen.", { pii: "special" }),
    gender: Field.word(Words.genders, "The gender chosen.", { pii: "special" }),
    veteran_status: Field.word(
      [
        "NOT_PROTECTED_VETERAN",
        "PROTECTED_VETERAN",
        "DISABLED_VETERAN",
        "SPECIAL_DISABLED_VETERAN",
        "VIETNAM_ERA_VETERAN",
        "OTHER_PROTECTED_VETERAN",
        "ONE_YEAR_RECENTLY_SEPARATED_VETERAN",
        "THREE_YEAR_RECENTLY_SEPARATED_VETERAN",
        "DISABLED_INDIVIDUAL",
        "UNDISCLOSED"
      ],
      "Whether the person served, as the form's law asks it.",
      { pii: "special" }
    ),
    disability_status: Field.word(
      ["DISABLED", "NOT_DISABLED", "UNDISCLOSED"],
      "Whether the person has or had a disability.",
      { pii: "special" }
    )
  }
})
