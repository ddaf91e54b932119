/**
 * The simulator's time: effect's Clock, never before the account's own data.
 */
import { Clock, DateTime, Effect } from "effect"

/** The instant before which every generated record dates, unless told: 2026-10-01T00:00:00Z, in milliseconds. */
export const standard = 1_790_812_800_000

/**
 * The time at the simulator, in milliseconds. When the clock stands before the epoch at the start, as a test clock at
 * zero does, the simulator's time begins at the epoch and moves along with the clock from there.
 */
export const clock = (epoch: number): Effect.Effect<Effect.Effect<number>> =>
  Effect.map(Clock.currentTimeMillis, (started) => {
    const ahead = Math.max(0, epoch - started)
    return Effect.map(Clock.currentTimeMillis, (now) => now + ahead)
  })

/** An instant as HTTP headers write it. */
export const httpDate = (millis: number): string => DateTime.toDateUtc(DateTime.makeUnsafe(millis)).toUTCString()
