import { NotFound, ProviderError, type Reason, Unreachable } from "@crosswalk/core/ProviderError"
import { assert, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import * as TestClock from "effect/testing/TestClock"
import * as Breaker from "../src/Breaker.ts"

const fail = (reason: Reason) => new ProviderError({ provider: "acme", operation: "x", reason })
const down = Effect.fail(fail(new Unreachable({ detail: "down" })))
const options = { breakerFailures: 3, breakerPause: Duration.seconds(10), maxRetryAfter: Duration.seconds(30) }

it.effect("opens after failures in a row, probes once, and rests longer each time the probe fails", () =>
  Effect.gen(function* () {
    const breaker = Breaker.make(options)
    let asked = 0
    const counted = <A>(call: Effect.Effect<A, ProviderError>) =>
      Effect.suspend(() => {
        asked += 1
        return call
      })
    const ask = <A>(call: Effect.Effect<A, ProviderError>) => Effect.result(breaker.guard(counted(call), fail))
    yield* ask(down)
    yield* ask(down)
    yield* ask(Effect.fail(fail(new NotFound({ detail: "gone" }))))
    assert.isFalse(yield* breaker.isOpen)
    for (let i = 0; i < 5; i++) yield* ask(down)
    assert.strictEqual(asked, 6)
    assert.isTrue(yield* breaker.isOpen)
    yield* TestClock.adjust("10 seconds")
    yield* Effect.all([ask(Effect.andThen(Effect.yieldNow, down)), ask(down), ask(down)], { concurrency: "unbounded" })
    assert.strictEqual(asked, 7)
    yield* TestClock.adjust("19 seconds")
    yield* ask(down)
    assert.strictEqual(asked, 7)
    yield* TestClock.adjust("1 second")
    yield* ask(Effect.succeed("well"))
    yield* ask(Effect.succeed("well"))
    assert.strictEqual(asked, 9)
    assert.isFalse(yield* breaker.isOpen)
  })
)
