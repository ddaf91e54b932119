/** When an incremental run is not enough: some vendors show only to a full one what is gone. */
import * as Runs from "@crosswalk/store/Runs"
import { DateTime, Duration, Effect, Option } from "effect"

/** Whether the last full run is so long ago, or there was none, that everything has to be read again. */
export const isDue = Effect.fn("FullRun.isDue")(function* (connector: string, every: Duration.Duration) {
  const last = Option.getOrNull(yield* Runs.Runs.use((runs) => runs.lastFull(connector)))
  if (last === null) return true
  const since = DateTime.distance(DateTime.makeUnsafe(last.startedAt), yield* DateTime.now)
  return Duration.isGreaterThanOrEqualTo(since, every)
})
