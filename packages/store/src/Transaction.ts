/**
 * One transaction around several repositories.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/**
 * Runs effects in a transaction of the database.
 *
 * All that the repositories write inside is stored together when the effect succeeds, and not at all when it fails, dies
 * or is interrupted. Inside another transaction it is a savepoint. Keep vendor calls out of it: on SQLite the
 * transaction holds the only connection.
 */
export class Transaction extends Context.Service<
  Transaction,
  {
    /** Runs one effect in a transaction. */
    readonly run: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StoreError, R>
  }
>()("@crosswalk/store/Transaction") {
  /** Transactions of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Transaction, never, SqlClient.SqlClient> = Layer.effect(
    Transaction,
    Effect.map(SqlClient.SqlClient, (sql) =>
      Transaction.of({ run: (effect) => actionable(sql.withTransaction(effect)) })
    )
  )
}
