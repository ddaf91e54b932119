/** Refusals in this dialect: the status, and a message. */
import { Schema } from "effect"
import { challenge, retryAfter, type Failure, type Refusal } from "../Failure.ts"

/** What every refusal looks like. */
export const Body = Schema.Struct({
  message: Schema.String.annotate({ description: "What went wrong and what to do." })
}).annotate({ identifier: "Refusal", description: "Why a request was refused." })

interface Told {
  readonly status: number
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

const tell = (failure: Failure): Told => {
  switch (failure._tag) {
    case "Unauthenticated":
      return { status: 401, message: failure.reason, headers: challenge }
    case "Forbidden":
      return { status: 403, message: failure.reason }
    case "ConnectorMissing":
      return { status: 400, message: `The connection is not named: ${failure.where}.` }
    case "ConnectorUnknown":
      return { status: 404, message: "There is no such connection." }
    case "CategoryMismatch":
      return { status: 403, message: `The connection belongs to ${failure.connector}, the route to ${failure.asked}.` }
    case "ConnectorIncomplete":
      return { status: 409, message: "The customer has not finished setting the connection up. Open its link again." }
    case "FirstSyncPending":
      return { status: 409, message: `The first sync has not brought ${failure.model} yet. Try again when it is done.` }
    case "ConnectorPaused":
      return { status: 403, message: "The connection is paused." }
    case "ConnectorInactive":
      return { status: 403, message: "The customer has to authorise the connection anew." }
    case "ModelNotInScope":
      return { status: 403, message: `The connection was not granted ${failure.model}.` }
    case "ModelNotAvailable":
      return { status: 404, message: `The object is not supported: ${failure.provider} supplies no ${failure.model}.` }
    case "NotFound":
      return { status: 404, message: `There is no such ${failure.what}.` }
    case "MethodNotAllowed": {
      const allow = failure.allowed.join(", ")
      return { status: 405, message: `Only ${allow} is supported here.`, headers: { allow } }
    }
    case "InvalidRequest":
      return {
        status: 400,
        message: failure.faults
          .map(({ in: place, message, name }) => `${name === "" ? place : `${place} ${name}`}: ${message}`)
          .join(" ")
      }
    case "UnsupportedMediaType":
      return { status: 415, message: `Send ${failure.expected}.` }
    case "TooLarge":
      return { status: 413, message: `At most ${failure.limit} bytes are read.` }
    case "Conflict":
      return { status: 409, message: failure.reason }
    case "TimedOut":
      return { status: 504, message: `The request took longer than ${failure.limit} seconds.` }
    case "RateLimited":
      return {
        status: 429,
        message: `There were too many requests. Try again in ${failure.retryAfter} seconds.`,
        headers: retryAfter(failure.retryAfter)
      }
    case "NotImplemented":
      return { status: 501, message: `${failure.what} is not supported.` }
    case "Internal":
      return { status: 500, message: `Something went wrong here; the log has it as ${failure.id}.` }
    case "Unavailable":
      return {
        status: 503,
        message: `The server cannot answer now. Try again in ${failure.retryAfter} seconds.`,
        headers: retryAfter(failure.retryAfter)
      }
  }
}

/** The answer to a refused request. */
export const refuse = (failure: Failure): Refusal => {
  const { headers = {}, message, status } = tell(failure)
  return { status, headers, body: { message }, contentType: "application/json" }
}
