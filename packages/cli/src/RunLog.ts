/** What the engine of a process does, said at standard error as it happens. */
import { type RunEvent, RunEvents } from "@crosswalk/engine/RunEvents"
import { Clock, DateTime, Effect, Layer } from "effect"
import * as Failure from "./Failure.ts"
import * as Numbers from "./Numbers.ts"
import * as Output from "./Output.ts"

const told = () => {
  const begun = new Map<string, number>()
  return Effect.fnUntraced(function* (event: RunEvent) {
    const now = yield* Clock.currentTimeMillis
    const at = DateTime.formatIso(DateTime.makeUnsafe(now))
    const what = `${event.provider} ${event.connector}`
    const since = begun.get(event.run)
    const took = since === undefined ? "" : ` after ${Numbers.duration((now - since) / 1000)}`
    if (event._tag === "Started") {
      begun.set(event.run, now)
      return yield* Output.note(`${at}  started  ${what}  ${event.mode}, run ${event.run}`)
    }
    begun.delete(event.run)
    if (event._tag === "Left") {
      const why = event.why === "lost" ? "another worker has it" : "another worker, or the next start, goes on"
      return yield* Output.note(`${at}  left     ${what}${took}: ${why}`)
    }
    const detail = event.detail === null ? "" : `: ${Failure.describe(new Error(event.detail))}`
    yield* Output.note(`${at}  ended    ${what}  ${event.outcome}${took}${detail}`)
  })
}

/** One line for each event of a run; an end tells how long this process was at it. */
export const layer: Layer.Layer<never> = Layer.sync(RunEvents, told)
