/** Refusals in this dialect: a detail, which is a sentence or, for a request that is not valid, a list of faults. */
import { Schema } from "effect"
import { challenge, retryAfter, type Failure, type Fault, type Refusal } from "../Failure.ts"

/** What most refusals look like. */
export const Body = Schema.Struct({
  detail: Schema.String.annotate({ description: "What went wrong and what to do." })
}).annotate({ identifier: "Refusal", description: "Why a request was refused." })

/** What the refusal of a request that is not valid looks like. */
export const Invalid = Schema.Struct({
  detail: Schema.Array(
    Schema.Struct({
      loc: Schema.Array(Schema.Union([Schema.String, Schema.Int])).annotate({
        description: "Where the fault is: part of the request, then the way to the value."
      }),
      msg: Schema.String.annotate({ description: "What is expected." }),
      type: Schema.String.annotate({ description: "Kind of fault." })
    })
  )
}).annotate({ identifier: "InvalidRequest", description: "What is wrong with a request." })

type Detail = (typeof Invalid.Type)["detail"][number]

const loc = ({ in: place, name }: Fault): Detail["loc"] =>
  place === "body"
    ? [place, ...name.split(".").flatMap((key) => (key === "" ? [] : /^\d{1,9}$/.test(key) ? Number(key) : key))]
    : [place, name]

interface Told {
  readonly status: number
  readonly detail: string | ReadonlyArray<Detail>
  readonly headers?: Readonly<Record<string, string>>
}

const tell = (failure: Failure): Told => {
  switch (failure._tag) {
    case "Unauthenticated":
      return { status: 401, detail: failure.reason, headers: challenge }
    case "Forbidden":
      return { status: 403, detail: failure.reason }
    case "ConnectorMissing":
      return {
        status: 422,
        detail: [{ loc: ["header", "x-connector-token"], msg: "Name the connector by its token.", type: "missing" }]
      }
    // A token of another environment and a key that does not fit it cannot be told apart.
    case "ConnectorUnknown":
      return { status: 401, detail: "This API key has no connector with this token.", headers: challenge }
    case "CategoryMismatch":
      return {
        status: 403,
        detail: `The connector belongs to ${failure.connector.toUpperCase()}, the route to ${failure.asked.toUpperCase()}.`
      }
    case "ConnectorIncomplete":
      return { status: 409, detail: "The customer has not finished setting the connector up. Open its link again." }
    case "FirstSyncPending":
      return { status: 409, detail: `The first sync has not brought ${failure.model} yet. Try again when it is done.` }
    case "ConnectorPaused":
      return { status: 403, detail: "The connector is switched off." }
    case "ConnectorInactive":
      return { status: 403, detail: "The customer has to authorise the connector anew." }
    case "ModelNotInScope":
      return { status: 403, detail: `The connector was not granted ${failure.model}.` }
    case "ModelNotAvailable":
      return { status: 404, detail: `${failure.provider} does not supply ${failure.model}.` }
    case "NotFound":
      return { status: 404, detail: `There is no such ${failure.what}.` }
    case "MethodNotAllowed": {
      const allow = failure.allowed.join(", ")
      return { status: 405, detail: `The route takes ${allow}.`, headers: { allow } }
    }
    case "InvalidRequest":
      return {
        status: 422,
        detail: failure.faults.map((fault) => ({ loc: loc(fault), msg: fault.message, type: "value_error" }))
      }
    case "UnsupportedMediaType":
      return { status: 415, detail: `Send ${failure.expected}.` }
    case "TooLarge":
      return { status: 413, detail: `At most ${failure.limit} bytes are read.` }
    case "Conflict":
      return { status: 409, detail: failure.reason }
    case "TimedOut":
      return { status: 504, detail: `The request took longer than ${failure.limit} seconds.` }
    case "RateLimited":
      return {
        status: 429,
        detail: `There were too many requests. Try again in ${failure.retryAfter} seconds.`,
        headers: retryAfter(failure.retryAfter)
      }
    case "NotImplemented":
      return { status: 501, detail: `${failure.what} is not supported.` }
    case "Internal":
      return { status: 500, detail: `Something went wrong here; the log has it as ${failure.id}.` }
    case "Unavailable":
      return {
        status: 503,
        detail: `The server cannot answer now. Try again in ${failure.retryAfter} seconds.`,
        headers: retryAfter(failure.retryAfter)
      }
  }
}

/** The answer to a refused request. */
export const refuse = (failure: Failure): Refusal => {
  const { detail, headers = {}, status } = tell(failure)
  return { status, headers, body: { detail }, contentType: "application/json" }
}
