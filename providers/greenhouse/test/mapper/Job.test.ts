import { assert, describe, it } from "@effect/vitest"
import * as Lists from "../../src/GreenhouseResources.ts"
import { job } from "../../src/mapper/Job.ts"
import { screeningQuestion } from "../../src/mapper/ScreeningQuestion.ts"
import { derive, field } from "../Answers.ts"

const one = [Lists.jobs, { id: 7 }] as const

describe("job", () => {
  const posts = (...posts: ReadonlyArray<object>) =>
    [Lists.jobPosts, ...posts.map((post, id) => ({ id, job_id: 7, ...post }))] as const

  it("is described by a live post before others, by a public one before an internal one", () => {
    const description = (...some: ReadonlyArray<object>) => field(job, "description", one, posts(...some))
    const internal = { internal: true, live: true, active: true, content: "outside", internal_content: "inside" }
    const open = { internal: false, live: true, active: true, content: "public" }
    assert.strictEqual(description(internal, open), "public")
    assert.strictEqual(description(internal, { ...open, live: false }), "inside")
    assert.strictEqual(description({ ...internal, internal_content: null }), "outside")
    assert.isNull(description({ ...open, content: " " }))
    assert.isNull(description())
  })

  it("has an opening for each place, and none of it while they are unread", () => {
    const openings = [
      { id: 1, job_id: 7, open: true },
      { id: 2, job_id: 7, open: false, close_reason_id: 5 },
      { id: 3, job_id: 8, open: true }
    ]
    assert.strictEqual(field(job, "opening_count", one, [Lists.openings, ...openings]), 2)
    assert.isNull(field(job, "opening_count", one))
    assert.isNull(field(job, "openings", one))
  })

  it("is answered for by the responsible recruiter", () => {
    const owner = (id: number, type: string, responsible: boolean) => ({
      id,
      job_id: 7,
      user_id: id,
      type,
      responsible
    })
    const user = (...owners: ReadonlyArray<object>) => field(job, "user_id", one, [Lists.jobOwners, ...owners])
    assert.strictEqual(
      user(owner(1, "coordinator", true), owner(2, "recruiter", false), owner(3, "recruiter", true)),
      "employee:3"
    )
    assert.isNull(user(owner(1, "coordinator", true), owner(2, "recruiter", false)))
  })
})

describe("screening question", () => {
  it("is one question, whichever posts ask it", () => {
    const question = { id: 9, label: "Do you climb?", answer_type: "boolean" }
    const post = (id: number, job_id: number) => ({ id, job_id, questions: [{ name: "resume" }, question] })
    const made = derive(screeningQuestion, [Lists.jobPosts, post(1, 7), post(2, 7)])
    assert.deepStrictEqual(
      made.map((record) => [record["remote_id"], record["job_id"], record["position"]]),
      [
        ["1/resume", "job:7", 0],
        ["2/resume", "job:7", 0],
        ["9", "job:7", 1]
      ]
    )
    const [, , shared] = derive(screeningQuestion, [Lists.jobPosts, post(1, 7), post(2, 8)])
    assert.isNull(shared?.["job_id"])
  })
})
