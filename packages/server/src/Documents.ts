/** The OpenAPI document of each dialect, and a page that shows it. */
import * as Document from "@crosswalk/api/Document"
import type { Dialect } from "@crosswalk/api/Dialect"
import { Effect } from "effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"

/** Where a dialect's document lies: beside its routes, and for Crosswalk's own at the top. */
export const path = ({ id }: Dialect): `/${string}` => (id === "crosswalk" ? "/openapi.json" : `/${id}/openapi.json`)

/** The documents, each made when it is first asked for. */
export const layer = (dialects: ReadonlyArray<Dialect>) =>
  HttpRouter.use((router) =>
    Effect.forEach(
      dialects,
      (dialect) => {
        let text: string | null = null
        return router.add(
          "GET",
          path(dialect),
          Effect.sync(() =>
            HttpServerResponse.text((text ??= JSON.stringify(Document.make(dialect))), {
              contentType: "application/json"
            })
          )
        )
      },
      { discard: true }
    )
  )
