import { assert, describe, it } from "@effect/vitest"
import type * as Faults from "@crosswalk/sandbox/Faults"
import { Duration, Effect, Result, Schema } from "effect"
import { TestClock } from "effect/testing"
import { Toy } from "./toy.ts"

interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Fails when the connection does. */
const call = (url: string, init: RequestInit = {}) =>
  Effect.tryPromise({
    try: async (signal): Promise<Got> => {
      const response = await fetch(url, { headers: { authorization: "Bearer good" }, signal, ...init })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    catch: (cause) => String(cause)
  })

const get = (path: string) => Effect.flatMap(Toy, ({ origin }) => call(`${origin}${path}`))

const act = (name: string, input: unknown) =>
  Effect.flatMap(Toy, ({ origin }) =>
    call(`${origin}/_sandbox/${name}`, { method: "POST", body: JSON.stringify(input) })
  )

const inject = (injection: Faults.Injection) => Effect.flatMap(Toy, ({ control }) => control.inject(injection))

const page = Schema.decodeUnknownSync(
  Schema.fromJsonString(
    Schema.Struct({
      data: Schema.Array(Schema.Struct({ id: Schema.Unknown })),
      more: Schema.optional(Schema.Boolean),
      next: Schema.optional(Schema.String)
    })
  )
)

const withToy = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.provide(effect, Toy.layer)

describe("SandboxServer", () => {
  it.effect("answers, refuses, and knows what it has not", () =>
    withToy(
      Effect.gen(function* () {
        const first = yield* get("/api/numbers")
        assert.strictEqual(first.status, 200)
        assert.strictEqual(first.headers.get("server"), "toy")
        assert.strictEqual(page(first.text).next, "10")
        assert.strictEqual((yield* get("/api/nothing")).status, 404)
        const { control, origin } = yield* Toy
        assert.strictEqual((yield* call(`${origin}/api/numbers`, { headers: {} })).status, 401)
        const echo = yield* call(`${origin}/api/echo/a%20b`, { method: "POST", body: "é" })
        assert.deepStrictEqual(JSON.parse(echo.text), { word: "a b", body: "é" })
        const stats = yield* control.stats
        assert.deepStrictEqual(stats.routes, { "GET /numbers": 2, unmatched: 1, "POST /echo/:word": 1 })
        assert.deepStrictEqual(stats.statuses, { "200": 2, "404": 1, "401": 1 })
      })
    )
  )

  it.effect("tells its time in the Date header and moves it with the clock", () =>
    withToy(
      Effect.gen(function* () {
        assert.strictEqual((yield* get("/api/numbers")).headers.get("date"), "Thu, 01 Oct 2026 00:00:00 GMT")
        yield* TestClock.adjust("1 day")
        assert.strictEqual((yield* get("/api/numbers")).headers.get("date"), "Fri, 02 Oct 2026 00:00:00 GMT")
      })
    )
  )

  it.effect("lets a burst through and refuses the rest until time has passed", () =>
    Effect.gen(function* () {
      const toy = yield* Toy.make({ rate: { perSecond: 2, burst: 3 } })
      const statuses = Effect.forEach([1, 2, 3, 4], () => Effect.map(get("/api/numbers"), ({ status }) => status)).pipe(
        Effect.provideService(Toy, toy)
      )
      assert.deepStrictEqual(yield* statuses, [200, 200, 200, 429])
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(yield* statuses, [200, 200, 429, 429])
    }).pipe(Effect.scoped)
  )

  it.effect("refuses a port that is taken with a sentence", () =>
    withToy(
      Effect.gen(function* () {
        const { origin } = yield* Toy
        const error = yield* Effect.flip(Toy.make({ port: Number(new URL(origin).port) }))
        assert.include(error.message, "Choose another port")
      })
    ).pipe(Effect.scoped)
  )

  it.effect("announces a 429's pause as told", () =>
    withToy(
      Effect.gen(function* () {
        yield* inject({ fault: "rate-limit" })
        const silent = yield* get("/api/numbers")
        assert.deepStrictEqual([silent.status, silent.headers.get("retry-after")], [429, null])
        assert.strictEqual(silent.text, JSON.stringify({ message: "slow down" }))
        yield* inject({ fault: "rate-limit", retryAfter: "seconds", retryAfterSeconds: 7 })
        assert.strictEqual((yield* get("/api/numbers")).headers.get("retry-after"), "7")
        yield* inject({ fault: "rate-limit", retryAfter: "date", retryAfterSeconds: 60 })
        assert.strictEqual((yield* get("/api/numbers")).headers.get("retry-after"), "Thu, 01 Oct 2026 00:01:00 GMT")
        assert.strictEqual((yield* get("/api/numbers")).status, 200)
      })
    )
  )

  for (const [fault, status] of [
    ["internal-error", 500],
    ["bad-gateway", 502],
    ["unavailable", 503],
    ["html", 200]
  ] as const) {
    it.effect(`${fault} is ${status} with HTML`, () =>
      withToy(
        Effect.gen(function* () {
          yield* inject({ fault })
          const got = yield* get("/api/numbers")
          assert.strictEqual(got.status, status)
          assert.match(got.headers.get("content-type") ?? "", /^text\/html/)
          assert.match(got.text, /^<!DOCTYPE html>/)
        })
      )
    )
  }

  for (const fault of ["cut", "reset", "lost-answer"] as const) {
    it.effect(`${fault} breaks the connection`, () =>
      withToy(
        Effect.gen(function* () {
          yield* inject({ fault })
          assert.isTrue(Result.isFailure(yield* Effect.result(get("/api/numbers"))))
          assert.strictEqual((yield* get("/api/numbers")).status, 200)
        })
      )
    )
  }

  it.effect("truncated is JSON that stops in the middle, at the length it promised", () =>
    withToy(
      Effect.gen(function* () {
        const whole = yield* get("/api/numbers")
        yield* inject({ fault: "truncated" })
        const half = yield* get("/api/numbers")
        assert.strictEqual(half.status, 200)
        assert.isTrue(whole.text.startsWith(half.text) && half.text.length < whole.text.length)
        assert.strictEqual(half.headers.get("content-length"), String(half.text.length))
      })
    )
  )

  it.live("slow takes its time, and sends everything", () =>
    withToy(
      Effect.gen(function* () {
        yield* inject({ fault: "slow", slowMillis: 80 })
        const [took, slow] = yield* Effect.timed(get("/api/numbers"))
        assert.isAtLeast(Duration.toMillis(took), 70)
        assert.strictEqual(slow.text, (yield* get("/api/numbers")).text)
      })
    )
  )

  it.effect("repeat-page sends the page before again, and waits for a second page to do it on", () =>
    withToy(
      Effect.gen(function* () {
        yield* inject({ fault: "repeat-page" })
        const first = yield* get("/api/numbers")
        const repeated = yield* get("/api/numbers?from=10")
        assert.strictEqual(repeated.text, first.text)
        assert.strictEqual(page((yield* get("/api/numbers?from=10")).text).next, "20")
      })
    )
  )

  it.effect("expired-cursor refuses a later page as the vendor would", () =>
    withToy(
      Effect.gen(function* () {
        yield* inject({ fault: "expired-cursor" })
        assert.strictEqual((yield* get("/api/numbers")).status, 200)
        const refused = yield* get("/api/numbers?from=10")
        assert.deepStrictEqual([refused.status, refused.text], [400, JSON.stringify({ message: "too old" })])
      })
    )
  )

  it.effect("missing-has-next, unknown-fields and numbers-as-text bend an answer without breaking it", () =>
    withToy(
      Effect.gen(function* () {
        yield* inject({ fault: "missing-has-next" })
        const endless = page((yield* get("/api/numbers")).text)
        assert.deepStrictEqual([endless.more, endless.next], [undefined, "10"])
        yield* inject({ fault: "unknown-fields" })
        assert.include((yield* get("/api/numbers")).text, "sandboxObject")
        yield* inject({ fault: "numbers-as-text" })
        assert.deepStrictEqual(page((yield* get("/api/numbers")).text).data[1], { id: "1" })
      })
    )
  )

  it.effect("counts faults, and is controlled over HTTP as in process", () =>
    withToy(
      Effect.gen(function* () {
        assert.strictEqual((yield* act("inject", { fault: "unavailable", path: "/numbers", times: 2 })).status, 200)
        assert.strictEqual((yield* get("/api/numbers")).status, 503)
        yield* act("clearFaults", {})
        assert.strictEqual((yield* get("/api/numbers")).status, 200)
        yield* act("setFaults", { faults: "html=1" })
        assert.match((yield* get("/api/numbers")).headers.get("content-type") ?? "", /html/)
        const stats = JSON.parse((yield* act("stats", {})).text)
        assert.deepStrictEqual(stats.faults, { unavailable: 1, html: 1 })
        yield* act("resetStats", {})
        assert.strictEqual((yield* Effect.flatMap(Toy, ({ control }) => control.stats)).requests, 0)
      })
    )
  )

  it.effect("says what is wrong with a call of the control surface", () =>
    withToy(
      Effect.gen(function* () {
        const unknown = yield* act("explode", {})
        assert.strictEqual(unknown.status, 404)
        assert.include(unknown.text, '"inject"')
        assert.strictEqual((yield* act("inject", { fault: "rain" })).status, 400)
        assert.include((yield* act("setFaults", { faults: "rain=1" })).text, "rate-limit")
        assert.include((yield* act("create", { kind: "number" })).text, "not in a toy")
      })
    )
  )
})
