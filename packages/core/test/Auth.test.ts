import { assert, describe, it } from "@effect/vitest"
import * as Auth from "@crosswalk/core/Auth"

const key = Auth.apiKeyAsUser(Auth.secret("api_key", "API key"))
const basic = Auth.basic(Auth.plain("username", "User name"), Auth.secret("password", "Password"), {
  fields: [Auth.secret("customer_api_key", "Customer API key")],
  headers: { "US-Customer-Api-Key": "customer_api_key" }
})
const bearer = Auth.bearer(Auth.secret("token", "Token"))
const header = Auth.header("X-Api-Key", Auth.secret("key", "Key"), "Key ")
const code = Auth.authorizationCode({
  authorizeUrl: "https://vendor.example.com/authorize",
  tokenUrl: "https://vendor.example.com/token"
})
const client = Auth.clientCredentials({
  tokenUrl: "https://vendor.example.com/token",
  clientAuthentication: "basic",
  pkce: false,
  scopes: ["read"],
  tokenParams: { sub: "{sub}" },
  fields: [Auth.optional(Auth.plain("sub", "User"))]
})
const methods = [key, basic, bearer, header, code, client]

const choose = (...given: ReadonlyArray<string>) => Auth.choose(methods, new Set(given))

describe("a method", () => {
  it("names the credentials that it takes", () => {
    const names = (auth: Auth.Auth) => auth.fields.map(({ name, required }) => (required ? name : `${name}?`))
    assert.deepStrictEqual(names(key), ["api_key"])
    assert.deepStrictEqual(names(basic), ["username", "password", "customer_api_key"])
    assert.deepStrictEqual(names(bearer), ["token"])
    assert.deepStrictEqual(names(header), ["key"])
    assert.deepStrictEqual(names(code), ["client_id", "client_secret", "refresh_token", "access_token?", "token_url?"])
    assert.deepStrictEqual(names(client), ["client_id", "client_secret", "token_url?", "sub?"])
  })

  it("shows only what may be shown", () => {
    const shown = methods.flatMap((auth) => auth.fields.filter(({ secret }) => !secret).map(({ name }) => name))
    assert.deepStrictEqual([...new Set(shown)], ["username", "client_id", "token_url", "sub"])
  })

  it("refers only to credentials that it takes", () => {
    const referred = (auth: Auth.Auth): ReadonlyArray<string | null> => {
      if (auth.method === "basic") return [auth.username, auth.password]
      if (auth.method === "bearer") return [auth.token]
      return auth.method === "header" ? [auth.value] : []
    }
    for (const auth of methods) {
      const names = auth.fields.map(({ name }) => name)
      for (const name of [...referred(auth), ...Object.values(auth.headers)]) {
        assert.isTrue(name === null || names.includes(name), String(name))
      }
    }
  })

  it("has the defaults that most vendors want", () => {
    assert.deepStrictEqual(
      { ...code, fields: [] },
      {
        id: "oauth2_authorization_code",
        title: "OAuth 2",
        method: "oauth2",
        grant: "authorization_code",
        authorizeUrl: "https://vendor.example.com/authorize",
        tokenUrl: "https://vendor.example.com/token",
        clientAuthentication: "body",
        scopes: [],
        rotates: false,
        pkce: true,
        authorizeParams: {},
        tokenParams: {},
        headers: {},
        fields: []
      }
    )
    assert.strictEqual(key.method === "basic" && key.password, null)
    assert.strictEqual(header.method === "header" && header.prefix, "Key ")
  })

  it("has an id of its own", () => {
    assert.strictEqual(new Set(methods.map(({ id }) => id)).size, methods.length)
  })
})

describe("choose", () => {
  it("takes the method whose required credentials are all given", () => {
    assert.strictEqual(choose("api_key"), key)
    assert.strictEqual(choose("username", "password", "customer_api_key"), basic)
    assert.strictEqual(choose("token"), bearer)
    assert.strictEqual(choose("key"), header)
    assert.strictEqual(choose("client_id", "client_secret", "refresh_token"), code)
    assert.strictEqual(choose("client_id", "client_secret", "refresh_token", "access_token", "token_url"), code)
    assert.strictEqual(choose("client_id", "client_secret"), client)
    assert.strictEqual(choose("client_id", "client_secret", "sub"), client)
  })

  it("takes the first of several", () => {
    assert.strictEqual(choose("token", "api_key"), key)
    assert.strictEqual(Auth.choose(methods.toReversed(), new Set(["token", "api_key"])), bearer)
  })

  it("takes none where something is missing", () => {
    assert.isNull(choose())
    assert.isNull(choose("username", "password"))
    assert.isNull(choose("access_token"))
    assert.isNull(choose("API_KEY"))
    assert.isNull(Auth.choose([], new Set(["api_key"])))
  })
})
