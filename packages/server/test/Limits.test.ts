import { assert, layer } from "@effect/vitest"
import { ByteSize, Deferred, Duration, Effect, Fiber } from "effect"
import * as SqlClient from "effect/sql/SqlClient"
import { call, key, raw } from "./Calling.ts"
import * as Served from "./Served.ts"

const taking = [
  {
    dialect: "crosswalk",
    path: "/v1/keys",
    method: "POST",
    code: '"type":"urn:crosswalk:error:too-large"',
    invalid: 400
  },
  {
    dialect: "kombo",
    path: "/kombo/v1/connect/create-link",
    method: "POST",
    code: '"PLATFORM.INPUT_INVALID"',
    invalid: 400
  },
  {
    dialect: "bindbee",
    path: "/bindbee/api/embedded/v1/link/create-link-token",
    method: "POST",
    code: '"detail":"At most',
    invalid: 422
  }
] as const

const json = { "content-type": "application/json" }

/** A body of so many bytes that comes in pieces, its length not told; and how many of them were taken. */
const pieces = (bytes: number) => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent >= bytes) return controller.close()
      sent += 16_384
      controller.enqueue(new Uint8Array(16_384).fill(32))
    }
  })
  return { body, sent: () => sent }
}

layer(Served.layerWith({ maxBody: ByteSize.kibibytes(64), requestTimeout: Duration.millis(400) }), {
  excludeTestServices: true
})("Limits", (it) => {
  it.effect.each(taking)("of bodies, in the words of $dialect", ({ code, invalid, method, path }) =>
    Effect.gen(function* () {
      const mine = yield* key()
      const known = yield* call(path, mine, { method, headers: json, body: " ".repeat(70_000) })
      assert.strictEqual(known.status, 413)
      assert.include(known.text, code)
      assert.include(known.text, "65536")
      const within = yield* call(path, mine, { method, headers: json, body: " ".repeat(60_000) })
      assert.strictEqual(within.status, invalid)
      const broken = yield* call(path, mine, { method, headers: json, body: "{" })
      assert.strictEqual(broken.status, invalid)
      const other = yield* call(path, mine, { method, headers: { "content-type": "text/plain" }, body: "{}" })
      assert.strictEqual(other.status, 415)
    })
  )

  it.effect("of bodies whose length is not told: no more is taken than may be", () =>
    Effect.gen(function* () {
      const { body, sent } = pieces(64 * 1024 * 1024)
      const options = { method: "POST", headers: json, body, duplex: "half" } as const
      const answer = yield* call("/v1/keys", yield* key(), options)
      assert.strictEqual(answer.status, 413)
      assert.isBelow(sent(), 16 * 1024 * 1024)
    })
  )

  it.effect("a body that is cut off is 400", () =>
    Effect.gen(function* () {
      const head = `POST /v1/keys HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${yield* key()}\r\nContent-Type: application/json\r\n`
      const answer = yield* raw(`${head}Content-Length: 100\r\n\r\n{"name":`, { ends: true })
      assert.match(answer, /^HTTP\/1\.1 400 /)
    })
  )

  it.effect("a head that never ends, or is too long, is refused", () =>
    Effect.gen(function* () {
      assert.match(yield* raw("GET /v1/models HTTP/1.1\r\nHost: x\r\n", { ends: false }), /^HTTP\/1\.1 408 /)
      const long = yield* raw(`GET /v1/models?${"x".repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, { ends: false })
      assert.match(long, /^HTTP\/1\.1 431 /)
      const item = yield* call(`/v1/ats/candidates/${"x".repeat(500)}`, yield* key())
      assert.include([400, 404], item.status)
      assert.strictEqual(item.headers.get("content-type"), "application/problem+json")
    })
  )

  it.effect("of time: a request that takes longer is ended, with its transaction", () =>
    Effect.gen(function* () {
      const mine = yield* key()
      const sql = yield* SqlClient.SqlClient
      const isHeld = yield* Deferred.make<void>()
      const isOver = yield* Deferred.make<void>()
      const holding = yield* Effect.forkChild(
        sql.withTransaction(Effect.andThen(Deferred.succeed(isHeld, undefined), Deferred.await(isOver)))
      )
      yield* Deferred.await(isHeld)
      const init = { method: "POST", headers: json, body: JSON.stringify({ name: "late" }) }
      const [late, kombo, bindbee, unified] = yield* Effect.all(
        [
          call("/v1/keys", mine, init),
          call("/kombo/v1/check-api-key", mine),
          call("/bindbee/api/hris/v1/integrations", mine),
          call("/unified/unified/integration", mine)
        ],
        { concurrency: "unbounded" }
      )
      assert.strictEqual(late.status, 504)
      assert.deepInclude(JSON.parse(late.text), { type: "urn:crosswalk:error:timed-out", status: 504 })
      assert.strictEqual(kombo.status, 504)
      assert.strictEqual(JSON.parse(kombo.text).error.code, "PLATFORM.TASK_TIMED_OUT")
      assert.strictEqual(bindbee.status, 504)
      assert.deepStrictEqual(JSON.parse(bindbee.text), { detail: "The request took longer than 0.4 seconds." })
      assert.strictEqual(unified.status, 504)
      yield* Deferred.succeed(isOver, undefined)
      yield* Fiber.join(holding)
      const keys = yield* call("/v1/keys", mine)
      assert.strictEqual(keys.status, 200)
      assert.notInclude(keys.text, "late")
    })
  )
})
