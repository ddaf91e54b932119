import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"

/** The present instant in ISO 8601, UTC, with milliseconds. */
export const now: Effect.Effect<string> = Effect.map(DateTime.now, DateTime.formatIso)
