import { ProviderError, Refused, Unreachable } from "@crosswalk/core/ProviderError"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber } from "effect"
import * as TestClock from "effect/testing/TestClock"
import * as Classify from "../src/Classify.ts"
import { defaults } from "../src/ClientOptions.ts"
import * as Retry from "../src/Retry.ts"

const policy = defaults({ limit: 1, windowSeconds: 1, burst: 1 })
const seconds = (duration: Duration.Duration | null) => (duration === null ? null : Duration.toSeconds(duration))

describe("Retry-After", () => {
  it("is a number of seconds or a date, by the vendor's clock where it tells", () => {
    const now = Date.parse("2026-11-21T10:00:00Z")
    const date = "Sat, 21 Nov 2026 10:01:30 GMT"
    assert.strictEqual(seconds(Retry.retryAfter("120", undefined, now)), 120)
    assert.strictEqual(seconds(Retry.retryAfter(" 0.5 ", undefined, now)), 0.5)
    assert.strictEqual(seconds(Retry.retryAfter(date, undefined, now)), 90)
    assert.strictEqual(seconds(Retry.retryAfter(date, "Sat, 21 Nov 2026 10:01:00 GMT", now)), 30)
    assert.strictEqual(seconds(Retry.retryAfter(date, "Sat, 21 Nov 2026 11:00:00 GMT", now)), 0)
    for (const odd of [undefined, "", "soon", "-5"]) assert.isNull(Retry.retryAfter(odd, undefined, 0), String(odd))
  })
})

describe("the delay", () => {
  it("doubles from half a second to half a minute, between half and all of it", () => {
    assert.deepStrictEqual(
      [1, 2, 3, 7, 60].map((tried) => Retry.delay(policy, tried, null, 1)),
      [500, 1000, 2000, 30_000, 30_000]
    )
    assert.strictEqual(Retry.delay(policy, 1, null, 0), 250)
  })

  it("is never shorter than asked for, and never above the maximum", () => {
    assert.strictEqual(Retry.delay(policy, 1, Duration.seconds(10), 0), 10_000)
    assert.strictEqual(Retry.delay(policy, 1, Duration.seconds(10), 1), 11_000)
    assert.strictEqual(Retry.delay(policy, 1, Duration.hours(10), 1), 300_000)
  })
})

describe("a call", () => {
  const failing = (reason: ProviderError["reason"]) => {
    const calls: Array<number> = []
    const call = Effect.suspend(() => {
      calls.push(1)
      return Effect.fail(new ProviderError({ provider: "acme", operation: "x", reason }))
    })
    return { calls, call }
  }

  it.effect("ends when its tries or its time are used up, or when there is no use", () =>
    Effect.gen(function* () {
      const down = failing(new Unreachable({ detail: "down" }))
      const run = (more: Partial<Retry.Policy>, stop = false) =>
        Effect.gen(function* () {
          down.calls.length = 0
          const fiber = yield* Effect.forkChild(
            Effect.flip(Retry.run(down.call, { ...policy, ...more }, Effect.succeed(stop)))
          )
          yield* TestClock.adjust("2 hours")
          yield* Fiber.join(fiber)
          return down.calls.length
        })
      assert.strictEqual(yield* run({}), 6)
      assert.strictEqual(yield* run({ tries: 2 }), 2)
      assert.strictEqual(yield* run({}, true), 1)
      assert.isAtMost(yield* run({ tries: 1000, totalTime: Duration.minutes(5) }), 30)
      const refused = failing(new Refused({ detail: "no" }))
      yield* Effect.flip(Retry.run(refused.call, policy, Effect.succeed(false)))
      assert.strictEqual(refused.calls.length, 1)
    })
  )
})

describe("rate limit headers", () => {
  it("tell until when nothing is left, as a delay or as a moment", () => {
    const now = Date.parse("2026-11-21T10:00:00Z")
    const until = (headers: Record<string, string>) => Classify.exhaustedUntil(headers, now)
    assert.strictEqual(until({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "7" }), now + 7000)
    assert.strictEqual(until({ "ratelimit-remaining": "0", "ratelimit-reset": "7" }), now + 7000)
    const moment = String(now / 1000 + 9)
    assert.strictEqual(until({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": moment }), now + 9000)
    const skewed = { date: "Sat, 21 Nov 2026 10:00:05 GMT" }
    assert.strictEqual(until({ ...skewed, "x-ratelimit-remaining": "0", "x-ratelimit-reset": moment }), now + 4000)
    for (const headers of [
      {},
      { "x-ratelimit-remaining": "1", "x-ratelimit-reset": "7" },
      { "x-ratelimit-remaining": "0" },
      { "x-ratelimit-remaining": "", "x-ratelimit-reset": "7" }
    ])
      assert.isNull(until(headers))
  })
})
