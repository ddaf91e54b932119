/**
 * A token bucket: so many requests a second in the long run, with a burst on top.
 */

/** How much a vendor lets through. */
export interface RateLimit {
  /** Requests a second in the long run; above 0. */
  readonly perSecond: number
  /** Requests that may come at once after a pause; at least 1. */
  readonly burst: number
}

/** A bucket, full when made. */
export interface RateBucket {
  /** Takes one token at `now` (milliseconds); false when there is none. Time that runs backwards counts as standing still. */
  readonly take: (now: number) => boolean
}

/** Makes a bucket. */
export const make = (limit: RateLimit): RateBucket => {
  let tokens = limit.burst
  let filledAt: number | undefined
  return {
    take: (now) => {
      const elapsed = filledAt === undefined ? 0 : Math.max(0, now - filledAt)
      filledAt = Math.max(now, filledAt ?? now)
      tokens = Math.min(limit.burst, tokens + (elapsed * limit.perSecond) / 1000)
      if (tokens < 1) return false
      tokens -= 1
      return true
    }
  }
}
