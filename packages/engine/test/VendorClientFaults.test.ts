import { assert, describe, it } from "@effect/vitest"
import { Clock, Deferred, Duration, Effect, Result } from "effect"
import * as Zlib from "node:zlib"
import * as VendorClient from "../src/VendorClient.ts"
import { type Answer, client, first, html, json, opportunities, page, vendor } from "./Vendor.ts"
import { passing } from "./VirtualTime.ts"

const http = Effect.provide(VendorClient.layerHttp)

const cutOff: Answer = (response) => {
  const body = JSON.stringify({ data: [{ id: "1" }], hasNext: false })
  response.writeHead(200, { "content-length": body.length })
  response.write(body.slice(0, 12), () => response.destroy())
}

describe("faults that pass", () => {
  const faults: Record<string, Answer> = {
    "503 with HTML": (response) => html(response, 503),
    "500 with JSON": (response) => json(response, 500, { message: "oops" }),
    "429 without a delay": (response) => json(response, 429, {}),
    "HTML with status 200": (response) => html(response, 200),
    "an empty body": (response) => response.writeHead(200).end(),
    "JSON that is no list": (response) => json(response, 200, { error: "try again" }),
    "JSON that is cut off but delivered": (response) => response.writeHead(200).end('{"data":[{"id":"1"},{"i'),
    "a body that breaks off": cutOff,
    "a chunked body that breaks off": (response) => {
      response.writeHead(200)
      response.write('{"data":[', () => response.destroy())
    },
    "compressed data that breaks off": (response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(Zlib.gzipSync('{"data":[]}').subarray(0, 15)),
    "a reset connection": (response) => response.socket?.resetAndDestroy()
  }
  for (const [name, fault] of Object.entries(faults)) {
    it.live(name, () =>
      Effect.gen(function* () {
        const { baseUrl, received } = yield* vendor((response, request, count) =>
          count < 3 ? fault(response, request, count) : page(response, "1")
        )
        const { items } = yield* (yield* client(baseUrl)).page(opportunities, first)
        assert.deepStrictEqual(items, [{ id: "1" }])
        assert.strictEqual(received.length, 3)
      }).pipe(http)
    )
  }

  const delays: Record<string, Record<string, string>> = {
    "in seconds": { "retry-after": "7" },
    "as a date": { "retry-after": "Sat, 21 Nov 2026 10:00:07 GMT", date: "Sat, 21 Nov 2026 10:00:00 GMT" }
  }
  for (const [form, headers] of Object.entries(delays)) {
    it.effect(`waits as long as a 429 asks for, ${form}, and all others wait with it`, () =>
      Effect.gen(function* () {
        const times: Array<number> = []
        const clock = yield* Clock.Clock
        const { baseUrl } = yield* vendor((response, _, count) => {
          times.push(clock.currentTimeMillisUnsafe())
          return count === 1 ? json(response, 429, {}, headers) : page(response, "1")
        })
        const acme = yield* client(baseUrl)
        const asking = acme.page(opportunities, first)
        yield* Effect.all([asking, Effect.delay(asking, "1 second")], { concurrency: "unbounded" }).pipe(passing(100))
        const [refused = 0, ...later] = times
        assert.strictEqual(later.length, 2)
        for (const time of later) assert.isAtLeast(time - refused, 7000)
        for (const time of later) assert.isAtMost(time - refused, 9000)
      }).pipe(http)
    )
  }

  it.effect("waits no longer than its own maximum", () =>
    Effect.gen(function* () {
      const { baseUrl } = yield* vendor((response, _, count) =>
        count === 1 ? json(response, 503, {}, { "retry-after": "86400" }) : page(response, "1")
      )
      const acme = yield* client(baseUrl)
      const before = yield* Clock.currentTimeMillis
      yield* acme.page(opportunities, first).pipe(passing(10_000))
      const waited = (yield* Clock.currentTimeMillis) - before
      assert.isAtLeast(waited, 300_000)
      assert.isAtMost(waited, 320_000)
    }).pipe(http)
  )
})

describe("faults that stay", () => {
  it.live("are tried six times, or three when an answer is whole but no list, or once", () =>
    Effect.gen(function* () {
      const cases: ReadonlyArray<readonly [Answer, number, string]> = [
        [(response) => html(response, 503), 6, "the vendor failed with 503 (with an HTML page)"],
        [cutOff, 6, "the answer is not what the vendor documents: it breaks off"],
        [
          (response) => html(response, 200),
          6,
          "the answer is not what the vendor documents: it is an HTML page instead of JSON"
        ],
        [
          (response) => json(response, 200, {}),
          3,
          'the answer is not what the vendor documents: the answer has no list at "data"'
        ],
        [
          (response) => json(response, 400, { code: "Odd", message: "no such filter" }),
          1,
          "the vendor rejects the request with 400 Odd (no such filter)"
        ],
        [
          (response) => json(response, 401, { message: "who are you" }),
          1,
          "the vendor refuses the credentials (who are you); connect again with valid ones"
        ]
      ]
      for (const [answer, tries, message] of cases) {
        const { baseUrl, received } = yield* vendor(answer)
        const error = yield* Effect.flip((yield* client(baseUrl)).page(opportunities, first))
        assert.strictEqual(error.message, `acme opportunities.page: ${message}`)
        assert.strictEqual(received.length, tries)
      }
    }).pipe(http)
  )

  it.live("end a call when nobody listens, with a message that names the host alone", () =>
    Effect.gen(function* () {
      const { baseUrl } = yield* Effect.scoped(vendor((response) => page(response, "1")))
      const error = yield* Effect.flip((yield* client(`${baseUrl}/secret-path`)).page(opportunities, first))
      assert.strictEqual(
        error.message,
        `acme opportunities.page: no answer (${new URL(baseUrl).host}: the connection was refused); check the address and the network`
      )
      assert.isTrue(error.isRetryable)
    }).pipe(http)
  )

  it.effect("a body that never ends is given up after the time-out, and the connection with it", () =>
    Effect.gen(function* () {
      let closed = 0
      const { baseUrl } = yield* vendor((response) => {
        response.on("close", () => closed++)
        response.writeHead(200).write('{"data":[')
      })
      const acme = yield* client(baseUrl, {}, { tries: 2 })
      const error = yield* Effect.flip(acme.page(opportunities, first)).pipe(passing(5000))
      assert.include(error.message, "no complete answer within 1m")
      assert.strictEqual(error.reason._tag, "Unreachable")
      yield* Effect.void.pipe(passing(1))
      assert.strictEqual(closed, 2)
    }).pipe(http)
  )

  it.live("a vendor that keeps failing is given a rest, then probed", () =>
    Effect.gen(function* () {
      let isWell = false
      const { baseUrl, received } = yield* vendor((response) =>
        isWell ? page(response, "1") : json(response, 500, { message: "oops" })
      )
      const acme = yield* client(baseUrl, {}, { breakerFailures: 8, breakerPause: Duration.millis(40) })
      const calls = yield* Effect.all([1, 2, 3].map(() => Effect.flip(acme.page(opportunities, first))))
      assert.strictEqual(received.length, 8)
      assert.deepStrictEqual(
        calls.map(({ reason }) => reason._tag),
        ["VendorFailure", "VendorFailure", "Unreachable"]
      )
      assert.include(calls[2]?.message, "8 requests in a row failed")
      isWell = true
      const retrying = Effect.eventually(acme.page(opportunities, first))
      assert.strictEqual((yield* retrying).items.length, 1)
      assert.strictEqual(received.length, 9)
    }).pipe(http)
  )
})

describe("answers that are too large", () => {
  const body = JSON.stringify({ data: [{ id: "x".repeat(5000) }], hasNext: false })
  const answers: Record<string, Answer> = {
    "by what they announce": (response) => response.writeHead(200, { "content-length": body.length }).end(body),
    "by what comes": (response) => {
      response.writeHead(200).write(body.slice(0, 2000))
      response.end(body.slice(2000))
    },
    "by what is in them": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(Zlib.gzipSync(body))
  }
  for (const [name, answer] of Object.entries(answers)) {
    it.live(`are refused ${name}, at once`, () =>
      Effect.gen(function* () {
        const { baseUrl, received } = yield* vendor(answer)
        const acme = yield* client(baseUrl, {}, { maxBytes: 4096 })
        const result = yield* Effect.result(acme.page(opportunities, first))
        assert.isTrue(Result.isFailure(result) && result.failure.reason._tag === "TooLarge")
        assert.strictEqual(received.length, 1)
      }).pipe(http)
    )
  }

  it.live("are not read to their end", () =>
    Effect.gen(function* () {
      const closed = yield* Deferred.make<void>()
      const { baseUrl } = yield* vendor((response) => {
        const more = () => {
          if (response.destroyed) return
          response.write("x".repeat(1000), () => setImmediate(more))
        }
        response.on("close", () => Deferred.doneUnsafe(closed, Effect.void))
        response.writeHead(200)
        more()
      })
      const acme = yield* client(baseUrl, {}, { maxBytes: 4096 })
      const error = yield* Effect.flip(acme.page(opportunities, first))
      assert.strictEqual(error.message, "acme opportunities.page: the answer is larger than 4096 bytes")
      yield* Deferred.await(closed)
    }).pipe(http)
  )
})
