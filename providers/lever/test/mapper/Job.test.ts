import { assert, describe, it } from "@effect/vitest"
import { postings, requisitions } from "../../src/LeverResources.ts"
import { job } from "../../src/mapper/Job.ts"
import { derive, listed } from "../Answers.ts"

const only = (posting: object, ...found: ReadonlyArray<object>) => {
  const [record] = derive(job, [
    [postings, listed({ id: "p", ...posting })],
    [requisitions, listed(...found.map((requisition, n) => ({ id: `r${n}`, ...requisition })))]
  ])
  return record ?? {}
}

const band = { min: 1, max: 2, currency: "EUR", interval: "per-month-salary" }

describe("a job", () => {
  it("is open while its posting is published or internal", () => {
    const status = (state: string) => only({ state })["status"]
    assert.deepStrictEqual(status("published"), { value: "OPEN", remote: "published" })
    assert.deepStrictEqual(status("internal"), { value: "OPEN", remote: "internal" })
    assert.deepStrictEqual(status("rejected"), { value: "CLOSED", remote: "rejected" })
    assert.deepStrictEqual(status("mothballed"), { value: null, remote: "mothballed" })
  })

  it("is public once any channel is", () => {
    const visibility = (distributionChannels: ReadonlyArray<string> | null, state = "published") =>
      only({ state, distributionChannels })["visibility"]
    assert.deepStrictEqual(visibility(["internal", "public"]), { value: "PUBLIC", remote: "public" })
    assert.deepStrictEqual(visibility(["internal"]), { value: "INTERNAL", remote: "internal" })
    assert.deepStrictEqual(visibility(null, "internal"), { value: "INTERNAL", remote: "internal" })
    assert.strictEqual(visibility(null), null)
  })

  it("keeps the customer's word for a commitment that means nothing to us", () => {
    assert.deepStrictEqual(only({ categories: { commitment: "Gig" } })["employment_type"], {
      value: null,
      remote: "Gig"
    })
  })

  it("has as many openings as all its requisitions together", () => {
    const codes = { requisitionCodes: ["A", "B"] }
    const a = { requisitionCode: "A", headcountTotal: 2 }
    assert.strictEqual(only(codes, a, { requisitionCode: "B", headcountTotal: "3" })["opening_count"], 5)
    assert.strictEqual(only(codes, a)["opening_count"], null)
    assert.strictEqual(only(codes, a, { requisitionCode: "B", headcountTotal: "unlimited" })["opening_count"], null)
    assert.strictEqual(
      only(codes, a, { requisitionCode: "B", headcountTotal: 9, headcountInfinite: true })["opening_count"],
      null
    )
    assert.strictEqual(only({})["opening_count"], null)
  })

  it("pays what the posting says, else what its requisitions say, else nothing known", () => {
    const minimum = (record: Readonly<Record<string, unknown>>) => JSON.stringify(record["pay_ranges"])
    const requisition = { requisitionCode: "A", compensationBand: band }
    assert.match(
      minimum(only({ requisitionCodes: ["A"], salaryRange: { ...band, min: 7 } }, requisition)),
      /"minimum":7/
    )
    assert.match(minimum(only({ requisitionCodes: ["A"] }, requisition)), /"minimum":1/)
    assert.strictEqual(minimum(only({})), "null")
  })

  it("has the posting's country at the main location only", () => {
    const record = only({ country: "NL", categories: { location: "Hoek", allLocations: ["Hoek", "Remote"] } })
    assert.match(
      JSON.stringify(record["locations"]),
      /^\[\{[^}]*"country":"NL","raw":"Hoek"\},\{[^}]*"country":null,"raw":"Remote"\}\]$/
    )
  })

  it("is described in HTML, plain text escaped", () => {
    const content = { description: "a < b", lists: [{ text: "R&D", content: "<li>x</li>" }], closingHtml: "<p>bye</p>" }
    assert.strictEqual(only({ content })["description"], "a &lt; b\n<h3>R&amp;D</h3><li>x</li>\n<p>bye</p>")
    assert.strictEqual(only({ content: { description: "", lists: [] } })["description"], null)
  })

  it("does not know its page while it is a draft", () => {
    assert.strictEqual(only({ urls: null })["urls"], null)
  })
})
