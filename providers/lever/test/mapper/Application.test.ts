import { assert, describe, it } from "@effect/vitest"
import { archiveReasons, opportunities } from "../../src/LeverResources.ts"
import { application } from "../../src/mapper/Application.ts"
import { derive, listed } from "../Answers.ts"

const reasons = listed(
  { id: "r1", text: "Timing", type: "non-hired" },
  { id: "r2", text: "Hired", type: "hired" },
  { id: "r3", text: "Odd", type: "moved" }
)

const only = (item: object, opportunity: object = {}) => {
  const raw = { id: "o", contact: "c", applications: [{ id: "a", ...item }], ...opportunity }
  const [record] = derive(application, [
    [opportunities, listed(raw)],
    [archiveReasons, reasons]
  ])
  return record ?? {}
}

const archived = (reason: string) => {
  const { status, hired_at, rejected_at, reject_reason_id } = only({}, { archived: { reason, archivedAt: 1_000 } })
  return [status, hired_at, rejected_at, reject_reason_id]
}

const at = "1970-01-01T00:00:01.000Z"

describe("an application", () => {
  it("is none for an opportunity without one", () => {
    assert.deepStrictEqual(
      derive(application, [[opportunities, listed({ id: "o", contact: "c", applications: [] })]]),
      []
    )
  })

  it("is active until its opportunity is archived", () => {
    assert.deepStrictEqual(only({})["status"], { value: "ACTIVE", remote: null })
    assert.deepStrictEqual(only({}, { archived: null })["status"], { value: "ACTIVE", remote: null })
  })

  it("ends as the type of the archive reason says", () => {
    assert.deepStrictEqual(archived("r1"), [{ value: "REJECTED", remote: "non-hired" }, null, at, "reject_reason:r1"])
    assert.deepStrictEqual(archived("r2"), [{ value: "HIRED", remote: "hired" }, at, null, null])
  })

  it("ends in no known way where the reason or its type is unknown", () => {
    assert.deepStrictEqual(archived("r3"), [{ value: null, remote: "moved" }, null, null, null])
    assert.deepStrictEqual(archived("r9"), [null, null, null, null])
  })

  it("ends in no known way where archive reasons may not be read", () => {
    const raw = { id: "o", contact: "c", applications: ["a"], archived: { reason: "r1", archivedAt: 1_000 } }
    const [record] = derive(application, [[opportunities, listed(raw)]])
    assert.strictEqual(record?.["status"], null)
    assert.strictEqual(record?.["reject_reason_id"], null)
  })

  it("is known by its id alone where it was not expanded", () => {
    const record = only({}, { applications: ["a7"], stage: "s1" })
    assert.strictEqual(record["remote_id"], "a7")
    assert.strictEqual(record["candidate_id"], "candidate:c")
    assert.strictEqual(record["stage_id"], "job_interview_stage:s1")
    assert.strictEqual(record["job_id"], null)
  })

  it("is credited to who sourced the opportunity, else to who referred the applicant", () => {
    const referral = { type: "referral", user: "u2" }
    assert.strictEqual(only(referral, { sourcedBy: "u1" })["credited_to_id"], "employee:u1")
    assert.strictEqual(only(referral, { sourcedBy: null })["credited_to_id"], "employee:u2")
    assert.strictEqual(only({ type: "user", user: "u2" })["credited_to_id"], null)
  })

  it("leaves out what a referring colleague answered", () => {
    const forms = [
      { type: "referral", fields: [{ text: "Relationship", value: "Friend" }] },
      { type: "posting", fields: [{ id: "f", type: "text", text: "Why?", value: "Because" }] }
    ]
    assert.deepStrictEqual(only({ customQuestions: forms })["screening_answers"], [
      {
        question_remote_id: "f",
        title: "Why?",
        type: { value: "SINGLE_LINE_TEXT", remote: "text" },
        text: "Because",
        choices: null,
        boolean: null,
        number: null,
        date: null,
        raw: null
      }
    ])
    assert.strictEqual(only({ customQuestions: null })["screening_answers"], null)
  })
})
