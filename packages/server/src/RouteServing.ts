/** The routes beside a dialect's lists: each has its handler, or always refuses. */
import type { Asked, Dialect } from "@crosswalk/api/Dialect"
import type * as Route from "@crosswalk/api/Route"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as Body from "./Body.ts"
import type { Handler } from "./Handlers.ts"
import * as Mount from "./Mount.ts"
import { Refused } from "./Refused.ts"
import * as Session from "./Session.ts"
import { Settings } from "./Settings.ts"

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
  HttpRouter.use(() =>
    Effect.gen(function* () {
      const { maxBody } = yield* Settings
      for (const route of dialect.routes) {
        const handler = handlers.find(({ route: { name } }) => name === route.name)
        if (handler === undefined && route.refuses === null) {
          return yield* Effect.die(`The route ${route.name} of ${dialect.id} has no handler.`)
        }
        const { category, method, path } = route
        yield* Mount.add(dialect, {
          method,
          path,
          category,
          scope: handler?.scope ?? "read",
          parameters: { known: new Set(Object.keys(route.query.fields)), plain: new Set() },
          body: Effect.fnUntraced(function* (session, asked, about) {
            const account = yield* accountOf(dialect, route, session, asked)
            if (account !== null) about(account.connector.id)
            if (handler === undefined) {
              const what = `${method} ${path}`
              const provider = account?.provider.id ?? ""
              return yield* new Refused({ failure: route.refuses?.(provider) ?? { _tag: "NotImplemented", what } })
            }
            const sent = route.body === null ? null : yield* Body.json(maxBody)
            return { text: yield* handler.run({ session, account, asked }, sent) }
          })
        })
      }
    })
  )
