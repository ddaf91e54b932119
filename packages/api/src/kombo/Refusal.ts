/** Refusals in this dialect: one shape, and a closed list of codes for each family of routes. */
import type { Category } from "@crosswalk/core/Category"
import { Schema } from "effect"
import { challenge, retryAfter, type Failure, type Refusal } from "../Failure.ts"

const general = [
  "PLATFORM.RATE_LIMIT_EXCEEDED",
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED",
  "PLATFORM.INTEGRATION_NOT_FOUND",
  "PLATFORM.INPUT_INVALID",
  "PLATFORM.UNKNOWN_ERROR",
  "PLATFORM.IP_NOT_WHITELISTED",
  "PLATFORM.AUTHENTICATION_INVALID",
  "PLATFORM.TASK_TIMED_OUT"
] as const

const integration = [
  "INTEGRATION.PERMISSION_MISSING",
  "INTEGRATION.AUTHENTICATION_INVALID",
  "INTEGRATION.QA_FAILED",
  "INTEGRATION.SETUP_SYNC_PENDING",
  "INTEGRATION.SETUP_INCOMPLETE",
  "INTEGRATION.INACTIVE",
  "INTEGRATION.MODEL_NOT_AVAILABLE",
  "INTEGRATION.MODEL_DISABLED",
  "INTEGRATION.ACTION_NOT_AVAILABLE",
  "INTEGRATION.ACTION_DISABLED",
  "REMOTE.SERVICE_UNAVAILABLE",
  "REMOTE.RATE_LIMIT_EXCEEDED",
  "REMOTE.INPUT_INVALID",
  "REMOTE.UNKNOWN_HTTP_ERROR"
] as const

type Code = (typeof general)[number] | (typeof integration)[number]

/** What a refusal looks like. A code is null when the family of the route has none that says it. */
export const Body = Schema.Struct({
  status: Schema.Literal("error"),
  error: Schema.Struct({
    code: Schema.NullOr(Schema.Literals([...general, ...integration])).annotate({
      description: "What went wrong, for programs."
    }),
    title: Schema.NullOr(Schema.String).annotate({ description: "The same in a few words." }),
    message: Schema.String.annotate({ description: "What went wrong and what to do, for people." }),
    log_url: Schema.NullOr(Schema.String).annotate({ description: "Where more is told; always null." })
  })
}).annotate({ identifier: "KomboError", description: "Why a request was refused." })

interface Told {
  readonly status: number
  readonly code: Code | null
  readonly title: string
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

const tell = (failure: Failure): Told => {
  switch (failure._tag) {
    case "Unauthenticated":
      return told(401, "PLATFORM.AUTHENTICATION_INVALID", "API key not valid", failure.reason, challenge)
    case "Forbidden":
      return told(403, "PLATFORM.AUTHENTICATION_INVALID", "API key not sufficient", failure.reason)
    case "ConnectorMissing":
      return told(
        400,
        "PLATFORM.INPUT_INVALID",
        "No integration named",
        `Name the integration in the ${failure.where}.`
      )
    case "ConnectorUnknown":
      return told(404, "PLATFORM.INTEGRATION_NOT_FOUND", "No such integration", "This API key has no such integration.")
    case "CategoryMismatch":
      return told(
        400,
        "PLATFORM.INPUT_INVALID",
        "Integration of another category",
        `The integration belongs to ${failure.connector}, the route to ${failure.asked}.`
      )
    case "ConnectorIncomplete":
      return told(
        409,
        "INTEGRATION.SETUP_INCOMPLETE",
        "Setup incomplete",
        "The customer has not finished setting the integration up. Open its link again."
      )
    case "FirstSyncPending":
      return told(
        409,
        "INTEGRATION.SETUP_SYNC_PENDING",
        "First sync pending",
        `The first sync has not brought ${failure.model} yet. Try again when it is done.`
      )
    case "ConnectorPaused":
      return told(403, "INTEGRATION.INACTIVE", "Integration switched off", "Enable the integration, then try again.")
    case "ConnectorInactive":
      return told(
        403,
        "INTEGRATION.AUTHENTICATION_INVALID",
        "Authorisation lost",
        "The customer has to authorise the integration anew. Create a relink link for it."
      )
    case "ModelNotInScope":
      return told(
        403,
        "INTEGRATION.MODEL_DISABLED",
        "Model not granted",
        `The integration was not granted ${failure.model}.`
      )
    case "ModelNotAvailable":
      return told(
        403,
        "INTEGRATION.MODEL_NOT_AVAILABLE",
        "Model not available",
        `${failure.provider} does not supply ${failure.model}.`
      )
    case "NotFound":
      return told(404, "PLATFORM.INPUT_INVALID", "Not found", `There is no such ${failure.what}.`)
    case "MethodNotAllowed": {
      const allowed = failure.allowed.join(", ")
      return told(405, "PLATFORM.INPUT_INVALID", "Method not allowed", `The route takes ${allowed}.`, {
        allow: allowed
      })
    }
    case "InvalidRequest":
      return told(
        400,
        "PLATFORM.INPUT_INVALID",
        "Request not valid",
        failure.faults
          .map(({ in: place, message, name }) =>
            name === "" ? `${place}: ${message}` : `${place} ${name}: ${message}`
          )
          .join(" ")
      )
    case "UnsupportedMediaType":
      return told(415, "PLATFORM.INPUT_INVALID", "Content type not supported", `Send ${failure.expected}.`)
    case "TooLarge":
      return told(413, "PLATFORM.INPUT_INVALID", "Request too large", `At most ${failure.limit} bytes are read.`)
    case "Conflict":
      return told(409, null, "Conflict", failure.reason)
    case "TimedOut":
      return told(
        504,
        "PLATFORM.TASK_TIMED_OUT",
        "Timed out",
        `The request took longer than ${failure.limit} seconds and was ended.`
      )
    case "RateLimited":
      return told(
        429,
        "PLATFORM.RATE_LIMIT_EXCEEDED",
        "Too many requests",
        `Try again in ${failure.retryAfter} seconds.`,
        retryAfter(failure.retryAfter)
      )
    case "NotImplemented":
      return told(403, "INTEGRATION.ACTION_NOT_AVAILABLE", "Action not available", `${failure.what} is not supported.`)
    case "Internal":
      return told(
        500,
        "PLATFORM.UNKNOWN_ERROR",
        "Unknown error",
        `Something went wrong here; the log has it as ${failure.id}.`
      )
    case "Unavailable":
      return told(
        503,
        "PLATFORM.UNKNOWN_ERROR",
        "Temporarily unavailable",
        `Try again in ${failure.retryAfter} seconds.`,
        retryAfter(failure.retryAfter)
      )
  }
}

const told = (
  status: number,
  code: Code | null,
  title: string,
  message: string,
  headers: Readonly<Record<string, string>> = {}
): Told => ({ status, code, title, message, headers })

const isGeneral = (code: Code): boolean => general.some((one) => one === code)

/**
 * The answer to a refused request. Routes of no category know the general codes alone: clients read any other as a
 * broken answer, so there it is null.
 */
export const refuse = (failure: Failure, category: Category | null): Refusal => {
  const { code, headers = {}, message, status, title } = tell(failure)
  const known = code !== null && (category !== null || isGeneral(code)) ? code : null
  const body: typeof Body.Type = { status: "error", error: { code: known, title, message, log_url: null } }
  return { status, headers, body, contentType: "application/json" }
}
