import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import { call, Lever, list } from "./caller.ts"

const Tokens = Schema.Struct({
  access_token: Schema.optionalKey(Schema.String),
  refresh_token: Schema.optionalKey(Schema.String),
  expires_in: Schema.optionalKey(Schema.Number),
  error: Schema.optionalKey(Schema.String)
})

const token = (fields: Record<string, string>) =>
  Effect.gen(function* () {
    const { credentials } = yield* Lever
    const { client_id = "", client_secret = "", token_url = "" } = credentials
    const text = yield* Effect.tryPromise(async () => {
      const body = new URLSearchParams({ client_id, client_secret, ...fields })
      return (await fetch(token_url, { method: "POST", body })).text()
    })
    return yield* Schema.decodeUnknownEffect(Schema.fromJsonString(Tokens))(text)
  })

const refresh = (refreshToken: string | undefined) =>
  token({ grant_type: "refresh_token", refresh_token: refreshToken ?? "" })

const status = (accessToken: string | undefined) =>
  Effect.map(call("/stages", { authorization: `Bearer ${accessToken}` }), ({ status }) => status)

const authorize = (query: Record<string, string>) =>
  Effect.gen(function* () {
    const { credentials } = yield* Lever
    const url = new URL(credentials.authorize_url ?? "")
    for (const [name, value] of Object.entries({
      client_id: credentials.client_id ?? "",
      redirect_uri: "https://app.example.com/callback",
      response_type: "code",
      audience: "https://api.lever.co/v1/",
      state: "s 1",
      scope: "opportunities:read:admin offline_access",
      ...query
    })) {
      url.searchParams.set(name, value)
    }
    const response = yield* Effect.tryPromise(() => fetch(url, { redirect: "manual" }))
    return new URL(response.headers.get("location") ?? "about:blank").searchParams
  })

describe("Lever's simulator lets in", () => {
  it.layer(Lever.layer({ records: 30 }))("nobody without valid credentials", (it) => {
    it.effect("and says so in the vendor's form", () =>
      Effect.gen(function* () {
        const { credentials } = yield* Lever
        const basic = (user: string) => ({ authorization: `Basic ${Buffer.from(`${user}:`).toString("base64")}` })
        for (const headers of [
          {},
          basic("wrong"),
          basic(""),
          { authorization: "Bearer wrong" },
          { authorization: "Basic %" }
        ]) {
          const refused = yield* call("/stages", headers)
          assert.deepStrictEqual([refused.status, refused.body.code], [401, "Unauthorized"])
        }
        assert.strictEqual((yield* call("/stages", basic(credentials.api_key ?? ""))).status, 200)
        assert.strictEqual(yield* status(credentials.access_token), 200)
      })
    )
  })

  it.effect("a key only where it has the right, from one request to the next", () =>
    Effect.gen(function* () {
      const { control } = yield* Lever
      const [some] = yield* list("/opportunities?limit=1")
      yield* control.revoke("offers")
      const refused = yield* call(`/opportunities/${some?.id}/offers`)
      assert.deepStrictEqual([refused.status, refused.body.code], [403, "Forbidden"])
      assert.strictEqual((yield* call(`/opportunities/${some?.id}/notes`)).status, 200)
      yield* control.grant("offers")
      assert.strictEqual((yield* call(`/opportunities/${some?.id}/offers`)).status, 200)
      assert.include((yield* Effect.flip(control.revoke("everything"))).message, "eeo_responses_pii")
    }).pipe(Effect.provide(Lever.layer({ records: 30 })))
  )

  it.effect("nobody to confidential records without that right: silently in lists, with an error by id", () =>
    Effect.gen(function* () {
      const { control } = yield* Lever
      const [secret] = yield* list("/opportunities?confidentiality=confidential")
      assert.isDefined(secret)
      const everything = yield* list("/opportunities?confidentiality=all")
      yield* control.revoke("confidential")
      assert.strictEqual((yield* list("/opportunities?confidentiality=all")).length, everything.length - 1)
      assert.strictEqual((yield* call(`/opportunities/${secret.id}`)).status, 403)
      assert.strictEqual((yield* call(`/opportunities/${secret.id}/notes`)).status, 403)
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("a refreshed token, and never the same refresh token twice", () =>
    Effect.gen(function* () {
      const { control, credentials } = yield* Lever
      const first = yield* refresh(credentials.refresh_token)
      assert.strictEqual(first.expires_in, 3600)
      assert.strictEqual(yield* status(first.access_token), 200)
      assert.strictEqual((yield* refresh(credentials.refresh_token)).error, "invalid_grant")
      yield* TestClock.adjust("3600 seconds")
      assert.strictEqual(yield* status(first.access_token), 401)
      const second = yield* refresh(first.refresh_token)
      assert.strictEqual(yield* status(second.access_token), 200)
      yield* control.expireAccessTokens
      assert.strictEqual(yield* status(second.access_token), 401)
      yield* control.revokeRefreshTokens
      assert.strictEqual((yield* refresh(second.refresh_token)).error, "invalid_grant")
      assert.strictEqual(
        (yield* token({ grant_type: "refresh_token", client_secret: "wrong" })).error,
        "invalid_client"
      )
      assert.strictEqual((yield* token({ grant_type: "password" })).error, "unsupported_grant_type")
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("nobody with a refresh token whose successor got lost on the way", () =>
    Effect.gen(function* () {
      const { control, credentials } = yield* Lever
      yield* control.inject({ fault: "lost-answer", path: "/oauth/token" })
      yield* Effect.flip(refresh(credentials.refresh_token))
      assert.strictEqual((yield* refresh(credentials.refresh_token)).error, "invalid_grant")
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("the first access token for an hour from its first use", () =>
    Effect.gen(function* () {
      const { credentials } = yield* Lever
      yield* TestClock.adjust("1 day")
      assert.strictEqual(yield* status(credentials.access_token), 200)
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(yield* status(credentials.access_token), 401)
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("whoever a code was made for, once and with the same redirect address", () =>
    Effect.gen(function* () {
      const redirect_uri = "https://app.example.com/callback"
      const exchange = (code: string | null, redirect = redirect_uri) =>
        token({ grant_type: "authorization_code", code: code ?? "", redirect_uri: redirect })
      const granted = yield* authorize({})
      assert.strictEqual(granted.get("state"), "s 1")
      assert.strictEqual((yield* exchange(granted.get("code"), "https://evil.example.com/")).error, "invalid_grant")
      const code = (yield* authorize({})).get("code")
      const tokens = yield* exchange(code)
      assert.strictEqual(yield* status(tokens.access_token), 200)
      assert.strictEqual((yield* refresh(tokens.refresh_token)).error, undefined)
      assert.strictEqual((yield* exchange(code)).error, "invalid_grant")
      const online = yield* exchange((yield* authorize({ scope: "opportunities:read:admin" })).get("code"))
      assert.isUndefined(online.refresh_token)
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("nobody whose authorization was denied or asked for wrongly", () =>
    Effect.gen(function* () {
      const { control } = yield* Lever
      yield* control.denyAuthorization
      assert.strictEqual((yield* authorize({})).get("error"), "access_denied")
      assert.strictEqual((yield* authorize({ response_type: "token" })).get("error"), "invalid_request")
      assert.strictEqual((yield* authorize({ client_id: "wrong" })).get("code"), null)
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("ten requests a second after a burst of twenty, unless told otherwise", () =>
    Effect.gen(function* () {
      const ask = (count: number) =>
        Effect.map(
          Effect.forEach(Array.from({ length: count }), () => call("/stages")),
          (answers) => answers.filter(({ status }) => status === 200).length
        )
      assert.strictEqual(yield* ask(25), 20)
      const refused = yield* call("/stages")
      assert.deepStrictEqual([refused.status, refused.body.code], [429, "TooManyRequests"])
      yield* TestClock.adjust("500 millis")
      assert.strictEqual(yield* ask(10), 5)
    }).pipe(Effect.provide(Lever.layer({ records: 10, rate: { perSecond: 10, burst: 20 } })))
  )
})
