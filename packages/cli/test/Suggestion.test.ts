import { assert, it } from "@effect/vitest"
import * as Suggestion from "../src/Suggestion.ts"

const known = ["candidate", "application", "user", "job_interview_stage"]

it("finds names that differ by a slip, by case or by how words are joined", () => {
  assert.deepStrictEqual(Suggestion.near("candidat", known), ["candidate"])
  assert.deepStrictEqual(Suggestion.near("Users", known), ["user"])
  assert.deepStrictEqual(Suggestion.near("JobInterviewStage", known), ["job_interview_stage"])
  assert.deepStrictEqual(Suggestion.near("invoice", known), [])
  assert.deepStrictEqual(Suggestion.near("", known), [])
  assert.deepStrictEqual(Suggestion.near("x".repeat(100_000), known), [])
  assert.deepStrictEqual(Suggestion.near("candidate", []), [])
})

it("names what there is when nothing is near", () => {
  assert.strictEqual(
    Suggestion.sentence("invoice", known),
    "Known are: application, candidate, job_interview_stage, user."
  )
  assert.strictEqual(Suggestion.sentence("invoice", []), "There is none.")
})
