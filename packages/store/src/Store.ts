/**
 * The whole store as one layer: a migrated database, its repositories, its vault.
 */
import type * as Config from "effect/Config"
import * as Layer from "effect/Layer"
import type * as SqlClient from "effect/sql/SqlClient"
import { Audits } from "./Audits.ts"
import { Checkpoints } from "./Checkpoints.ts"
import { Connectors } from "./Connectors.ts"
import { Dirty } from "./Dirty.ts"
import { Due } from "./Due.ts"
import { Feed } from "./Feed.ts"
import { Fence } from "./Fence.ts"
import { Holds } from "./Holds.ts"
import { Links } from "./Links.ts"
import { MapperVersions } from "./MapperVersions.ts"
import * as Migrations from "./Migrations.ts"
import { Quarantine } from "./Quarantine.ts"
import { Records } from "./Records.ts"
import { Remotes } from "./Remotes.ts"
import { Retention } from "./Retention.ts"
import { Runs } from "./Runs.ts"
import { Schedules } from "./Schedules.ts"
import * as SqliteClient from "./SqliteClient.ts"
import type { StoreError } from "./StoreError.ts"
import { Transaction } from "./Transaction.ts"
import { Vault } from "./Vault.ts"
import type { VaultError } from "./VaultError.ts"

/** All repositories. */
export type Store =
  | Audits
  | Checkpoints
  | Connectors
  | Dirty
  | Due
  | Feed
  | Fence
  | Holds
  | Links
  | MapperVersions
  | Quarantine
  | Records
  | Remotes
  | Retention
  | Runs
  | Schedules
  | Transaction

const repositories = Layer.mergeAll(
  Audits.layer,
  Checkpoints.layer,
  Connectors.layer,
  Dirty.layer,
  Due.layer,
  Feed.layer,
  Fence.layer,
  Holds.layer,
  Links.layer,
  MapperVersions.layer,
  Quarantine.layer,
  Records.layer,
  Remotes.layer,
  Retention.layer.pipe(Layer.provide(Feed.layer)),
  Runs.layer,
  Schedules.layer,
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
