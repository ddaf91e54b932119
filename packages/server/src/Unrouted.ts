/** Requests that meet no route: refused in the words of the dialect below whose name they come in. */
import type { Dialect } from "@crosswalk/api/Dialect"
import { Cause, Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerError from "effect/http/HttpServerError"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Answering from "./Answering.ts"
import * as Measures from "./Measures.ts"
import { Paths } from "./Paths.ts"

const isUnrouted = (cause: Cause.Cause<unknown>): boolean =>
  cause.reasons.some(
    (reason) =>
      Cause.isFailReason(reason) &&
      HttpServerError.isHttpServerError(reason.error) &&
      reason.error.reason._tag === "RouteNotFound"
  )

const isBelow = (url: string, prefix: string): boolean =>
  url.startsWith(prefix) && /^(?:$|[/?])/.test(url.slice(prefix.length))

/** The answer to what meets no route of a dialect. */
const refusedBy = Effect.fnUntraced(function* (dialect: Dialect) {
  const paths = yield* Paths
  const answer = Effect.map(HttpServerRequest.HttpServerRequest, ({ url }) => {
    const allowed = paths.allowed(url)
    return Answering.refusal(
      dialect.refuse(
        allowed.length === 0 ? { _tag: "NotFound", what: "route" } : { _tag: "MethodNotAllowed", allowed },
        null
      )
    )
  })
  return yield* Measures.measured(answer, { dialect: dialect.id, method: "*", route: "*" })
})

/** Refuses what meets no route; the first of the dialects speaks where none is named. */
export const layer = (dialects: readonly [Dialect, ...ReadonlyArray<Dialect>]) =>
  HttpRouter.use((router) =>
    Effect.gen(function* () {
      const fallback = yield* refusedBy(dialects[0])
      const named = yield* Effect.forEach(dialects, (dialect) =>
        Effect.map(refusedBy(dialect), (answer) => ({ answer, prefixes: [`/${dialect.id}`, dialect.prefix] }))
      )
      const refused = Effect.flatMap(
        HttpServerRequest.HttpServerRequest,
        ({ url }) => named.find(({ prefixes }) => prefixes.some((prefix) => isBelow(url, prefix)))?.answer ?? fallback
      )
      yield* router.addGlobalMiddleware((effect) =>
        Effect.catchCause(effect, (cause) => (isUnrouted(cause) ? refused : Effect.failCause(cause)))
      )
    })
  )
