import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { accessToken, call, Greenhouse, list, token } from "./caller.ts"

const status = (bearer: string | undefined) => Effect.map(call("/sources", bearer), ({ status }) => status)

const refresh = (refreshToken: string | undefined) =>
  token({ grant_type: "refresh_token", refresh_token: refreshToken ?? "" })

const authorize = (query: Record<string, string>) =>
  Effect.gen(function* () {
    const { credentials } = yield* Greenhouse
    const url = new URL(credentials.authorize_url ?? "")
    url.search = new URLSearchParams({
      client_id: credentials.client_id ?? "",
      redirect_uri: "https://app.example.com/callback",
      response_type: "code",
      state: "s 1",
      ...query
    }).toString()
    const location = yield* Effect.tryPromise(async () => {
      const response = await fetch(url, { redirect: "manual" })
      return response.headers.get("location") ?? "https://app.example.com/"
    })
    return new URL(location).searchParams
  })

describe("Greenhouse's simulator lets in", () => {
  it.effect("who exchanges client credentials with HTTP Basic, for an hour", () =>
    Effect.gen(function* () {
      const { control, credentials } = yield* Greenhouse
      const given = yield* token({ grant_type: "client_credentials", sub: credentials.sub ?? "" })
      assert.strictEqual(given.expires_at, "2026-10-01T01:00:00.000Z")
      assert.isUndefined(given.refresh_token)
      assert.strictEqual(yield* status(given.access_token), 200)
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(yield* status(given.access_token), 401)
      const again = yield* accessToken()
      assert.strictEqual(yield* status(again), 200)
      yield* control.expireAccessTokens
      assert.strictEqual(yield* status(again), 401)
      assert.strictEqual(yield* status("none"), 401)
      const wrong = yield* token({ grant_type: "client_credentials" }, "somebody:else")
      assert.deepStrictEqual([wrong.status, wrong.error], [401, "invalid_client"])
      assert.strictEqual((yield* token({ grant_type: "password" })).error, "unauthorized_client")
      assert.strictEqual((yield* token({ grant_type: "client_credentials", sub: "12" })).error, "invalid_grant")
    }).pipe(Effect.provide(Greenhouse.layer({ records: 10 })))
  )

  it.effect("whoever a code was made for, once, within a minute, with the same redirect address", () =>
    Effect.gen(function* () {
      const { control } = yield* Greenhouse
      const exchange = (code: string | null, redirect_uri = "https://app.example.com/callback") =>
        token({ grant_type: "authorization_code", code: code ?? "", redirect_uri })
      const granted = yield* authorize({})
      assert.strictEqual(granted.get("state"), "s 1")
      assert.strictEqual((yield* exchange(granted.get("code"), "https://evil.example.com/")).error, "invalid_grant")
      const code = (yield* authorize({})).get("code")
      const tokens = yield* exchange(code)
      assert.strictEqual(yield* status(tokens.access_token), 200)
      assert.strictEqual((yield* exchange(code)).error, "invalid_grant")
      const late = (yield* authorize({})).get("code")
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* exchange(late)).error, "invalid_grant")
      const second = yield* refresh(tokens.refresh_token)
      assert.strictEqual(yield* status(second.access_token), 200)
      assert.strictEqual((yield* refresh(tokens.refresh_token)).error, "invalid_grant")
      yield* TestClock.adjust("24 hours")
      assert.strictEqual((yield* refresh(second.refresh_token)).error, "invalid_grant")
      yield* control.denyAuthorization
      assert.strictEqual((yield* authorize({})).get("error"), "access_denied")
      assert.strictEqual((yield* authorize({ response_type: "token" })).get("error"), "invalid_request")
    }).pipe(Effect.provide(Greenhouse.layer({ records: 10 })))
  )

  it.effect("nobody without the scope, and to no list who is no Site Admin", () =>
    Effect.gen(function* () {
      const { control, credentials } = yield* Greenhouse
      yield* control.revoke("offers")
      const refused = yield* call("/offers")
      assert.strictEqual(refused.status, 403)
      assert.include(refused.text, "harvest:offers:list")
      assert.strictEqual((yield* call("/jobs")).status, 200)
      yield* control.grant("offers")
      assert.strictEqual((yield* call("/offers")).status, 200)
      const mere = (yield* list("/users")).find((user) => user.site_admin === false)
      const bearer = yield* accessToken({ sub: String(mere?.id) })
      const denied = yield* call("/jobs", bearer)
      assert.strictEqual(denied.status, 403)
      assert.include(denied.text, "Site Admin")
      yield* control.edit({ kind: "user", id: credentials.sub ?? "", fields: { site_admin: false } })
      assert.strictEqual((yield* call("/jobs", yield* accessToken({ sub: credentials.sub ?? "" }))).status, 403)
      assert.include((yield* Effect.flip(control.revoke("everything"))).message, "rejection_reasons")
    }).pipe(Effect.provide(Greenhouse.layer({ records: 10 })))
  )

  it.effect("nobody to private candidates without that right", () =>
    Effect.gen(function* () {
      const { control } = yield* Greenhouse
      const secret = (yield* list("/candidates")).find((one) => one.private === true)
      assert.isDefined(secret)
      yield* control.revoke("private")
      assert.deepStrictEqual(yield* list(`/candidates?ids=${secret.id}`), [])
      assert.deepStrictEqual(yield* list(`/applications?candidate_ids=${secret.id}`), [])
      assert.strictEqual((yield* list("/candidates")).length, 9)
    }).pipe(Effect.provide(Greenhouse.layer({ records: 10 })))
  )

  it.effect("so many requests per half minute, and tells how many are left", () =>
    Effect.gen(function* () {
      const bearer = yield* accessToken()
      const first = yield* call("/sources", bearer)
      const header = (name: string) => first.headers.get(name)
      assert.deepStrictEqual(
        [
          header("x-ratelimit-limit"),
          header("x-ratelimit-remaining"),
          header("x-ratelimit-reset"),
          header("retry-after")
        ],
        ["75", "74", "1790812830", null]
      )
      yield* Effect.forEach(Array.from({ length: 74 }), () => call("/sources", bearer))
      yield* TestClock.adjust("10 seconds")
      const refused = yield* call("/sources", bearer)
      assert.strictEqual(refused.status, 429)
      assert.deepStrictEqual(
        [refused.headers.get("retry-after"), refused.headers.get("x-ratelimit-remaining")],
        ["20", "0"]
      )
      yield* TestClock.adjust("20 seconds")
      assert.strictEqual((yield* call("/sources", bearer)).status, 200)
    }).pipe(Effect.provide(Greenhouse.layer({ records: 10, rate: { perSecond: 2.5, burst: 75 } })))
  )
})
