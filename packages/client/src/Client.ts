/**
 * The client for programs that use Effect: answers decoded, errors tagged, lists as streams.
 *
 * ```ts
 * const program = Effect.gen(function* () {
 *   const client = yield* Client
 *   yield* Stream.runForEach(client.ats.candidates.list({ connector: token }), ({ name }) => Effect.log(name))
 * })
 * program.pipe(Effect.provide(Client.layer({ baseUrl, apiKey })), Effect.provide(FetchHttpClient.layer))
 * ```
 */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import type { Input, Output } from "@crosswalk/api/Route"
import { Context, Effect, Layer } from "effect"
import type * as HttpClient from "effect/http/HttpClient"
import * as Calls from "./Calls.ts"
import * as Changes from "./Changes.ts"
import type { ClientError } from "./ClientError.ts"
import * as Exchange from "./Exchange.ts"
import * as Lists from "./Lists.ts"
import type { Options } from "./Options.ts"
import * as Records from "./Records.ts"

type Answered<Success> = Effect.Effect<Success, ClientError>

/** The lists of all categories. */
export type AllRecords = {
  readonly [C in keyof Lists.Names]: {
    readonly [Plural in keyof Lists.Names[C]]: Records.Records<Extract<Lists.Names[C][Plural], Lists.Listed>>
  }
}

/** A connector with its token, as the API answers it. */
export type Connector = Output<typeof Routes.connector>

/** Which connectors: the wire's own parameters. */
export type ConnectorsQuery = Calls.Given<(typeof Routes.connectors)["query"]["Type"]>

/** A customer's account to connect. Its credentials are sealed by the server and never answered. */
export type NewConnector = Input<typeof Routes.createConnector>["body"]

/** The connectors of the key's workspace. */
export interface Connectors {
  /** All of them, oldest first. */
  readonly list: (query?: ConnectorsQuery) => Answered<ReadonlyArray<Connector>>
  /** One, with how its syncs go. */
  readonly get: (id: string) => Answered<Connector>
  /** Connects a customer's account by credentials at hand. Nothing is asked of the vendor before the first sync. */
  readonly create: (connector: NewConnector) => Answered<Connector>
  /** Syncs it now, or joins the sync that runs; answers at once. With `full` everything is read again. */
  readonly sync: (id: string, query?: { readonly full?: boolean }) => Answered<Output<typeof Routes.sync>>
  /** Syncs it no more by itself, until it is resumed. */
  readonly pause: (id: string) => Answered<Output<typeof Routes.pause>>
  /** Syncs it by its schedule again. */
  readonly resume: (id: string) => Answered<Output<typeof Routes.resume>>
  /** Deletes it with all its records. */
  readonly delete: (id: string) => Answered<Output<typeof Routes.remove>>
}

/** The unified models. */
export interface Models {
  /** All of them, with what is known of each field. */
  readonly list: () => Answered<Output<typeof Routes.models>["data"]>
}

/** The providers that the server has. */
export interface Providers {
  readonly list: () => Answered<Output<typeof Routes.providers>["data"]>
  /** One, with the coverage of each field. */
  readonly get: (id: string) => Answered<Output<typeof Routes.provider>>
}

/** What the API offers. */
export interface Api extends AllRecords {
  readonly changes: Changes.Changes
  readonly connectors: Connectors
  readonly models: Models
  readonly providers: Providers
}

const dataOf = <A>(answered: Answered<{ readonly data: A }>): Answered<A> => Effect.map(answered, ({ data }) => data)

/** All of it, over what makes its calls. */
export const over = (exchange: Exchange.Exchange): Api => {
  const call = Calls.make(exchange)
  return {
    ...Lists.make<AllRecords>((collection) => Records.make(exchange, collection)),
    changes: Changes.make(call),
    connectors: {
      list: (query) => dataOf(call(Routes.connectors, { query })),
      get: (id) => call(Routes.connector, { params: { id } }),
      create: (body) => call(Routes.createConnector, { body }),
      sync: (id, query) => call(Routes.sync, { params: { id }, query }),
      pause: (id) => call(Routes.pause, { params: { id } }),
      resume: (id) => call(Routes.resume, { params: { id } }),
      delete: (id) => call(Routes.remove, { params: { id } })
    },
    models: { list: () => dataOf(call(Routes.models)) },
    providers: {
      list: () => dataOf(call(Routes.providers)),
      get: (id) => call(Routes.provider, { params: { id } })
    }
  }
}

/** A client over the HTTP client in place. */
export const make = (options: Options): Effect.Effect<Api, never, HttpClient.HttpClient> =>
  Effect.map(Exchange.make(options), over)

/** The client as a service. */
export class Client extends Context.Service<Client, Api>()("@crosswalk/client/Client") {
  /** Provides it over the HTTP client in place. */
  static readonly layer = (options: Options): Layer.Layer<Client, never, HttpClient.HttpClient> =>
    Layer.effect(Client, make(options))
}
