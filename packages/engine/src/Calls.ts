/**
 * A call to a vendor: a request with credentials, sent when the budget allows, and again when that can help.
 */
import { ProviderError, type Reason, UnexpectedShape } from "@crosswalk/core/ProviderError"
import { Clock, Duration, Effect, type Result } from "effect"
import type { Authenticate } from "./Authenticate.ts"
import type { Breaker } from "./Breaker.ts"
import * as Classify from "./Classify.ts"
import type { ClientOptions } from "./ClientOptions.ts"
import type { Connection } from "./Connection.ts"
import type { Answer, Exchange } from "./Exchange.ts"
import type { RateBudget } from "./RateBudget.ts"
import type { Redaction } from "./Redaction.ts"
import * as Retry from "./Retry.ts"

/** One call. */
export interface Call<A> {
  /** What is tried, for errors and spans, e.g. `opportunities.page`. */
  readonly operation: string
  readonly url: URL
  /** The vendor's name of the right it takes. */
  readonly permission: string | null
  /** Reads a successful answer. */
  readonly read: (answer: Answer) => Result.Result<A, Reason>
}

/** Makes the calls of one connector. */
export type Calls = <A>(call: Call<A>) => Effect.Effect<A, ProviderError>

/** The parts that calls are made with; all of one connector. */
export interface Parts {
  readonly connection: Connection
  readonly options: ClientOptions
  readonly exchange: Exchange
  readonly authenticate: Authenticate
  readonly budget: RateBudget
  readonly breaker: Breaker
  readonly redaction: Redaction
}

/** Makes calls with the parts of one connector. */
export const make = (parts: Parts): Calls => {
  const { authenticate, breaker, budget, exchange, options, redaction } = parts
  const { provider } = parts.connection
  const common = {
    accept: "application/json",
    "accept-encoding": "gzip",
    "user-agent": "crosswalk",
    ...provider.headers
  }
  const longestPause = Duration.toMillis(options.maxRetryAfter)

  const exhausted = (until: number, now: number) => budget.exhaustedUntil(Math.min(until, now + longestPause))

  /** What a paging strategy quotes of an answer comes from the vendor, too. */
  const withoutSecrets = (reason: Reason): Reason =>
    reason._tag === "UnexpectedShape"
      ? new UnexpectedShape({ detail: redaction.text(reason.detail), transient: reason.transient })
      : reason

  const reasonFor = Effect.fnUntraced(function* (answer: Answer, permission: string | null) {
    const now = yield* Clock.currentTimeMillis
    const reason = Classify.reason(provider, permission, answer, redaction, now)
    if (reason._tag === "RateLimited") {
      yield* exhausted(now + Duration.toMillis(reason.retryAfter ?? options.retryBase), now)
    }
    return reason
  })

  /** One request, and a second one with a renewed token when the first is refused. */
  const ask = Effect.fnUntraced(function* <A>(call: Call<A>): Effect.fn.Return<A, Reason> {
    let authorised = yield* authenticate.current
    for (let isRenewed = false; ; isRenewed = true) {
      const headers = { ...common, ...authorised.headers }
      const answer = yield* exchange.send({ url: call.url, headers, form: null }, budget.take)
      if (
        answer.headers["x-ratelimit-remaining"] !== undefined ||
        answer.headers["ratelimit-remaining"] !== undefined
      ) {
        const now = yield* Clock.currentTimeMillis
        const until = Classify.exhaustedUntil(answer.headers, now)
        if (until !== null) yield* exhausted(until, now)
      }
      if (Classify.isSuccess(answer.status)) {
        return yield* Effect.mapError(Effect.fromResult(call.read(answer)), withoutSecrets)
      }
      const reason = yield* reasonFor(answer, call.permission)
      if (reason._tag !== "Unauthenticated" || isRenewed) return yield* Effect.fail(reason)
      const renewed = yield* authenticate.instead(authorised)
      if (renewed === null) return yield* Effect.fail(reason)
      authorised = renewed
    }
  })

  return (call) => {
    const fail = (reason: Reason) => new ProviderError({ provider: provider.id, operation: call.operation, reason })
    return Retry.run(breaker.guard(Effect.mapError(ask(call), fail), fail), options, breaker.isOpen)
  }
}
