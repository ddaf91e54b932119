import * as Auth from "@crosswalk/core/Auth"
import * as Offline from "@crosswalk/core/Offline"
import * as Provider from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import { assert, describe, it } from "@effect/vitest"
import { lever } from "../src/index.ts"
import * as Resources from "../src/LeverResources.ts"
import { listed } from "./Answers.ts"

const resources = Provider.resourcesFor(lever.mappers)

const refusal = (status: number, body: unknown) =>
  lever.failure(body, { status, retryAfter: null, code: null, detail: "", permission: null })

describe("Lever", () => {
  it("maps every model of the scopes people know Lever by", () => {
    const models = new Set(lever.mappers.map(({ model }) => model.name))
    for (const name of [
      "application",
      "attachment",
      "candidate",
      "department",
      "eeoc",
      "job",
      "job_interview_stage",
      "offer",
      "office",
      "reject_reason",
      "scheduled_interview",
      "scorecard",
      "screening_question",
      "tag",
      "user"
    ] as const)
      assert.isTrue(models.has(name), name)
  })

  it("takes an API key, or the tokens of a partner", () => {
    assert.strictEqual(Auth.choose(lever.auth, new Set(["api_key"]))?.method, "basic")
    const tokens = new Set(["client_id", "client_secret", "access_token", "refresh_token"])
    assert.strictEqual(Auth.choose(lever.auth, tokens)?.method, "oauth2")
    assert.strictEqual(Auth.choose(lever.auth, new Set(["client_id"])), null)
  })

  it("asks a customer for every right that its lists take, and for a refresh token", () => {
    const oauth = lever.auth.find((auth) => auth.method === "oauth2")
    const scopes = oauth?.method === "oauth2" ? oauth.scopes : []
    assert.includeMembers([...scopes], ["offline_access", "applications:read:admin"])
    for (const { name, permission } of resources) assert.include(scopes, permission, name)
  })

  it("reads the vendor's code and message", () => {
    assert.deepStrictEqual(refusal(404, { code: "ResourceNotFound", message: "stages x was not found" }), {
      code: "ResourceNotFound",
      detail: "stages x was not found"
    })
    assert.deepStrictEqual(refusal(502, "<html>"), { code: null, detail: null })
  })

  it("takes a refused page token for an expired one, and no other refusal", () => {
    assert.strictEqual(
      refusal(400, { code: "BadRequest", message: "Invalid offset token" }).reason?._tag,
      "CursorExpired"
    )
    assert.strictEqual(refusal(400, { code: "BadRequest", message: "Invalid limit" }).reason, undefined)
    assert.strictEqual(refusal(403, { code: "Forbidden", message: "offset" }).reason, undefined)
  })
})

describe("Lever's lists", () => {
  const asked = (confidential: string) =>
    Object.fromEntries(resources.map((resource) => [resource.name, resource.query({ confidential })]))

  it("show confidential records only when asked", () => {
    assert.deepStrictEqual(asked("no")["opportunities"], { expand: "applications" })
    assert.deepStrictEqual(asked("yes")["opportunities"], { expand: "applications", confidentiality: "all" })
    assert.deepStrictEqual(asked("no")["postings"], {})
    assert.deepStrictEqual(asked("yes")["postings"], { confidentiality: "all" })
    assert.deepStrictEqual(asked("yes")["requisitions"], { confidentiality: "all" })
  })

  it("add nothing to a query for updated postings but the confidentiality", () => {
    assert.deepStrictEqual(Resources.postings.page.first, { query: {} })
    assert.strictEqual(Resources.postings.since?.param, "updated_at_start")
  })

  it("show deactivated users, and equal opportunity answers of all times", () => {
    assert.deepStrictEqual(asked("no")["users"], { includeDeactivated: "true" })
    assert.deepStrictEqual(asked("no")["eeo_responses"], { created_at_start: "0" })
  })

  it("page by the token, and end without `hasNext`", () => {
    const page = (resource: Resource, body: unknown) =>
      resource.page.read({ body, headers: {}, request: resource.page.first })
    assert.deepStrictEqual(page(Resources.users, { data: [1], hasNext: true, next: "%5B1%5D" }), {
      items: [1],
      next: { query: { limit: "100", offset: "%5B1%5D" } },
      total: null
    })
    assert.deepStrictEqual(page(Resources.users, { data: [1] }), { items: [1], next: null, total: null })
    assert.deepStrictEqual(page(Resources.files, [1, 2]), { items: [1, 2], next: null, total: null })
    assert.deepStrictEqual(page(Resources.eeoResponses, { data: { eeoResponses: [1] } }), {
      items: [1],
      next: null,
      total: null
    })
    assert.isTrue("unreadable" in page(Resources.users, "<html>"))
  })

  it("mark feedback and notes as deleted", () => {
    for (const resource of [Resources.feedback, Resources.notes]) {
      const deletedAt = (deletedAt: number | null) => resource.deletedAt({ id: "x", deletedAt })
      assert.strictEqual(deletedAt(1_000), "1970-01-01T00:00:01.000Z")
      assert.strictEqual(deletedAt(null), null)
    }
  })
})

describe("broken records", () => {
  const landed = (raw: unknown) => Offline.land(Resources.opportunities, listed(raw))

  it("lose what is broken, and nothing else", () => {
    const raw = { id: "o", contact: "c", name: 5, emails: ["a@x.example", {}], applications: [{ posting: "p" }, "a"] }
    const { landed: kept, quarantined } = landed(raw)
    assert.deepStrictEqual(
      kept.map(({ record }) => record),
      [{ id: "o", contact: "c", emails: ["a@x.example"], applications: ["a"] }]
    )
    assert.deepStrictEqual(
      quarantined.map(({ rejected }) => rejected),
      [false]
    )
  })

  it("are set aside without an id or a contact", () => {
    for (const raw of [{ contact: "c" }, { id: "", contact: "c" }, { id: "o" }, { id: "o", contact: "" }, null, "x"])
      assert.deepStrictEqual(
        landed(raw).quarantined.map(({ rejected }) => rejected),
        [true],
        JSON.stringify(raw)
      )
  })
})
