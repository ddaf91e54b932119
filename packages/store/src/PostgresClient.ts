/**
 * effect's `SqlClient` over PostgreSQL: a pool of connections that are set up for Crosswalk.
 *
 * The driver is loaded when the layer is built, so a process that works with SQLite does not pay for it.
 */
import type * as PgTypes from "@effect/sql-pg/PgTypes"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as SqlClient from "effect/sql/SqlClient"
import * as DatabaseAddress from "./DatabaseAddress.ts"
import { actionable } from "./internal/Actionable.ts"
import * as Isolation from "./internal/Isolation.ts"
import { AddressInvalid } from "./PostgresReason.ts"
import { StoreError } from "./StoreError.ts"

/** How to open a database. */
export interface Options {
  /**
   * `postgres://user:password@host:5432/database`, with the query parameters of libpq. The server itself, or a pooler that
   * keeps a session for each connection: one that lends them by transaction loses their settings.
   */
  readonly url: Redacted.Redacted<string>
  /** Connections that are opened at most, as they are needed. Default 10. */
  readonly maxConnections?: number | undefined
  /** Default `crosswalk`, shown in `pg_stat_activity`. */
  readonly applicationName?: string | undefined
}

const largestMessage = 64 * 1024 * 1024

const settings = {
  // Row-level security: this program's own connections see all workspaces, see `Tenant`.
  [Isolation.setting]: Isolation.everything,
  // A process that was frozen inside a transaction must not keep a connector locked for others.
  idle_in_transaction_session_timeout: "15s",
  lock_timeout: "30s",
  statement_timeout: "300s",
  // A server notices within a minute that a machine is gone, and gives its locks back.
  tcp_keepalives_idle: "30",
  tcp_keepalives_interval: "10",
  tcp_keepalives_count: "3",
  // Plans are made for tables as they are now, not as they were when a first sync began; compiling them does not pay.
  plan_cache_mode: "force_custom_plan",
  jit: "off"
}

/** Counts and places are numbers, as they are in SQLite; a number that a double cannot hold stays a bigint. */
const registerNumbers = (types: typeof PgTypes): PgTypes.Registry => {
  const registry = types.makeRegistry()
  const codec: PgTypes.Codec<number | bigint> = {
    encode: (value) => types.encode(BigInt(value), types.OID.int8),
    decode: (bytes) =>
      Result.map(types.decode(bytes, types.OID.int8, 1), (value) => {
        const number = Number(value)
        return Number.isSafeInteger(number) || typeof value !== "bigint" ? number : value
      })
  }
  registry.register(types.OID.int8, codec)
  return registry
}

/**
 * The client as a layer. It connects once to see that it can, and fails with `StoreError` when not. Nothing is migrated:
 * see `Migrations.layer`, or `Store.layerPostgres` for both.
 */
export const layer = (options: Options): Layer.Layer<SqlClient.SqlClient, StoreError> =>
  Layer.unwrap(
    Effect.gen(function* () {
      // The driver's own complaint about an address would hold it, with the password.
      const address = yield* DatabaseAddress.parse(options.url)
      if (address.kind !== "postgres") return yield* new StoreError({ reason: new AddressInvalid({}) })
      const [PgClient, types] = yield* Effect.promise(() =>
        Promise.all([import("@effect/sql-pg/PgClient"), import("@effect/sql-pg/PgTypes")])
      )
      const client = PgClient.layer({
        url: address.url,
        applicationName: options.applicationName ?? "crosswalk",
        maxConnections: options.maxConnections ?? 10,
        maxMessageSize: largestMessage,
        preparedStatementCacheSize: 256,
        keepAlive: "30 seconds",
        startupParameters: settings,
        types: registerNumbers(types)
      })
      return Layer.tap(client, (context) =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          yield* sql`SELECT 1 AS reachable`
        }).pipe(Effect.provide(context))
      ).pipe(Layer.catch((error) => Layer.effectContext(actionable(Effect.fail(error)))))
    })
  )
