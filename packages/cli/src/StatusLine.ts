/**
 * One line that tells how work goes on: rewritten in place on a terminal, a plain line a second elsewhere.
 */
import type { RunProgress } from "@crosswalk/engine/RunProgress"
import { Clock, Effect } from "effect"
import * as Numbers from "./Numbers.ts"
import * as Output from "./Output.ts"
import * as Table from "./Table.ts"

/** A line at standard error. */
export interface StatusLine {
  /** Shows a text, unless another was shown a moment ago. */
  readonly show: (text: string) => Effect.Effect<void>
  /** Takes the line away from a terminal, so that other text can follow. */
  readonly clear: Effect.Effect<void>
}

const rewrittenEvery = 100
const plainEvery = 1000

/** A status line; its first plain line comes a second after its making, so that short work says nothing. */
export const make: Effect.Effect<StatusLine> = Effect.gen(function* () {
  const columns = yield* Output.asideWidth
  const every = columns === null ? plainEvery : rewrittenEvery
  let last = (yield* Clock.currentTimeMillis) - (columns === null ? 0 : every)
  let isShown = false
  return {
    show: Effect.fnUntraced(function* (text) {
      const now = yield* Clock.currentTimeMillis
      if (now - last < every) return
      last = now
      isShown = columns !== null
      yield* columns === null ? Output.note(text) : Output.aside(`\r${Table.cut(text, columns - 1)}\u001b[K`)
    }),
    clear: Effect.suspend(() => {
      if (!isShown) return Effect.void
      isShown = false
      return Output.aside("\r\u001b[K")
    })
  }
})

/** How far a run at work is: `12,300 records (410/s), notes of 82 more, about 3 min left`. */
export const howFar = ({ at, eta, records, records_per_second, resource, resources }: RunProgress): string => {
  const waiting = resources[resource]?.waiting ?? 0
  const seconds = eta === null ? null : (Date.parse(eta) - Date.parse(at)) / 1000
  return [
    `${Numbers.count(records)} records (${Numbers.count(Math.round(records_per_second))}/s)`,
    waiting > 0 ? `${resource} of ${Numbers.count(waiting)} more` : resource,
    ...(seconds === null ? [] : [`about ${Numbers.duration(seconds)} left`])
  ].join(", ")
}
