/**
 * Turns what became of a request into an answer: JSON text as it is, a refusal or a fault in the dialect's words. Whatever
 * goes wrong inside stays inside; the caller gets an id under which the log tells more.
 */
import type { Failure, Refusal } from "@crosswalk/api/Failure"
import type { Pieces } from "@crosswalk/api/Pieces"
import type { StoreError } from "@crosswalk/store/StoreError"
import type { VaultError } from "@crosswalk/store/VaultError"
import { Cause, Effect, Option } from "effect"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import { randomUUID } from "node:crypto"
import type { Refused } from "./Refused.ts"

/** What a handler may fail with. */
export type Failed = Refused | StoreError | VaultError

const retryAfter = 5

/** A fault of ours, told to the log alone. */
const internal = (cause: Cause.Cause<unknown>): Effect.Effect<Failure> =>
  Effect.flatMap(Effect.sync(randomUUID), (id) =>
    Effect.as(Effect.logError(`Request ${id} failed`, cause), { _tag: "Internal", id } as const)
  )

/** Why a cause refuses a request. */
export const failureOf = (cause: Cause.Cause<Failed>): Effect.Effect<Failure> => {
  const error = Option.getOrNull(Cause.findErrorOption(cause))
  if (error?._tag === "Refused") return Effect.succeed(error.failure)
  if (error?._tag === "StoreError") {
    return Effect.as(Effect.logError("The database does not answer", cause), {
      _tag: "Unavailable",
      retryAfter
    } as const)
  }
  return internal(cause)
}

type Headers = Readonly<Record<string, string>>

/** What a request is answered with when all went well. */
export interface Written {
  /** The whole body, as JSON text. */
  readonly text: string | Pieces
  readonly headers?: Headers
}

const encoded = (text: string | Pieces): Buffer =>
  typeof text === "string" ? Buffer.from(text) : Buffer.concat(text.map((piece) => Buffer.from(piece)))

/** The answer that is a body of JSON text. */
export const json = (text: string | Pieces, headers: Headers = {}): HttpServerResponse.HttpServerResponse =>
  // Encoded once: Node would count the bytes of a text, and then encode it.
  HttpServerResponse.uint8Array(encoded(text), { headers, contentType: "application/json" })

/** The answer of a refusal; it may have more headers than its own. */
export const refusal = (
  { body, contentType, headers: own, status }: Refusal,
  headers: Headers = {}
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.text(JSON.stringify(body), { status, headers: { ...headers, ...own }, contentType })
