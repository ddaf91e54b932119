/**
 * Maps quarantined records again, from what was landed: after a provider package was mended, without a vendor call.
 */
import * as Id from "@crosswalk/core/Id"
import { Registry } from "@crosswalk/core/Registry"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Quarantine from "@crosswalk/store/Quarantine"
import * as Transaction from "@crosswalk/store/Transaction"
import { Effect, Schema } from "effect"
import { derive } from "./Derive.ts"
import { land } from "./Land.ts"
import * as Known from "./Known.ts"
import * as Plan from "./Plan.ts"

/** What a replay did for one connector. */
export interface Replayed {
  readonly connector: string
  /** Cases that were tried again. */
  readonly tried: number
  /** Cases that are in quarantine now. */
  readonly left: number
}

const batch = 200

const Raw = Schema.fromJsonString(Schema.Unknown)

/** Replays one connector's quarantine. */
export const replay = Effect.fn("Replay.replay")(function* (connectorId: string) {
  const quarantine = yield* Quarantine.Quarantine
  const transaction = yield* Transaction.Transaction
  const connector = yield* (yield* Connectors.Connectors).get(connectorId)
  const provider = yield* (yield* Registry).get(connector.provider)
  const plan = Plan.make(provider, connector.scopes)
  const known = yield* Known.resources(connectorId)
  let tried = 0
  let offset = 0
  for (;;) {
    const before = yield* quarantine.count(connectorId)
    const cases = yield* quarantine.list(connectorId, { limit: batch, offset })
    if (cases.length === 0) return { connector: connectorId, tried, left: before } satisfies Replayed
    for (const one of cases) {
      const planned = plan.byName.get(one.resource)
      const context = {
        connector: connectorId,
        plan,
        identify: Id.forConnector(connectorId),
        run: one.runId,
        isKnown: (resource: string) => known.has(resource)
      }
      const mapper = plan.mappers.find(({ name }) => name === one.mapper)
      if (mapper !== undefined) yield* transaction.run(derive(context, mapper, [one.key]))
      else if (planned !== undefined && planned.resource.parent === null) {
        const raw = yield* Effect.orDie(Schema.decodeUnknownEffect(Raw)(one.data))
        yield* transaction.run(land(context, planned, [raw], { parent: null, refresh: false }))
      }
    }
    tried += cases.length
    // Cases that succeeded have left the list, so the next ones begin that much earlier.
    offset += cases.length - Math.max(0, before - (yield* quarantine.count(connectorId)))
  }
})
