import { assert, describe, it } from "@effect/vitest"
import * as Lists from "../../src/GreenhouseResources.ts"
import { candidate } from "../../src/mapper/Candidate.ts"
import { field } from "../Answers.ts"

const of = (remote: object) => [Lists.candidates, { id: 7, ...remote }] as const

describe("candidate", () => {
  it("puts a name together from what there is", () => {
    const name = (remote: object) => field(candidate, "name", of(remote))
    assert.strictEqual(name({ first_name: "Ilse", last_name: "Brandt" }), "Ilse Brandt")
    assert.strictEqual(name({ first_name: null, last_name: "Brandt" }), "Brandt")
    assert.isNull(name({ first_name: "", last_name: null }))
  })

  it("carries privacy on, and keeps what is not told apart from no", () => {
    const isPrivate = (remote: object) => field(candidate, "is_private", of(remote))
    assert.isTrue(isPrivate({ private: true }))
    assert.isFalse(isPrivate({ private: false }))
    assert.isFalse(isPrivate({ private: null }))
    assert.isNull(isPrivate({}))
  })

  it("keeps values of custom fields under their keys", () => {
    const custom_fields = {
      level: { name: "Level", type: "single_select", value: null },
      pay: { amount: 1, unit: "EUR" }
    }
    assert.deepStrictEqual(field(candidate, "custom_fields", of({ custom_fields })), {
      level: null,
      pay: { amount: 1, unit: "EUR" }
    })
    assert.isNull(field(candidate, "custom_fields", of({ custom_fields: null })))
  })

  it("tells unread lists from empty ones", () => {
    const lists = ["application_ids", "job_ids", "education", "experiences", "sources", "tag_ids"]
    for (const name of lists) assert.isNull(field(candidate, name, of({})), name)
    const empty = [
      of({}),
      [Lists.applications],
      [Lists.candidateEducations],
      [Lists.candidateEmployments],
      [Lists.sources],
      [Lists.appliedCandidateTags]
    ] as const
    for (const name of lists) assert.deepStrictEqual(field(candidate, name, ...empty), [], name)
  })

  it("is looked after by the recruiter of the newest application", () => {
    const made = (id: number, created_at: string, recruiter_id: number | null) => ({
      id,
      created_at,
      candidate_id: 7,
      recruiter_id
    })
    const user = (...applications: ReadonlyArray<object>) =>
      field(candidate, "user_id", of({}), [Lists.applications, ...applications])
    assert.strictEqual(
      user(made(1, "2026-03-01T00:00:00.000Z", 31), made(2, "2026-02-01T00:00:00.000Z", 32)),
      "employee:31"
    )
    assert.isNull(user(made(1, "2026-03-01T00:00:00.000Z", null), made(2, "2026-02-01T00:00:00.000Z", 32)))
    assert.isNull(user())
  })

  it("gives schools their options' names, and dates as precise as they come", () => {
    const school = { id: 1, candidate_id: 7, school_name_custom_field_option_id: 5, degree_custom_field_option_id: 6 }
    const read = (more: object) =>
      field(
        candidate,
        "education",
        of({}),
        [Lists.candidateEducations, { ...school, ...more }],
        [Lists.customFieldOptions, { id: 5, name: "Hochschule" }]
      )
    const none = { degree: null, field: null, summary: null }
    assert.deepStrictEqual(read({ start_at: "2012-10-01T00:00:00.000Z", end_date_year: 2017, end_date_month: 3 }), [
      { institution: "Hochschule", ...none, started_on: "2012-10-01", ended_on: "2017-03" }
    ])
    assert.deepStrictEqual(read({ start_date_year: "2012", end_date_month: 3 }), [
      { institution: "Hochschule", ...none, started_on: "2012", ended_on: null }
    ])
  })
})
