/**
 * The whole store as one layer: a migrated database, its repositories, its vault.
 */
import type * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type * as SqlClient from "effect/sql/SqlClient"
import { Audits } from "./Audits.ts"
import { ApiKeys } from "./ApiKeys.ts"
import { Checkpoints } from "./Checkpoints.ts"
import { ConnectLinks } from "./ConnectLinks.ts"
import { Connectors } from "./Connectors.ts"
import { ConnectorTokens } from "./ConnectorTokens.ts"
import * as DatabaseAddress from "./DatabaseAddress.ts"
import { Dirty } from "./Dirty.ts"
import { Due } from "./Due.ts"
import { Feed } from "./Feed.ts"
import { Fence } from "./Fence.ts"
import { Holds } from "./Holds.ts"
import { Links } from "./Links.ts"
import { MapperVersions } from "./MapperVersions.ts"
import * as Migrations from "./Migrations.ts"
import * as PostgresClient from "./PostgresClient.ts"
import { Quarantine } from "./Quarantine.ts"
import { RecordQuery } from "./RecordQuery.ts"
import { Records } from "./Records.ts"
import { Remotes } from "./Remotes.ts"
import { Requests } from "./Requests.ts"
import { Retention } from "./Retention.ts"
import { Runs } from "./Runs.ts"
import { Schedules } from "./Schedules.ts"
import * as SqliteClient from "./SqliteClient.ts"
import { Statistics } from "./Statistics.ts"
import type { StoreError } from "./StoreError.ts"
import { Tenant } from "./Tenant.ts"
import { Transaction } from "./Transaction.ts"
import { Vault } from "./Vault.ts"
import type { VaultError } from "./VaultError.ts"

/** All repositories. */
export type Store =
  | ApiKeys
  | Audits
  | Checkpoints
  | ConnectLinks
  | Connectors
  | ConnectorTokens
  | Dirty
  | Due
  | Feed
  | Fence
  | Holds
  | Links
  | MapperVersions
  | Quarantine
  | RecordQuery
  | Records
  | Remotes
  | Requests
  | Retention
  | Runs
  | Schedules
  | Statistics
  | Tenant
  | Transaction

const repositories = Layer.mergeAll(
  ApiKeys.layer,
  Audits.layer,
  Checkpoints.layer,
  ConnectLinks.layer,
  Connectors.layer,
  ConnectorTokens.layer,
  Dirty.layer,
  Due.layer,
  Feed.layer,
  Fence.layer,
  Holds.layer,
  Links.layer,
  MapperVersions.layer,
  Quarantine.layer,
  RecordQuery.layer,
  Records.layer,
  Remotes.layer,
  Requests.layer,
  Retention.layer.pipe(Layer.provide(Feed.layer)),
  Runs.layer,
  Schedules.layer,
  Statistics.layer,
  Tenant.layer,
  Transaction.layer
)

/** All repositories over the `SqlClient` in place, which is migrated first: nobody sees an old schema. */
export const layer: Layer.Layer<Store, StoreError, SqlClient.SqlClient | Vault> = repositories.pipe(
  Layer.provide(Migrations.layer)
)

/** How to open an embedded store. */
export interface SqliteOptions extends SqliteClient.Options {
  /**
   * Path of the key file to create when no key is configured; by default nothing is created and a missing key is an
   * error.
   */
  readonly keyFile?: string | undefined
}

/** An embedded store in one file, its `SqlClient` and its vault beside it. */
export const layerSqlite = (
  options: SqliteOptions
): Layer.Layer<Store | SqlClient.SqlClient | Vault, StoreError | VaultError | Config.ConfigError> =>
  layer.pipe(
    Layer.provideMerge(SqliteClient.layer(options)),
    Layer.provideMerge(Vault.layer({ file: options.keyFile, createIfMissing: options.keyFile !== undefined }))
  )

/** How to open a store on a server. */
export interface PostgresOptions extends PostgresClient.Options {
  /** Path of the key file, when no key is configured. It is never created: all processes need the same keys. */
  readonly keyFile?: string | undefined
}

/** A store on a PostgreSQL server that any number of processes share, its `SqlClient` and its vault beside it. */
export const layerPostgres = (
  options: PostgresOptions
): Layer.Layer<Store | SqlClient.SqlClient | Vault, StoreError | VaultError | Config.ConfigError> =>
  layer.pipe(
    Layer.provideMerge(PostgresClient.layer(options)),
    Layer.provideMerge(Vault.layer({ file: options.keyFile }))
  )

/** How to open a store by its address: see `layerSqlite` and `layerPostgres` for which of it they take. */
export interface UrlOptions extends Omit<SqliteOptions, "filename">, Omit<PostgresOptions, "url"> {}

/** A store by its address, of either kind. Fails with the reason `AddressInvalid` when there is no such kind. */
export const layerUrl = (
  url: Redacted.Redacted<string>,
  options: UrlOptions = {}
): Layer.Layer<Store | SqlClient.SqlClient | Vault, StoreError | VaultError | Config.ConfigError> =>
  Layer.unwrap(
    Effect.map(DatabaseAddress.parse(url), (address) =>
      address.kind === "sqlite"
        ? layerSqlite({ ...options, filename: address.filename })
        : layerPostgres({ ...options, url: address.url })
    )
  )
