/**
 * The limits within which a vendor client works.
 */
import type { RateLimit } from "@crosswalk/core/Provider"
import { Duration } from "effect"

/** Limits of a vendor client; each has a default. */
export interface ClientOptions {
  /** Time of one request from sending it to the last byte of its answer. Default 60 seconds. */
  readonly timeout: Duration.Duration
  /** Bytes of one answer, after decompression. Default 64 MiB. */
  readonly maxBytes: number
  /** Redirects that one request follows, within the allowed hosts. Default 3. */
  readonly maxRedirects: number
  /** Requests that are sent for one call at most, the first included. Default 6. */
  readonly tries: number
  /** Time after which a call is not tried again. Default 15 minutes. */
  readonly totalTime: Duration.Duration
  /** Delay before the first retry; it doubles with each further one and is cut by chance to 50–100 %. Default 500 ms. */
  readonly retryBase: Duration.Duration
  /** Upper bound of the doubling delay. Default 30 seconds. */
  readonly retryMax: Duration.Duration
  /** Upper bound of a delay that the vendor asks for. Default 5 minutes. */
  readonly maxRetryAfter: Duration.Duration
  /** Failed requests in a row after which the client stops asking for a while. Default 10. */
  readonly breakerFailures: number
  /** How long it stops asking; doubles with each failed probe, up to `maxRetryAfter`. Default 10 seconds. */
  readonly breakerPause: Duration.Duration
  /** Overrides the rate limit that the provider declares; null takes every limit away (simulators and benches). */
  readonly rateLimit: RateLimit | null
}

/** The defaults of a client; the rate limit is the one that the provider declares. */
export const defaults = (rateLimit: RateLimit): ClientOptions => ({
  timeout: Duration.seconds(60),
  maxBytes: 64 * 1024 * 1024,
  maxRedirects: 3,
  tries: 6,
  totalTime: Duration.minutes(15),
  retryBase: Duration.millis(500),
  retryMax: Duration.seconds(30),
  maxRetryAfter: Duration.minutes(5),
  breakerFailures: 10,
  breakerPause: Duration.seconds(10),
  rateLimit
})
