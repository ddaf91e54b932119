/** The routes of a dialect's lists and records, and the refusal of every other one below its prefix. */
import type { Asked, Dialect } from "@crosswalk/api/Dialect"
import type { Category } from "@crosswalk/core/Category"
import { Vault } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Answering from "./Answering.ts"
import * as Gathered from "./Gathered.ts"
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

/** The account that a request is about. */
const accountOf = Effect.fnUntraced(function* (dialect: Dialect, category: Category | null, request: Asked) {
  const session = yield* Session.open(request.headers["authorization"], { bare: dialect.bareKey, scope: "read" })
  const name = yield* Effect.mapError(
    Effect.fromResult(dialect.connector(request)),
    (failure) => new Refused({ failure })
  )
  return yield* Session.account(session, name, dialect.isCategoryBound ? category : null)
})

/** All lists and records of a dialect. */
export const layer = (dialect: Dialect) =>
  HttpRouter.use((router) =>
    Effect.gen(function* () {
      const signer = (yield* Vault).signer("cursors")
      const { itemPath, prefix } = dialect
      const get = <R>(
        path: `/${string}`,
        category: Category | null,
        body: (account: Session.Account, request: Asked) => Effect.Effect<string, Answering.Failed, R>
      ) =>
        router.add(
          "GET",
          `${prefix}${path}`,
          Answering.answer(
            dialect,
            category,
            Effect.flatMap(asked, (request) =>
              Effect.flatMap(accountOf(dialect, category, request), (account) => body(account, request))
            )
          )
        )
      for (const collection of dialect.collections) {
        const { category } = collection
        yield* get(dialect.listPath(collection), category, (account, request) =>
          Listing.list(account, dialect, collection, request, signer)
        )
        if (itemPath === null || !collection.hasItems) continue
        yield* get(itemPath(collection), category, (account, request) =>
          Listing.item(account, dialect, collection, request)
        )
      }
      const { gathered } = dialect
      for (const gathering of gathered?.gatherings ?? []) {
        if (gathered === null) continue
        yield* get(gathered.path(gathering), gathering.category, (account, request) =>
          Gathered.list(account, dialect, gathered, gathering, request, signer)
        )
        if (gathered.itemPath === null) continue
        yield* get(gathered.itemPath(gathering), gathering.category, (account, request) =>
          Gathered.item(account, dialect, gathering, request)
        )
      }
      yield* router.add(
        "*",
        `${prefix}/*`,
        Effect.sync(() => Answering.refusal(dialect.refuse({ _tag: "NotFound", what: "route" }, null)))
      )
    })
  )
