/** Lets go of values that were kept when they went missing: the records are then as the vendor has them. */
import * as Holds from "@crosswalk/store/Holds"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect } from "effect"
import type { Commit } from "./Commit.ts"
import type { Context } from "./Derive.ts"
import { leastHeld } from "./HoldDeletions.ts"
import * as HoldEmptied from "./HoldEmptied.ts"
import { revise } from "./Land.ts"
import type { Planned } from "./Plan.ts"
import type { Running } from "./Running.ts"
import * as Tally from "./Tally.ts"

const batch = 100

/**
 * Empties a field in the records of a hold, in transactions of 100, and tells what changed. Cut off, it can be begun anew:
 * records that are done have left the hold.
 */
export const letGo = Effect.fn("HoldRelease.letGo")(function* <F>(
  commit: Commit<F>,
  context: Context,
  planned: Planned,
  hold: { readonly id: string; readonly field: string }
) {
  const holds = yield* Holds.Holds
  const remotes = yield* Remotes.Remotes
  const { connector } = context
  const { name, wire } = planned.resource
  const place = HoldEmptied.places(wire).get(hold.field)
  let tally = Tally.empty
  for (;;) {
    const done = yield* commit(
      Effect.gen(function* () {
        const keys = yield* holds.keys(hold.id, "", batch)
        if (keys.length === 0) return null
        const rows = yield* remotes.byKeys(connector, name, keys)
        // A field that the declaration no longer reads stands in no record that is derived.
        const revised =
          place === undefined
            ? []
            : rows.map(({ data, key, parent }) => ({
                key,
                parent,
                raw: HoldEmptied.put(JSON.parse(data), place, undefined)
              }))
        const made = yield* revise(context, planned, revised)
        yield* holds.forget(connector, name, keys, hold.field)
        return made
      })
    )
    if (done === null) return tally
    tally = Tally.add(tally, done)
  }
})

/**
 * Decides, at the end of a walk, which losses stand. `whole` means that the walk read all records that there are: then
 * a place that has values again is as the vendor has it, in every record.
 */
export const settle = Effect.fn("HoldRelease.settle")(function* (
  running: Running,
  planned: Planned,
  watch: HoldEmptied.Watch,
  whole: boolean
) {
  const { context } = running
  for (const hold of yield* HoldEmptied.ofResource(context, planned)) {
    const isBack = !watch.absent.has(hold.field)
    const isOfThisWalk = hold.decision === null && hold.runId === context.run
    const isOver = isBack ? whole || isOfThisWalk : hold.decision === null && hold.records < leastHeld
    if (!isOver && hold.decision !== "accepted") continue
    const tally = yield* letGo(running.advance, context, planned, hold)
    yield* running.report({ resource: planned.resource.name, step: "page", records: 0, waiting: null }, tally)
  }
})

/** Whether the walk met losses on which one more page of the whole list may throw light. */
export const isDoubtful = Effect.fnUntraced(function* (running: Running, planned: Planned, watch: HoldEmptied.Watch) {
  const holds = yield* HoldEmptied.ofResource(running.context, planned)
  return holds.some(({ decision, field }) => decision === null && watch.absent.has(field))
})
