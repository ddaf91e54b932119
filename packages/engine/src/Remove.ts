/** Forgets remote records that are gone at the vendor, and derives what stood on them. */
import * as Holds from "@crosswalk/store/Holds"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Remotes from "@crosswalk/store/Remotes"
import { Effect } from "effect"
import type { Context } from "./Derive.ts"
import type { Planned } from "./Plan.ts"
import * as Tally from "./Tally.ts"
import * as Touched from "./Touched.ts"

/** Forgets one resource's records alone. */
const removeOwn = Effect.fnUntraced(function* (context: Context, planned: Planned, keys: ReadonlyArray<string>) {
  if (keys.length === 0) return Tally.empty
  const { connector } = context
  const touched = Touched.make()
  yield* Touched.addStored(touched, context, planned, keys)
  yield* (yield* Remotes.Remotes).remove(connector, planned.resource.name, keys)
  yield* (yield* Quarantine.Quarantine).clear(connector, planned.resource.name, null, keys)
  yield* (yield* Holds.Holds).forget(connector, planned.resource.name, keys)
  yield* Touched.addDependents(touched, context, planned, keys)
  return yield* Touched.derive(touched, context)
})

/**
 * Forgets remote records with the children listed for them. Keys that are not stored are nothing. To be run in a
 * transaction.
 */
export const remove = Effect.fn("Remove.remove")(function* (
  context: Context,
  planned: Planned,
  keys: ReadonlyArray<string>
) {
  let tally = Tally.empty
  const remotes = yield* Remotes.Remotes
  let level: ReadonlyArray<readonly [Planned, ReadonlyArray<string>]> = [[planned, keys]]
  const levels = [level]
  while (level.some(([, keys]) => keys.length > 0)) {
    const below: Array<readonly [Planned, ReadonlyArray<string>]> = []
    for (const [parent, parents] of level) {
      for (const { name } of parent.children) {
        const child = context.plan.byName.get(name)
        if (child === undefined || parents.length === 0) continue
        const rows = yield* remotes.byParents(context.connector, name, parents)
        below.push([child, rows.map(({ key }) => key)])
      }
    }
    levels.push((level = below))
  }
  // Children first: what joins a parent is then gone before the parent is.
  for (const [resource, gone] of levels.toReversed().flat()) {
    tally = Tally.add(tally, yield* removeOwn(context, resource, gone))
  }
  return tally
})
