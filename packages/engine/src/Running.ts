/** A sync at work: what every part of it needs to know. */
import type { Effect } from "effect"
import type { Context } from "./Derive.ts"
import type { Progress } from "./Progress.ts"
import type * as Tally from "./Tally.ts"
import type { VendorClient } from "./VendorClient.ts"

/** One run of a connector. */
export interface Running {
  readonly context: Context
  readonly client: VendorClient
  readonly mode: "full" | "incremental"
  /** Adds to what the run did so far and tells who follows it. */
  readonly report: (progress: Progress, tally: Tally.Tally) => Effect.Effect<void>
}
