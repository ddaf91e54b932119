/** The routes beside a dialect's lists: each has its handler, or always refuses. */
import type { Asked, Dialect } from "@crosswalk/api/Dialect"
import { invalid } from "@crosswalk/api/Failure"
import type * as Route from "@crosswalk/api/Route"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Answering from "./Answering.ts"
import { asked } from "./DialectRoutes.ts"
import type { Handler } from "./Handlers.ts"
import { Refused } from "./Refused.ts"
import * as Session from "./Session.ts"

const isJson = /^application\/(?:[a-z0-9.-]+\+)?json(?:;|$)/i

/** The body as JSON; a missing one is null, of another form a refusal. */
const bodyOf = Effect.gen(function* () {
  const request = yield* HttpServerRequest.HttpServerRequest
  const text = yield* Effect.mapError(
    request.text,
    () => new Refused({ failure: invalid("body", "", "The body ended before it was whole.") })
  )
  if (text === "") return null
  if (!isJson.test(request.headers["content-type"] ?? "")) {
    return yield* new Refused({ failure: { _tag: "UnsupportedMediaType", expected: "application/json" } })
  }
  return yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new Refused({ failure: invalid("body", "", "The body is no JSON.") })
  })
})

/** The connector that a route is about; null where it is about none. */
const accountOf = Effect.fnUntraced(function* (
  dialect: Dialect,
  route: Route.Any,
  session: Session.Session,
  request: Asked
) {
  if (!route.needsConnector) return null
  const name = yield* Effect.mapError(
    Effect.fromResult(dialect.connector(request)),
    (failure) => new Refused({ failure })
  )
  return yield* Session.account(session, name, dialect.isCategoryBound ? route.category : null)
})

/** Serves a dialect's routes. A route that neither refuses nor has a handler is a defect of the program. */
export const layer = <R>(dialect: Dialect, handlers: ReadonlyArray<Handler<R>>) =>
  HttpRouter.use((router) =>
    Effect.gen(function* () {
      for (const route of dialect.routes) {
        const handler = handlers.find(({ route: { name } }) => name === route.name)
        if (handler === undefined && route.refuses === null) {
          return yield* Effect.die(`The route ${route.name} of ${dialect.id} has no handler.`)
        }
        const body = Effect.gen(function* () {
          const request = yield* asked
          const session = yield* Session.open(request.headers["authorization"], {
            bare: dialect.bareKey,
            scope: handler?.scope ?? "read"
          })
          const account = yield* accountOf(dialect, route, session, request)
          if (handler === undefined) {
            const what = `${route.method} ${route.path}`
            const provider = account?.provider.id ?? ""
            return yield* new Refused({ failure: route.refuses?.(provider) ?? { _tag: "NotImplemented", what } })
          }
          const sent = route.body === null ? null : yield* bodyOf
          return yield* handler.run({ session, account, asked: request }, sent)
        })
        yield* router.add(
          route.method,
          `${dialect.prefix}${route.path}`,
          Answering.answer(dialect, route.category, body)
        )
      }
    })
  )
