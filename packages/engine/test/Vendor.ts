/** A vendor for tests: a little server on the loopback interface, and a provider whose resources it serves. */
import * as Auth from "@crosswalk/core/Auth"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import { Duration, Effect, Redacted, Schema } from "effect"
import * as Http from "node:http"
import type { ClientOptions } from "../src/ClientOptions.ts"
import type { Connection } from "../src/Connection.ts"
import * as VendorClient from "../src/VendorClient.ts"

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: Http.IncomingHttpHeaders
  readonly form: URLSearchParams
}

export interface Vendor {
  readonly baseUrl: string
  readonly received: ReadonlyArray<Received>
}

/** `answer` gets each request with its number, from 1. */
export type Answer = (response: Http.ServerResponse, request: Received, count: number) => void

export const json = (
  response: Http.ServerResponse,
  status: number,
  body: unknown,
  headers: Http.OutgoingHttpHeaders = {}
) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))

export const html = (response: Http.ServerResponse, status: number) =>
  response.writeHead(status, { "content-type": "text/html" }).end("<!doctype html><title>Be right back</title>")

/** A page of one record; the last one unless it names a next. */
export const page = (response: Http.ServerResponse, id: string, next?: string) =>
  json(response, 200, { data: [{ id }], hasNext: next !== undefined, ...(next === undefined ? {} : { next }) })

export const vendor = (answer: Answer) =>
  Effect.acquireRelease(
    Effect.callback<Vendor & { readonly server: Http.Server }>((resume) => {
      const received: Array<Received> = []
      const server = Http.createServer((request, response) => {
        const chunks: Array<string> = []
        request.setEncoding("utf8")
        request.on("data", (chunk: string) => chunks.push(chunk))
        request.on("end", () => {
          const { headers, method = "", url = "" } = request
          const one = { method, url, headers, form: new URLSearchParams(chunks.join("")) }
          answer(response, one, received.push(one))
        })
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        resume(Effect.succeed({ server, received, baseUrl: `http://127.0.0.1:${port}` }))
      })
    }),
    ({ server }) =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
  )

const Opportunity = Schema.Struct({ id: Schema.String })

export const opportunities = Resource.make("opportunities", {
  path: "/opportunities",
  wire: Opportunity,
  page: Page.cursor({ items: "data", token: "next", param: "offset", more: "hasNext", size: ["limit", 100] }),
  since: Since.millis("updated_at_start"),
  query: (settings) => ({ confidentiality: settings["confidentiality"] ?? "", expand: ["contact", "applications"] }),
  absence: { confirm: "/opportunities/{id}" },
  deletions: {
    path: "/opportunities/deleted",
    page: Page.cursor({ items: "data", token: "next", param: "offset" }),
    since: Since.millis("deleted_at_start"),
    id: "id"
  },
  permission: "opportunities:read",
  id: ({ id }) => id
})

export const offers = Resource.make("offers", {
  path: "/opportunities/{parent}/offers",
  wire: Opportunity,
  page: Page.link({ items: "data" }),
  parent: opportunities,
  id: ({ id }) => id
})

export const apiKey = Auth.apiKeyAsUser(Auth.secret("api_key", "API key"))

export const provider = (
  auth: ReadonlyArray<Auth.Auth> = [apiKey],
  more: Partial<Pick<Provider.Provider, "hosts" | "baseUrls" | "failure" | "headers" | "rateLimit">> = {}
) =>
  Provider.make("acme", {
    name: "Acme",
    categories: ["ats"],
    docs: "https://docs.acme.example",
    api: { version: "1", sunset: null },
    auth,
    baseUrls: { production: "https://api.acme.example/v1" },
    rateLimit: { limit: 1000, windowSeconds: 1, burst: 1000 },
    settings: { confidentiality: { title: "Which records", default: "non-confidential" } },
    mappers: [],
    ...more
  })

/** Quick retries, so that a test of many tries takes no time. */
export const quick: Partial<ClientOptions> = { retryBase: Duration.millis(1), rateLimit: null }

export const first: VendorClient.PageOptions = { request: null, parent: null, query: {} }

/** A client for a vendor at an address, with `api_key` unless told. */
export const client = (
  baseUrl: string | null,
  connection: Partial<Omit<Connection, "credentials" | "baseUrl">> & {
    readonly credentials?: Readonly<Record<string, string>>
  } = {},
  options: Partial<ClientOptions> = {}
) => {
  const { credentials = { api_key: "key-1234567890" }, ...more } = connection
  return VendorClient.make(
    {
      provider: provider(),
      settings: {},
      onCredentials: () => Effect.void,
      ...more,
      baseUrl,
      credentials: Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, Redacted.make(value)]))
    },
    { ...quick, ...options }
  )
}
