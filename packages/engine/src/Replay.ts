/**
 * Maps quarantined records again, from what was landed: after a provider package was mended, without a vendor call.
 *
 * Each case is a transaction of its own, beside a sync that may be at work. Cases that succeed leave the quarantine, so a
 * replay that was cut off goes on when it is called again.
 */
import * as Quarantine from "@crosswalk/store/Quarantine"
import { Effect, Schema } from "effect"
import * as Commit from "./Commit.ts"
import { derive } from "./Derive.ts"
import * as Known from "./Known.ts"
import { land } from "./Land.ts"
import * as Remap from "./Remap.ts"

/** What a replay did for one connector. */
export interface Replayed {
  readonly connector: string
  /** Cases that were tried again. */
  readonly tried: number
  /** Cases that are in quarantine now. */
  readonly left: number
}

const batch = 200

const decode = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown))

/** Replays one connector's quarantine. */
export const replay = Effect.fn("Replay.replay")(function* (connector: string) {
  const quarantine = yield* Quarantine.Quarantine
  const { context } = yield* Known.context(connector, "replay")
  const { mappers, byName } = context.plan
  const commit = yield* Commit.beside(connector)
  let tried = 0
  let after: Quarantine.Place | undefined
  for (;;) {
    const cases = yield* quarantine.list(connector, { limit: batch, after })
    for (const one of cases) {
      const noted = { ...context, run: one.runId }
      const planned = byName.get(one.resource)
      const mapper = mappers.find(({ name }) => name === one.mapper)
      if (mapper !== undefined) yield* commit(derive(noted, mapper, [one.key]))
      else if (one.mapper === null && planned !== undefined && planned.resource.parent === null) {
        const raw = yield* Effect.orDie(decode(one.data))
        yield* commit(land(noted, planned, [raw], { parent: null, refresh: false }))
      }
    }
    tried += cases.length
    after = cases.at(-1)
    if (cases.length < batch) break
  }
  yield* Remap.derive(commit, context)
  return { connector, tried, left: yield* quarantine.count(connector) } satisfies Replayed
})
