/** When a request is sent again. */
import { Duration, Effect, Schedule } from "effect"
import type { ClientError } from "./ClientError.ts"
import type { Options } from "./Options.ts"

/** Whoever answered so could not get to the request's work, or lost it on the way. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

/** After one of these nothing was done, whatever the request was. */
const untouched = 429

const isPassing = (error: ClientError, isSafe: boolean): boolean => {
  if (error._tag === "Unreachable") return isSafe
  return error.status === untouched || (isSafe && passing.has(error.status))
}

const retryAfterOf = (error: ClientError): number => (error._tag === "Unreachable" ? 0 : (error.retryAfter ?? 0))

/**
 * Sends a request again while that can help. A request that is not safe to repeat is sent again only where the server
 * refused it for its number.
 */
export const make = ({ longestRetryAfter = "1 minute", retries = 4, retryBase = "250 millis" }: Options) => {
  const longest = Duration.toSeconds(Duration.fromInputUnsafe(longestRetryAfter))
  const schedule = Schedule.exponential(retryBase).pipe(
    Schedule.jittered,
    Schedule.setInputType<ClientError>(),
    Schedule.modifyDelay(({ duration, input }) =>
      Effect.succeed(Duration.max(duration, Duration.seconds(retryAfterOf(input))))
    )
  )
  return <A>(call: Effect.Effect<A, ClientError>, isSafe: boolean): Effect.Effect<A, ClientError> =>
    Effect.retry(call, {
      schedule,
      times: retries,
      while: (error) => isPassing(error, isSafe) && retryAfterOf(error) <= longest
    })
}
