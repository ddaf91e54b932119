/** Forgets, while the engine is at work, what is older than it is to be kept. */
import * as Retention from "@crosswalk/store/Retention"
import { Duration, Effect, Schedule } from "effect"
import { EngineSettings } from "./EngineSettings.ts"

const every = Duration.hours(1)

/** Enforces the ages of the settings for ever, once an hour. */
export const run = Effect.gen(function* () {
  const { enforce } = yield* Retention.Retention
  const { keep } = yield* EngineSettings
  yield* enforce(keep).pipe(
    Effect.tap((forgotten) => Effect.logDebug("Forgotten by age", forgotten)),
    Effect.catchCause((cause) => Effect.logWarning("What is too old could not be forgotten; tried again", cause)),
    Effect.repeat(Schedule.spaced(every))
  )
})
