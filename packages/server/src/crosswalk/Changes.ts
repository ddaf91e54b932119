/** The change feed over HTTP. Its cursor is kept by the reader and never ends. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import { invalid } from "@crosswalk/api/Failure"
import { Feed } from "@crosswalk/store/Feed"
import type { Entry, FeedForgotten } from "@crosswalk/store/Feed"
import { Vault } from "@crosswalk/store/Vault"
import type { Signer } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import * as Session from "../Session.ts"

const standardSize = 100
const largestSize = 1000
const signatureLength = 16

const toChange = (entry: Entry) => ({
  seq: entry.seq,
  connector_id: entry.connectorId,
  model: entry.model,
  id: entry.recordId,
  remote_id: entry.remoteId,
  operation: entry.operation,
  fields: entry.fields,
  at: entry.at
})

const refused = (name: string, message: string) => new Refused({ failure: invalid("query", name, message) })

const forgotten = (error: FeedForgotten) => refused("cursor", `${error.message} ${error.remedy}`)

const sizeOf = (text: string | undefined) => {
  const size = text === undefined ? standardSize : /^\d{1,6}$/.test(text) ? Number(text) : 0
  return size >= 1 && size <= largestSize
    ? Effect.succeed(size)
    : Effect.fail(refused("page_size", `Send a whole number from 1 to ${largestSize}.`))
}

const write = (signer: Signer, list: string, position: string): string =>
  `${Buffer.from(position).toString("base64url")}.${Buffer.from(signer.sign(`${list} ${position}`, signatureLength)).toString("base64url")}`

const read = (signer: Signer, list: string, cursor: string) => {
  const [place = "", signature = ""] = cursor.split(".")
  const position = Buffer.from(place, "base64url").toString()
  return signer.verify(`${list} ${position}`, Buffer.from(signature, "base64url"))
    ? Effect.succeed(position)
    : Effect.fail(refused("cursor", "This is no cursor of this feed. Take it from the answer before, unchanged."))
}

/** Handlers of the routes about changes. */
export const handlers = [
  Handlers.read(
    Routes.changes,
    "read",
    Effect.fnUntraced(function* ({ query }, { session }) {
      const signer = (yield* Vault).signer("changes")
      const size = yield* sizeOf(query.page_size)
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
        return { data: page.map(toChange), next_cursor: write(signer, list, next), has_more: found.length > size }
      }
      const found = yield* Effect.catchTag(
        feed.ofWorkspace(session.workspace, position === "" ? null : position, size + 1),
        "FeedForgotten",
        forgotten
      )
      const page = found.slice(0, size)
      const next = page.at(-1)?.position ?? position ?? ""
      return { data: page.map(toChange), next_cursor: write(signer, list, next), has_more: found.length > size }
    })
  )
]
