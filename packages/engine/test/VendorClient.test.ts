import { CursorExpired } from "@crosswalk/core/ProviderError"
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Stream } from "effect"
import * as Zlib from "node:zlib"
import * as VendorClient from "../src/VendorClient.ts"
import { client, first, json, offers, opportunities, page, provider, vendor } from "./Vendor.ts"

const http = Effect.provide(VendorClient.layerHttp)

describe("pages", () => {
  it.live("walks a list to its end and tells each page's size and time", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response, { url }) => {
        response.setHeader("date", "Sat, 21 Nov 2026 10:00:00 GMT")
        const offset = new URL(url, "http://x").searchParams.get("offset")
        return offset === null ? page(response, "1", "a b&c") : page(response, "2")
      })
      const acme = yield* client(`${baseUrl}/v1/`)
      const pages = yield* Stream.runCollect(acme.pages(opportunities, { ...first, query: { updated_at_start: "5" } }))
      assert.deepStrictEqual(
        pages.map(({ items }) => items),
        [[{ id: "1" }], [{ id: "2" }]]
      )
      assert.strictEqual(pages[0]?.vendorTime, Date.parse("2026-11-21T10:00:00Z"))
      assert.strictEqual(pages[1]?.bytes, JSON.stringify({ data: [{ id: "2" }], hasNext: false }).length)
      const query = "confidentiality=non-confidential&expand=contact&expand=applications&updated_at_start=5&limit=100"
      assert.deepStrictEqual(
        received.map(({ url }) => url),
        [`/v1/opportunities?${query}`, `/v1/opportunities?${query}&offset=a+b%26c`]
      )
    }).pipe(http)
  )

  it.live("asks for the next page only when the one before was taken", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response, _, count) => page(response, "1", String(count)))
      const acme = yield* client(baseUrl)
      yield* acme.pages(opportunities, first).pipe(Stream.take(2), Stream.runDrain)
      assert.strictEqual(received.length, 2)
    }).pipe(http)
  )

  it.live("goes on from a kept request, alone where the cursor stands alone", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) => page(response, "1"))
      const acme = yield* client(baseUrl, { settings: { confidentiality: "all" } })
      yield* acme.page(opportunities, { ...first, request: { query: { offset: "x" } } })
      yield* acme.page(opportunities, {
        ...first,
        query: { a: "1" },
        request: { query: { offset: "x" }, replaces: true }
      })
      assert.deepStrictEqual(
        received.map(({ url }) => url),
        ["/opportunities?confidentiality=all&expand=contact&expand=applications&offset=x", "/opportunities?offset=x"]
      )
    }).pipe(http)
  )

  it.live("lists children by their parent's id, whatever it holds", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) => page(response, "1"))
      const acme = yield* client(baseUrl)
      for (const parent of ["a/b?c", "ü", '"\\u0007"']) yield* acme.page(offers, { ...first, parent })
      assert.deepStrictEqual(
        received.map(({ url }) => url),
        ["/opportunities/a%2Fb%3Fc/offers", "/opportunities/%C3%BC/offers", "/opportunities/%07/offers"]
      )
      for (const parent of [".", "..", '"\\ud800"']) {
        const error = yield* Effect.flip(acme.page(offers, { ...first, parent }))
        assert.strictEqual(error.reason._tag, "UnexpectedShape")
      }
      assert.strictEqual(received.length, 3)
    }).pipe(http)
  )

  it.live("reads a compressed answer", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) =>
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(Zlib.gzipSync(JSON.stringify({ data: [{ id: "é" }], hasNext: false })))
      )
      const { items } = yield* (yield* client(baseUrl)).page(opportunities, first)
      assert.deepStrictEqual(items, [{ id: "é" }])
      assert.strictEqual(received[0]?.headers["accept-encoding"], "gzip")
    }).pipe(http)
  )

  it.live("passes on that a cursor has expired, without another try", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) =>
        json(response, 400, { code: "BadToken", message: "old" })
      )
      const failing = provider(undefined, {
        failure: (_, { code, detail }) => (code === "BadToken" ? { reason: new CursorExpired({ detail }) } : {})
      })
      const acme = yield* client(baseUrl, { provider: failing })
      const error = yield* Effect.flip(acme.page(opportunities, { ...first, request: { query: { offset: "x" } } }))
      assert.strictEqual(
        error.message,
        "acme opportunities.page: the vendor no longer knows this page (old); the list is read from its start"
      )
      assert.strictEqual(received.length, 1)
    }).pipe(http)
  )

  it.live("gives the request up when its fiber is interrupted", () =>
    Effect.gen(function* () {
      const arrived = yield* Deferred.make<void>()
      const closed = yield* Deferred.make<void>()
      const { baseUrl } = yield* vendor((response) => {
        response.on("close", () => Deferred.doneUnsafe(closed, Effect.void))
        response.writeHead(200).write('{"data":[')
        Deferred.doneUnsafe(arrived, Effect.void)
      })
      const acme = yield* client(baseUrl)
      const fiber = yield* Effect.forkChild(acme.page(opportunities, first))
      yield* Deferred.await(arrived)
      yield* Fiber.interrupt(fiber)
      yield* Deferred.await(closed)
    }).pipe(http)
  )
})

describe("deletions and existence", () => {
  it.live("reads the list of deletions with its own filter", () =>
    Effect.gen(function* () {
      const { baseUrl, received } = yield* vendor((response) => page(response, "1"))
      const acme = yield* client(baseUrl)
      const { items } = yield* acme.deletions(opportunities, { request: null, query: { deleted_at_start: "7" } })
      assert.deepStrictEqual(items, [{ id: "1" }])
      assert.strictEqual(received[0]?.url, "/opportunities/deleted?deleted_at_start=7")
      assert.strictEqual((yield* Effect.flip(acme.deletions(offers, first))).reason._tag, "Refused")
    }).pipe(http)
  )

  it.live("takes only 404 and 410 for an absence", () =>
    Effect.gen(function* () {
      const { baseUrl } = yield* vendor((response, { url }) => {
        const status = Number(/opportunities\/(\d+)/.exec(url)?.[1])
        return json(response, status, { data: {} })
      })
      const acme = yield* client(baseUrl)
      assert.isTrue(yield* acme.exists(opportunities, "200"))
      assert.isFalse(yield* acme.exists(opportunities, "404"))
      assert.isFalse(yield* acme.exists(opportunities, "410"))
      const forbidden = yield* Effect.flip(acme.exists(opportunities, "403"))
      assert.include(forbidden.message, '"opportunities:read"')
      assert.strictEqual((yield* Effect.flip(acme.exists(opportunities, "500"))).reason._tag, "VendorFailure")
      assert.strictEqual((yield* Effect.flip(acme.exists(offers, "1"))).reason._tag, "Refused")
    }).pipe(http)
  )
})
