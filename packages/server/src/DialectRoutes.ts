/** The routes of a dialect's lists and records. */
import type { Asked, Dialect } from "@crosswalk/api/Dialect"
import type { Category } from "@crosswalk/core/Category"
import { Vault } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import type * as Answering from "./Answering.ts"
import { Fresh } from "./Fresh.ts"
import * as Gathered from "./Gathered.ts"
import * as Listing from "./Listing.ts"
import * as Mount from "./Mount.ts"
import * as Plain from "./Plain.ts"
import { Refused } from "./Refused.ts"
import * as Session from "./Session.ts"

/** The account that a request is about. */
const accountOf = Effect.fnUntraced(function* (
  dialect: Dialect,
  category: Category | null,
  session: Session.Session,
  request: Asked
) {
  const name = yield* Effect.mapError(
    Effect.fromResult(dialect.connector(request)),
    (failure) => new Refused({ failure })
  )
  return yield* Session.account(session, name, dialect.isCategoryBound ? category : null)
})

const none: ReadonlySet<string> = new Set()

const names = (...parameters: ReadonlyArray<Readonly<Record<string, unknown>>>): ReadonlySet<string> =>
  new Set(parameters.flatMap((some) => Object.keys(some)))

/** All lists and records of a dialect. */
export const layer = (dialect: Dialect) =>
  HttpRouter.use(() =>
    Effect.gen(function* () {
      const signer = (yield* Vault).signer("cursors")
      const fresh = yield* Fresh
      const { itemPath } = dialect
      const get = <R>(
        path: `/${string}`,
        category: Category | null,
        parameters: Plain.Parameters,
        body: (
          account: Session.Account,
          request: Asked
        ) => Effect.Effect<Answering.Written["text"], Answering.Failed, R>
      ) =>
        Mount.add(dialect, {
          method: "GET",
          path,
          category,
          scope: "read",
          parameters,
          body: Effect.fnUntraced(function* (session, request, about) {
            const account = yield* accountOf(dialect, category, session, request)
            about(account.connector.id)
            // Before the records are read: a sync that ends meanwhile must not make them look fresher than they are.
            const headers = yield* fresh.headers(account.connector.id)
            return { text: yield* body(account, request), headers }
          })
        })
      for (const collection of dialect.collections) {
        const { category } = collection
        const plain = Plain.filters(collection)
        const all = names(dialect.parameters(collection), collection.filters)
        yield* get(dialect.listPath(collection), category, { known: all, plain }, (account, request) =>
          Listing.list(account, dialect, collection, request, signer)
        )
        if (itemPath === null || !collection.hasItems) continue
        const ofItem = names(dialect.itemParameters(collection))
        yield* get(itemPath(collection), category, { known: ofItem, plain: none }, (account, request) =>
          Listing.item(account, dialect, collection, request)
        )
      }
      const { gathered } = dialect
      for (const gathering of gathered?.gatherings ?? []) {
        if (gathered === null) continue
        const known = names(gathered.parameters, gathering.parameters)
        yield* get(gathered.path(gathering), gathering.category, { known, plain: none }, (account, request) =>
          Gathered.list(account, dialect, gathered, gathering, request, signer)
        )
        if (gathered.itemPath === null) continue
        yield* get(gathered.itemPath(gathering), gathering.category, { known: none, plain: none }, (account, request) =>
          Gathered.item(account, dialect, gathering, request)
        )
      }
    })
  )
