import type * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import type { StoreError } from "../StoreError.ts"
import { actionable } from "./Actionable.ts"

/** Makes several statements one: a transaction, or a savepoint inside one. */
export const atomic =
  (sql: SqlClient) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, Exclude<E | SqlError, SqlError> | StoreError, R> =>
    actionable(sql.withTransaction(self))
