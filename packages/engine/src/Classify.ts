/**
 * What a vendor's answer that is no success means: its status, and what its body says.
 */
import * as Page from "@crosswalk/core/Page"
import type * as Provider from "@crosswalk/core/Provider"
import * as ProviderError from "@crosswalk/core/ProviderError"
import { Result } from "effect"
import * as AnswerBody from "./AnswerBody.ts"
import type { Answer } from "./Exchange.ts"
import type { Redaction } from "./Redaction.ts"
import * as Retry from "./Retry.ts"

const codes = ["code", "errorCode", "error.code", "error"]
const messages = ["message", "error_description", "detail", "error.message", "title", "error"]

const textAt = (body: unknown, paths: ReadonlyArray<string>): string | null => {
  for (const path of paths) {
    const found = path === "" ? body : Page.at(body, path)
    if (typeof found === "string" && found !== "") return found
    if (typeof found === "number") return String(found)
  }
  const listed = Array.isArray(body) ? body : Page.at(body, "errors")
  return Array.isArray(listed) && listed.length > 0 ? textAt(listed[0], ["", ...paths]) : null
}

const wordsOf = (text: string): string => {
  const start = text.trimStart()
  if (start === "") return "without a word"
  return start.startsWith("<") ? "with an HTML page" : start
}

/** Whether a status stands for success. */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300

/**
 * The reason for an answer's failure. The provider's own reading of the body comes first, then the keys that most
 * vendors use; both see the body without secrets that it may quote. `now` in milliseconds since 1970.
 */
export const reason = (
  provider: Provider.Provider,
  permission: string | null,
  answer: Answer,
  redaction: Redaction,
  now: number
): ProviderError.Reason => {
  const text = redaction.clean(answer.text)
  const body = Result.getOrElse(AnswerBody.parse(text), () => undefined)
  const code = textAt(body, codes)
  const words = textAt(body, messages)
  const failure: ProviderError.Failure = {
    status: answer.status,
    retryAfter: Retry.retryAfter(answer.headers["retry-after"], answer.headers["date"], now),
    code: code === null ? null : redaction.text(code),
    detail: redaction.text(words ?? (body === undefined ? wordsOf(text) : "without a word")),
    permission
  }
  // The reader is a provider package's code; should it fail on an odd body, the status still tells enough.
  const reading = Result.getOrElse(
    Result.try(() => provider.failure(body, failure)),
    (): Provider.FailureReading => ({})
  )
  if (reading.reason !== undefined) return reading.reason
  return ProviderError.fromStatus({
    ...failure,
    code: reading.code === undefined || reading.code === null ? failure.code : redaction.text(reading.code),
    detail: reading.detail === undefined || reading.detail === null ? failure.detail : redaction.text(reading.detail)
  })
}

/**
 * Until when (milliseconds since 1970) an answer's headers say that no request is left: `X-RateLimit-Remaining` or
 * `RateLimit-Remaining` of 0 with a reset, as a delay in seconds or as a moment. Null when they do not.
 */
export const exhaustedUntil = (headers: Answer["headers"], now: number): number | null => {
  const remaining = headers["x-ratelimit-remaining"] ?? headers["ratelimit-remaining"]
  if (remaining === undefined || remaining.trim() === "" || !(Number(remaining) <= 0)) return null
  const reset = Number(headers["x-ratelimit-reset"] ?? headers["ratelimit-reset"] ?? Number.NaN)
  if (!(reset > 0)) return null
  // No vendor's window lasts ten years: a number that large counts from 1970, in seconds or milliseconds.
  if (reset < 3e8) return now + reset * 1000
  const vendorTime = Date.parse(headers["date"] ?? "")
  return now + (reset < 1e12 ? reset * 1000 : reset) - (Number.isNaN(vendorTime) ? now : vendorTime)
}
