import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import * as StoreError from "../StoreError.ts"

const isOther = <E>(error: E): error is Exclude<E, SqlError> => !isSqlError(error)

/**
 * Lets only those database failures through that a person can act on; the others are defects.
 *
 * A transaction whose connection is gone cannot be undone by a statement either, which effect makes a defect in place of
 * what went wrong first. It means the same.
 */
export const actionable = <A, E, R>(
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, Exclude<E, SqlError> | StoreError.StoreError, R> => {
  const told = (error: unknown): Effect.Effect<never, StoreError.StoreError> => {
    const known = isSqlError(error) ? StoreError.fromSqlError(error) : Option.none()
    return Option.isSome(known) ? Effect.fail(known.value) : Effect.die(error)
  }
  return self.pipe(
    Effect.catch((error): Effect.Effect<never, Exclude<E, SqlError> | StoreError.StoreError> =>
      isOther(error) ? Effect.fail(error) : told(error)
    ),
    Effect.catchDefect(told)
  )
}
