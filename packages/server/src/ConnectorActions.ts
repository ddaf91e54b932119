/** What every dialect can do with a connector; one that was removed meanwhile is unknown. */
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import type { Request } from "@crosswalk/engine/SyncEngine"
import { Connectors } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import { Effect } from "effect"
import { Refused } from "./Refused.ts"

/** The refusal of a request about a connector that there is not. */
export const unknown = () => new Refused({ failure: { _tag: "ConnectorUnknown" } })

/** Asks for a sync now, or joins the one that runs. */
export const sync = (connector: string, request?: Request) =>
  Effect.catchTag(
    SyncEngine.use((engine) => engine.request(connector, request)),
    "ConnectorNotFound",
    unknown
  )

/** Deletes a connector with all its records. */
export const remove = (connector: string) =>
  Effect.catchTag(
    Connectors.use((connectors) => connectors.remove(connector)),
    "ConnectorNotFound",
    unknown
  )

/** The token by which requests name a connector. */
export const token = (connector: string) =>
  Effect.catchTag(
    ConnectorTokens.use((tokens) => tokens.get(connector)),
    "ConnectorNotFound",
    unknown
  )
