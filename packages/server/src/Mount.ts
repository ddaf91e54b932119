/**
 * Where a dialect's routes lie, and what every request to one of them goes through: the key, its quota, the time it may
 * take, its answer in the dialect's words.
 */
import type { Asked, Dialect } from "@crosswalk/api/Dialect"
import { invalid } from "@crosswalk/api/Failure"
import type { Method } from "@crosswalk/api/Route"
import type { Category } from "@crosswalk/core/Category"
import type { ApiKey, Scope } from "@crosswalk/store/ApiKeys"
import { Clock, Duration, Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Answering from "./Answering.ts"
import * as Deadline from "./Deadline.ts"
import * as Measures from "./Measures.ts"
import { Paths } from "./Paths.ts"
import * as Plain from "./Plain.ts"
import { Quotas } from "./Quotas.ts"
import { Refused } from "./Refused.ts"
import { RequestLog } from "./RequestLog.ts"
import * as Session from "./Session.ts"
import { Settings } from "./Settings.ts"
import * as Spans from "./Spans.ts"

/** A route of a dialect with what answers it. */
export interface Mounted<R> {
  readonly method: Method
  /** Below the dialect's prefix. */
  readonly path: `/${string}`
  readonly category: Category | null
  /** What the API key must be allowed to do. */
  readonly scope: Scope
  /** What its query may have, for the log. */
  readonly parameters: Plain.Parameters
  /** `about` is told the connector once it is found. */
  readonly body: (
    session: Session.Session,
    request: Asked,
    about: (connector: string) => void
  ) => Effect.Effect<Answering.Written, Answering.Failed, R>
}

/** Where a dialect lies when it answers at `/`, too: what stands there leads to what its vendor's clients ask for. */
const atRoot = { crosswalk: "", bindbee: "/api", kombo: "", unified: "" } as const

/** Where the routes of a dialect lie, without a slash at the end. */
export const prefixes = (
  { id, prefix }: Dialect,
  rootDialect: Dialect["id"] | null
): ReadonlyArray<"" | `/${string}`> => (id === rootDialect ? [prefix, atRoot[id]] : [prefix])

const unstorable = new Refused({ failure: invalid("query", "", "Send no NUL character.") })

/** The request as a dialect looks at it; one with a character that no database holds is refused. */
const asked = Effect.flatMap(
  Effect.all([HttpServerRequest.HttpServerRequest, HttpRouter.RouteContext]),
  ([{ headers, url }, { params }]): Effect.Effect<Asked, Refused> => {
    if (url.includes("%00")) return Effect.fail(unstorable)
    const at = url.indexOf("?")
    const path: Record<string, string> = {}
    for (const name in params) path[name] = params[name] ?? ""
    return Effect.succeed({ headers, path, query: new URLSearchParams(at < 0 ? "" : url.slice(at + 1)) })
  }
)

/** Adds a route of a dialect to the router in place. */
export const add = Effect.fnUntraced(function* <R>(dialect: Dialect, route: Mounted<R>) {
  const router = yield* HttpRouter.HttpRouter
  const paths = yield* Paths
  const quotas = yield* Quotas
  const log = yield* RequestLog
  const { requestTimeout, rootDialect } = yield* Settings
  const { body, category, method, parameters, path, scope } = route
  const late = new Refused({ failure: { _tag: "TimedOut", limit: Duration.toSeconds(requestTimeout) } })

  const answer = (labels: Measures.Labels) =>
    Effect.gen(function* () {
      const begun = yield* Clock.currentTimeNanos
      let headers: Readonly<Record<string, string>> = {}
      let connector: string | null = null
      let seen: { readonly key: ApiKey; readonly query: URLSearchParams } | null = null
      const written = Effect.gen(function* () {
        const request = yield* asked
        const session = yield* Session.open(request.headers["authorization"], dialect.bareKey)
        seen = { key: session.key, query: request.query }
        const { quota, retryAfter } = yield* quotas.take(session.key.id)
        headers = dialect.quota(quota, (yield* Clock.currentTimeMillis) / 1000)
        if (retryAfter !== null) return yield* new Refused({ failure: { _tag: "RateLimited", retryAfter } })
        yield* Session.allow(session, scope)
        return yield* body(session, request, (id) => (connector = id))
      })
      const response = yield* written.pipe(
        Deadline.within(requestTimeout, Effect.fail(late)),
        Effect.matchCauseEffect({
          onSuccess: ({ headers: own, text }) => Effect.succeed(Answering.json(text, { ...headers, ...own })),
          onFailure: (cause) =>
            Effect.map(Answering.failureOf(cause), (failure) =>
              Answering.refusal(dialect.refuse(failure, category), headers)
            )
        })
      )
      const { status } = response
      const duration = Number((yield* Clock.currentTimeNanos) - begun) / 1e6
      const at = yield* Clock.currentTimeMillis
      if (seen !== null) {
        const { key, query } = seen
        log.note({ at, key, connector, labels, query: () => Plain.query(query, parameters), status, duration })
      }
      return response
    })

  for (const prefix of prefixes(dialect, rootDialect)) {
    const route = `${prefix}${path}` as const
    const labels = { dialect: dialect.id, method, route }
    yield* paths.add(method, route)
    yield* router.add(method, route, yield* Spans.spanned(yield* Measures.measured(answer(labels), labels), labels))
  }
})
