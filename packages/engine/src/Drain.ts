/** Derives what waits on the durable list: what a change touched and was too much for its own transaction. */
import * as Dirty from "@crosswalk/store/Dirty"
import { Effect } from "effect"
import type { Commit } from "./Commit.ts"
import { derive } from "./Derive.ts"
import type { Context } from "./Derive.ts"
import * as Tally from "./Tally.ts"

const batch = 200

/** Derives all that waits for a connector, in transactions of 200 keys, and tells what changed. */
export const drain = Effect.fn("Drain.drain")(function* <F>(commit: Commit<F>, context: Context) {
  const dirty = yield* Dirty.Dirty
  let tally = Tally.empty
  for (const mapper of context.plan.mappers) {
    for (;;) {
      const keys = yield* dirty.next(context.connector, mapper.name, batch)
      if (keys.length === 0) break
      const made = yield* commit(
        Effect.tap(derive(context, mapper, keys), () => dirty.remove(context.connector, mapper.name, keys))
      )
      tally = Tally.add(tally, made)
    }
  }
  return tally
})
