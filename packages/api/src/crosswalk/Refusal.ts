/** Refusals as problem details (RFC 9457): a stable type, a title for it, and what to do. */
import { Schema } from "effect"
import { challenge, retryAfter, type Failure, type Fault, type Refusal } from "../Failure.ts"

/** A problem as this dialect tells it. */
export const Problem = Schema.Struct({
  type: Schema.String.annotate({ description: "What went wrong, as a name that does not change." }),
  title: Schema.String.annotate({ description: "The same in words." }),
  status: Schema.Int.annotate({ description: "The status of the answer." }),
  detail: Schema.String.annotate({ description: "What was wrong with this request, and what to do." }),
  instance: Schema.optionalKey(
    Schema.String.annotate({ description: "An id under which the server's log tells more." })
  ),
  errors: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        in: Schema.Literals(["path", "query", "header", "body"]),
        name: Schema.String,
        detail: Schema.String
      })
    ).annotate({ description: "Each thing that is wrong with the request." })
  )
}).annotate({ identifier: "Problem", description: "Why a request was refused (RFC 9457)." })

interface Told {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
  readonly instance?: string
  readonly errors?: ReadonlyArray<Fault>
}

const tell = (failure: Failure): Told => {
  switch (failure._tag) {
    case "Unauthenticated":
      return { status: 401, title: "Not authenticated", detail: failure.reason, headers: challenge }
    case "Forbidden":
      return { status: 403, title: "Not allowed", detail: failure.reason }
    case "ConnectorMissing":
      return { status: 400, title: "No connector named", detail: `Name the connector in the ${failure.where}.` }
    case "ConnectorUnknown":
      return {
        status: 404,
        title: "No such connector",
        detail: "The workspace of this API key has no such connector. List them with GET /v1/connectors."
      }
    case "CategoryMismatch":
      return {
        status: 403,
        title: "Connector of another category",
        detail: `The connector belongs to ${failure.connector}, the route to ${failure.asked}.`
      }
    case "ConnectorIncomplete":
      return {
        status: 409,
        title: "Connector incomplete",
        detail: "The customer has not authorised the connector yet."
      }
    case "FirstSyncPending":
      return {
        status: 409,
        title: "First sync pending",
        detail: `No sync has brought ${failure.model} yet. GET /v1/connectors/{id} tells how far it is.`
      }
    case "ConnectorPaused":
      return { status: 409, title: "Connector paused", detail: "The connector is paused. Resume it to go on." }
    case "ConnectorInactive":
      return { status: 409, title: "Connector inactive", detail: "The customer has to authorise the connector anew." }
    case "ModelNotInScope":
      return {
        status: 403,
        title: "Model not in scope",
        detail: `The connector was not granted ${failure.model}. Grant it, then sync.`
      }
    case "ModelNotAvailable":
      return {
        status: 404,
        title: "Model not available",
        detail: `The provider ${failure.provider} does not supply ${failure.model}. GET /v1/providers tells what it does.`
      }
    case "NotFound":
      return { status: 404, title: "Not found", detail: `There is no such ${failure.what}.` }
    case "MethodNotAllowed":
      return {
        status: 405,
        title: "Method not allowed",
        detail: `This route takes ${failure.allowed.join(", ")}.`,
        headers: { allow: failure.allowed.join(", ") }
      }
    case "InvalidRequest":
      return {
        status: 400,
        title: "Invalid request",
        detail: failure.faults.map(({ message, name }) => (name === "" ? message : `${name}: ${message}`)).join(" "),
        errors: failure.faults
      }
    case "UnsupportedMediaType":
      return { status: 415, title: "Unsupported media type", detail: `Send ${failure.expected}.` }
    case "TooLarge":
      return { status: 413, title: "Request too large", detail: `Send at most ${failure.limit} bytes.` }
    case "Conflict":
      return { status: 409, title: "Conflict", detail: failure.reason }
    case "TimedOut":
      return {
        status: 504,
        title: "Timed out",
        detail: `The request took longer than ${failure.limit} seconds and was ended. Ask for less at once.`
      }
    case "RateLimited":
      return {
        status: 429,
        title: "Too many requests",
        detail: `Try again in ${Math.ceil(failure.retryAfter)} seconds.`,
        headers: retryAfter(failure.retryAfter)
      }
    case "NotImplemented":
      return { status: 501, title: "Not implemented", detail: `${failure.what} is not supported.` }
    case "Internal":
      return {
        status: 500,
        title: "Internal error",
        detail: "The server failed. Its log tells more under the instance.",
        instance: failure.id
      }
    case "Unavailable":
      return {
        status: 503,
        title: "Unavailable",
        detail: "The database does not answer now. Try again.",
        headers: retryAfter(failure.retryAfter)
      }
  }
}

const kebab = (tag: string): string => tag.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

/** The `type` under which a failure is told. */
export const typeOf = (tag: Failure["_tag"]): string => `urn:crosswalk:error:${kebab(tag)}`

/** The answer to a failure. */
export const refuse = (failure: Failure): Refusal => {
  const { detail, errors, headers = {}, instance, status, title } = tell(failure)
  const body: typeof Problem.Type = {
    type: typeOf(failure._tag),
    title,
    status,
    detail,
    ...(instance === undefined ? {} : { instance }),
    ...(errors === undefined
      ? {}
      : { errors: errors.map(({ in: where, message, name }) => ({ in: where, name, detail: message })) })
  }
  return { status, headers, body, contentType: "application/problem+json" }
}
