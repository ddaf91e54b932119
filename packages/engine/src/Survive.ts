/** Outlives a database that is away for a moment. */
import { StoreError } from "@crosswalk/store/StoreError"
import { Effect, Schedule } from "effect"

const isPassing = (error: unknown): boolean => error instanceof StoreError && error.isTransient

// A server that restarts is back within seconds; one that is away for two minutes is for a person to look after.
const patience = Schedule.min([Schedule.exponential("25 millis"), Schedule.spaced("5 seconds")]).pipe(
  Schedule.upTo({ times: 32 })
)

/**
 * Runs an effect again when the database was out of reach, for about two minutes. A commit whose answer was lost may have
 * been stored, so the effect must begin by reading where things stand.
 */
export const survive = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.retry(effect, { schedule: patience, while: isPassing })
