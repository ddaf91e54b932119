/**
 * Why a request is refused, before a dialect puts it into its own words. Nothing of another tenant ever stands in one.
 */
import type { Category } from "@crosswalk/core/Category"

/** One thing that is wrong with a request. */
export interface Fault {
  readonly in: "path" | "query" | "header" | "body"
  /** Name of the parameter, or path in the body; "" for the whole. */
  readonly name: string
  /** What is expected, as a sentence. */
  readonly message: string
}

/** A refused request. */
export type Failure =
  /** No key, or one that is unknown, revoked or expired. */
  | { readonly _tag: "Unauthenticated"; readonly reason: string }
  /** The key is good and does not reach this far. */
  | { readonly _tag: "Forbidden"; readonly reason: string }
  /** The request does not say which connector it means. */
  | { readonly _tag: "ConnectorMissing"; readonly where: string }
  /** There is no such connector in the key's workspace. */
  | { readonly _tag: "ConnectorUnknown" }
  /** The connector belongs to another category than the route. */
  | { readonly _tag: "CategoryMismatch"; readonly asked: Category; readonly connector: string }
  /** The connector's customer has not finished setting it up. */
  | { readonly _tag: "ConnectorIncomplete" }
  /** The first sync has not brought the model yet: what is there would look like all there is. */
  | { readonly _tag: "FirstSyncPending"; readonly model: string }
  /** The connector was switched off. */
  | { readonly _tag: "ConnectorPaused" }
  /** The connector's customer has to authorise anew. */
  | { readonly _tag: "ConnectorInactive" }
  /** The model is not among the connector's scopes. */
  | { readonly _tag: "ModelNotInScope"; readonly model: string }
  /** The connector's provider cannot supply the model. */
  | { readonly _tag: "ModelNotAvailable"; readonly model: string; readonly provider: string }
  /** There is no such thing: a route, or a record of an id. */
  | { readonly _tag: "NotFound"; readonly what: string }
  | { readonly _tag: "MethodNotAllowed"; readonly allowed: ReadonlyArray<string> }
  | { readonly _tag: "InvalidRequest"; readonly faults: readonly [Fault, ...ReadonlyArray<Fault>] }
  | { readonly _tag: "UnsupportedMediaType"; readonly expected: string }
  | { readonly _tag: "TooLarge"; readonly limit: number }
  /** Another request of the same kind is at work, or the state does not allow it. */
  | { readonly _tag: "Conflict"; readonly reason: string }
  /** The request took longer than so many seconds and was ended. */
  | { readonly _tag: "TimedOut"; readonly limit: number }
  /** Too many requests; the next one is good after so many seconds. */
  | { readonly _tag: "RateLimited"; readonly retryAfter: number }
  | { readonly _tag: "NotImplemented"; readonly what: string }
  /** Our own fault; the text is an id under which the log has more. */
  | { readonly _tag: "Internal"; readonly id: string }
  /** The database or a needed service does not answer now. */
  | { readonly _tag: "Unavailable"; readonly retryAfter: number }

/** A request with one thing wrong. */
export const invalid = (where: Fault["in"], name: string, message: string): Failure => ({
  _tag: "InvalidRequest",
  faults: [{ in: where, name, message }]
})

/** The header by which an answer says how to authenticate. */
export const challenge = { "www-authenticate": "Bearer" }

/** The header by which an answer says after how many seconds to try again. */
export const retryAfter = (seconds: number) => ({ "retry-after": String(Math.max(1, Math.ceil(seconds))) })

/** An answer that a dialect makes of a failure. */
export interface Refusal {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Plain JSON. */
  readonly body: unknown
  readonly contentType: string
}
