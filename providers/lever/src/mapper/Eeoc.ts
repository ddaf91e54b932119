/** Eeoc ← equal opportunity answers of a known person. */
import { Eeoc } from "@crosswalk/core/ats/Eeoc"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { eeoResponses } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"

const declined = "UNDISCLOSED"

const gender = vocabulary({ Female: "FEMALE", Male: "MALE", "Decline to self-identify": declined })

const race = vocabulary({
  "Hispanic or Latino": "HISPANIC_OR_LATINO",
  "White (Not Hispanic or Latino)": "WHITE",
  "Black or African American (Not Hispanic or Latino)": "BLACK_OR_AFRICAN_AMERICAN",
  "Native Hawaiian or Other Pacific Islander (Not Hispanic or Latino)": "NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER",
  "Asian (Not Hispanic or Latino)": "ASIAN",
  "American Indian or Alaska Native (Not Hispanic or Latino)": "AMERICAN_INDIAN_OR_ALASKA_NATIVE",
  "Two or More Races (Not Hispanic or Latino)": "TWO_OR_MORE",
  "Decline to self-identify": declined
})

// "I am a veteran" stays a word: most veterans are protected ones, but not all.
const veteran = vocabulary({
  "I am a Protected Veteran": "PROTECTED_VETERAN",
  "I am not a Protected Veteran": "NOT_PROTECTED_VETERAN",
  "I am not a veteran": "NOT_PROTECTED_VETERAN",
  "Decline to self-identify": declined
})

// The wording is the government's, which rewords it from form to form.
const disability = vocabulary({
  "Yes, I have a disability, or have a history/record of having a disability": "DISABLED",
  "Yes, I have a disability, or have had one in the past": "DISABLED",
  "Yes, I have a disability": "DISABLED",
  "No, I don't have a disability, or a history/record of having a disability": "NOT_DISABLED",
  "No, I do not have a disability and have not had one in the past": "NOT_DISABLED",
  "No, I do not have a disability": "NOT_DISABLED",
  "No, I don't have a disability": "NOT_DISABLED",
  "I do not want to answer": declined,
  "I do not wish to answer": declined,
  "I don't wish to answer": declined,
  "Decline to self-identify": declined
})

export const eeoc = Mapper.make(Eeoc, eeoResponses, {
  docs: chapter("eeo"),
  fields: {
    remote_id: (response) => response.id ?? response.applicationId ?? response.opportunityId ?? "",
    remote_created_at: absent("responses carry the time of the answer only"),
    remote_updated_at: absent("responses carry the time of the answer only"),
    custom_fields: absent("responses have none"),
    candidate_id: ({ contact }) => Wire.text(contact),
    application_id: ({ applicationId }) => Wire.text(applicationId),
    submitted_at: ({ eeoSurveyRespondedAt }) => Wire.instantFromMillis(eeoSurveyRespondedAt),
    race: (response) => race(response.race),
    gender: (response) => gender(response.gender),
    veteran_status: (response) => veteran(response.veteran),
    disability_status: (response) => disability(response.disability)
  }
})
