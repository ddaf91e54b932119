/** What is known of a stored connector without asking its vendor. */
import * as Id from "@crosswalk/core/Id"
import { Registry } from "@crosswalk/core/Registry"
import * as Checkpoints from "@crosswalk/store/Checkpoints"
import * as Connectors from "@crosswalk/store/Connectors"
import { Effect } from "effect"
import type { Context } from "./Derive.ts"
import * as Landing from "./Landing.ts"
import * as Plan from "./Plan.ts"

/**
 * Names of the resources that were ever read to their end: what a list that was read does not hold is known not to be
 * there.
 */
export const resources = Effect.fnUntraced(function* (connector: string) {
  const checkpoints = yield* (yield* Checkpoints.Checkpoints).list(connector)
  return new Set(checkpoints.filter(({ mark }) => mark !== null).map(({ resource }) => resource))
})

/**
 * What deriving a connector's records outside of a sync depends on. `run` is noted with what goes to quarantine. Fails when
 * there is no such connector, or no such provider.
 */
export const context = Effect.fnUntraced(function* (id: string, run: string) {
  const connector = yield* (yield* Connectors.Connectors).get(id)
  const provider = yield* (yield* Registry).get(connector.provider)
  const own = connector.options[Landing.settingName]
  const settings = typeof own === "string" ? { [Landing.settingName]: own } : {}
  const landing = yield* Landing.of({ provider, settings })
  const known = yield* resources(id)
  const context: Context = {
    connector: id,
    plan: Plan.make(provider, connector.scopes, landing),
    identify: Id.forConnector(id),
    run,
    isKnown: (resource) => known.has(resource)
  }
  return { context, landing, provider }
})
