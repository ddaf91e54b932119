import { assert, describe, it } from "@effect/vitest"
import * as Lists from "../../src/GreenhouseResources.ts"
import { application } from "../../src/mapper/Application.ts"
import { offer } from "../../src/mapper/Offer.ts"
import { field } from "../Answers.ts"

const of = (remote: object) => [Lists.applications, { id: 7, ...remote }] as const

describe("application", () => {
  it("keeps an unknown status beside null", () => {
    const status = (word: string | null) => field(application, "status", of({ status: word }))
    assert.deepStrictEqual(status("in_process"), { value: "ACTIVE", remote: "in_process" })
    assert.deepStrictEqual(status("active"), { value: "ACTIVE", remote: "active" })
    assert.deepStrictEqual(status("converted"), { value: "CONVERTED", remote: "converted" })
    assert.deepStrictEqual(status("on_hold"), { value: null, remote: "on_hold" })
    assert.isNull(status(null))
  })

  it("finds its stage under either name", () => {
    const stage = (remote: object) => field(application, "stage_id", of(remote))
    assert.strictEqual(stage({ stage_id: 3 }), "job_interview_stage:3")
    assert.strictEqual(stage({ job_interview_stage_id: 4, stage_id: null }), "job_interview_stage:4")
    assert.isNull(stage({ stage_id: null }))
  })

  it("takes the newest reason while it is rejected, and none once it is taken up again", () => {
    const details = [
      { id: 1, application_id: 7, rejection_reason_id: 21, rejected_at: "2026-02-01T00:00:00.000Z" },
      { id: 2, application_id: 7, rejection_reason_id: 22, rejected_at: "2026-03-01T00:00:00.000Z" }
    ]
    const reason = (status: string) =>
      field(application, "reject_reason_id", of({ status }), [Lists.rejectionDetails, ...details])
    assert.strictEqual(reason("rejected"), "reject_reason:22")
    assert.isNull(reason("in_process"))
    assert.isNull(field(application, "reject_reason_id", of({ status: "rejected" })))
  })

  it("credits users alone", () => {
    const credited = (user_id: number | null) =>
      field(application, "credited_to_id", of({ referrer_id: 4 }), [Lists.referrers, { id: 4, user_id }])
    assert.strictEqual(credited(9), "employee:9")
    assert.isNull(credited(null))
  })
})

describe("offer", () => {
  const made = (name: string, remote: object) => field(offer, name, [Lists.offers, { id: 1, ...remote }])

  it("is a draft until it is sent", () => {
    assert.deepStrictEqual(made("status", { status: "Created" }), { value: "DRAFT", remote: "Created" })
    assert.deepStrictEqual(made("status", { status: "Created", sent_on: "2026-04-15" }), {
      value: "SENT",
      remote: "Created"
    })
    assert.deepStrictEqual(made("status", { status: "Lost" }), { value: null, remote: "Lost" })
  })

  it("was accepted or declined when it was resolved", () => {
    const resolved_at = "2026-02-18T10:00:00.000Z"
    const times = (status: string) =>
      ["accepted_at", "declined_at", "closed_at"].map((name) => made(name, { status, resolved_at }))
    assert.deepStrictEqual(times("Accepted"), [resolved_at, null, resolved_at])
    assert.deepStrictEqual(times("Rejected"), [null, resolved_at, resolved_at])
    assert.deepStrictEqual(times("Deprecated"), [null, null, resolved_at])
  })

  it("takes a salary that is money", () => {
    const salary = (value: unknown) =>
      made("salary", { custom_fields: { salary: { name: "Salary", type: "?", value } } })
    assert.deepStrictEqual(salary({ amount: "58500.50", unit: "EUR" }), { amount: 58_500.5, currency: "EUR" })
    assert.deepStrictEqual(salary({ amount: 1, unit: null }), { amount: 1, currency: null })
    for (const value of ["as agreed", 50_000, null, { amount: "much", unit: "EUR" }]) assert.isNull(salary(value))
  })
})
