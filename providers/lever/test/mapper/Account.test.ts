import { assert, describe, it } from "@effect/vitest"
import {
  applyForms,
  archiveReasons,
  eeoResponses,
  pipeline,
  postings,
  stages,
  users
} from "../../src/LeverResources.ts"
import { department } from "../../src/mapper/Department.ts"
import { eeoc } from "../../src/mapper/Eeoc.ts"
import { jobInterviewStage } from "../../src/mapper/JobInterviewStage.ts"
import { office } from "../../src/mapper/Office.ts"
import { rejectReason } from "../../src/mapper/RejectReason.ts"
import { screeningQuestion } from "../../src/mapper/ScreeningQuestion.ts"
import { user } from "../../src/mapper/User.ts"
import { derive, listed, listedFor } from "../Answers.ts"

const ids = (records: ReadonlyArray<Readonly<Record<string, unknown>>>) => records.map((record) => record["remote_id"])

describe("a stage", () => {
  const two = listed({ id: "s1", text: "Later" }, { id: "s2", text: "Sooner" })
  const ranked = {
    stages: [
      { id: "s1", rank: 105.5, pipeline: "screen" },
      { id: "s2", rank: "101", pipeline: "lead" }
    ]
  }
  const order = (raws: ReturnType<typeof listed> | null) =>
    derive(jobInterviewStage, [[stages, two], ...(raws === null ? [] : [[pipeline, raws] as const])]).map((record) => [
      record["position"],
      record["phase"]
    ])

  it("has its place by rank and its phase by group", () => {
    assert.deepStrictEqual(order(listed(ranked)), [
      [1, { value: "SCREENING", remote: "screen" }],
      [0, { value: null, remote: "lead" }]
    ])
  })

  it("has no place where the pipeline may not be read", () => {
    assert.deepStrictEqual(order(null), [
      [null, null],
      [null, null]
    ])
  })
})

describe("a reject reason", () => {
  it("is an archive reason of the type non-hired, and no other", () => {
    const raws = listed({ id: "r1", type: "non-hired" }, { id: "r2", type: "hired" }, { id: "r3" })
    assert.deepStrictEqual(ids(derive(rejectReason, [[archiveReasons, raws]])), ["r1"])
  })
})

describe("departments and offices", () => {
  const raws = listed(
    {
      id: "p1",
      categories: { department: "Sales", team: "Sales", location: "Hoek", allLocations: ["Hoek", "Brielle"] }
    },
    { id: "p2", categories: { department: " ", team: "sales", location: null } },
    { id: "p3", categories: null }
  )

  it("are the different texts of postings, compared as written", () => {
    assert.deepStrictEqual(ids(derive(department, [[postings, raws]])), ["Sales", "sales"])
    assert.deepStrictEqual(ids(derive(office, [[postings, raws]])), ["Brielle", "Hoek"])
  })
})

describe("a user", () => {
  const only = (raw: object) => derive(user, [[users, listed({ id: "u", ...raw })]])[0] ?? {}

  it("is inactive once deactivated, and unknown where that is not told", () => {
    assert.deepStrictEqual(only({ deactivatedAt: null })["status"], { value: "ACTIVE", remote: null })
    assert.deepStrictEqual(only({ deactivatedAt: 1 })["status"], { value: "INACTIVE", remote: null })
    assert.strictEqual(only({})["status"], null)
  })

  it("has a custom role by its id", () => {
    assert.deepStrictEqual(only({ accessRole: "r-7" })["roles"], [
      { remote_id: "r-7", role: { value: null, remote: "r-7" }, scope: "SYSTEM" }
    ])
    assert.deepStrictEqual(only({ accessRole: "admin" })["roles"], [
      { remote_id: null, role: { value: "ADMIN", remote: "admin" }, scope: "SYSTEM" }
    ])
  })
})

describe("equal opportunity answers", () => {
  const only = (raw: object) => derive(eeoc, [[eeoResponses, listed({ opportunityId: "o", ...raw })]])[0] ?? {}

  it("are known by the application, else by the opportunity", () => {
    assert.strictEqual(only({ id: "a", applicationId: "a" })["remote_id"], "a")
    assert.strictEqual(only({})["remote_id"], "o")
    assert.strictEqual(only({})["application_id"], null)
  })

  it("keep a word that has no equal among ours", () => {
    assert.deepStrictEqual(only({ veteran: "I am a veteran" })["veteran_status"], {
      value: null,
      remote: "I am a veteran"
    })
    assert.deepStrictEqual(only({ gender: "Decline to self-identify" })["gender"], {
      value: "UNDISCLOSED",
      remote: "Decline to self-identify"
    })
    assert.strictEqual(only({})["race"], null)
  })
})

describe("a screening question", () => {
  const form = (id: string, ...fields: ReadonlyArray<object>) => ({
    id,
    personalInformation: [{ name: "fullName", text: "Full name", required: id === "p1" }],
    customQuestions: [{ fields }]
  })
  const question = { id: "f", type: "text", text: "Why?" }

  it("is one for all postings that ask it, and belongs to a job only if that asks it alone", () => {
    const asked = (...forms: ReadonlyArray<object>) =>
      derive(screeningQuestion, [[applyForms, forms.flatMap((raw, n) => listedFor(`p${n + 1}`, raw))]])
        .filter((record) => record["remote_id"] === "f")
        .map((record) => [record["job_id"], record["position"]])
    assert.deepStrictEqual(asked(form("p1", question)), [["job:p1", 1]])
    assert.deepStrictEqual(asked(form("p1", question), form("p2", question)), [[null, null]])
  })

  it("is another on each posting where it is one of Lever's own, which postings set up differently", () => {
    const raws = [...listedFor("p1", form("p1")), ...listedFor("p2", form("p2"))]
    const found = derive(screeningQuestion, [[applyForms, raws]])
    assert.deepStrictEqual(
      found.map((record) => [record["remote_id"], record["is_required"]]),
      [
        ["p1/personalInformation/fullName", true],
        ["p2/personalInformation/fullName", false]
      ]
    )
  })
})
