import type { Mapper } from "@crosswalk/core/Mapper"
import type { Resource } from "@crosswalk/core/Resource"
import { assert, describe, it } from "@effect/vitest"
import { feedback, interviews, notes, offers, opportunities, resumes } from "../../src/LeverResources.ts"
import { offerAttachment, resumeAttachment } from "../../src/mapper/Attachment.ts"
import { note } from "../../src/mapper/Note.ts"
import { offer } from "../../src/mapper/Offer.ts"
import { scheduledInterview } from "../../src/mapper/ScheduledInterview.ts"
import { scorecard } from "../../src/mapper/Scorecard.ts"
import { lever } from "../../src/index.ts"
import { derive, listed, listedFor } from "../Answers.ts"

const parent = { id: "o", contact: "c", applications: [{ id: "a", posting: "p" }] }

const all = (mapper: Mapper, resource: Resource, raw: object) =>
  derive(mapper, [
    [opportunities, listed(parent)],
    [resource, listedFor("o", { id: "x", ...raw })]
  ])

const only = (mapper: Mapper, resource: Resource, raw: object) => all(mapper, resource, raw)[0] ?? {}

describe("a child of an opportunity", () => {
  it("is about the opportunity's person and application", () => {
    const children = lever.mappers.filter(({ source }) => source.resource.parent === opportunities)
    assert.isAbove(children.length, 0)
    for (const mapper of children) {
      const [record] = all(mapper, mapper.source.resource, { file: {}, sentDocument: {} })
      assert.strictEqual(record?.["candidate_id"], "candidate:c", mapper.name)
      assert.strictEqual(record?.["application_id"], "application:a", mapper.name)
    }
  })

  it("is about nobody while its opportunity is unknown", () => {
    const [record] = derive(note, [[notes, listedFor("gone", { id: "x" })]])
    assert.strictEqual(record?.["candidate_id"], null)
    assert.strictEqual(record?.["application_id"], null)
  })
})

describe("an interview", () => {
  const interview = (raw: object) => only(scheduledInterview, interviews, raw)

  it("is planned until it is cancelled, whatever the time", () => {
    assert.deepStrictEqual(interview({ canceledAt: null, date: 1 })["status"], { value: "SCHEDULED", remote: null })
    assert.deepStrictEqual(interview({ canceledAt: 5 })["status"], { value: "CANCELED", remote: null })
  })

  it("ends after its minutes", () => {
    assert.strictEqual(interview({ date: "0", duration: "45" })["ends_at"], "1970-01-01T00:45:00.000Z")
    assert.strictEqual(interview({ date: 0 })["ends_at"], null)
  })

  it("is for its own posting before the application's", () => {
    assert.strictEqual(interview({ postings: ["p2"] })["job_id"], "job:p2")
    assert.strictEqual(interview({ postings: [] })["job_id"], "job:p")
  })
})

describe("a scorecard", () => {
  const verdict = (...fields: ReadonlyArray<object>) => only(scorecard, feedback, { fields })["recommendation"]

  it("recommends by the number of the overall rating, in whatever words", () => {
    const rating = (value: unknown) => verdict({ type: "score-system", value })
    assert.deepStrictEqual(rating("4 - Strong Hire"), { value: "STRONG_YES", remote: "4 - Strong Hire" })
    assert.deepStrictEqual(rating("3 - Yes"), { value: "YES", remote: "3 - Yes" })
    assert.deepStrictEqual(rating("2 - No Hire"), { value: "NO", remote: "2 - No Hire" })
    assert.deepStrictEqual(rating("1 - Never"), { value: "DEFINITELY_NO", remote: "1 - Never" })
    assert.deepStrictEqual(rating("Maybe"), { value: null, remote: "Maybe" })
    assert.strictEqual(rating(null), null)
  })

  it("does not take the score of a single skill for the verdict", () => {
    assert.strictEqual(verdict({ type: "score", value: 4 }), null)
    assert.strictEqual(verdict({ type: "score", value: "4" }), null)
    const words = { value: "NO", remote: "2 - No Hire" }
    assert.deepStrictEqual(verdict({ type: "score", value: 4 }, { type: "score", value: "2 - No Hire" }), words)
    const overall = { type: "score", overall: true, value: "2 - No Hire" }
    assert.deepStrictEqual(verdict({ type: "score-system", value: "4 - Strong Hire" }, overall), words)
  })

  it("is a draft until it is completed", () => {
    assert.strictEqual(only(scorecard, feedback, { completedAt: null })["submitted_at"], null)
  })
})

describe("an offer", () => {
  const offered = (raw: object) => only(offer, offers, raw)
  const form = (fields: Record<string, unknown>) =>
    offered({ fields: Object.entries(fields).map(([identifier, value]) => ({ identifier, value })) })

  it("is accepted when the candidate has signed, not the company", () => {
    const signed = { signed: true, signedAt: 1_000 }
    assert.strictEqual(offered({ signatures: { company: signed } })["accepted_at"], null)
    assert.strictEqual(offered({ signatures: { candidate: { ...signed, signed: false } } })["accepted_at"], null)
    assert.strictEqual(offered({ signatures: { candidate: signed } })["accepted_at"], "1970-01-01T00:00:01.000Z")
  })

  it("takes its job from the posting, never from the form, which may name an application", () => {
    assert.strictEqual(form({ job_posting: "a" })["job_id"], "job:p")
    assert.strictEqual(offered({ posting: "p2" })["job_id"], "job:p2")
  })

  it("pays money with its currency, numbers as text included", () => {
    assert.deepStrictEqual(form({ salary_amount: "70000", compensation_currency: "EUR" })["salary"], {
      amount: 70_000,
      currency: "EUR"
    })
    assert.strictEqual(form({ compensation_currency: "EUR" })["salary"], null)
  })

  it("starts on a day, given as milliseconds or as text", () => {
    assert.strictEqual(form({ anticipated_start_date: 86_400_000 })["starts_on"], "1970-01-02")
    assert.strictEqual(form({ anticipated_start_date: "2025-08-14" })["starts_on"], "2025-08-14")
    assert.strictEqual(form({ anticipated_start_date: "in spring" })["starts_on"], null)
  })

  it("keeps the customer's own fields", () => {
    assert.deepStrictEqual(form({ custom_bike: "yes", job_title: "Pilot" })["custom_fields"], { custom_bike: "yes" })
  })
})

describe("an attachment", () => {
  it("is made of each document that an offer has", () => {
    const ids = (raw: object) => all(offerAttachment, offers, raw).map((record) => record["remote_id"])
    assert.deepStrictEqual(ids({ sentDocument: { fileName: "a" }, signedDocument: { fileName: "b" } }), [
      "x/sent",
      "x/signed"
    ])
    assert.deepStrictEqual(ids({ sentDocument: null }), [])
  })

  it("is not made of a résumé without a file", () => {
    assert.deepStrictEqual(all(resumeAttachment, resumes, { file: null }), [])
  })
})

describe("a note", () => {
  it("is private when it is secret", () => {
    const seenBy = (secret: boolean | null) => only(note, notes, { secret })["visibility"]
    assert.deepStrictEqual(seenBy(true), { value: "PRIVATE", remote: null })
    assert.deepStrictEqual(seenBy(false), { value: "PUBLIC", remote: null })
    assert.strictEqual(seenBy(null), null)
  })

  it("holds the remark and the answers to it", () => {
    const fields = [{ value: "Call her." }, { value: "" }, { value: "Done." }]
    assert.strictEqual(only(note, notes, { fields })["body"], "Call her.\n\nDone.")
  })
})
