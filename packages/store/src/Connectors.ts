/**
 * Connectors: each one customer's authorised link to one provider.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as ConnectorRow from "./internal/ConnectorRow.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"
import { Vault } from "./Vault.ts"
import type { VaultError } from "./VaultError.ts"

/** Secrets by name, as the provider's auth method names them. */
export type Credentials = Readonly<Record<string, Redacted.Redacted<string>>>

/** A connector as it is kept, without its credentials. */
export interface Connector {
  readonly id: string
  readonly workspace: string
  readonly provider: string
  readonly category: string
  /** The customer's name; null when none was given. */
  readonly customer: string | null
  /** Where the vendor's API is, when not where the provider says; null otherwise. */
  readonly baseUrl: string | null
  /** Settings of the provider: plain JSON, nothing secret. */
  readonly options: Readonly<Record<string, unknown>>
  /** Granted scopes; null for all that the provider has. */
  readonly scopes: ReadonlyArray<string> | null
  /** `active`, or the engine's word for why it is not. `removing` while its data are being deleted. */
  readonly status: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** A connector to create. */
export interface NewConnector {
  /** A UUID. */
  readonly id: string
  /** Default `default`. */
  readonly workspace?: string | undefined
  readonly provider: string
  readonly category: string
  readonly customer?: string | null | undefined
  readonly baseUrl?: string | null | undefined
  readonly credentials: Credentials
  readonly options?: Readonly<Record<string, unknown>> | undefined
  readonly scopes?: ReadonlyArray<string> | null | undefined
  /** Default `active`. */
  readonly status?: string | undefined
}

/** There is no connector with this id. */
export class ConnectorNotFound extends Schema.TaggedError<ConnectorNotFound>("@crosswalk/store/ConnectorNotFound")(
  "ConnectorNotFound",
  { id: Schema.String }
) {
  override get message(): string {
    return `There is no connector ${this.id}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Look the id up with: crosswalk connectors list."
  }
}

const Secrets = Schema.fromJsonString(Schema.Record(Schema.String, Schema.String))
const decodeSecrets = Schema.decodeSync(Secrets)

const toScopes = (scopes: Connector["scopes"]): string | null => (scopes === null ? null : JSON.stringify(scopes))

const toText = (credentials: Credentials): Redacted.Redacted<string> =>
  Redacted.make(
    JSON.stringify(
      Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, Redacted.value(value)]))
    )
  )

const fromText = (text: Redacted.Redacted<string>): Credentials =>
  Object.fromEntries(
    Object.entries(decodeSecrets(Redacted.value(text))).map(([name, value]) => [name, Redacted.make(value)])
  )

// Large tables first, so that no single statement of a removal is long.
const dependants = ["feed", "records", "dirty", "due", "links", "remotes", "quarantine"]
const removedRows = 2000

/** The connectors of all workspaces. */
export class Connectors extends Context.Service<
  Connectors,
  {
    /** Creates a connector; its credentials are sealed for its id. Dies when the id is taken. */
    readonly create: (connector: NewConnector) => Effect.Effect<Connector, StoreError>
    /** Fails with `ConnectorNotFound`. */
    readonly get: (id: string) => Effect.Effect<Connector, ConnectorNotFound | StoreError>
    /** All connectors, or those of one workspace, oldest first. */
    readonly list: (workspace?: string) => Effect.Effect<ReadonlyArray<Connector>, StoreError>
    /** The secrets of a connector. Fails with `VaultError` when they cannot be decrypted. */
    readonly credentials: (id: string) => Effect.Effect<Credentials, ConnectorNotFound | VaultError | StoreError>
    /** Puts new secrets in place of the old ones: after a vendor rotated a token. */
    readonly saveCredentials: (
      id: string,
      credentials: Credentials
    ) => Effect.Effect<void, ConnectorNotFound | StoreError>
    /** Puts other scopes and options in place of a connector's; a sync that is at work goes on with those it began with. */
    readonly configure: (
      id: string,
      configuration: Pick<Connector, "options" | "scopes">
    ) => Effect.Effect<void, ConnectorNotFound | StoreError>
    readonly setStatus: (id: string, status: string) => Effect.Effect<void, ConnectorNotFound | StoreError>
    /**
     * Deletes a connector with all that belongs to it, in small transactions so that other work goes on between them.
     * Interrupted, it remains with status `removing`; removing it again goes on.
     */
    readonly remove: (id: string) => Effect.Effect<void, ConnectorNotFound | StoreError>
    /** Seals all credentials with the vault's current key and answers how many were not. Afterwards older keys can go. */
    readonly renewCredentials: Effect.Effect<number, VaultError | StoreError>
  }
>()("@crosswalk/store/Connectors") {
  /** Connectors in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Connectors, never, SqlClient.SqlClient | Vault> = Layer.effect(
    Connectors,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const vault = yield* Vault
      const columns = sql.literal(ConnectorRow.columns)

      const get = Effect.fnUntraced(function* (id: string) {
        const rows = yield* sql<ConnectorRow.ConnectorRow>`SELECT ${columns} FROM connectors WHERE id = ${id}`
        return rows[0] === undefined ? yield* new ConnectorNotFound({ id }) : ConnectorRow.toConnector(rows[0])
      }, actionable)

      const found = Effect.fnUntraced(function* (id: string, update: Effect.Effect<ReadonlyArray<unknown>, SqlError>) {
        if ((yield* update).length === 0) return yield* new ConnectorNotFound({ id })
      })

      const setStatus = Effect.fn("Connectors.setStatus")(function* (id: string, status: string) {
        const at = yield* now
        yield* found(
          id,
          sql`UPDATE connectors SET status = ${status}, updated_at = ${at} WHERE id = ${id} RETURNING id`
        )
      }, actionable)

      const removeSome = Effect.fnUntraced(function* (table: string, id: string) {
        const rows = yield* sql.onDialectOrElse({
          // Through an index, however many of the rows are this connector's: each lot would read the whole table else.
          pg: () =>
            sql.withTransaction(
              Effect.andThen(
                sql`SELECT set_config('enable_seqscan', 'off', true)`,
                sql`
                  DELETE FROM ${sql(table)} WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM ${sql(table)} WHERE connector_id = ${id} LIMIT ${removedRows}))
                  RETURNING 1 AS removed`
              )
            ),
          orElse: () => sql`
            DELETE FROM ${sql(table)} WHERE rowid IN (
              SELECT rowid FROM ${sql(table)} WHERE connector_id = ${id} LIMIT ${removedRows})
            RETURNING 1 AS removed`
        })
        yield* Effect.yieldNow
        return rows.length === removedRows
      })

      /** Whoever had the connector claimed can write no more; in a transaction, whoever claims it waits for the end. */
      const takeOver = (id: string) => sql`UPDATE writers SET fence = fence + 1 WHERE connector_id = ${id}`

      return Connectors.of({
        get,
        setStatus,
        create: Effect.fn("Connectors.create")(function* (connector: NewConnector) {
          const at = yield* now
          const { id } = connector
          const sealed = yield* vault.seal(id, toText(connector.credentials))
          yield* sql`INSERT INTO connectors ${sql.insert({
            id,
            workspace: connector.workspace ?? "default",
            provider: connector.provider,
            category: connector.category,
            customer: connector.customer ?? null,
            base_url: connector.baseUrl ?? null,
            credentials: sealed,
            options: JSON.stringify(connector.options ?? {}),
            scopes: toScopes(connector.scopes ?? null),
            status: connector.status ?? "active",
            created_at: at,
            updated_at: at
          })}`
          yield* sql`INSERT INTO writers (connector_id, fence, feed_seq) VALUES (${id}, 0, 0)`
          return yield* Effect.catchTag(get(id), "ConnectorNotFound", Effect.die)
        }, atomic(sql)),
        list: Effect.fn("Connectors.list")(function* (workspace?: string) {
          const ofWorkspace = workspace === undefined ? sql.literal("") : sql`WHERE workspace = ${workspace}`
          const rows =
            yield* sql<ConnectorRow.ConnectorRow>`SELECT ${columns} FROM connectors ${ofWorkspace} ORDER BY created_at, id`
          return rows.map(ConnectorRow.toConnector)
        }, actionable),
        credentials: Effect.fn("Connectors.credentials")(function* (id: string) {
          const rows = yield* sql<{ readonly credentials: Uint8Array }>`
            SELECT credentials FROM connectors WHERE id = ${id}`
          if (rows[0] === undefined) return yield* new ConnectorNotFound({ id })
          return fromText(yield* vault.open(id, rows[0].credentials))
        }, actionable),
        saveCredentials: Effect.fn("Connectors.saveCredentials")(function* (id: string, credentials: Credentials) {
          const at = yield* now
          const sealed = yield* vault.seal(id, toText(credentials))
          yield* found(
            id,
            sql`UPDATE connectors SET credentials = ${sealed}, updated_at = ${at} WHERE id = ${id} RETURNING id`
          )
        }, actionable),
        configure: Effect.fn("Connectors.configure")(function* (
          id: string,
          { options, scopes }: Pick<Connector, "options" | "scopes">
        ) {
          const at = yield* now
          yield* found(
            id,
            sql`
              UPDATE connectors SET options = ${JSON.stringify(options)}, scopes = ${toScopes(scopes)}, updated_at = ${at}
              WHERE id = ${id} RETURNING id`
          )
        }, actionable),
        remove: Effect.fn("Connectors.remove")(function* (id: string) {
          const removeAll = Effect.forEach(dependants, (table) =>
            Effect.repeat(removeSome(table, id), { while: (more) => more })
          )
          yield* setStatus(id, "removing")
          yield* takeOver(id)
          yield* removeAll
          // Then what somebody wrote meanwhile, who claimed the connector after us.
          yield* sql.withTransaction(
            takeOver(id).pipe(Effect.andThen(removeAll), Effect.andThen(sql`DELETE FROM connectors WHERE id = ${id}`))
          )
        }, actionable),
        renewCredentials: Effect.gen(function* () {
          const rows = yield* sql<{ readonly id: string; readonly credentials: Uint8Array }>`
            SELECT id, credentials FROM connectors ORDER BY id`
          let renewed = 0
          for (const { id, credentials } of rows) {
            const sealed = yield* vault.renew(id, credentials)
            if (sealed === credentials) continue
            yield* sql`UPDATE connectors SET credentials = ${sealed} WHERE id = ${id}`
            renewed++
          }
          return renewed
        }).pipe(atomic(sql), Effect.withSpan("Connectors.renewCredentials"))
      })
    })
  )
}
