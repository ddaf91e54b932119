/** The change feed over HTTP. Its cursor is kept by the reader and never ends. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import { invalid } from "@crosswalk/api/Failure"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import { Feed } from "@crosswalk/store/Feed"
import type { Entry, FeedForgotten } from "@crosswalk/store/Feed"
import { Vault } from "@crosswalk/store/Vault"
import type { Signer } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as Cursor from "../Cursor.ts"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import * as Session from "../Session.ts"
import * as PageSize from "./PageSize.ts"

const largestSize = 1000

const toChange = (entry: Entry) => ({
  seq: entry.seq,
  connector_id: entry.connectorId,
  model: entry.model,
  id: entry.recordId,
  remote_id: RemoteKey.toRemoteId(entry.remoteId),
  operation: entry.operation,
  fields: entry.fields,
  at: entry.at
})

const refused = (name: string, message: string) => new Refused({ failure: invalid("query", name, message) })

const forgotten = (error: FeedForgotten) => refused("cursor", `${error.message} ${error.remedy}`)

const read = (signer: Signer, list: string, cursor: string) => {
  const position = Cursor.readText(signer, list, cursor)
  return position === null
    ? Effect.fail(refused("cursor", "This is no cursor of this feed. Take it from the answer before, unchanged."))
    : Effect.succeed(position)
}

/** Handlers of the routes about changes. */
export const handlers = [
  Handlers.read(
    Routes.changes,
    "read",
    Effect.fnUntraced(function* ({ query }, { session }) {
      const signer = (yield* Vault).signer("changes")
      const size = yield* PageSize.of(query.page_size, largestSize)
      const feed = yield* Feed
      const id = query.connector_id
      const list = `${session.workspace} ${id ?? ""}`
      const position = query.cursor === undefined ? null : yield* read(signer, list, query.cursor)
      if (id !== undefined) {
        const { connector } = yield* Session.account(session, { _tag: "Id", id }, null)
        const from = Number(position ?? 0)
        const found = yield* Effect.catchTag(feed.after(connector.id, from, size + 1), "FeedForgotten", forgotten)
        const page = found.slice(0, size)
        const next = String(page.at(-1)?.seq ?? from)
        return {
          data: page.map(toChange),
          next_cursor: Cursor.writeText(signer, list, next),
          has_more: found.length > size
        }
      }
      const found = yield* Effect.catchTag(
        feed.ofWorkspace(session.workspace, position === "" ? null : position, size + 1),
        "FeedForgotten",
        forgotten
      )
      const page = found.slice(0, size)
      const next = page.at(-1)?.position ?? position ?? ""
      return {
        data: page.map(toChange),
        next_cursor: Cursor.writeText(signer, list, next),
        has_more: found.length > size
      }
    })
  )
]
