/**
 * The guard against deletions that are too many to be believed, and how held deletions are carried out.
 */
import * as Holds from "@crosswalk/store/Holds"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect } from "effect"
import type { Commit } from "./Commit.ts"
import type { Context } from "./Derive.ts"
import type { Planned } from "./Plan.ts"
import { remove } from "./Remove.ts"
import type { Running } from "./Running.ts"
import * as Tally from "./Tally.ts"

/** As many records of one resource have to be missing before a sync asks. */
export const leastHeld = 10

/** Share of a resource's records above which a sync asks. */
export const largestShare = 0.2

/** Whether that many deletions among that many stored records are for somebody to confirm. */
export const isTooMany = (deletions: number, stored: number): boolean =>
  deletions >= leastHeld && deletions > stored * largestShare

const batch = 100

/**
 * Deletes the records that are in a hold, in transactions of 100, and tells what changed. Cut off, it can be begun anew:
 * what is deleted has left the hold.
 */
export const carryOut = Effect.fn("HoldDeletions.carryOut")(function* <F>(
  commit: Commit<F>,
  context: Context,
  planned: Planned,
  hold: string
) {
  const holds = yield* Holds.Holds
  let tally = Tally.empty
  for (;;) {
    // Read inside the transaction: what is seen again meanwhile leaves the hold, and stays.
    const done = yield* commit(
      Effect.gen(function* () {
        const keys = yield* holds.keys(hold, "", batch)
        if (keys.length === 0) return null
        const removed = yield* remove(context, planned, keys)
        // Those that were gone already are in no list of what is removed.
        yield* holds.forget(context.connector, planned.resource.name, keys)
        return removed
      })
    )
    if (done === null) return tally
    tally = Tally.add(tally, done)
  }
})

/** The holds of a resource's deletions. */
const ofResource = Effect.fnUntraced(function* (context: Context, planned: Planned) {
  const all = yield* (yield* Holds.Holds).list(context.connector)
  return all.filter(({ kind, resource }) => kind === "deletions" && resource === planned.resource.name)
})

/** Carries out what somebody has accepted, should that have been cut off. */
export const carryOutAccepted = Effect.fnUntraced(function* (running: Running, planned: Planned) {
  for (const { decision, id } of yield* ofResource(running.context, planned)) {
    if (decision !== "accepted") continue
    const tally = yield* carryOut(running.advance, running.context, planned, id)
    yield* running.report({ resource: planned.resource.name, step: "deletions", records: 0, waiting: null }, tally)
  }
})

/**
 * Decides on deletions that were put into a hold one by one, once all of them are known: too many stay there, others are
 * carried out.
 */
export const settle = Effect.fnUntraced(function* (running: Running, planned: Planned) {
  const { name } = planned.resource
  for (const { decision, id, records } of yield* ofResource(running.context, planned)) {
    if (decision === "rejected") continue
    const stored = yield* Remotes.Remotes.use((remotes) => remotes.count(running.context.connector, name))
    if (decision === null && isTooMany(records, stored)) continue
    const tally = yield* carryOut(running.advance, running.context, planned, id)
    yield* running.report({ resource: name, step: "deletions", records, waiting: null }, tally)
  }
})
