/**
 * A vendor with a single list, over real HTTP, that a test makes misbehave: in what it pages, promises, dates and leaves
 * out.
 */
import { Note } from "@crosswalk/core/ats/Note"
import * as Auth from "@crosswalk/core/Auth"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import { CursorExpired } from "@crosswalk/core/ProviderError"
import * as Redact from "@crosswalk/core/Redact"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Wire from "@crosswalk/core/Wire"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect, Redacted, Schema } from "effect"
import { createServer } from "node:http"
import type { Connection } from "../src/Connection.ts"
import * as Sync from "../src/Sync.ts"
import { connector } from "./Account.ts"

/** A record as the vendor keeps it. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly mail?: string | null
  readonly home?: { readonly street?: string | null; readonly town?: string | null } | null
  readonly updated: number
}

/** What one answer of the list holds. */
export interface Answer {
  readonly data: ReadonlyArray<unknown>
  readonly next?: string | undefined
  readonly hasNext: boolean
  readonly total?: number
}

/** The vendor. A test replaces what it likes. */
export interface Vendor {
  items: Map<string, Item>
  /** The clock of the `Date` header, in milliseconds. */
  now: number
  /** Alters an item as it goes out. */
  shown: (item: Item) => unknown
  /** Alters an answer; `asked` counts the pages of all lists from 1. Null: status 410, the cursor has expired. */
  answer: (answer: Answer, asked: number) => Answer | null
  asked: number
  /** Queries that were asked. */
  readonly queries: Array<URLSearchParams>
}

/** How the list is declared. */
export interface Declared {
  readonly size?: number
  readonly overlapMinutes?: number
  readonly absence?: Resource.Absence
  readonly promises?: boolean
  readonly incremental?: boolean
  readonly sensitive?: Redact.Sensitive
  readonly body?: (item: { readonly name?: string | null | undefined }) => string | null
}

const source = "https://vendor.invalid/docs"
const none = Mapper.absent("there is none")

/** The vendor's provider. */
export const provider = (declared: Declared = {}) => {
  const size = declared.size ?? 4
  const items = Resource.make("items", {
    path: "/items",
    wire: Schema.Struct({
      id: Schema.String,
      name: Wire.maybe(Schema.String),
      mail: Wire.maybe(Schema.String),
      home: Wire.maybe(Schema.Struct({ street: Wire.maybe(Schema.String), town: Wire.maybe(Schema.String) }))
    }).annotate({ source }),
    page:
      declared.promises === true
        ? Page.offset({ items: "data", param: "offset", size: ["limit", size], total: "total" })
        : Page.cursor({ items: "data", token: "next", param: "offset", more: "hasNext", size: ["limit", size] }),
    id: ({ id }) => id,
    ...(declared.incremental === false
      ? {}
      : {
          since:
            declared.overlapMinutes === undefined
              ? Since.millis("since")
              : Since.millis("since", { overlapMinutes: declared.overlapMinutes })
        }),
    ...(declared.sensitive === undefined ? {} : { sensitive: declared.sensitive }),
    absence: declared.absence ?? "deleted"
  })
  const note = Mapper.make(Note, items, {
    docs: source,
    fields: {
      remote_id: ({ id }) => id,
      remote_created_at: none,
      remote_updated_at: none,
      custom_fields: ({ home }) => (home === undefined || home === null ? null : { street: home.street ?? null }),
      body: declared.body ?? (({ name }) => name ?? null),
      title: ({ mail }) => mail ?? null,
      visibility: none,
      candidate_id: none,
      application_id: none,
      user_id: none
    }
  })
  return Provider.make("listing", {
    name: "Listing",
    categories: ["ats"],
    docs: source,
    api: { version: "v1", sunset: null },
    auth: [Auth.apiKeyAsUser(Auth.secret("api_key", "API key"))],
    baseUrls: { production: "https://vendor.invalid" },
    rateLimit: { limit: 100_000, windowSeconds: 1, burst: 100_000 },
    ...(declared.sensitive === undefined ? {} : { settings: { [Redact.settingName]: Redact.setting } }),
    failure: (_, { detail, status }) => (status === 410 ? { reason: new CursorExpired({ detail }) } : {}),
    mappers: [note]
  })
}

const began = 1_700_000_000_000

/** A vendor with so many records. */
export const make = (count: number): Vendor => ({
  items: new Map(
    Array.from({ length: count }, (_, index) => {
      const id = `i${String(index).padStart(4, "0")}`
      return [
        id,
        { id, name: `n${index}`, mail: `${index}@example.org`, home: { street: "High", town: "York" }, updated: began }
      ]
    })
  ),
  now: began + 3_600_000,
  shown: (item) => item,
  answer: (answer) => answer,
  asked: 0,
  queries: []
})

const listed = (vendor: Vendor, query: URLSearchParams): Answer => {
  const since = Number(query.get("since") ?? 0)
  const limit = Number(query.get("limit"))
  const from = Number(query.get("offset") ?? 0)
  const all = [...vendor.items.values()]
    .filter(({ updated }) => updated >= since)
    .sort((a, b) => a.updated - b.updated || (a.id < b.id ? -1 : 1))
  const hasNext = all.length > from + limit
  return {
    data: all.slice(from, from + limit).map(vendor.shown),
    hasNext,
    ...(hasNext ? { next: String(from + limit) } : {}),
    total: all.length
  }
}

/** Serves the vendor on loopback while the scope lasts, and answers its address. */
export const serve = (vendor: Vendor) =>
  Effect.acquireRelease(
    Effect.callback<ReturnType<typeof createServer>>((resume) => {
      const server = createServer((request, response) => {
        const url = new URL(request.url ?? "/", "http://vendor.invalid")
        const [, , id] = url.pathname.split("/")
        const send = (status: number, body: unknown) => {
          response.writeHead(status, {
            "content-type": "application/json",
            date: new Date(vendor.now).toUTCString()
          })
          response.end(JSON.stringify(body))
        }
        if (id !== undefined) {
          const item = vendor.items.get(id)
          return item === undefined ? send(404, { message: "no such item" }) : send(200, { data: item })
        }
        vendor.queries.push(url.searchParams)
        const answer = vendor.answer(listed(vendor, url.searchParams), ++vendor.asked)
        return answer === null ? send(410, { message: "the cursor has expired" }) : send(200, answer)
      })
      server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
    }),
    (server) =>
      Effect.callback<void>((resume) => {
        server.close(() => resume(Effect.void))
        server.closeAllConnections()
      })
  ).pipe(
    Effect.map((server) => {
      const address = server.address()
      return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
    })
  )

/** Serves the vendor, makes the connector, and answers what is needed to sync it. */
export const connect = Effect.fnUntraced(function* (
  vendor: Vendor,
  declared: Declared = {},
  settings: Readonly<Record<string, string>> = {}
) {
  const baseUrl = yield* serve(vendor)
  const credentials = { api_key: Redacted.make("listing-key") }
  yield* Connectors.use((connectors) =>
    connectors.create({ id: connector, provider: "listing", category: "ats", credentials })
  )
  const connection: Connection = {
    provider: provider(declared),
    credentials,
    baseUrl,
    settings,
    onCredentials: () => Effect.void
  }
  return { connector, connection, scopes: null } satisfies Sync.Options
})

/** Serves the vendor and answers its sync. */
export const open = (vendor: Vendor, declared: Declared = {}) =>
  Effect.map(connect(vendor, declared), (options) => (full: boolean) => Sync.run({ ...options, full }))

/** Alters an item at the vendor's time. */
export const edit = (vendor: Vendor, id: string, change: Partial<Item>): void => {
  const item = vendor.items.get(id) ?? { id, name: id, updated: 0 }
  vendor.items.set(id, { ...item, updated: vendor.now, ...change })
}
