/**
 * The client for programs that use plain promises, in Node and in browsers.
 *
 * ```ts
 * const client = createClient({ baseUrl: "https://crosswalk.example.com", apiKey })
 * for await (const candidate of client.ats.candidates.list({ connector: token })) console.log(candidate.name)
 * ```
 */
import { Effect, Layer, Redacted } from "effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as HttpClient from "effect/http/HttpClient"
import type { Change, ChangesPage, ChangesQuery, FollowQuery } from "./Changes.ts"
import * as Client from "./Client.ts"
import * as Exchange from "./Exchange.ts"
import * as Lists from "./Lists.ts"
import type { Options } from "./Options.ts"
import * as Paged from "./Paged.ts"
import * as Records from "./Records.ts"
import type { Exact, ItemQuery, ListQuery, Shown } from "./Shown.ts"

/** What a client is made with. */
export interface ClientOptions extends Omit<Options, "apiKey"> {
  /** An API key. It stands in no error. */
  readonly apiKey: string | Redacted.Redacted<string>
  /** Sends the requests. Default: the platform's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** One list. */
export interface List<Name extends Lists.Listed> {
  /** All records that a query meets, page after page. */
  readonly list: <const Q extends ListQuery<Name>>(
    query: Exact<Q, ListQuery<Name>>,
    options?: Paged.CallOptions
  ) => Paged.Paged<Shown<Name, Q>, Records.Page<Shown<Name, Q>>>
  /** The record of an id of ours, also when it is gone at the vendor. Rejects with `NotFound` when there is none. */
  readonly get: <const Q extends ItemQuery<Name>>(
    id: string,
    query: Exact<Q, ItemQuery<Name>>,
    options?: Paged.CallOptions
  ) => Promise<Shown<Name, Q>>
}

/** The lists of all categories. */
export type AllLists = {
  readonly [C in keyof Lists.Names]: {
    readonly [Plural in keyof Lists.Names[C]]: List<Extract<Lists.Names[C][Plural], Lists.Listed>>
  }
}

/** A function with its answer as a promise, and with a signal at the end. */
type Promised<F> = F extends (...args: infer Args) => Effect.Effect<infer A, infer _>
  ? (...args: [...Args, options?: Paged.CallOptions]) => Promise<A>
  : never

/** What the API offers. */
export interface CrosswalkClient extends AllLists {
  readonly changes: {
    /** The changes there are, to the newest. */
    readonly list: (query?: ChangesQuery, options?: Paged.CallOptions) => Paged.Paged<Change, ChangesPage>
    /** The changes there are and all that come: end it with a signal, or leave the loop. */
    readonly follow: (query?: FollowQuery, options?: Paged.CallOptions) => Paged.Paged<Change, ChangesPage>
  }
  readonly connectors: { readonly [K in keyof Client.Connectors]: Promised<Client.Connectors[K]> }
  readonly models: { readonly [K in keyof Client.Models]: Promised<Client.Models[K]> }
  readonly providers: { readonly [K in keyof Client.Providers]: Promised<Client.Providers[K]> }
}

/** The token would follow a redirect to another host; browsers refuse trace headers that a server does not allow. */
const http = (fetch: typeof globalThis.fetch | undefined) =>
  FetchHttpClient.layer.pipe(
    Layer.provide(
      Layer.mergeAll(
        Layer.succeed(FetchHttpClient.RequestInit, { redirect: "error" }),
        Layer.succeed(HttpClient.TracerPropagationEnabled, false),
        fetch === undefined ? Layer.empty : Layer.succeed(FetchHttpClient.Fetch, fetch)
      )
    )
  )

const list = <Name extends Lists.Listed>(records: Records.Records<Name>): List<Name> => ({
  list: (query, options) => Paged.make(records.pages(query), options),
  get: (id, query, options) => Paged.call(records.get(id, query), options)
})

/** Makes a client. Nothing is sent yet. */
export const createClient = ({ apiKey, fetch, ...options }: ClientOptions): CrosswalkClient => {
  const key = typeof apiKey === "string" ? Redacted.make(apiKey) : apiKey
  const exchange = Effect.runSync(Effect.provide(Exchange.make({ ...options, apiKey: key }), http(fetch)))
  const { changes, connectors, models, providers } = Client.over(exchange)
  const { call } = Paged
  return {
    ...Lists.make<AllLists>((collection) => list(Records.make(exchange, collection))),
    changes: {
      list: (query, options) => Paged.make(changes.pages(query), options),
      follow: (query, options) => Paged.make(changes.followPages(query), options)
    },
    connectors: {
      list: (query, options) => call(connectors.list(query), options),
      get: (id, options) => call(connectors.get(id), options),
      create: (connector, options) => call(connectors.create(connector), options),
      sync: (id, query, options) => call(connectors.sync(id, query), options),
      pause: (id, options) => call(connectors.pause(id), options),
      resume: (id, options) => call(connectors.resume(id), options),
      delete: (id, options) => call(connectors.delete(id), options)
    },
    models: { list: (options) => call(models.list(), options) },
    providers: {
      list: (options) => call(providers.list(), options),
      get: (id, options) => call(providers.get(id), options)
    }
  }
}
