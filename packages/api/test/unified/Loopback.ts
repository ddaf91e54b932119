/** The dialect on a port of this machine, over generated records in memory: lists by offset, and single records. */
import { dialect } from "@crosswalk/api/unified/Dialect"
import type { Collection } from "@crosswalk/api/Collection"
import { Effect, Result } from "effect"
import { createServer } from "node:http"
import { account, connector, type Stored } from "../conformance/Account.ts"
import { serve } from "../conformance/Loaded.ts"

const raw = [{ resource: "things", record: { id: 7, nothing: null } }]

/** The generated records that a list has: those without whom an absence is are none. */
const recordsOf = (collection: Collection): ReadonlyArray<Stored> => {
  const all = account.get(collection.projections[0].model.name) ?? []
  return collection.only === null ? all : all.filter((record) => typeof record["user_id"] === "string")
}

const served = (collection: Collection, query: URLSearchParams, id: string | null) => {
  const [projection] = collection.projections
  const asked = { headers: {}, path: { connection_id: connector, id: id ?? "" }, query }
  const request = Result.getOrThrow(
    dialect.list(asked, collection, { model: projection.model.name, fills: () => true })
  )
  const from = request.start._tag === "Offset" ? request.start.offset : 0
  const records = recordsOf(collection).filter((record) => id === null || record["remote_id"] === id)
  const page = records.slice(from, from + (request.limit ?? records.length))
  return serve(account, projection, page, request.show.raw ? raw : null).map((item) => JSON.stringify(item))
}

const answer = (url: URL) => {
  const [category, id, path, item] = url.pathname
    .slice(dialect.prefix.length + 1)
    .split("/")
    .map(decodeURIComponent)
  const collection = dialect.collections.find((one) => one.category === category && one.path === path)
  if (collection === undefined || id !== connector) return dialect.refuse({ _tag: "ConnectorUnknown" }, null)
  const items = served(collection, url.searchParams, item ?? null)
  const [first] = items
  if (item === undefined) return { status: 200, text: dialect.writeList({ items, next: null }, collection).join("") }
  return first === undefined
    ? dialect.refuse({ _tag: "NotFound", what: "record" }, null)
    : { status: 200, text: dialect.writeItem(first) }
}

/** Listens until its scope is closed. */
export const listen = Effect.acquireRelease(
  Effect.callback<{ readonly url: string; readonly close: () => void }>((resume) => {
    const server = createServer((request, response) => {
      const found = answer(new URL(request.url ?? "/", "http://localhost"))
      response
        .writeHead(found.status, { "content-type": "application/json" })
        .end("text" in found ? found.text : JSON.stringify(found.body))
    })
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      const close = () => {
        server.closeAllConnections()
        server.close()
      }
      resume(Effect.succeed({ url: `http://127.0.0.1:${port}${dialect.prefix}`, close }))
    })
  }),
  ({ close }) => Effect.sync(close)
)
