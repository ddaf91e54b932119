/**
 * Stops asking a vendor that does not answer: after enough failures in a row calls fail at once, and every now and
 * then one of them goes through as a probe.
 */
import { Unreachable, type ProviderError, type Reason } from "@crosswalk/core/ProviderError"
import { Clock, Duration, Effect, Exit, Option } from "effect"
import type { ClientOptions } from "./ClientOptions.ts"

/** Guards the requests of one connector. */
export interface Breaker {
  /** Runs a request, or fails with `Unreachable` when the vendor is given a rest. `fail` makes the error. */
  readonly guard: <A, R>(
    request: Effect.Effect<A, ProviderError, R>,
    fail: (reason: Reason) => ProviderError
  ) => Effect.Effect<A, ProviderError, R>
  /** Whether requests fail at once at present. */
  readonly isOpen: Effect.Effect<boolean>
}

/** Whether a failure says that the vendor is not well; a rate limit or a refused request says that it is. */
const isIllness = (error: ProviderError): boolean => error.isRetryable && error.reason._tag !== "RateLimited"

/** A breaker that lets requests through. */
export const make = (options: Pick<ClientOptions, "breakerFailures" | "breakerPause" | "maxRetryAfter">): Breaker => {
  const firstPause = Duration.toMillis(options.breakerPause)
  let failures = 0
  let pause = firstPause
  let openUntil = 0
  let isProbing = false

  const isOpenAt = (now: number): boolean => failures >= options.breakerFailures && (now < openUntil || isProbing)

  const record = (exit: Exit.Exit<unknown, ProviderError>, now: number, isProbe: boolean): void => {
    if (isProbe) isProbing = false
    if (Exit.hasInterrupts(exit)) return
    const error = Option.getOrNull(Exit.findErrorOption(exit))
    if (error === null || !isIllness(error)) {
      failures = 0
      pause = firstPause
      return
    }
    failures += 1
    if (isProbe) pause = Math.min(pause * 2, Duration.toMillis(options.maxRetryAfter))
    if (failures >= options.breakerFailures) openUntil = now + pause
  }

  return {
    guard: (request, fail) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        if (isOpenAt(now)) {
          const rest = Math.max(1, Math.ceil((openUntil - now) / 1000))
          return Effect.fail(
            fail(new Unreachable({ detail: `not asked: ${failures} requests in a row failed; next one in ${rest} s` }))
          )
        }
        const isProbe = failures >= options.breakerFailures
        if (isProbe) isProbing = true
        return Effect.onExit(request, (exit) =>
          Effect.map(Clock.currentTimeMillis, (after) => record(exit, after, isProbe))
        )
      }),
    isOpen: Effect.map(Clock.currentTimeMillis, isOpenAt)
  }
}
