/**
 * One writer per connector. Whoever takes a connector over makes a claim, and from then on no writer with an older claim can
 * commit, however late it wakes up.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { ConnectorNotFound } from "./Connectors.ts"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/** The right to write the records of a connector, until somebody makes the next claim. */
export interface Claim {
  readonly connectorId: string
  /** Counts the claims of the connector. */
  readonly fence: number
}

/**
 * Somebody else has claimed the connector, or it was removed. Let the transaction fail, and then neither succeed nor fail
 * the sync: the other writer answers for it.
 */
export class FenceLost extends Schema.TaggedError<FenceLost>("@crosswalk/store/FenceLost")("FenceLost", {
  connectorId: Schema.String,
  fence: Schema.Number
}) {
  override get message(): string {
    return `Another process has taken over the connector ${this.connectorId}; nothing more is written here.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Nothing, when another worker is running: it goes on from the last checkpoint. Else run the sync again."
  }
}

/** Claims, by connector. */
export class Fence extends Context.Service<
  Fence,
  {
    /**
     * Takes a connector over. On PostgreSQL it waits for a transaction that the previous writer has open. Fails with
     * `ConnectorNotFound`.
     */
    readonly claim: (connector: string) => Effect.Effect<Claim, ConnectorNotFound | StoreError>
    /**
     * Makes sure, in a transaction and before anything else in it, that a claim is the newest one, and that it stays so
     * until the transaction has ended: until then a new claim waits, and so does another transaction that holds this one.
     */
    readonly hold: (claim: Claim) => Effect.Effect<void, FenceLost | StoreError>
    /**
     * Makes a transaction wait its turn among those of whoever holds the connector, who goes on afterwards. To be run first
     * in it. Fails with `ConnectorNotFound`.
     */
    readonly join: (connector: string) => Effect.Effect<void, ConnectorNotFound | StoreError>
  }
>()("@crosswalk/store/Fence") {
  /** Claims in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Fence, never, SqlClient.SqlClient> = Layer.effect(
    Fence,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      // A transaction of SQLite is the only writer from its beginning.
      const locked = sql.literal(sql.onDialectOrElse({ pg: () => "FOR NO KEY UPDATE", orElse: () => "" }))
      return Fence.of({
        claim: Effect.fn("Fence.claim")(function* (connector: string) {
          const [claimed] = yield* sql<{ readonly fence: number }>`
            UPDATE writers SET fence = fence + 1 WHERE connector_id = ${connector} RETURNING fence`
          if (claimed === undefined) return yield* new ConnectorNotFound({ id: connector })
          return { connectorId: connector, fence: Number(claimed.fence) }
        }, actionable),
        hold: Effect.fn("Fence.hold")(function* (claim: Claim) {
          const rows = yield* sql`
            SELECT 1 AS held FROM writers
            WHERE connector_id = ${claim.connectorId} AND fence = ${claim.fence} ${locked}`
          if (rows.length === 0) return yield* new FenceLost(claim)
        }, actionable),
        join: Effect.fn("Fence.join")(function* (connector: string) {
          const rows = yield* sql`SELECT 1 AS held FROM writers WHERE connector_id = ${connector} ${locked}`
          if (rows.length === 0) return yield* new ConnectorNotFound({ id: connector })
        }, actionable)
      })
    })
  )
}
