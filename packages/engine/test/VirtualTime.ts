/** Runs an effect that waits by effect's clock and works over real sockets: time passes only while nothing else does. */
import { Effect, Fiber } from "effect"
import * as TestClock from "effect/testing/TestClock"

/** One round of node's event loop: sockets get their turn. */
const round = Effect.callback<void>((resume) => {
  setImmediate(() => resume(Effect.void))
})

/** Lets the test clock pass in steps of `step` milliseconds until the effect has ended. */
export const passing =
  (step: number) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(self)
      while (fiber.pollUnsafe() === undefined) {
        for (let rounds = 0; rounds < 20; rounds++) yield* round
        if (fiber.pollUnsafe() === undefined) yield* TestClock.adjust(step)
      }
      return yield* Fiber.join(fiber)
    })
