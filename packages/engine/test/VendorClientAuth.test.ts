import * as Auth from "@crosswalk/core/Auth"
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Redacted, Stream } from "effect"
import * as TestClock from "effect/testing/TestClock"
import type { ServerResponse } from "node:http"
import type { Credentials } from "../src/Connection.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { client, first, json, opportunities, page, provider, type Received, vendor } from "./Vendor.ts"

const http = Effect.provide(VendorClient.layerHttp)

const code = Auth.authorizationCode({
  authorizeUrl: "https://auth.acme.example/a",
  tokenUrl: "https://auth.acme.example/t"
})
const machine = Auth.clientCredentials({ tokenUrl: "https://auth.acme.example/t", scopes: ["read:all", "read:eeo"] })
const secrets = { client_id: "client-1", client_secret: "secret-of-client", refresh_token: "refresh-1" }

/** An account that takes the newest access token only, and an authorisation server that rotates refresh tokens. */
const account = (more: (response: ServerResponse, request: Received) => boolean = () => false, expiresIn?: number) =>
  Effect.gen(function* () {
    const grants: Array<Received> = []
    let newest = 0
    const server = yield* vendor((response, request) => {
      if (more(response, request)) return undefined
      if (request.url.startsWith("/token")) {
        grants.push(request)
        const given = request.form.get("refresh_token")
        if (given !== null && given !== `refresh-${newest + 1}`) {
          return json(response, 400, { error: "invalid_grant", error_description: "Unknown or invalid refresh token." })
        }
        newest += 1
        return json(response, 200, {
          access_token: `access-${newest}`,
          token_type: "Bearer",
          ...(given === null ? {} : { refresh_token: `refresh-${newest + 1}` }),
          ...(expiresIn === undefined ? {} : { expires_in: expiresIn })
        })
      }
      if (request.headers.authorization !== `Bearer access-${newest}` || newest === 0) {
        return json(response, 401, { message: "token expired" })
      }
      const next = new URL(request.url, "http://x").searchParams.get("offset") === null ? "2" : undefined
      return page(response, "1", next)
    })
    return {
      ...server,
      grants,
      credentials: { ...secrets, token_url: `${server.baseUrl}/token` }
    }
  })

const reveal = (changed: Credentials) =>
  Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, Redacted.value(value)]))

describe("credentials", () => {
  const sent = (auth: Auth.Auth, credentials: Record<string, string>) =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) => page(response, "1"))
      yield* (yield* client(baseUrl, { provider: provider([auth]), credentials })).page(opportunities, first)
      return received[0]?.headers ?? {}
    })

  it.live("go where the method puts them", () =>
    Effect.gen(function* () {
      const user = Auth.secret("user", "User")
      const key = yield* sent(Auth.apiKeyAsUser(user), { user: "käy\n" })
      assert.strictEqual(key.authorization, `Basic ${Buffer.from("käy:").toString("base64")}`)
      const pair = Auth.basic(user, Auth.secret("word", "Word"), {
        fields: [Auth.secret("customer", "Customer key")],
        headers: { "US-Customer-Api-Key": "customer" }
      })
      const basic = yield* sent(pair, { user: "u", word: "w:w", customer: "c-9" })
      assert.strictEqual(basic.authorization, `Basic ${Buffer.from("u:w:w").toString("base64")}`)
      assert.strictEqual(basic["us-customer-api-key"], "c-9")
      assert.strictEqual((yield* sent(Auth.bearer(user), { user: "t" })).authorization, "Bearer t")
      assert.strictEqual((yield* sent(Auth.header("X-Key", user, "Key "), { user: "t" }))["x-key"], "Key t")
    }).pipe(http)
  )

  it.live("that are missing or empty are named, for each method", () =>
    Effect.gen(function* () {
      const methods = provider([Auth.apiKeyAsUser(Auth.secret("api_key", "API key")), code])
      const error = yield* Effect.flip(
        client("http://127.0.0.1:1", { provider: methods, credentials: { api_key: " ", client_id: "c" } })
      )
      assert.strictEqual(
        error.message,
        "acme connect: credentials are missing; connect with api_key (API key) or with client_secret, refresh_token (OAuth 2)"
      )
      assert.strictEqual(error.remedy, "reconnect")
    }).pipe(http)
  )

  it.live("that no header can carry are refused without being quoted", () =>
    Effect.gen(function* () {
      const bearer = provider([Auth.bearer(Auth.secret("token", "Token"))])
      const error = yield* Effect.flip(
        client("http://x.example", { provider: bearer, credentials: { token: "to\nken" } })
      )
      assert.include(error.message, '"authorization" has characters')
      assert.notInclude(error.message, "ken\n")
    }).pipe(http)
  )
})

describe("OAuth 2", () => {
  it.live("renews once for twenty calls that find their token refused", () =>
    Effect.gen(function* () {
      const { baseUrl, credentials, grants, received } = yield* account()
      const acme = yield* client(baseUrl, {
        provider: provider([code]),
        credentials: { ...credentials, access_token: "stale" }
      })
      const pages = yield* Effect.all(
        Array.from({ length: 20 }, () => acme.page(opportunities, first)),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(pages.length, 20)
      assert.strictEqual(grants.length, 1)
      const form = Object.fromEntries(grants[0]?.form ?? [])
      assert.deepStrictEqual(form, {
        grant_type: "refresh_token",
        refresh_token: "refresh-1",
        client_id: "client-1",
        client_secret: "secret-of-client"
      })
      assert.strictEqual(received.length, 20 + 1 + 20)
    }).pipe(http)
  )

  it.live("stores rotated tokens before it uses them", () =>
    Effect.gen(function* () {
      const { baseUrl, credentials, received } = yield* account()
      const stored: Array<Record<string, string>> = []
      const usedBefore: Array<boolean> = []
      const acme = yield* client(baseUrl, {
        provider: provider([code]),
        credentials,
        onCredentials: (changed) =>
          Effect.andThen(
            Effect.yieldNow,
            Effect.sync(() => {
              stored.push(reveal(changed))
              const bearer = `Bearer ${reveal(changed)["access_token"]}`
              usedBefore.push(received.some(({ headers }) => headers.authorization === bearer))
            })
          )
      })
      yield* acme.page(opportunities, first)
      assert.deepStrictEqual(stored, [{ access_token: "access-1", refresh_token: "refresh-2" }])
      assert.deepStrictEqual(usedBefore, [false])
    }).pipe(http)
  )

  it.live("renews in the middle of a walk when the token is revoked", () =>
    Effect.gen(function* () {
      let isRevoked = false
      const { baseUrl, credentials, grants } = yield* account((response, { headers, url }) => {
        if (!url.startsWith("/token") && isRevoked && headers.authorization === "Bearer access-1") {
          json(response, 401, { message: "revoked" })
          return true
        }
        return false
      })
      const acme = yield* client(baseUrl, { provider: provider([code]), credentials })
      const pages = yield* acme.pages(opportunities, first).pipe(
        Stream.tap(() =>
          Effect.sync(() => {
            isRevoked = true
          })
        ),
        Stream.runCollect
      )
      assert.strictEqual(pages.length, 2)
      assert.strictEqual(grants.length, 2)
      assert.strictEqual(grants[1]?.form.get("refresh_token"), "refresh-2")
    }).pipe(http)
  )

  it.live("a refresh token that was used before means: connect again", () =>
    Effect.gen(function* () {
      const { baseUrl, credentials, grants } = yield* account()
      const acme = yield* client(baseUrl, {
        provider: provider([code]),
        credentials: { ...credentials, refresh_token: "refresh-0" }
      })
      const error = yield* Effect.flip(acme.page(opportunities, first))
      assert.strictEqual(
        error.message,
        "acme opportunities.page: the vendor refuses the credentials (invalid_grant: Unknown or invalid refresh token.); connect again with valid ones"
      )
      assert.strictEqual(error.remedy, "reconnect")
      assert.strictEqual(grants.length, 1)
    }).pipe(http)
  )

  it.effect("renews before the token expires", () =>
    Effect.gen(function* () {
      const { baseUrl, credentials, grants, received } = yield* account(undefined, 3600)
      const acme = yield* client(baseUrl, { provider: provider([machine]), credentials })
      yield* acme.page(opportunities, first)
      yield* TestClock.adjust("58 minutes")
      yield* acme.page(opportunities, first)
      assert.strictEqual(grants.length, 1)
      yield* TestClock.adjust("1 minute")
      yield* acme.page(opportunities, first)
      assert.strictEqual(grants.length, 2)
      assert.isTrue(
        received.every(({ headers, url }) => url.startsWith("/token") || headers.authorization !== undefined)
      )
      assert.strictEqual(grants[0]?.form.get("scope"), "read:all read:eeo")
    }).pipe(http)
  )

  it.effect("without a told life, renews when refused; with an instant instead of a duration, before it", () =>
    Effect.gen(function* () {
      let expiry: Record<string, unknown> = {}
      const { baseUrl, received } = yield* vendor((response, { url }, count) =>
        url === "/token" ? json(response, 200, { access_token: `token-${count}`, ...expiry }) : page(response, "1")
      )
      const credentials = { ...secrets, token_url: `${baseUrl}/token` }
      const asked = () => received.filter(({ url }) => url === "/token").length
      const acme = yield* client(baseUrl, { provider: provider([machine]), credentials })
      yield* acme.page(opportunities, first)
      yield* TestClock.adjust("30 days")
      yield* acme.page(opportunities, first)
      assert.strictEqual(asked(), 1)
      expiry = { expires_at: "1970-02-01T00:00:00Z" }
      const other = yield* client(baseUrl, { provider: provider([machine]), credentials })
      yield* other.page(opportunities, first)
      yield* TestClock.adjust("1 day")
      yield* other.page(opportunities, first)
      assert.strictEqual(asked(), 3)
    }).pipe(http)
  )

  it.live("authenticates the client in the header where declared, with further parameters filled in", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response, { url }) =>
        url.startsWith("/big/token") ? json(response, 200, { access_token: "fresh-token" }) : page(response, "1")
      )
      const declared = Auth.clientCredentials({
        tokenUrl: `${baseUrl}/{tenant}/token`,
        clientAuthentication: "basic",
        tokenParams: { audience: "https://{tenant}.acme.example/", sub: "{sub}" },
        fields: [Auth.plain("tenant", "Tenant")]
      })
      const acme = yield* client(baseUrl, {
        provider: provider([declared]),
        credentials: { client_id: "id", client_secret: "s:e+c/ret", tenant: "big" }
      })
      yield* acme.page(opportunities, first)
      const [asked] = received
      const pair = Buffer.from(String(asked?.headers.authorization).slice("Basic ".length), "base64").toString()
      assert.strictEqual(pair, "id:s%3Ae%2Bc%2Fret")
      assert.deepStrictEqual(Object.fromEntries(asked?.form ?? []), {
        grant_type: "client_credentials",
        audience: "https://big.acme.example/"
      })
    }).pipe(http)
  )

  it.live("tries an authorisation server that fails again, and believes one that refuses the client", () =>
    Effect.gen(function* () {
      let failures = 3
      const { baseUrl, credentials } = yield* account((response, { url }) => {
        if (!url.startsWith("/token") || failures-- <= 0) return false
        json(response, 503, { error: "temporarily_unavailable" })
        return true
      })
      const acme = yield* client(baseUrl, { provider: provider([code]), credentials })
      yield* acme.page(opportunities, first)

      const refusing = yield* vendor((response) => json(response, 401, { error: "invalid_client" }))
      const refused = yield* client(baseUrl, {
        provider: provider([code]),
        credentials: { ...credentials, token_url: refusing.baseUrl }
      })
      const error = yield* Effect.flip(refused.page(opportunities, first))
      assert.include(error.message, "(invalid_client)")
      assert.strictEqual(error.reason._tag, "Unauthenticated")
      assert.strictEqual(refusing.received.length, 1)
    }).pipe(http)
  )

  it.live("stores a rotated token although the call that asked for it was cancelled", () =>
    Effect.gen(function* () {
      const asked = yield* Deferred.make<ServerResponse>()
      const { baseUrl } = yield* vendor((response) => Deferred.doneUnsafe(asked, Effect.succeed(response)))
      const stored = yield* Deferred.make<Record<string, string>>()
      const acme = yield* client(baseUrl, {
        provider: provider([code]),
        credentials: { ...secrets, token_url: `${baseUrl}/token` },
        onCredentials: (changed) => Deferred.succeed(stored, reveal(changed))
      })
      const fiber = yield* Effect.forkChild(acme.page(opportunities, first))
      const response = yield* Deferred.await(asked)
      yield* Fiber.interrupt(fiber)
      json(response, 200, { access_token: "access-1", refresh_token: "refresh-2" })
      assert.deepStrictEqual(yield* Deferred.await(stored), { access_token: "access-1", refresh_token: "refresh-2" })
    }).pipe(http)
  )

  it.live("asks for tokens only at an allowed host, and follows no redirect there", () =>
    Effect.gen(function* () {
      const other = yield* vendor((response) => json(response, 200, { access_token: "stolen" }))
      const { baseUrl } = yield* vendor((response) => response.writeHead(307, { location: other.baseUrl }).end())
      const acme = yield* client(baseUrl, {
        provider: provider([code]),
        credentials: { ...secrets, token_url: `${baseUrl}/token` }
      })
      assert.strictEqual((yield* Effect.flip(acme.page(opportunities, first))).reason._tag, "Rejected")
      assert.strictEqual(other.received.length, 0)
    }).pipe(http)
  )
})
