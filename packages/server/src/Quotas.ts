/**
 * What each API key may still ask for, of this process: a bucket of requests that fills up evenly. Only keys that are known
 * have one, so guessed ones take no memory.
 */
import type { Quota } from "@crosswalk/api/Quota"
import { Context, Duration, Effect, Layer } from "effect"
import * as RateLimiter from "effect/persistence/RateLimiter"
import { Settings } from "./Settings.ts"

const window = Duration.minutes(1)

/** A key's quota after a request of it. */
export interface Taken {
  readonly quota: Quota
  /** Seconds until the next request is good; null when this one is. */
  readonly retryAfter: number | null
}

/** Counts requests by key. */
export class Quotas extends Context.Service<
  Quotas,
  {
    /** Counts a request of a key, by its id. */
    readonly take: (key: string) => Effect.Effect<Taken>
  }
>()("@crosswalk/server/Quotas") {
  /** In the memory of this process, with the limit of the settings in place. */
  static readonly layer: Layer.Layer<Quotas, never, Settings> = Layer.effect(
    Quotas,
    Effect.gen(function* () {
      const { requestsPerMinute: limit } = yield* Settings
      const limiter = yield* RateLimiter.make
      const of = (remaining: number, resetAfter: Duration.Duration): Quota => ({
        limit,
        window: Duration.toSeconds(window),
        remaining,
        resetAfter: Duration.toSeconds(resetAfter)
      })
      return Quotas.of({
        take: (key) =>
          limiter.consume({ algorithm: "token-bucket", window, limit, key }).pipe(
            Effect.map(({ remaining, resetAfter }): Taken => ({ quota: of(remaining, resetAfter), retryAfter: null })),
            Effect.catchReason("RateLimiterError", "RateLimitExceeded", ({ retryAfter }): Effect.Effect<Taken> =>
              Effect.succeed({ quota: of(0, window), retryAfter: Math.ceil(Duration.toSeconds(retryAfter)) })
            ),
            Effect.orDie
          )
      })
    })
  ).pipe(Layer.provide(RateLimiter.layerStoreMemory))
}
