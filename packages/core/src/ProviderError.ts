/**
 * Why a vendor call failed: one error with a closed union of reasons, each with its own policy.
 *
 * Nothing but this module knows what a status code means; the engine acts on `isRetryable`, `retryAfter` and `remedy`.
 */
import { Duration, Schema } from "effect"

/**
 * What helps: `wait` and it passes; `reconnect` with new credentials; `grant` a missing right at the vendor; `report`
 * it, because the vendor or the provider package is at fault; `none`: it is as it should be.
 */
export type Remedy = "wait" | "reconnect" | "grant" | "report" | "none"

const policy = (isRetryable: boolean, remedy: Remedy) => ({ isRetryable, remedy })

/** No answer came: name not found, refused, reset, timed out. */
export class Unreachable extends Schema.TaggedError<Unreachable>()("Unreachable", {
  detail: Schema.String
}) {
  readonly policy = policy(true, "wait")
  override get message(): string {
    return `no answer (${this.detail}); check the address and the network`
  }
}

/** The vendor asks for patience: 429. */
export class RateLimited extends Schema.TaggedError<RateLimited>()("RateLimited", {
  /** Delay that the vendor asked for; null when it named none. */
  retryAfter: Schema.NullOr(Schema.Duration)
}) {
  readonly policy = policy(true, "wait")
  override get message(): string {
    return `the vendor's rate limit is reached${this.retryAfter === null ? "" : `; it asks to wait ${Duration.format(this.retryAfter)}`}`
  }
}

/** The credentials are wrong, expired or revoked: 401. */
export class Unauthenticated extends Schema.TaggedError<Unauthenticated>()("Unauthenticated", {
  detail: Schema.String
}) {
  readonly policy = policy(false, "reconnect")
  override get message(): string {
    return `the vendor refuses the credentials (${this.detail}); connect again with valid ones`
  }
}

/** The credentials are good but lack a right: 403. */
export class Forbidden extends Schema.TaggedError<Forbidden>()("Forbidden", {
  detail: Schema.String,
  /** The vendor's name of the missing right, where the provider declares it. */
  permission: Schema.NullOr(Schema.String)
}) {
  readonly policy = policy(false, "grant")
  override get message(): string {
    return `the credentials lack the right${this.permission === null ? "" : ` "${this.permission}"`} (${this.detail}); grant it at the vendor or leave the model out of scope`
  }
}

/** There is no such thing: 404, 410. */
export class NotFound extends Schema.TaggedError<NotFound>()("NotFound", {
  detail: Schema.String
}) {
  readonly policy = policy(false, "none")
  override get message(): string {
    return `not found (${this.detail})`
  }
}

/** The vendor understood the request and refuses it: any other 4xx. */
export class Rejected extends Schema.TaggedError<Rejected>()("Rejected", {
  status: Schema.Int,
  /** The vendor's own code, where it sends one. */
  code: Schema.NullOr(Schema.String),
  detail: Schema.String
}) {
  readonly policy = policy(false, "report")
  override get message(): string {
    return `the vendor rejects the request with ${this.status}${this.code === null ? "" : ` ${this.code}`} (${this.detail})`
  }
}

/** The vendor's place in its list is no longer valid; the walk begins anew. */
export class CursorExpired extends Schema.TaggedError<CursorExpired>()("CursorExpired", {
  detail: Schema.String
}) {
  readonly policy = policy(false, "none")
  override get message(): string {
    return `the vendor no longer knows this page (${this.detail}); the list is read from its start`
  }
}

/** The vendor failed: 5xx, or 408, by which it gave up waiting. */
export class VendorFailure extends Schema.TaggedError<VendorFailure>()("VendorFailure", {
  status: Schema.Int,
  retryAfter: Schema.NullOr(Schema.Duration),
  detail: Schema.String
}) {
  readonly policy = policy(true, "wait")
  override get message(): string {
    return `the vendor failed with ${this.status} (${this.detail})`
  }
}

/** The answer is not what the vendor documents: no JSON, cut off, or no list where one should be. */
export class UnexpectedShape extends Schema.TaggedError<UnexpectedShape>()("UnexpectedShape", {
  detail: Schema.String,
  /** A cut-off or foreign answer passes with another try; a list that is not where it should be does not. */
  transient: Schema.Boolean
}) {
  get policy() {
    return policy(this.transient, this.transient ? "wait" : "report")
  }
  override get message(): string {
    return `the answer is not what the vendor documents: ${this.detail}`
  }
}

/** The answer is larger than the client takes. */
export class TooLarge extends Schema.TaggedError<TooLarge>()("TooLarge", {
  /** Bytes that the client takes. */
  limit: Schema.Int
}) {
  readonly policy = policy(false, "report")
  override get message(): string {
    return `the answer is larger than ${this.limit} bytes`
  }
}

/** The request would leave the hosts that the provider declares, or lacks credentials. Nothing was sent. */
export class Refused extends Schema.TaggedError<Refused>()("Refused", {
  detail: Schema.String
}) {
  readonly policy = policy(false, "reconnect")
  override get message(): string {
    return this.detail
  }
}

/** Every reason for which a vendor call fails. */
export const Reason = Schema.Union([
  Unreachable,
  RateLimited,
  Unauthenticated,
  Forbidden,
  NotFound,
  Rejected,
  CursorExpired,
  VendorFailure,
  UnexpectedShape,
  TooLarge,
  Refused
])

/** Any reason for which a vendor call fails. */
export type Reason = typeof Reason.Type

/** A failed vendor call. It never carries a credential, a query or a body. */
export class ProviderError extends Schema.TaggedError<ProviderError>()("ProviderError", {
  provider: Schema.String,
  /** What was tried, e.g. `opportunities.list`. */
  operation: Schema.String,
  reason: Reason
}) {
  get isRetryable(): boolean {
    return this.reason.policy.isRetryable
  }
  /** Delay that the vendor asked for; null when it named none. */
  get retryAfter(): Duration.Duration | null {
    return "retryAfter" in this.reason ? this.reason.retryAfter : null
  }
  get remedy(): Remedy {
    return this.reason.policy.remedy
  }
  override get message(): string {
    return `${this.provider} ${this.operation}: ${this.reason.message}`
  }
}

/** What is known of an answer that is no success. */
export interface Failure {
  /** HTTP status. */
  readonly status: number
  /** Delay that the vendor asked for; null when it named none. */
  readonly retryAfter: Duration.Duration | null
  /** The vendor's own code and words, from the provider's `failure` reader or guessed from common keys. */
  readonly code: string | null
  /** What it says; shown to people, so without anything secret. */
  readonly detail: string
  /** The vendor's name of the right that the request takes; null when none is declared. */
  readonly permission: string | null
}

/** The reason behind a status code that is no success; {@link Rejected} for one that has no meaning of its own. */
export const fromStatus = ({ status, retryAfter, code, detail, permission }: Failure): Reason => {
  if (status === 401) return new Unauthenticated({ detail })
  if (status === 403) return new Forbidden({ detail, permission })
  if (status === 404 || status === 410) return new NotFound({ detail })
  if (status === 408) return new VendorFailure({ status, retryAfter, detail })
  if (status === 429) return new RateLimited({ retryAfter })
  if (status >= 500) return new VendorFailure({ status, retryAfter, detail })
  return new Rejected({ status, code, detail })
}
