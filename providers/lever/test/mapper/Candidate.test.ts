import { assert, describe, it } from "@effect/vitest"
import { opportunities } from "../../src/LeverResources.ts"
import { candidate } from "../../src/mapper/Candidate.ts"
import { derive, listed } from "../Answers.ts"

const only = (...raws: ReadonlyArray<object>) => {
  const [record] = derive(candidate, [
    [opportunities, listed(...raws.map((raw, n) => ({ id: `o${n}`, contact: "c", ...raw })))]
  ])
  return record ?? {}
}

describe("a candidate", () => {
  it("is one for each contact", () => {
    const found = derive(candidate, [
      [opportunities, listed({ id: "o1", contact: "c1" }, { id: "o2", contact: "c2" }, { id: "o3", contact: "c1" })]
    ])
    assert.deepStrictEqual(
      found.map((record) => record["remote_id"]),
      ["c1", "c2"]
    )
  })

  it("has the e-mails, tags and applications of all opportunities, each once", () => {
    const record = only(
      { emails: ["a@x.example", "b@x.example"], tags: ["t1"], applications: ["a1"] },
      { emails: ["b@x.example", " "], tags: ["t2", "t1"], applications: [{ id: "a2", posting: "p2" }] }
    )
    assert.deepStrictEqual(record["emails"], [
      { value: "a@x.example", type: null },
      { value: "b@x.example", type: null }
    ])
    assert.deepStrictEqual(record["tags"], ["t1", "t2"])
    assert.deepStrictEqual(record["tag_ids"], ["tag:t1", "tag:t2"])
    assert.deepStrictEqual(record["application_ids"], ["application:a1", "application:a2"])
  })

  it("knows nothing where the vendor says nothing, and none where it says none", () => {
    assert.strictEqual(only({})["emails"], null)
    assert.strictEqual(only({ emails: null })["emails"], null)
    assert.deepStrictEqual(only({ emails: [] })["emails"], [])
    assert.strictEqual(only({ applications: ["a1"] })["job_ids"], null)
    assert.deepStrictEqual(only({ applications: [] })["job_ids"], [])
  })

  it("was created with its first opportunity and updated with its last", () => {
    const record = only(
      { createdAt: 2_000, updatedAt: null, lastInteractionAt: 7_000 },
      { createdAt: "1000", updatedAt: 5_000, lastInteractionAt: 6_000 }
    )
    assert.strictEqual(record["remote_created_at"], "1970-01-01T00:00:01.000Z")
    assert.strictEqual(record["remote_updated_at"], "1970-01-01T00:00:05.000Z")
    assert.strictEqual(record["last_interaction_at"], "1970-01-01T00:00:07.000Z")
    assert.strictEqual(only({ updatedAt: null })["remote_updated_at"], null)
  })

  it("takes a fact of the person from the newest opportunity that has it, the origin from the first", () => {
    const record = only(
      { createdAt: 2, name: "", owner: "u2", origin: "applied" },
      { createdAt: 1, name: "Ada Berg", owner: "u1", origin: "sourced" },
      { name: "Undated", owner: "u0", origin: "agency" }
    )
    assert.strictEqual(record["name"], "Ada Berg")
    assert.strictEqual(record["user_id"], "employee:u2")
    assert.deepStrictEqual(record["origin"], { value: "SOURCED", remote: "sourced" })
  })

  it("has a name in two parts, split at its first space", () => {
    const parts = (name: string) => {
      const { first_name, last_name } = only({ name })
      return [first_name, last_name]
    }
    assert.deepStrictEqual(parts("Ada van der Berg"), ["Ada", "van der Berg"])
    assert.deepStrictEqual(parts("  Cher "), ["Cher", null])
    assert.deepStrictEqual(parts(""), [null, null])
  })

  it("works where the newest application says, never where the headline seems to", () => {
    const record = only(
      { createdAt: 2, headline: "Harbour School", applications: [{ id: "a2", company: "New" }] },
      { createdAt: 1, applications: [{ id: "a1", company: "Old" }] }
    )
    assert.strictEqual(record["company"], "New")
    assert.strictEqual(only({ headline: "Harbour School, Tidewater" })["company"], null)
  })

  it("is private when any opportunity is confidential", () => {
    const secrecy = (...words: ReadonlyArray<string>) =>
      only(...words.map((confidentiality) => ({ confidentiality })))["is_private"]
    assert.strictEqual(secrecy("non-confidential", "confidential"), true)
    assert.strictEqual(secrecy("non-confidential"), false)
    assert.strictEqual(secrecy("half-confidential"), null)
    assert.strictEqual(only({})["is_private"], null)
  })

  it("may be written to only if a policy says so", () => {
    const allowed = (contact: object | null) => only({ dataProtection: contact && { contact } })["can_email"]
    assert.strictEqual(allowed({ allowed: true }), true)
    assert.strictEqual(allowed({ allowed: false }), false)
    assert.strictEqual(allowed(null), null)
    assert.strictEqual(only({ isAnonymized: true })["can_email"], false)
  })

  it("is anonymised once every opportunity is", () => {
    assert.strictEqual(only({ isAnonymized: true }, { isAnonymized: true })["is_anonymized"], true)
    assert.strictEqual(only({ isAnonymized: true }, { isAnonymized: false })["is_anonymized"], false)
    assert.strictEqual(only({ isAnonymized: true }, {})["is_anonymized"], null)
  })
})
