/** What an API key may still ask for, and the headers by which answers tell it. */
import { Schema } from "effect"

/** The quota of an API key after a request. */
export interface Quota {
  /** Requests in each window. */
  readonly limit: number
  /** Length of the window, in seconds. */
  readonly window: number
  /** Requests that are left. */
  readonly remaining: number
  /** Seconds until there are all again. */
  readonly resetAfter: number
}

/** Headers of a quota; `now` is in seconds since 1970. */
export type Told = (quota: Quota, now: number) => Readonly<Record<string, string>>

/** The quota in the headers `RateLimit` and `RateLimit-Policy` of the IETF's draft. */
export const standard: Told = ({ limit, remaining, resetAfter, window }) => ({
  "ratelimit-policy": `"key";q=${limit};w=${window}`,
  ratelimit: `"key";r=${remaining};t=${Math.ceil(resetAfter)}`
})

/** The quota as three numbers in headers that many vendors know; the last one is a moment in seconds since 1970. */
export const counted: Told = ({ limit, remaining, resetAfter }, now) => ({
  "x-ratelimit-limit": String(limit),
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-reset": String(Math.ceil(now + resetAfter))
})

const text = (description: string) => ({ description, schema: Schema.String })

/** What the headers of {@link standard} say. */
export const described = {
  "ratelimit-policy": text('What an API key may ask for: "key";q=requests;w=seconds.'),
  ratelimit: text('What is left of it: "key";r=requests;t=seconds until there are all again.')
} as const
