/**
 * One request and its answer: within the allowed hosts, a time and a size, redirects included.
 */
import { Refused, type TooLarge, UnexpectedShape, Unreachable } from "@crosswalk/core/ProviderError"
import { Duration, Effect, Predicate } from "effect"
import * as Headers from "effect/http/Headers"
import * as HttpClient from "effect/http/HttpClient"
import type { HttpClientError } from "effect/http/HttpClientError"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import * as AnswerBody from "./AnswerBody.ts"
import type { ClientOptions } from "./ClientOptions.ts"
import type { HostGuard } from "./HostGuard.ts"

/** An answer of any status. Header names are lower case. */
export interface Answer extends AnswerBody.AnswerBody {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** A request to be sent: a GET, or a POST of form fields. */
export interface Outgoing {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>> | null
}

/** Why there is no answer. */
export type Failure = Unreachable | UnexpectedShape | TooLarge | Refused

/** Sends requests. */
export interface Exchange {
  /** `admit` runs before each request that is sent, the ones after a redirect included. */
  readonly send: (outgoing: Outgoing, admit: Effect.Effect<void>) => Effect.Effect<Answer, Failure>
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was reset",
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the host name cannot be looked up",
  ETIMEDOUT: "the connection timed out",
  EPIPE: "the connection was closed",
  UND_ERR_SOCKET: "the connection was closed",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out"
}

/** The system's code of a failure, which lies some causes deep. */
const codeOf = (cause: unknown, depth = 0): string | null => {
  if (!Predicate.isObject(cause) || depth > 4) return null
  if (typeof cause["code"] === "string") return cause["code"]
  return codeOf(Array.isArray(cause["errors"]) ? cause["errors"][0] : cause["cause"], depth + 1)
}

/** Only the code is told: messages of a transport may quote headers. */
const unreachable = (url: URL, error: HttpClientError): Unreachable => {
  const code = "cause" in error.reason ? codeOf(error.reason.cause) : null
  return new Unreachable({ detail: `${url.host}: ${code === null ? "the request failed" : (words[code] ?? code)}` })
}

const redirects = new Set([301, 302, 303, 307, 308])

/** An exchange over an HTTP client. Redirects are followed here, each checked, and never those of a POST. */
export const make = (
  client: HttpClient.HttpClient,
  guard: HostGuard,
  options: Pick<ClientOptions, "timeout" | "maxBytes" | "maxRedirects">
): Exchange => {
  const once = (outgoing: Outgoing): Effect.Effect<Answer, Failure> => {
    const { url, headers, form } = outgoing
    const request =
      form === null
        ? HttpClientRequest.get(url.href, { headers })
        : HttpClientRequest.bodyUrlParams(HttpClientRequest.post(url.href, { headers }), form)
    return client.execute(request).pipe(
      Effect.mapError((error) => unreachable(url, error)),
      Effect.flatMap((response) => {
        const { headers, status } = response
        return Effect.map(AnswerBody.read(response, headers, options.maxBytes), ({ bytes, text }) => ({
          status,
          headers,
          text,
          bytes
        }))
      }),
      Effect.timeoutOrElse({
        duration: options.timeout,
        orElse: () =>
          Effect.fail(
            new Unreachable({ detail: `${url.host}: no complete answer within ${Duration.format(options.timeout)}` })
          )
      }),
      // Any header may hold a credential, by whatever name the vendor gave it; spans and logs show none of them.
      Effect.provideService(Headers.CurrentRedactedNames, [
        ...Object.keys(headers).map((name) => name.toLowerCase()),
        "cookie",
        "set-cookie"
      ])
    )
  }

  const follow = Effect.fnUntraced(function* (
    outgoing: Outgoing,
    admit: Effect.Effect<void>,
    left: number
  ): Effect.fn.Return<Answer, Failure> {
    const why = guard(outgoing.url)
    if (why !== null) return yield* new Refused({ detail: `nothing was sent, because ${why}` })
    yield* admit
    const answer = yield* once(outgoing)
    if (!redirects.has(answer.status) || outgoing.form !== null) return answer
    const target = answer.headers["location"] ?? ""
    if (!URL.canParse(target, outgoing.url.href)) {
      return yield* new UnexpectedShape({ detail: "it redirects to no address", transient: false })
    }
    if (left === 0) {
      return yield* new UnexpectedShape({
        detail: `it redirects more than ${options.maxRedirects} times`,
        transient: false
      })
    }
    const url = new URL(target, outgoing.url)
    const forbidden = guard(url)
    if (forbidden !== null) {
      return yield* new Refused({ detail: `the vendor's redirect is not followed, because ${forbidden}` })
    }
    return yield* follow({ ...outgoing, url }, admit, left - 1)
  })

  return {
    send: (outgoing, admit) =>
      follow(outgoing, admit, options.maxRedirects).pipe(
        // The client's own span would hold the query, and its trace headers are none of the vendor's business.
        Effect.provideService(HttpClient.TracerDisabledWhen, () => true)
      )
  }
}
