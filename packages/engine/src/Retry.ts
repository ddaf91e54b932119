/**
 * When a failed request is sent again: the arithmetic, and the loop around a call.
 */
import type { ProviderError } from "@crosswalk/core/ProviderError"
import { Clock, Duration, Effect, Random, Result } from "effect"
import type { ClientOptions } from "./ClientOptions.ts"

/** The options that retries depend on. */
export type Policy = Pick<ClientOptions, "tries" | "totalTime" | "retryBase" | "retryMax" | "maxRetryAfter">

const seconds = /^\d+(\.\d+)?$/
/** An HTTP date begins with its weekday; Date.parse alone finds a date in almost anything. */
const weekday = /^(mon|tue|wed|thu|fri|sat|sun)/i

/**
 * The delay that a `Retry-After` header asks for, in seconds or as an HTTP date; null when it is neither. A date is
 * measured against the answer's own `Date` header, so that a clock that is wrong on either side does no harm; without
 * one, against `now` (milliseconds since 1970).
 */
export const retryAfter = (
  header: string | undefined,
  date: string | undefined,
  now: number
): Duration.Duration | null => {
  const text = header?.trim() ?? ""
  if (seconds.test(text)) return Duration.seconds(Number(text))
  const until = weekday.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(until)) return null
  const sent = Date.parse(date ?? "")
  return Duration.millis(Math.max(0, until - (Number.isNaN(sent) ? now : sent)))
}

/**
 * The delay after the given failed try (1 for the first), in milliseconds. `chance` is in 0 to 1.
 *
 * What the vendor asks for is kept, up to `maxRetryAfter`, and prolonged by up to a tenth, lest all come back at once.
 */
export const delay = (policy: Policy, tried: number, asked: Duration.Duration | null, chance: number): number => {
  if (asked !== null) {
    return Math.ceil(Math.min(Duration.toMillis(asked) * (1 + chance / 10), Duration.toMillis(policy.maxRetryAfter)))
  }
  const full = Math.min(Duration.toMillis(policy.retryBase) * 2 ** (tried - 1), Duration.toMillis(policy.retryMax))
  return Math.ceil(full * (0.5 + chance / 2))
}

/**
 * Tries for an answer that parses but is no list: a fault in transit may have cut it, yet an answer that is wrong
 * three times is wrong for good.
 */
const shapeTries = 3

const triesFor = (error: ProviderError, policy: Policy): number => {
  if (error.isRetryable) return policy.tries
  return error.reason._tag === "UnexpectedShape" ? Math.min(shapeTries, policy.tries) : 1
}

/**
 * Runs a call until it succeeds, fails for good, or the policy is used up; then it fails with the last error. `stop`
 * tells that there is no use in another try, because nothing is sent at present.
 */
export const run = Effect.fnUntraced(function* <A, R>(
  call: Effect.Effect<A, ProviderError, R>,
  policy: Policy,
  stop: Effect.Effect<boolean>
): Effect.fn.Return<A, ProviderError, R> {
  const startedAt = yield* Clock.currentTimeMillis
  for (let tried = 1; ; tried++) {
    const result = yield* Effect.result(call)
    if (Result.isSuccess(result)) return result.success
    const error = result.failure
    if (tried >= triesFor(error, policy) || (yield* stop)) return yield* error
    const wait = delay(policy, tried, error.retryAfter, yield* Random.next)
    if ((yield* Clock.currentTimeMillis) - startedAt + wait > Duration.toMillis(policy.totalTime)) return yield* error
    yield* Effect.sleep(wait)
  }
})
