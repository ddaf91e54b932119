/** Eeoc ← what an applicant disclosed. */
import { Eeoc } from "@crosswalk/core/ats/Eeoc"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { eeoc as disclosures } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import { entry } from "./Entry.ts"

const declined = "UNDISCLOSED"

const gender = vocabulary({ Male: "MALE", Female: "FEMALE", "Decline To Self Identify": declined })

const race = vocabulary({
  "American Indian or Alaskan Native": "AMERICAN_INDIAN_OR_ALASKA_NATIVE",
  Asian: "ASIAN",
  "Black or African American": "BLACK_OR_AFRICAN_AMERICAN",
  "Hispanic or Latino": "HISPANIC_OR_LATINO",
  White: "WHITE",
  "Native Hawaiian or Other Pacific Islander": "NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER",
  "Two or More Races": "TWO_OR_MORE",
  "Decline To Self Identify": declined
})

const veteran = vocabulary({
  "I am not a protected veteran": "NOT_PROTECTED_VETERAN",
  "I identify as one or more of the classifications of a protected veteran": "PROTECTED_VETERAN",
  "I identify as one or more of the classifications of protected veteran listed above": "PROTECTED_VETERAN",
  "I don't wish to answer": declined,
  "Decline To Self Identify": declined
})

// The wording is the government's, which rewords it from form to form.
const disability = vocabulary({
  "Yes, I have a disability, or have had one in the past": "DISABLED",
  "Yes, I have a disability, or have a history/record of having a disability": "DISABLED",
  "Yes, I have a disability (or previously had a disability)": "DISABLED",
  "Yes, I have a disability": "DISABLED",
  "No, I do not have a disability and have not had one in the past": "NOT_DISABLED",
  "No, I don't have a disability, or a history/record of having a disability": "NOT_DISABLED",
  "No, I do not have a disability": "NOT_DISABLED",
  "No, I don't have a disability": "NOT_DISABLED",
  "I do not want to answer": declined,
  "I do not wish to answer": declined,
  "I don't wish to answer": declined,
  "I don't want to answer": declined,
  "Decline To Self Identify": declined
})

export const eeoc = Mapper.make(Eeoc, disclosures, {
  docs: page("eeoc"),
  fields: {
    ...entry,
    custom_fields: absent("disclosures have none"),
    candidate_id: ({ candidate_id }) => Wire.id(candidate_id),
    application_id: ({ application_id }) => Wire.id(application_id),
    submitted_at: ({ submitted_at }) => Wire.instant(submitted_at),
    race: (remote) => race(remote.race?.description),
    gender: (remote) => gender(remote.gender?.description),
    veteran_status: ({ veteran_status }) => veteran(veteran_status?.description),
    disability_status: ({ disability_status }) => disability(disability_status?.description)
  }
})
