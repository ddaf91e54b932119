/**
 * A time after which an effect is ended. What it was at is undone first, but nobody waits long for that: a database that does
 * not answer may not answer to this either.
 */
import { Duration, Effect, Fiber } from "effect"

const undoing = Duration.seconds(2)

/** Gives an effect so much time, and 2 seconds to undo what it was at; then the other one answers. */
export const within =
  <B, E2, R2>(duration: Duration.Input, late: Effect.Effect<B, E2, R2>) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A | B, E | E2, R | R2> =>
    Effect.flatMap(Effect.forkDetach(effect, { startImmediately: true }), (fiber) => {
      // Most of what SQLite is asked is there by now.
      const exit = fiber.pollUnsafe()
      if (exit !== undefined) return exit
      const ended = Effect.suspend(() => {
        fiber.interruptUnsafe()
        return Effect.timeoutOption(Fiber.await(fiber), undoing)
      })
      return Effect.timeoutOrElse(Fiber.join(fiber), { duration, orElse: () => Effect.andThen(ended, late) }).pipe(
        Effect.onInterrupt(() => ended)
      )
    })
