import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import type { StoreError } from "../StoreError.ts"
import { actionable } from "./Actionable.ts"

/**
 * Makes several statements one: a transaction, or a part of the one that is open. What fails there fails all of it: nobody
 * goes on after a half.
 */
export const atomic =
  (sql: SqlClient) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, Exclude<E | SqlError, SqlError> | StoreError, R> =>
    actionable(
      Effect.flatMap(
        Effect.serviceOption(sql.transactionService),
        Option.match({
          onNone: () => sql.withTransaction(self),
          onSome: (): Effect.Effect<A, E | SqlError, R> => self
        })
      )
    )
