/**
 * Tokens by which a request names its connector. Together with an API key of the same workspace one opens the
 * connector's records; alone it opens nothing.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as SqlClient from "effect/sql/SqlClient"
import { ConnectorNotFound, type Connector } from "./Connectors.ts"
import { actionable } from "./internal/Actionable.ts"
import * as ConnectorRow from "./internal/ConnectorRow.ts"
import * as KeyText from "./internal/KeyText.ts"
import type { StoreError } from "./StoreError.ts"
import { Vault } from "./Vault.ts"
import type { VaultError } from "./VaultError.ts"

/** What every token begins with. */
export const prefix = "cwc"

/** Sealed apart from the credentials: neither can be put in the other's place. */
const sealedFor = (connector: string): string => `${connector}/token`

/** The connectors' tokens. */
export class ConnectorTokens extends Context.Service<
  ConnectorTokens,
  {
    /** The token of a connector; made when it has none. Fails with `ConnectorNotFound`. */
    readonly get: (
      connector: string
    ) => Effect.Effect<Redacted.Redacted<string>, ConnectorNotFound | VaultError | StoreError>
    /** A new token in place of the old one, which ends at once. Fails with `ConnectorNotFound`. */
    readonly renew: (connector: string) => Effect.Effect<Redacted.Redacted<string>, ConnectorNotFound | StoreError>
    /** The connector in a workspace whose token this is. A mistyped one costs no query. */
    readonly find: (
      workspace: string,
      token: Redacted.Redacted<string>
    ) => Effect.Effect<Option.Option<Connector>, StoreError>
  }
>()("@crosswalk/store/ConnectorTokens") {
  /** Tokens in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<ConnectorTokens, never, SqlClient.SqlClient | Vault> = Layer.effect(
    ConnectorTokens,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const vault = yield* Vault
      const read = Effect.fnUntraced(function* (connector: string) {
        const [row] = yield* sql<{ readonly token: Uint8Array | null }>`
          SELECT token FROM connectors WHERE id = ${connector}`
        return row === undefined ? yield* new ConnectorNotFound({ id: connector }) : row.token
      })
      const write = Effect.fnUntraced(function* (connector: string, onlyIfNone: boolean) {
        const token = KeyText.make(prefix)
        const sealed = yield* vault.seal(sealedFor(connector), Redacted.make(token))
        const guard = sql.literal(onlyIfNone ? "AND token_hash IS NULL" : "")
        yield* sql`
          UPDATE connectors SET token = ${sealed}, token_hash = ${KeyText.fingerprint(token)}
          WHERE id = ${connector} ${guard}`
        return Redacted.make(token)
      })
      return ConnectorTokens.of({
        get: Effect.fn("ConnectorTokens.get")(function* (connector: string) {
          if ((yield* read(connector)) === null) yield* write(connector, true)
          // Read again: another process may have been first.
          const sealed = yield* read(connector)
          return sealed === null
            ? yield* new ConnectorNotFound({ id: connector })
            : yield* vault.open(sealedFor(connector), sealed)
        }, actionable),
        renew: Effect.fn("ConnectorTokens.renew")(function* (connector: string) {
          yield* read(connector)
          return yield* write(connector, false)
        }, actionable),
        find: Effect.fnUntraced(function* (workspace: string, token: Redacted.Redacted<string>) {
          const text = Redacted.value(token)
          if (!KeyText.isWellFormed(prefix, text)) return Option.none()
          const [row] = yield* sql<ConnectorRow.ConnectorRow>`
            SELECT ${sql.literal(ConnectorRow.columns)} FROM connectors
            WHERE token_hash = ${KeyText.fingerprint(text)} AND workspace = ${workspace}`
          return Option.map(Option.fromNullishOr(row), ConnectorRow.toConnector)
        }, actionable)
      })
    })
  )
}
