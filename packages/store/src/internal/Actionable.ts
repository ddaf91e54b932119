import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import * as StoreError from "../StoreError.ts"

const isOther = <E>(error: E): error is Exclude<E, SqlError> => !isSqlError(error)

const known = (error: unknown): Option.Option<StoreError.StoreError> => {
  if (error instanceof StoreError.StoreError) return Option.some(error)
  return isSqlError(error) ? StoreError.fromSqlError(error) : Option.none()
}

const told = (error: unknown): Effect.Effect<never, StoreError.StoreError> =>
  Option.match(known(error), { onNone: () => Effect.die(error), onSome: Effect.fail })

/** The first defect that is a failure of the database. */
const lost = (cause: Cause.Cause<unknown>): Option.Option<StoreError.StoreError> =>
  Option.firstSomeOf(cause.reasons.map((reason) => (Cause.isDieReason(reason) ? known(reason.defect) : Option.none())))

/**
 * Lets only those database failures through that a person can act on; the others are defects.
 *
 * A transaction whose connection is gone cannot be undone by a statement either. effect makes that a defect, and one of
 * whatever failed first as well. All of it means that the connection is gone.
 */
export const actionable = <A, E, R>(
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, Exclude<E, SqlError> | StoreError.StoreError, R> =>
  self.pipe(
    Effect.catch((error): Effect.Effect<never, Exclude<E, SqlError> | StoreError.StoreError> =>
      isOther(error) ? Effect.fail(error) : told(error)
    ),
    Effect.catchCause((cause) =>
      Cause.hasDies(cause)
        ? Option.match(lost(cause), { onNone: () => Effect.failCause(cause), onSome: Effect.fail })
        : Effect.failCause(cause)
    )
  )
