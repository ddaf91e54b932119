/** A sync at work: what every part of it needs to know. */
import type { Effect } from "effect"
import type { Commit } from "./Commit.ts"
import type { Context } from "./Derive.ts"
import type { Progress } from "./Progress.ts"
import type * as Tally from "./Tally.ts"
import type { VendorClient } from "./VendorClient.ts"

/** One pass of a run. */
export interface Running {
  readonly context: Context
  readonly client: VendorClient
  readonly mode: "full" | "incremental"
  /** Writes. All that a sync stores goes through this or `advance`. */
  readonly commit: Commit
  /** Writes what leaves less to do. A run that is taken up again and again without coming to this is given up. */
  readonly advance: Commit
  /** The settings of the connection, which say what is collected. */
  readonly settings: Readonly<Record<string, string>>
  /** Adds to what the run did so far and tells who follows it. */
  readonly report: (progress: Progress, tally: Tally.Tally) => Effect.Effect<void>
}
