import type { RateLimit } from "@crosswalk/core/Provider"
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber, Random } from "effect"
import * as TestClock from "effect/testing/TestClock"
import * as RateBudget from "../src/RateBudget.ts"

/** The vendor's own bucket, as strict as declared: whether a request that arrives at an instant is served. */
const bucket = ({ burst, limit, windowSeconds }: RateLimit, filled = burst) => {
  let tokens = filled
  let at = 0
  return (now: number): boolean => {
    tokens = Math.min(burst, tokens + ((now - at) * limit) / (windowSeconds * 1000))
    at = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}

/** Workers that ask one after the other through one budget, each answer 5 to 300 ms away, half of it underway. */
const use = (limit: RateLimit, workers: number, seconds: number, filled?: number) =>
  Effect.gen(function* () {
    const budget = yield* RateBudget.make(limit)
    const vendor = bucket(limit, filled)
    const served: Array<boolean> = []
    const ask = Effect.gen(function* () {
      yield* budget.take
      const latency = yield* Random.nextIntBetween(5, 300)
      yield* Effect.sleep(latency / 2)
      const now = yield* Clock.currentTimeMillis
      const isServed = vendor(now)
      served.push(isServed)
      yield* Effect.sleep(latency / 2)
      if (!isServed) yield* budget.exhaustedUntil(now + 1000)
    })
    const fibers = yield* Effect.all(Array.from({ length: workers }, () => Effect.forkChild(Effect.forever(ask))))
    for (let second = 0; second < seconds; second++) yield* TestClock.adjust("1 second")
    yield* Fiber.interruptAll(fibers)
    return served
  })

const count = (served: ReadonlyArray<boolean>, is: boolean) => served.filter((one) => one === is).length

describe("a rate budget", () => {
  const limits: ReadonlyArray<RateLimit> = [
    { limit: 10, windowSeconds: 1, burst: 20 },
    { limit: 50, windowSeconds: 10, burst: 50 },
    { limit: 600, windowSeconds: 60, burst: 10 }
  ]
  for (const limit of limits) {
    it.effect(`uses 95 % of ${limit.limit} per ${limit.windowSeconds} s, and not a request more than is served`, () =>
      Effect.gen(function* () {
        const seconds = 120
        const served = yield* use(limit, 8, seconds)
        const quota = limit.burst + (limit.limit / limit.windowSeconds) * seconds
        assert.strictEqual(count(served, false), 0)
        assert.isAtLeast(count(served, true) / quota, 0.95)
      })
    )
  }

  it.effect("finds back within a second when somebody else has used the quota up", () =>
    Effect.gen(function* () {
      const limit = { limit: 10, windowSeconds: 1, burst: 20 }
      const served = yield* use(limit, 4, 60, 0)
      const last = served.lastIndexOf(false)
      assert.isAtMost(last, 4)
      assert.isAtLeast(count(served, true) / (10 * 60), 0.95)
    })
  )

  it.effect("serves in the order of asking, whoever waits at a screen first", () =>
    Effect.gen(function* () {
      const budget = yield* RateBudget.make({ limit: 1, windowSeconds: 1, burst: 1 })
      yield* budget.take
      const served: Array<string> = []
      const ask = (name: string, lane: RateBudget.Lane) =>
        Effect.forkChild(
          Effect.andThen(
            Effect.provideService(budget.take, RateBudget.CurrentLane, lane),
            Effect.sync(() => served.push(name))
          ),
          { startImmediately: true }
        )
      yield* ask("sync 1", "background")
      yield* ask("sync 2", "background")
      const gone = yield* ask("sync, cancelled", "background")
      yield* ask("sync 3", "background")
      yield* ask("person 1", "interactive")
      yield* ask("person 2", "interactive")
      yield* Fiber.interrupt(gone)
      yield* TestClock.adjust("10 seconds")
      assert.deepStrictEqual(served, ["person 1", "person 2", "sync 1", "sync 2", "sync 3"])
    })
  )

  it.effect("gives nobody's turn away that nobody took", () =>
    Effect.gen(function* () {
      const budget = yield* RateBudget.make({ limit: 1, windowSeconds: 10, burst: 1 })
      yield* budget.take
      const cancelled = yield* Effect.forkChild(budget.take, { startImmediately: true })
      const waiting = yield* Effect.forkChild(budget.take, { startImmediately: true })
      yield* Fiber.interrupt(cancelled)
      yield* TestClock.adjust("10.3 seconds")
      assert.isDefined(waiting.pollUnsafe())
    })
  )

  it.effect("without a limit still waits when the vendor says that nothing is left", () =>
    Effect.gen(function* () {
      const budget = yield* RateBudget.make(null)
      for (let i = 0; i < 10_000; i++) yield* budget.take
      yield* budget.exhaustedUntil(5000)
      const waiting = yield* Effect.forkChild(budget.take, { startImmediately: true })
      yield* TestClock.adjust(4999)
      assert.isUndefined(waiting.pollUnsafe())
      yield* TestClock.adjust(1)
      assert.isDefined(waiting.pollUnsafe())
    })
  )
})
