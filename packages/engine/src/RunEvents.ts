/** What an engine tells its host of the runs that it does. */
import type * as Runs from "@crosswalk/store/Runs"
import { Context, Effect } from "effect"

/** What became of a run in this process. */
export type Happening =
  | { readonly _tag: "Started" }
  /** It has ended. `detail` tells why it could not begin; else it is null. */
  | { readonly _tag: "Ended"; readonly outcome: Runs.Outcome; readonly detail: string | null }
  /** It goes on elsewhere or later: this process stops, or lost the connector to another one. */
  | { readonly _tag: "Left"; readonly why: "stopped" | "lost" }

/** What became of which run. */
export type RunEvent = Happening & {
  readonly run: string
  readonly connector: string
  readonly provider: string
  readonly mode: Runs.Mode
}

/** Told of each event as it happens. By default they are debug messages of the log. */
export const RunEvents = Context.Reference<(event: RunEvent) => Effect.Effect<void>>("@crosswalk/engine/RunEvents", {
  defaultValue: () => (event) => Effect.logDebug(event)
})
