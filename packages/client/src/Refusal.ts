/**
 * Why the server refused a request: one tagged error for each `type` of problem that it tells (RFC 9457).
 */
import type { Failure } from "@crosswalk/api/Failure"
import { Problem, typeOf } from "@crosswalk/api/crosswalk/Refusal"
import { Schema } from "effect"

const told = {
  /** What was wrong with this request, and what to do, by the server. */
  message: Schema.String,
  /** Name of the problem, which does not change: `urn:crosswalk:error:not-found`. */
  type: Schema.String,
  status: Schema.Int,
  /** Seconds after which to ask again, by the server; null when it named none. */
  retryAfter: Schema.NullOr(Schema.Finite),
  /** An id under which the server's log tells more; null without one. */
  instance: Schema.NullOr(Schema.String),
  /** Each thing that is wrong with the request; empty where it is not about parts of it. */
  errors: Problem.fields.errors.schema
}

/** No key was sent, or one that is unknown, revoked or expired. */
export class Unauthenticated extends Schema.TaggedError<Unauthenticated>("@crosswalk/client/Unauthenticated")(
  "Unauthenticated",
  told
) {
  readonly remedy = "Give a valid API key of this server."
}

/** The key is good and does not reach this far. */
export class Forbidden extends Schema.TaggedError<Forbidden>("@crosswalk/client/Forbidden")("Forbidden", told) {
  readonly remedy = "Use a key that has the scope."
}

/** The request does not say which connector it means. */
export class ConnectorMissing extends Schema.TaggedError<ConnectorMissing>("@crosswalk/client/ConnectorMissing")(
  "ConnectorMissing",
  told
) {
  readonly remedy = "Give the connector's token as `connector`."
}

/** The key's workspace has no such connector. */
export class ConnectorUnknown extends Schema.TaggedError<ConnectorUnknown>("@crosswalk/client/ConnectorUnknown")(
  "ConnectorUnknown",
  told
) {
  readonly remedy = "Take ids and tokens from `connectors.list()`."
}

/** The connector belongs to another category than the list. */
export class CategoryMismatch extends Schema.TaggedError<CategoryMismatch>("@crosswalk/client/CategoryMismatch")(
  "CategoryMismatch",
  told
) {
  readonly remedy = "Ask for lists of the connector's own category."
}

/** The connector's customer has not finished setting it up. */
export class ConnectorIncomplete extends Schema.TaggedError<ConnectorIncomplete>(
  "@crosswalk/client/ConnectorIncomplete"
)("ConnectorIncomplete", told) {
  readonly remedy = "Let the customer authorise the connector."
}

/** The first sync has not brought the model yet. */
export class FirstSyncPending extends Schema.TaggedError<FirstSyncPending>("@crosswalk/client/FirstSyncPending")(
  "FirstSyncPending",
  told
) {
  readonly remedy = "Wait until `connectors.get(id)` tells that a sync is done."
}

/** The connector was switched off. */
export class ConnectorPaused extends Schema.TaggedError<ConnectorPaused>("@crosswalk/client/ConnectorPaused")(
  "ConnectorPaused",
  told
) {
  readonly remedy = "Resume the connector."
}

/** The connector's customer has to authorise anew. */
export class ConnectorInactive extends Schema.TaggedError<ConnectorInactive>("@crosswalk/client/ConnectorInactive")(
  "ConnectorInactive",
  told
) {
  readonly remedy = "Let the customer authorise the connector anew."
}

/** The model is not among the connector's scopes. */
export class ModelNotInScope extends Schema.TaggedError<ModelNotInScope>("@crosswalk/client/ModelNotInScope")(
  "ModelNotInScope",
  told
) {
  readonly remedy = "Grant the model to the connector, then sync."
}

/** The connector's provider cannot supply the model. */
export class ModelNotAvailable extends Schema.TaggedError<ModelNotAvailable>("@crosswalk/client/ModelNotAvailable")(
  "ModelNotAvailable",
  told
) {
  readonly remedy = "See `providers.get(id)` for the models that it supplies."
}

/** There is no such thing. */
export class NotFound extends Schema.TaggedError<NotFound>("@crosswalk/client/NotFound")("NotFound", told) {
  readonly remedy = "Check the id."
}

/** The server's route does not take this method. */
export class MethodNotAllowed extends Schema.TaggedError<MethodNotAllowed>("@crosswalk/client/MethodNotAllowed")(
  "MethodNotAllowed",
  told
) {
  readonly remedy = "Use the client that belongs to the server's version."
}

/** The request is not valid; `errors` names each fault. */
export class InvalidRequest extends Schema.TaggedError<InvalidRequest>("@crosswalk/client/InvalidRequest")(
  "InvalidRequest",
  told
) {
  readonly remedy = "Correct what `errors` names."
}

/** The server does not take a body of this kind. */
export class UnsupportedMediaType extends Schema.TaggedError<UnsupportedMediaType>(
  "@crosswalk/client/UnsupportedMediaType"
)("UnsupportedMediaType", told) {
  readonly remedy = "Use the client that belongs to the server's version."
}

/** The request's body is too large. */
export class TooLarge extends Schema.TaggedError<TooLarge>("@crosswalk/client/TooLarge")("TooLarge", told) {
  readonly remedy = "Send less at once."
}

/** Another request is at work, or the state does not allow this one. */
export class Conflict extends Schema.TaggedError<Conflict>("@crosswalk/client/Conflict")("Conflict", told) {
  readonly remedy = "Read the present state, then decide anew."
}

/** The server took too long and kept nothing of the request. */
export class TimedOut extends Schema.TaggedError<TimedOut>("@crosswalk/client/TimedOut")("TimedOut", told) {
  readonly remedy = "Ask for less at once."
}

/** Too many requests; `retryAfter` tells when the next one is good. */
export class RateLimited extends Schema.TaggedError<RateLimited>("@crosswalk/client/RateLimited")("RateLimited", told) {
  readonly remedy = "Wait for `retryAfter` seconds, then ask again."
}

/** The server does not support this. */
export class NotImplemented extends Schema.TaggedError<NotImplemented>("@crosswalk/client/NotImplemented")(
  "NotImplemented",
  told
) {
  readonly remedy = "See the server's document for what it supports."
}

/** The server failed; its log tells more under `instance`. */
export class Internal extends Schema.TaggedError<Internal>("@crosswalk/client/Internal")("Internal", told) {
  readonly remedy = "Give `instance` to whoever runs the server."
}

/** The server's database does not answer now. */
export class Unavailable extends Schema.TaggedError<Unavailable>("@crosswalk/client/Unavailable")("Unavailable", told) {
  readonly remedy = "Wait for `retryAfter` seconds, then ask again."
}

/** An error for every failure that the API knows. */
const refusals = {
  Unauthenticated,
  Forbidden,
  ConnectorMissing,
  ConnectorUnknown,
  CategoryMismatch,
  ConnectorIncomplete,
  FirstSyncPending,
  ConnectorPaused,
  ConnectorInactive,
  ModelNotInScope,
  ModelNotAvailable,
  NotFound,
  MethodNotAllowed,
  InvalidRequest,
  UnsupportedMediaType,
  TooLarge,
  Conflict,
  TimedOut,
  RateLimited,
  NotImplemented,
  Internal,
  Unavailable
} satisfies { readonly [Tag in Failure["_tag"]]: unknown }

/** Any refusal of the server. */
export type Refusal = InstanceType<(typeof refusals)[keyof typeof refusals]>

const byType = new Map(Object.values(refusals).map((refusal) => [typeOf(refusal.fields._tag.schema.literal), refusal]))

/** The error of a problem; null for a type that this version does not know. */
export const of = (problem: typeof Problem.Type, retryAfter: number | null): Refusal | null => {
  const { detail, errors = [], instance = null, status, type } = problem
  const refusal = byType.get(type)
  return refusal === undefined ? null : new refusal({ message: detail, type, status, retryAfter, instance, errors })
}
