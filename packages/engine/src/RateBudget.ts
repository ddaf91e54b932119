/**
 * The right to send requests: one token bucket per connector, shared by all that call its vendor.
 *
 * The bucket is filled at 98 % of the declared rate and holds one token less than the declared burst: requests that
 * leave evenly do not arrive evenly, and what the network bunches together must still fit the vendor's own bucket.
 */
import type { RateLimit } from "@crosswalk/core/Provider"
import { Clock, Context, Deferred, Effect, type Scope } from "effect"

/** Who asks: a person who waits (`interactive`) goes before every `background` call. */
export type Lane = "interactive" | "background"

/** The lane of the calls made within a fiber. Default `background`. */
export const CurrentLane = Context.Reference<Lane>("@crosswalk/engine/RateBudget/CurrentLane", {
  defaultValue: () => "background"
})

/** Hands out the right to send one request at a time. */
export interface RateBudget {
  /** Waits until one request may be sent; first come, first served within a lane. */
  readonly take: Effect.Effect<void>
  /** What the vendor says: nothing is left until an instant (milliseconds since 1970). A later one wins. */
  readonly exhaustedUntil: (instant: number) => Effect.Effect<void>
}

const filling = 0.98

const unlimited: RateLimit = { limit: Number.MAX_SAFE_INTEGER, windowSeconds: 1, burst: Number.MAX_SAFE_INTEGER }

/** A full bucket. Without a limit it never empties, but still waits when the vendor says so. */
export const make = Effect.fnUntraced(function* (
  limit: RateLimit | null
): Effect.fn.Return<RateBudget, never, Scope.Scope> {
  const { limit: requests, windowSeconds, burst } = limit ?? unlimited
  const scope = yield* Effect.scope
  const perMilli = (requests * filling) / (windowSeconds * 1000)
  const capacity = Math.max(1, burst - 1)
  const waiting: Record<Lane, Array<Deferred.Deferred<void>>> = { interactive: [], background: [] }
  let tokens = capacity
  let filledAt = yield* Clock.currentTimeMillis
  let closedUntil = 0
  let isServing = false

  /** Milliseconds until a token can be taken; 0 when one was taken. */
  const tryTake = (now: number): number => {
    tokens = Math.min(capacity, tokens + Math.max(0, now - filledAt) * perMilli)
    filledAt = now
    if (now < closedUntil) return closedUntil - now
    if (tokens < 1) return Math.ceil((1 - tokens) / perMilli)
    tokens -= 1
    return 0
  }

  const serve = Effect.gen(function* () {
    while (true) {
      const lane = waiting.interactive.length > 0 ? waiting.interactive : waiting.background
      if (lane.length === 0) break
      const delay = tryTake(yield* Clock.currentTimeMillis)
      if (delay > 0) yield* Effect.sleep(delay)
      else {
        const next = lane.shift()
        if (next !== undefined) yield* Deferred.succeed(next, undefined)
      }
    }
    isServing = false
  })

  return {
    take: Effect.uninterruptibleMask(
      Effect.fnUntraced(function* (restore) {
        if (!isServing && tryTake(yield* Clock.currentTimeMillis) === 0) return
        const lane = waiting[yield* CurrentLane]
        const turn = Deferred.makeUnsafe<void>()
        lane.push(turn)
        if (!isServing) {
          isServing = true
          yield* Effect.forkIn(Effect.interruptible(serve), scope)
        }
        yield* Effect.onInterrupt(restore(Deferred.await(turn)), () =>
          Effect.sync(() => {
            const place = lane.indexOf(turn)
            if (place === -1) tokens += 1
            else lane.splice(place, 1)
          })
        )
      })
    ),
    exhaustedUntil: (instant) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        if (instant <= now) return
        tokens = 0
        filledAt = now
        closedUntil = Math.max(closedUntil, instant)
      })
  }
})
