/** Outlives a database that is away for a moment. */
import { StoreError } from "@crosswalk/store/StoreError"
import { Effect } from "effect"

const isPassing = (error: unknown): boolean => error instanceof StoreError && error.isTransient

// A server that restarts is back within seconds; one that is away for two minutes is for a person to look after.
const firstPause = 25
const longestPause = 5000
const most = 32

/** Tries again, as long as it does not do so in vain. */
export interface Survival {
  /**
   * Runs an effect again when the database was out of reach, for about two minutes since the last step forward. A commit
   * whose answer was lost may have been stored, so the effect must begin by reading where things stand.
   */
  readonly survive: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** Says that there was a step forward. */
  readonly gotOn: Effect.Effect<void>
}

/** Patience for one run. */
export const make = (): Survival => {
  let failures = 0
  const retried = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.catch(effect, (error): Effect.Effect<A, E, R> => {
      if (!isPassing(error) || failures >= most) return Effect.fail(error)
      const pause = Math.min(longestPause, firstPause * 2 ** failures++)
      return Effect.delay(
        Effect.suspend(() => retried(effect)),
        pause
      )
    })
  return {
    survive: retried,
    gotOn: Effect.sync(() => {
      failures = 0
    })
  }
}
