/**
 * Voluntary answers to the questions that the law of the United States asks for.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Account } from "../Account.ts"
import { id } from "../Account.ts"
import * as Facts from "../Facts.ts"
import * as Wire from "../Wire.ts"

const races = [
  "American Indian or Alaskan Native",
  "Asian",
  "Black or African American",
  "Hispanic or Latino",
  "White",
  "Native Hawaiian or Other Pacific Islander",
  "Two or More Races",
  "Decline To Self Identify"
] as const

const genders = ["Male", "Female", "Decline To Self Identify"] as const

const veteran = [
  "I am not a protected veteran",
  "I identify as one or more of the classifications of a protected veteran",
  "I don't wish to answer"
] as const

const disability = [
  "Yes, I have a disability, or have had one in the past",
  "No, I do not have a disability and have not had one in the past",
  "I do not want to answer"
] as const

const answer = (answers: ReadonlyArray<string>, draw: number): JsonObject => {
  const at = draw % answers.length
  return { id: at + 1, description: answers[at] ?? "" }
}

export const fields = (account: Account, row: number): JsonObject => ({
  application_id: id(account, "applications", row),
  candidate_id: id(account, "candidates", Facts.candidateOf(account, row)),
  gender: answer(genders, row),
  race: answer(races, row + 1),
  veteran_status: answer(veteran, row + 2),
  disability_status: answer(disability, row + 3),
  submitted_at: row % 12 === 9 ? null : Wire.instant(Facts.appliedAt(account, row) + 1000)
})
