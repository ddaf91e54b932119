import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import * as StoreError from "../StoreError.ts"

const isOther = <E>(error: E): error is Exclude<E, SqlError> => !isSqlError(error)

/** Lets only those database failures through that a person can act on; the others are defects. */
export const actionable = <A, E, R>(
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, Exclude<E, SqlError> | StoreError.StoreError, R> =>
  Effect.catch(self, (error): Effect.Effect<never, Exclude<E, SqlError> | StoreError.StoreError> => {
    if (isOther(error)) return Effect.fail(error)
    const known = isSqlError(error) ? StoreError.fromSqlError(error) : Option.none()
    return Option.isSome(known) ? Effect.fail(known.value) : Effect.die(error)
  })
