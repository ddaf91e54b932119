import { assert, describe, it } from "@effect/vitest"
import * as Lists from "../../src/GreenhouseResources.ts"
import { activity } from "../../src/mapper/Activity.ts"
import { note } from "../../src/mapper/Note.ts"
import { scheduledInterview } from "../../src/mapper/ScheduledInterview.ts"
import { scorecard } from "../../src/mapper/Scorecard.ts"
import { user } from "../../src/mapper/User.ts"
import { derive, field } from "../Answers.ts"

describe("scheduled interview", () => {
  it("has no moment when it lasts whole days", () => {
    const lists = [[Lists.interviews, { id: 1, starts_at: null, all_day_start_on: "2026-04-20" }]] as const
    assert.isNull(field(scheduledInterview, "starts_at", ...lists))
  })

  it("names users, not guests", () => {
    const panel = [
      { id: 1, interview_id: 1, user_id: 31 },
      { id: 2, interview_id: 1, user_id: null, email: "guest@partner.example" }
    ]
    assert.deepStrictEqual(
      field(scheduledInterview, "user_ids", [Lists.interviews, { id: 1 }], [Lists.interviewers, ...panel]),
      ["employee:31"]
    )
  })
})

describe("scorecard", () => {
  const answers = [
    { id: 1, scorecard_id: 1, scorecard_question_id: 11, answer: "Ten years" },
    { id: 2, scorecard_id: 1, scorecard_question_id: 12, answer: null, boolean_value: false }
  ]
  const questions = [
    { id: 11, question: "How long?", sort_order: 2 },
    { id: 12, question: "Would you?", sort_order: 1 }
  ]
  const answered = (...more: Parameters<typeof derive> extends [unknown, ...infer Lists] ? Lists : never) =>
    field(scorecard, "answers", [Lists.scorecards, { id: 1 }], ...more)

  it("has answers in the order of the questions", () => {
    const found = answered([Lists.scorecardQuestionAnswers, ...answers], [Lists.scorecardQuestions, ...questions])
    assert.deepStrictEqual(found, [
      { question_remote_id: "12", question: "Would you?", description: null, answer: "no" },
      { question_remote_id: "11", question: "How long?", description: null, answer: "Ten years" }
    ])
  })

  it("has answers without questions where these may not be read, and none where answers may not", () => {
    assert.deepStrictEqual(answered([Lists.scorecardQuestionAnswers, ...answers.slice(0, 1)]), [
      { question_remote_id: "11", question: null, description: null, answer: "Ten years" }
    ])
    assert.isNull(answered())
  })

  it("leaves out private notes", () => {
    const remote = { id: 1, notes: null, private_notes: "Salary is an issue." }
    assert.isNull(field(scorecard, "comment", [Lists.scorecards, remote]))
  })
})

describe("history", () => {
  const notes = [
    Lists.notes,
    { id: 1, type: "NOTE" },
    { id: 2, type: "EMAIL" },
    { id: 3, type: "ACTIVITY" },
    { id: 4 }
  ] as const

  it("is all activities, and the remarks among them notes", () => {
    const ids = (records: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
      records.map((record) => record["remote_id"])
    assert.deepStrictEqual(ids(derive(activity, notes)), ["1", "2", "3", "4"])
    assert.deepStrictEqual(ids(derive(note, notes)), ["1", "4"])
  })
})

describe("user", () => {
  it("has the primary address first and each once", () => {
    const remote = { id: 1, primary_email: "b@x.example", emails: ["a@x.example", "b@x.example"] }
    assert.deepStrictEqual(field(user, "emails", [Lists.users, remote]), [
      { value: "b@x.example", type: null },
      { value: "a@x.example", type: null }
    ])
  })

  it("has each role on jobs once", () => {
    const permissions = [
      { id: 1, user_id: 1, role_id: 5 },
      { id: 2, user_id: 1, role_id: 5 }
    ]
    const roles = field(
      user,
      "roles",
      [Lists.users, { id: 1, site_admin: true }],
      [Lists.userJobPermissions, ...permissions],
      [Lists.userRoles, { id: 5, role_type: "job_admin" }]
    )
    assert.deepStrictEqual(roles, [
      { remote_id: null, role: { value: "ADMIN", remote: "site_admin" }, scope: "SYSTEM" },
      { remote_id: "5", role: { value: null, remote: "job_admin" }, scope: "JOB" }
    ])
  })
})
