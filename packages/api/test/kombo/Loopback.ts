/** The dialect on a port of this machine, over records in memory: pages, refusals and envelopes as the dialect says. */
import * as Gathering from "@crosswalk/api/Gathering"
import { dialect } from "@crosswalk/api/kombo/Dialect"
import type { Asked } from "@crosswalk/api/Dialect"
import type { Failure } from "@crosswalk/api/Failure"
import * as Id from "@crosswalk/core/Id"
import type { Category } from "@crosswalk/core/Category"
import { Effect, Result } from "effect"
import { createServer } from "node:http"
import { account, connector } from "../conformance/Account.ts"
import { serve } from "../conformance/Loaded.ts"

/** An answer. */
interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const ok = (body: string): Answer => ({ status: 200, headers: {}, body })

const refused = (failure: Failure, category: Category | null): Answer => {
  const { body, headers, status } = dialect.refuse(failure, category)
  return { status, headers, body: JSON.stringify(body) }
}

const supplied = { fills: () => true }

/** Path parameters, when a path fits a route. */
const fits = (route: string, path: string): Readonly<Record<string, string>> | null => {
  const parts = path.split("/")
  const names = route.split("/")
  if (parts.length !== names.length) return null
  const found: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const part = decodeURIComponent(parts[at] ?? "")
    if (name.startsWith(":")) found[name.slice(1)] = part
    else if (name !== part) return null
  }
  return found
}

/** A page of what is there, by a cursor that is a number. */
const page = <A>(items: ReadonlyArray<A>, limit: number | null, cursor: string | null) => {
  const from = cursor === null ? 0 : Number(cursor)
  const until = limit === null ? items.length : from + limit
  return { items: items.slice(from, until), next: until < items.length ? String(until) : null }
}

const cursorOf = (start: { readonly _tag: string; readonly cursor?: string }) => start.cursor ?? null

const lists = (asked: Asked, path: string): Answer | null => {
  for (const collection of dialect.collections) {
    const found = fits(dialect.listPath(collection), path)
    if (found === null) continue
    const [{ model }] = collection.projections
    const [projection] = collection.projections
    const request = dialect.list({ ...asked, path: found }, collection, { ...supplied, model: model.name })
    if (Result.isFailure(request)) return refused(request.failure, collection.category)
    for (const { ids, model: of } of request.success.mustExist) {
      const missing = ids.find((id) => !account.get(of ?? model.name)?.some((record) => record["id"] === id))
      if (missing !== undefined) return refused({ _tag: "NotFound", what: "record" }, collection.category)
    }
    const { limit, start } = request.success
    const { items, next } = page(account.get(model.name) ?? [], limit, cursorOf(start))
    const served = serve(account, projection, items).map((item) => JSON.stringify(item))
    return ok(dialect.writeList({ items: served, next }, collection).join(""))
  }
  return null
}

const gathered = (asked: Asked, path: string): Answer | null => {
  for (const gathering of dialect.gathered?.gatherings ?? []) {
    const params = fits(dialect.gathered?.path(gathering) ?? "", path)
    if (params === null) continue
    const request = dialect.gathered?.list({ ...asked, path: params }, gathering)
    if (request === undefined) continue
    if (Result.isFailure(request)) return refused(request.failure, gathering.category)
    const found = new Map<string, Gathering.Entry>()
    const identify = Id.forConnector(connector)
    for (const source of gathering.sources) {
      for (const record of account.get(source.model) ?? []) Gathering.add(found, source.entries(record, identify))
    }
    const { keep, limit, start } = request.success
    const { items, next } = page(Gathering.select(found, keep), limit, cursorOf(start))
    const served = items.map((entry) => JSON.stringify(gathering.serve(entry)))
    return ok(dialect.writeList({ items: served, next }, { isPaged: true }).join(""))
  }
  return null
}

/** What a test answers on the routes beside the lists, by the route's name. */
export type Handlers = Readonly<Record<string, unknown>>

const routes = (method: string, path: string, handlers: Handlers): Answer | null => {
  for (const route of dialect.routes) {
    if (route.method !== method || fits(route.path, path) === null) continue
    if (route.refuses !== null) return refused(route.refuses("lever"), route.category)
    if (route.name in handlers) return ok(JSON.stringify(handlers[route.name]))
  }
  return null
}

const answer = (method: string, url: URL, headers: Asked["headers"], handlers: Handlers): Answer => {
  const path = url.pathname.slice(dialect.prefix.length)
  const asked = { headers, path: {}, query: url.searchParams }
  const category =
    path.startsWith("/ats/") || path.startsWith("/assessment/") ? "ats" : path.startsWith("/hris/") ? "hris" : null
  if (headers["authorization"] !== "Bearer good") {
    return refused({ _tag: "Unauthenticated", reason: "The API key is not valid." }, category)
  }
  if (category !== null) {
    const name = dialect.connector(asked)
    if (Result.isFailure(name)) return refused(name.failure, category)
    if (name.success._tag !== "IdAt" || name.success.id !== connector || !name.success.isProvider("ukg-pro")) {
      return refused({ _tag: "ConnectorUnknown" }, category)
    }
  }
  return (
    routes(method, path, handlers) ??
    (method === "GET" ? (lists(asked, path) ?? gathered(asked, path)) : null) ??
    refused({ _tag: "NotFound", what: "route" }, category)
  )
}

/** A dialect that listens. */
export interface Listening {
  readonly url: string
  /** Addresses asked for so far. */
  readonly asked: ReadonlyArray<string>
}

/** Listens until its scope is closed. */
export const listen = (handlers: Handlers = {}) =>
  Effect.acquireRelease(
    Effect.callback<Listening & { readonly close: () => void }>((resume) => {
      const asked: Array<string> = []
      const server = createServer((request, response) => {
        const url = new URL(request.url ?? "/", "http://localhost")
        asked.push(`${request.method} ${request.url}`)
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
        )
        request.resume()
        const { body, headers: more, status } = answer(request.method ?? "GET", url, headers, handlers)
        response.writeHead(status, { "content-type": "application/json", ...more }).end(body)
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        const close = () => {
          server.closeAllConnections()
          server.close()
        }
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}${dialect.prefix}`, asked, close }))
      })
    }),
    ({ close }) => Effect.sync(close)
  )
