/**
 * Decides on what a sync held back: carries it out, or lets it be.
 *
 * Either may be done while the connector is synced: both wait for each other's transactions.
 */
import * as Id from "@crosswalk/core/Id"
import { Registry } from "@crosswalk/core/Registry"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Holds from "@crosswalk/store/Holds"
import { Effect, Schema } from "effect"
import * as Commit from "./Commit.ts"
import type { Context } from "./Derive.ts"
import * as HoldDeletions from "./HoldDeletions.ts"
import * as HoldRelease from "./HoldRelease.ts"
import * as Known from "./Known.ts"
import * as Plan from "./Plan.ts"
import * as Remap from "./Remap.ts"
import * as Tally from "./Tally.ts"

/** The connector's models in scope no longer need the list that a hold is about. */
export class HoldOutOfScope extends Schema.TaggedError<HoldOutOfScope>("@crosswalk/engine/HoldOutOfScope")(
  "HoldOutOfScope",
  { id: Schema.String, resource: Schema.String }
) {
  override get message(): string {
    return `The hold ${this.id} is about ${this.resource}, which the connector does not read any more.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Take a model that needs it into the connector's scope again, or reject the hold."
  }
}

/** What a decision did. */
export interface Decided {
  /** The hold as it was when it was decided on. */
  readonly hold: Holds.Hold
  readonly tally: Tally.Tally
}

/**
 * Does what was held back, to the records that are still in the hold: deletes them, or empties the field in them. Cut off,
 * it goes on when it is called again. Fails with `HoldNotFound`, also for a hold that was carried out to its end.
 */
export const accept = Effect.fn("Hold.accept")(function* (id: string) {
  const holds = yield* Holds.Holds
  const { connectorId, field, resource, runId } = yield* holds.get(id)
  const connector = yield* (yield* Connectors.Connectors).get(connectorId)
  const provider = yield* (yield* Registry).get(connector.provider)
  const plan = Plan.make(provider, connector.scopes)
  const planned = plan.byName.get(resource)
  if (planned === undefined) return yield* new HoldOutOfScope({ id, resource })
  const known = yield* Known.resources(connectorId)
  const context: Context = {
    connector: connectorId,
    plan,
    identify: Id.forConnector(connectorId),
    run: runId,
    isKnown: (name) => known.has(name)
  }
  const commit = yield* Commit.beside(connectorId)
  const hold = yield* commit(holds.decide(id, "accepted"))
  const tally = yield* field === null
    ? HoldDeletions.carryOut(commit, context, planned, id)
    : HoldRelease.letGo(commit, context, planned, { id, field })
  return { hold, tally: Tally.add(tally, yield* Remap.derive(commit, context)) } satisfies Decided
})

/**
 * Lets the records be as they are. Nobody is asked again about them, while they stay missing or their field stays empty.
 * Fails with `HoldNotFound`.
 */
export const reject = Effect.fn("Hold.reject")(function* (id: string) {
  const holds = yield* Holds.Holds
  const { connectorId } = yield* holds.get(id)
  const commit = yield* Commit.beside(connectorId)
  return { hold: yield* commit(holds.decide(id, "rejected")), tally: Tally.empty } satisfies Decided
})
