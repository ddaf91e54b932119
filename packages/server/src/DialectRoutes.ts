/** The routes of a dialect's lists and records, and the refusal of every other one below its prefix. */
import type { Collection } from "@crosswalk/api/Collection"
import type { Asked, Dialect } from "@crosswalk/api/Dialect"
import { Vault } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Answering from "./Answering.ts"
import * as Listing from "./Listing.ts"
import { Refused } from "./Refused.ts"
import * as Session from "./Session.ts"

/** The request as a dialect looks at it. */
export const asked = Effect.map(
  Effect.all([HttpServerRequest.HttpServerRequest, HttpRouter.RouteContext]),
  ([{ headers, url }, { params }]): Asked => {
    const at = url.indexOf("?")
    const path: Record<string, string> = {}
    for (const name in params) path[name] = params[name] ?? ""
    return { headers, path, query: new URLSearchParams(at < 0 ? "" : url.slice(at + 1)) }
  }
)

/** The account that a request of a collection is about. */
const accountOf = Effect.fnUntraced(function* (dialect: Dialect, collection: Collection, request: Asked) {
  const session = yield* Session.open(request.headers["authorization"], { bare: dialect.bareKey, scope: "read" })
  const name = yield* Effect.mapError(
    Effect.fromResult(dialect.connector(request)),
    (failure) => new Refused({ failure })
  )
  return yield* Session.account(session, name, dialect.isCategoryBound ? collection.category : null)
})

/** All lists and records of a dialect. */
export const layer = (dialect: Dialect) =>
  HttpRouter.use((router) =>
    Effect.gen(function* () {
      const signer = (yield* Vault).signer("cursors")
      const { itemPath, prefix } = dialect
      for (const collection of dialect.collections) {
        const { category } = collection
        yield* router.add(
          "GET",
          `${prefix}${dialect.listPath(collection)}`,
          Answering.answer(
            dialect,
            category,
            Effect.flatMap(asked, (request) =>
              Effect.flatMap(accountOf(dialect, collection, request), (account) =>
                Listing.list(account, dialect, collection, request, signer)
              )
            )
          )
        )
        if (itemPath === null || !collection.hasItems) continue
        yield* router.add(
          "GET",
          `${prefix}${itemPath(collection)}`,
          Answering.answer(
            dialect,
            category,
            Effect.flatMap(asked, (request) =>
              Effect.flatMap(accountOf(dialect, collection, request), (account) =>
                Listing.item(account, dialect, collection, request)
              )
            )
          )
        )
      }
      yield* router.add(
        "*",
        `${prefix}/*`,
        Effect.sync(() => Answering.refusal(dialect.refuse({ _tag: "NotFound", what: "route" }, null)))
      )
    })
  )
