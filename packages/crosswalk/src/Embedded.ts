/** The layers of an embedded Crosswalk: a database, the engine at work on it, the providers that the host names. */
import type { Provider } from "@crosswalk/core/Provider"
import * as Registry from "@crosswalk/core/Registry"
import * as Cluster from "@crosswalk/engine/Cluster"
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import { Connections } from "@crosswalk/engine/Connections"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, type Redacted } from "effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"

/** What a host gives. */
export interface Options<Providers extends ReadonlyArray<Provider>> {
  readonly providers: Providers
  /**
   * Path of the SQLite file, which is made when missing, or `:memory:`. This process is the only one that may sync it.
   */
  readonly database: string
  /** 32 bytes in hex: seals credentials in the database. Keep it; without it they cannot be read. */
  readonly encryptionKey: Redacted.Redacted<string>
  /** Limits of the vendor clients. `{ rateLimit: null }` is for simulators. */
  readonly client?: Partial<ClientOptions> | undefined
  /**
   * Sends the requests to vendors; it must leave redirects to the caller where `redirect` is "manual". Default:
   * connections of Crosswalk's own. Tests give a simulator's.
   */
  readonly fetch?: typeof globalThis.fetch | undefined
}

const http = (fetch: typeof globalThis.fetch | undefined) =>
  fetch === undefined
    ? VendorClient.layerHttp
    : FetchHttpClient.layer.pipe(
        Layer.provide(Layer.succeed(FetchHttpClient.RequestInit, { redirect: "manual" })),
        Layer.provide(Layer.succeed(FetchHttpClient.Fetch, fetch))
      )

/** The services of an embedded Crosswalk, for hosts that use Effect. */
export const layer = <const Providers extends ReadonlyArray<Provider>>(options: Options<Providers>) =>
  Cluster.layerEmbedded({ client: options.client }).pipe(
    Layer.provideMerge(Connections.layer),
    Layer.provideMerge(Registry.layer(options.providers)),
    Layer.provideMerge(EngineSettings.layer),
    Layer.provideMerge(http(options.fetch)),
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(SqliteClient.layer({ filename: options.database })),
    Layer.provideMerge(Vault.layerKeys([options.encryptionKey]))
  )

/** The provider of an id. Dies when the host did not name it: its type does not allow that. */
export const providerOf = (id: string) => Effect.orDie(Registry.Registry.use((registry) => registry.get(id)))
