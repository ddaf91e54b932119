import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import * as HostGuard from "../src/HostGuard.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { client, first, opportunities, page, provider, vendor } from "./Vendor.ts"

const http = Effect.provide(VendorClient.layerHttp)

describe("redirects", () => {
  it.live("within the host are followed, three times at most", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response, { url }) => {
        const left = Number(new URL(url, "http://x").searchParams.get("left") ?? url.split("/")[1])
        return left === 0
          ? page(response, "1")
          : response.writeHead(302, { location: `/opportunities?left=${left - 1}` }).end()
      })
      const followed = yield* (yield* client(`${baseUrl}/3`)).page(opportunities, first)
      assert.strictEqual(followed.items.length, 1)
      assert.deepStrictEqual(
        received.slice(1).map(({ url }) => url),
        ["/opportunities?left=2", "/opportunities?left=1", "/opportunities?left=0"]
      )
      assert.strictEqual(received[3]?.headers.authorization, received[0]?.headers.authorization)
      const error = yield* Effect.flip((yield* client(`${baseUrl}/4`)).page(opportunities, first))
      assert.include(error.message, "redirects more than 3 times")
    }).pipe(http)
  )

  it.live("to another host, a private address or another port are refused, and nobody is asked", () =>
    Effect.gen(function* () {
      const other = yield* vendor((response) => page(response, "stolen"))
      const targets = [
        other.baseUrl,
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::1]/",
        "//evil.example/v1",
        "https://api.acme.example.evil.example/",
        "http://api.acme.example/v1",
        "https://api.acme.example:8443/v1",
        "https://user:word@api.acme.example/v1",
        "file:///etc/passwd"
      ]
      for (const location of targets) {
        const { baseUrl, received } = yield* vendor((response) => response.writeHead(302, { location }).end())
        const error = yield* Effect.flip((yield* client(baseUrl)).page(opportunities, first))
        assert.strictEqual(error.reason._tag, "Refused", location)
        assert.include(error.message, "the vendor's redirect is not followed")
        assert.strictEqual(received.length, 1)
      }
      assert.strictEqual(other.received.length, 0)
    }).pipe(http)
  )
})

describe("the base URL", () => {
  it.live("is the provider's first, one of its names, or an address", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) => page(response, "1"))
      const regional = provider(undefined, { baseUrls: { global: "https://api.acme.example", local: `${baseUrl}/eu` } })
      yield* (yield* client("local", { provider: regional })).page(opportunities, first)
      assert.isTrue(received[0]?.url.startsWith("/eu/opportunities?"))
      const unknown = yield* Effect.flip(client("mars", { provider: regional }))
      assert.strictEqual(
        unknown.message,
        'acme connect: "mars" is no base URL of acme; choose global, local or give an address'
      )
      assert.strictEqual((yield* Effect.flip(client("ftp://files.example"))).reason._tag, "Refused")
      assert.strictEqual((yield* Effect.flip(client("https://user:word@acme.example"))).reason._tag, "Refused")
    }).pipe(http)
  )

  it("loses an ending that the vendor shows, but below which its API is not", () => {
    const shown = { ...provider(), strayPaths: ["/services"] }
    const resolved = (url: string) => Result.getOrThrow(HostGuard.resolveBase(shown, url, {})).url.href
    for (const [given, base] of [
      ["https://one.example/services", "https://one.example/"],
      ["https://one.example/Services//", "https://one.example/"],
      ["https://one.example/eu/services/", "https://one.example/eu"],
      ["https://one.example/services/v1", "https://one.example/services/v1"],
      ["https://one.example/myservices", "https://one.example/myservices"]
    ] as const)
      assert.strictEqual(resolved(given), base)
  })

  it("takes credentials for its placeholders, but no other host from them", () => {
    const template = "https://{company}.acme.example/{tenant}/v1"
    const expanded = HostGuard.expand(template, { company: "big-co", tenant: "a b/../c" })
    assert.strictEqual(Result.getOrThrow(expanded).href, "https://big-co.acme.example/a%20b%2F..%2Fc/v1")
    for (const company of ["evil.example/", "evil.example#", "a@b", "a:1", "", "a\\b", "-"]) {
      assert.isTrue(Result.isFailure(HostGuard.expand(template, { company, tenant: "t" })), company)
    }
    const missing = HostGuard.expand(template, { company: "c" })
    assert.isTrue(Result.isFailure(missing) && missing.failure.detail.includes('"tenant" is missing'))
  })
})

describe("the guard", () => {
  const allows = (guard: HostGuard.HostGuard, url: string) => guard(new URL(url)) === null

  it("lets through what is declared, over https on its port", () => {
    const declared = provider(undefined, { hosts: ["files.acme.example", "*.acme-cdn.example"] })
    const guard = HostGuard.make(declared, [], {})
    const allowed = ["https://api.acme.example/x", "https://files.acme.example/", "https://a.b.acme-cdn.example/"]
    for (const url of allowed) assert.isTrue(allows(guard, url), url)
    const refused = [
      "http://api.acme.example/",
      "https://api.acme.example:444/",
      "https://acme-cdn.example/",
      "https://evil-acme-cdn.example/",
      "https://files.acme.example.evil.example/",
      "https://user@files.acme.example/",
      "https://127.0.0.1/"
    ]
    for (const url of refused) assert.isFalse(allows(guard, url), url)
  })

  it("lets through an explicit address with its own scheme and port only", () => {
    const guard = HostGuard.make(provider(), [new URL("http://127.0.0.1:4000/v1")], {})
    assert.isTrue(allows(guard, "http://127.0.0.1:4000/other"))
    assert.isFalse(allows(guard, "http://127.0.0.1:4001/"))
    assert.isFalse(allows(guard, "https://127.0.0.1:4000/"))
    assert.isFalse(allows(guard, "http://localhost:4000/"))
  })

  it("lets a placeholder choose a subdomain, and a whole host only among the declared ones", () => {
    const tenant = provider(undefined, { baseUrls: { production: "https://{tenant}.acme.example" } })
    assert.isTrue(allows(HostGuard.make(tenant, [], { tenant: "big" }), "https://big.acme.example/"))
    const free = { baseUrls: { production: "https://{host}/v1" }, hosts: ["*.acme.example"] }
    const guard = HostGuard.make(provider(undefined, free), [], { host: "evil.example" })
    assert.isFalse(allows(guard, "https://evil.example/v1"))
    assert.isTrue(allows(guard, "https://service5.acme.example/v1"))
  })
})
