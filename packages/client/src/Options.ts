/** How a client reaches the server, and how long it tries. */
import type { Duration, Redacted } from "effect"

/** What a client is made with. */
export interface Options {
  /** Where the server is, without the dialect's own path: `https://crosswalk.example.com`. */
  readonly baseUrl: string
  /** An API key. It stands in no error, span or log. */
  readonly apiKey: Redacted.Redacted<string>
  /** How long one try may take, to the last byte of its answer. Default 30 seconds. */
  readonly timeout?: Duration.Input | undefined
  /** How often a request is sent again at most. Default 4. */
  readonly retries?: number | undefined
  /** The delay before the first retry; it doubles with each further one, give or take a fifth. Default 250 ms. */
  readonly retryBase?: Duration.Input | undefined
  /** The longest delay that the server may ask for; where it asks for more, the error comes at once. Default 1 minute. */
  readonly longestRetryAfter?: Duration.Input | undefined
}
