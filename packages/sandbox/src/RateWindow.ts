/**
 * A fixed window: so many requests until it closes, then as many again in the next.
 */
import type { RateBucket, RateLimit } from "./RateBucket.ts"

/** A window. It opens with the first request after the one before has closed. */
export interface RateWindow extends RateBucket {
  /** Requests that one window lets through. */
  readonly limit: number
  /** Requests left at `now` (milliseconds). */
  readonly remaining: (now: number) => number
  /** When the window that is open at `now` closes, in milliseconds since 1970; `now` when none is open. */
  readonly closesAt: (now: number) => number
}

/** Makes a window of `millis` milliseconds that lets through what the limit allows in the long run, at least 1. */
export const make = (limit: RateLimit, millis: number): RateWindow => {
  const ceiling = Math.max(1, Math.round((limit.perSecond * millis) / 1000))
  let opened = Number.NEGATIVE_INFINITY
  let taken = 0
  const isOpen = (now: number) => now < opened + millis
  return {
    limit: ceiling,
    take: (now) => {
      if (!isOpen(now)) {
        opened = now
        taken = 0
      }
      if (taken >= ceiling) return false
      taken++
      return true
    },
    remaining: (now) => (isOpen(now) ? ceiling - taken : ceiling),
    closesAt: (now) => (isOpen(now) ? opened + millis : now)
  }
}
