/** The log of requests over HTTP. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import { invalid } from "@crosswalk/api/Failure"
import { Requests } from "@crosswalk/store/Requests"
import type { Request } from "@crosswalk/store/Requests"
import { Vault } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as Cursor from "../Cursor.ts"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import * as PageSize from "./PageSize.ts"

const largestSize = 1000

const toEntry = (request: Request) => ({
  id: request.id,
  at: request.at,
  connector_id: request.connectorId,
  key_prefix: request.keyPrefix,
  dialect: request.dialect,
  method: request.method,
  route: request.route,
  query: request.query,
  status: request.status,
  duration_ms: request.durationMs
})

const unknown = new Refused({
  failure: invalid("query", "cursor", "This is no cursor of this list. Take it from the answer before, unchanged.")
})

/** Handlers of the routes about requests. */
export const handlers = [
  Handlers.read(
    Routes.requests,
    "admin",
    Effect.fnUntraced(function* ({ query }, { session: { workspace } }) {
      const signer = (yield* Vault).signer("requests")
      const size = yield* PageSize.of(query.page_size, largestSize)
      const connectorId = query.connector_id
      const list = `${workspace} ${connectorId ?? ""}`
      const place = query.cursor === undefined ? null : Cursor.readText(signer, list, query.cursor)
      if (query.cursor !== undefined && place === null) return yield* unknown
      const [at = "", id = ""] = place?.split(" ") ?? []
      const found = yield* Requests.use((requests) =>
        requests.page(workspace, { connectorId, before: place === null ? undefined : { at, id }, limit: size + 1 })
      )
      const page = found.slice(0, size)
      const last = page.at(-1)
      return {
        data: page.map(toEntry),
        next_cursor:
          found.length > size && last !== undefined ? Cursor.writeText(signer, list, `${last.at} ${last.id}`) : null
      }
    })
  )
]
