/** One call to the server: a request with the key, sent again when that can help, and its answer decoded. */
import { dialect } from "@crosswalk/api/crosswalk/Dialect"
import { Problem } from "@crosswalk/api/crosswalk/Refusal"
import type { Method } from "@crosswalk/api/Route"
import { Duration, Effect, Predicate, Schema } from "effect"
import * as Headers from "effect/http/Headers"
import * as HttpClient from "effect/http/HttpClient"
import type { HttpClientError } from "effect/http/HttpClientError"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import { makeFormatterStandardSchemaV1 } from "effect/SchemaIssue"
import { type ClientError, Unreachable, UnexpectedAnswer } from "./ClientError.ts"
import type { Options } from "./Options.ts"
import * as Refusal from "./Refusal.ts"
import * as Retry from "./Retry.ts"

/** A request, and what its answer is to be. */
export interface Call<S extends Schema.ConstraintDecoder<unknown>> {
  readonly method: Method
  /** Below the dialect's prefix, as it is sent. */
  readonly path: string
  readonly query: ReadonlyArray<readonly [name: string, value: string]>
  /** Token of the connector; null where the request is about none. */
  readonly connector: string | null
  /** Plain JSON; null without a body. */
  readonly body: unknown
  readonly success: S
}

/** Makes calls. */
export type Exchange = <S extends Schema.ConstraintDecoder<unknown>>(
  call: Call<S>
) => Effect.Effect<S["Type"], ClientError>

const connectorHeader = dialect.described.connector?.header ?? ""

/** The system's code of a failure, which lies some causes deep. Messages are not told: they may quote headers. */
const codeOf = (cause: unknown): string | null => {
  if (!Predicate.isObject(cause)) return null
  return typeof cause["code"] === "string" ? cause["code"] : codeOf(cause["cause"])
}

const issues = makeFormatterStandardSchemaV1()

const placesOf = ({ issue }: Schema.SchemaError): string => {
  const [first] = issues(issue).issues
  const place = (first?.path ?? []).map(String).join(".")
  return place === "" ? "it has not the expected form" : `"${place}" has not the expected form`
}

const secondsOf = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : null

/** The success of a call, or the error that its status and body tell. */
const read = <S extends Schema.ConstraintDecoder<unknown>>(
  success: S,
  status: number,
  headers: Headers.Headers,
  text: string
): Effect.Effect<S["Type"], ClientError> => {
  const retryAfter = secondsOf(headers["retry-after"])
  const unexpected = (detail: string) => new UnexpectedAnswer({ status, retryAfter, detail })
  if (status >= 200 && status < 300) {
    return Effect.mapError(Schema.decodeUnknownEffect(Schema.fromJsonString(success))(text), (error) =>
      unexpected(placesOf(error))
    )
  }
  return Schema.decodeUnknownEffect(Schema.fromJsonString(Problem))(text).pipe(
    Effect.mapError(() => unexpected("it tells no problem")),
    Effect.flatMap((problem) =>
      Effect.fail(Refusal.of(problem, retryAfter) ?? unexpected(`it tells an unknown problem, ${problem.type}`))
    )
  )
}

const over = (client: HttpClient.HttpClient, options: Options): Exchange => {
  const { apiKey, baseUrl, timeout = "30 seconds" } = options
  const root = `${baseUrl.replace(/\/+$/, "")}${dialect.prefix}`
  const host = URL.canParse(root) ? new URL(root).host : root
  const limit = Duration.fromInputUnsafe(timeout)
  const retry = Retry.make(options)

  const request = ({ body, connector, method, path, query }: Call<Schema.ConstraintDecoder<unknown>>) => {
    const bare = HttpClientRequest.make(method)(`${root}${path}`, {
      urlParams: query,
      accept: "application/json",
      headers: connector === null ? {} : { [connectorHeader]: connector }
    }).pipe(HttpClientRequest.bearerToken(apiKey))
    return body === null ? bare : HttpClientRequest.bodyJsonUnsafe(bare, body)
  }

  const unreachable = ({ reason }: HttpClientError) => {
    const code = "cause" in reason ? codeOf(reason.cause) : null
    return new Unreachable({ detail: code === null ? host : `${host} (${code})` })
  }

  return (call) => {
    const sent = request(call)
    const attempt = client.execute(sent).pipe(
      Effect.flatMap((response) => Effect.map(response.text, (text) => ({ response, text }))),
      Effect.mapError(unreachable),
      Effect.timeoutOrElse({
        duration: limit,
        orElse: () => Effect.fail(new Unreachable({ detail: `${host} within ${Duration.format(limit)}` }))
      }),
      Effect.flatMap(({ response, text }) => read(call.success, response.status, response.headers, text)),
      Effect.provideService(Headers.CurrentRedactedNames, ["authorization", connectorHeader, "cookie", "set-cookie"])
    )
    return retry(attempt, call.method === "GET")
  }
}

/** Makes calls over the HTTP client in place. */
export const make = (options: Options): Effect.Effect<Exchange, never, HttpClient.HttpClient> =>
  Effect.map(HttpClient.HttpClient, (client) => over(client, options))
