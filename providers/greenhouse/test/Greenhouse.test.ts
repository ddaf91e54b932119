import * as Auth from "@crosswalk/core/Auth"
import * as Provider from "@crosswalk/core/Provider"
import * as ProviderError from "@crosswalk/core/ProviderError"
import * as Since from "@crosswalk/core/Since"
import { assert, describe, it } from "@effect/vitest"
import * as Lists from "../src/GreenhouseResources.ts"
import { greenhouse } from "../src/index.ts"

const resources = Provider.resourcesFor(greenhouse.mappers)

const refusal = (status: number, body: unknown) =>
  greenhouse.failure(body, {
    status,
    retryAfter: null,
    code: null,
    detail: "without a word",
    permission: "harvest:candidates:list"
  })

describe("Greenhouse", () => {
  it("maps every model of the scopes people know it by, and what v3 has beside them", () => {
    const models = new Set(greenhouse.mappers.map(({ model }) => model.name))
    for (const name of [
      "activity",
      "application",
      "attachment",
      "candidate",
      "department",
      "document",
      "eeoc",
      "job",
      "job_interview_stage",
      "note",
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

  it("takes the tokens of a partner, or a customer's client with or without the user who acts", () => {
    const grant = (...names: ReadonlyArray<string>) => {
      const auth = Auth.choose(greenhouse.auth, new Set(names))
      return auth?.method === "oauth2" ? auth.grant : auth
    }
    assert.strictEqual(grant("client_id", "client_secret"), "client_credentials")
    assert.strictEqual(grant("client_id", "client_secret", "token_url", "sub"), "client_credentials")
    assert.strictEqual(grant("client_id", "client_secret", "refresh_token"), "authorization_code")
    assert.isNull(grant("client_id"))
  })

  it("asks a partner's customer for the right to each list", () => {
    const oauth = greenhouse.auth.find((auth) => auth.method === "oauth2" && auth.grant === "authorization_code")
    const scopes = oauth?.method === "oauth2" ? oauth.scopes : []
    assert.deepStrictEqual([...scopes].sort(), resources.map(({ name }) => `harvest:${name}:list`).sort())
  })

  it("sends a cursor alone, and knows the end of a list by the missing link", () => {
    const { page } = Lists.candidates
    assert.deepStrictEqual(page.first.query, { per_page: "500" })
    const link = `<https://harvest.greenhouse.io/v3/candidates?cursor=abc%3D>; rel="next"`
    const read = page.read({ body: [{}], headers: { link }, request: page.first })
    assert.deepStrictEqual("next" in read && read.next, { query: { cursor: "abc=" }, replaces: true })
    const last = page.read({ body: [{}], headers: {}, request: page.first })
    assert.isNull("next" in last && last.next)
  })

  it("asks for what was updated with an operator", () => {
    const since = Lists.applications.since
    assert.deepStrictEqual(since && Since.query({ ...since, overlapMinutes: 0 }, Date.UTC(2026, 0, 31)), {
      updated_at: "gte|2026-01-31T00:00:00.000Z"
    })
  })

  it("reads active posts and the others, and the three lists of standard options", () => {
    const queries = (resource: (typeof resources)[number]) => {
      let request = resource.page.first
      const seen = [request.query]
      for (;;) {
        const read = resource.page.read({ body: [], headers: {}, request })
        if ("unreadable" in read || read.next === null) return seen
        request = read.next
        seen.push(request.query)
      }
    }
    assert.deepStrictEqual(
      queries(Lists.jobPosts).map(({ active }) => active),
      ["true", "false"]
    )
    assert.deepStrictEqual(
      queries(Lists.customFieldOptions).map(({ custom_field_key }) => custom_field_key),
      ["school_name", "degree", "discipline"]
    )
  })

  it("reads Greenhouse's words, in either form", () => {
    assert.strictEqual(refusal(401, { message: "Invalid token" }).detail, "Invalid token")
    assert.strictEqual(refusal(422, { errors: ["one", "two"] }).detail, "one; two")
    assert.strictEqual(refusal(422, { errors: [{ message: "bad", field: "id" }] }).detail, "bad")
    assert.isNull(refusal(500, "<html>").detail ?? null)
  })

  it("tells an expired cursor, which begins the list anew, from one in company, which is a mistake", () => {
    assert.strictEqual(refusal(422, { errors: ["The cursor has expired."] }).reason?._tag, "CursorExpired")
    const company = refusal(422, { errors: ["When passing a cursor, do not include other query params."] })
    assert.isUndefined(company.reason)
    assert.isUndefined(refusal(400, { errors: ["cursor"] }).reason)
  })

  it("tells a missing right from bad credentials, and says what may be missing", () => {
    const { detail } = refusal(403, {})
    assert.include(detail ?? "", "Site Admin")
    const reason = ProviderError.fromStatus({
      status: 403,
      retryAfter: null,
      code: null,
      detail: detail ?? "",
      permission: "harvest:candidates:list"
    })
    assert.deepStrictEqual([reason._tag, reason.policy.remedy], ["Forbidden", "grant"])
    assert.include(reason.message, "harvest:candidates:list")
  })
})
