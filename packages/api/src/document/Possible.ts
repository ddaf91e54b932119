/** Which refusals a kind of request can meet, and how a dialect answers them. */
import type { Category } from "@crosswalk/core/Category"
import type { Dialect } from "../Dialect.ts"
import type { Failure } from "../Failure.ts"
import { invalid } from "../Failure.ts"

/** Kinds of requests that are told apart by how they can fail. */
export type Kind = "list" | "list-below" | "item" | "route" | "route-of-connector"

/** What is said of one status. */
export interface Refused {
  /** The same for all requests of which the same is said. */
  readonly name: string
  readonly status: number
  /** Why it is answered, as sentences. */
  readonly reasons: ReadonlyArray<string>
  readonly contentType: string
  /** Names of headers that come with it. */
  readonly headers: ReadonlyArray<string>
}

interface Reason {
  readonly failure: Failure
  readonly why: string
}

const everywhere: ReadonlyArray<Reason> = [
  { failure: { _tag: "Unauthenticated", reason: "" }, why: "The API key is missing, unknown, revoked or expired." },
  { failure: { _tag: "Forbidden", reason: "" }, why: "The API key does not reach this far." },
  { failure: invalid("query", "", ""), why: "The request is not valid." },
  { failure: { _tag: "RateLimited", retryAfter: 1 }, why: "There were too many requests." },
  { failure: { _tag: "Internal", id: "" }, why: "The server failed." },
  { failure: { _tag: "TimedOut", limit: 1 }, why: "The request took too long." },
  { failure: { _tag: "Unavailable", retryAfter: 1 }, why: "The server cannot reach its database now." }
]

const named: ReadonlyArray<Reason> = [
  { failure: { _tag: "ConnectorMissing", where: "" }, why: "The request names no connector." },
  { failure: { _tag: "ConnectorUnknown" }, why: "The API key has no such connector." },
  { failure: { _tag: "CategoryMismatch", asked: "ats", connector: "" }, why: "The connector is of another category." }
]

const stored: ReadonlyArray<Reason> = [
  { failure: { _tag: "ConnectorIncomplete" }, why: "The customer has not finished setting the connector up." },
  { failure: { _tag: "ConnectorPaused" }, why: "The connector was switched off." },
  { failure: { _tag: "ConnectorInactive" }, why: "The customer has to authorise the connector anew." },
  { failure: { _tag: "FirstSyncPending", model: "" }, why: "The first sync has not brought the records yet." },
  { failure: { _tag: "ModelNotInScope", model: "" }, why: "The connector was not granted the model." },
  {
    failure: { _tag: "ModelNotAvailable", model: "", provider: "" },
    why: "The connector's provider does not supply the model."
  }
]

const missing: Reason = { failure: { _tag: "NotFound", what: "" }, why: "There is no such thing." }

const changing: ReadonlyArray<Reason> = [
  { failure: { _tag: "UnsupportedMediaType", expected: "" }, why: "The body is no JSON." },
  { failure: { _tag: "TooLarge", limit: 0 }, why: "The body is too large." }
]

const conflict: Reason = { failure: { _tag: "Conflict", reason: "" }, why: "The state does not allow it." }

const reasons = (kind: Kind, hasBody: boolean): ReadonlyArray<Reason> => {
  switch (kind) {
    case "list":
      return [...everywhere, ...named, ...stored]
    case "list-below":
    case "item":
      return [...everywhere, ...named, ...stored, missing]
    case "route":
      return [...everywhere, missing, conflict, ...(hasBody ? changing : [])]
    case "route-of-connector":
      return [...everywhere, ...named, missing, conflict, ...(hasBody ? changing : [])]
  }
}

/** A request as far as it decides how it can be refused. */
export interface Refusable {
  readonly kind: Kind
  readonly category: Category | null
  /** Null when none is read. */
  readonly body: unknown
  /** What is always answered; null when it can do better. */
  readonly always: ((provider: string) => Failure) | null
}

/** The refusals of a request by their status, in its order. */
export const refusals = (dialect: Dialect, { always, body, category, kind }: Refusable): ReadonlyArray<Refused> => {
  const known = reasons(kind, body !== null)
  const also = always?.("") ?? null
  const all = also === null ? known : [...known, { failure: also, why: "It is not to be had here." }]
  const answers = all.map(({ failure, why }) => ({ why, refusal: dialect.refuse(failure, category) }))
  const byStatus = Map.groupBy(answers, ({ refusal }) => refusal.status)
  const name = [kind, ...(body === null ? [] : ["with-body"]), ...(also === null ? [] : [also._tag])].join("-")
  return [...byStatus.keys()]
    .toSorted((a, b) => a - b)
    .map((status) => {
      const told = byStatus.get(status) ?? []
      return {
        name: `${name}-${status}`,
        status,
        reasons: [...new Set(told.map(({ why }) => why))],
        contentType: told[0]?.refusal.contentType ?? "application/json",
        headers: [...new Set(told.flatMap(({ refusal }) => Object.keys(refusal.headers)))]
      }
    })
}
