/**
 * Links with which a customer connects an account: single use, expiring, and of 256 bits of chance, of which only the
 * fingerprint is stored.
 */
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as SqlClient from "effect/sql/SqlClient"
import { randomUUID } from "node:crypto"
import { actionable } from "./internal/Actionable.ts"
import * as KeyText from "./internal/KeyText.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"

/** What every link's token begins with. */
export const prefix = "cwl"

/** What a link is for. */
export interface Purpose {
  readonly workspace: string
  /** Category to choose a provider from; null for all. */
  readonly category: string | null
  /** The provider, where the customer has no choice; null otherwise. */
  readonly provider: string | null
  /** The customer's name. */
  readonly customer: string
  /** The host application's own key of the customer. */
  readonly customerKey: string | null
  readonly customerEmail: string | null
  /** The connector that is authorised anew; null for a new one. */
  readonly relinks: string | null
}

/** A link as it is kept. Instants are ISO 8601, UTC. */
export interface ConnectLink extends Purpose {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
  /** The connector that was made with it; null before. */
  readonly connectorId: string | null
}

/** The links of all workspaces. */
export class ConnectLinks extends Context.Service<
  ConnectLinks,
  {
    /** Makes a link that is of use for so many seconds; its token is known to the caller alone. */
    readonly create: (
      purpose: Purpose,
      seconds: number
    ) => Effect.Effect<{ readonly link: ConnectLink; readonly token: Redacted.Redacted<string> }, StoreError>
    /** The link of a token, used or not; none when it is unknown, or expired before it was used. */
    readonly find: (token: Redacted.Redacted<string>) => Effect.Effect<Option.Option<ConnectLink>, StoreError>
    /** Uses a link for a connector; none when it was used before or has expired: of two at once one wins. */
    readonly use: (
      token: Redacted.Redacted<string>,
      connector: string
    ) => Effect.Effect<Option.Option<ConnectLink>, StoreError>
  }
>()("@crosswalk/store/ConnectLinks") {
  /** Links in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<ConnectLinks, never, SqlClient.SqlClient> = Layer.effect(
    ConnectLinks,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(`id, workspace, category, provider, customer, customer_key AS "customerKey",
        customer_email AS "customerEmail", relinks, created_at AS "createdAt", expires_at AS "expiresAt",
        used_at AS "usedAt", connector_id AS "connectorId"`)
      return ConnectLinks.of({
        create: Effect.fn("ConnectLinks.create")(function* (purpose: Purpose, seconds: number) {
          const token = KeyText.make(prefix)
          const at = yield* DateTime.now
          const link: ConnectLink = {
            ...purpose,
            id: randomUUID(),
            createdAt: DateTime.formatIso(at),
            expiresAt: DateTime.formatIso(DateTime.add(at, { seconds })),
            usedAt: null,
            connectorId: null
          }
          yield* sql`
            INSERT INTO connect_links (id, workspace, hash, category, provider, customer, customer_key, customer_email,
              relinks, created_at, expires_at)
            VALUES (${link.id}, ${link.workspace}, ${KeyText.fingerprint(token)}, ${link.category}, ${link.provider},
              ${link.customer}, ${link.customerKey}, ${link.customerEmail}, ${link.relinks}, ${link.createdAt},
              ${link.expiresAt})`
          return { link, token: Redacted.make(token) }
        }, actionable),
        find: Effect.fn("ConnectLinks.find")(function* (token: Redacted.Redacted<string>) {
          const text = Redacted.value(token)
          if (!KeyText.isWellFormed(prefix, text)) return Option.none()
          const [link] = yield* sql<ConnectLink>`
            SELECT ${columns} FROM connect_links WHERE hash = ${KeyText.fingerprint(text)}`
          const isOver = link === undefined || (link.usedAt === null && link.expiresAt <= (yield* now))
          return isOver ? Option.none() : Option.some(link)
        }, actionable),
        use: Effect.fn("ConnectLinks.use")(function* (token: Redacted.Redacted<string>, connector: string) {
          const at = yield* now
          const [link] = yield* sql<ConnectLink>`
            UPDATE connect_links SET used_at = ${at}, connector_id = ${connector}
            WHERE hash = ${KeyText.fingerprint(Redacted.value(token))} AND used_at IS NULL AND expires_at > ${at}
            RETURNING ${columns}`
          return Option.fromNullishOr(link)
        }, actionable)
      })
    })
  )
}
