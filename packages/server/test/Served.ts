/** A server on a free port over a database in memory, with connectors that hold records of every model. */
import * as Registry from "@crosswalk/core/Registry"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import * as Server from "@crosswalk/server/Server"
import type { Values } from "@crosswalk/server/Settings"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { members } from "@crosswalk/providers"
import { Layer, Redacted } from "effect"

/** A server over the store in place, with some settings of its own. */
export const over = (settings: Partial<Values>) =>
  Server.layer({ ...settings, port: 0 }).pipe(
    Layer.provideMerge(SyncEngine.layer),
    Layer.provideMerge(EngineSettings.layer),
    Layer.provideMerge(Registry.layer(members.map(({ provider }) => provider)))
  )

/** Store and server, with some settings of its own. */
export const layerWith = (settings: Partial<Values>) =>
  over(settings).pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(SqliteClient.layer({ filename: ":memory:" })),
    Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))]))
  )

/** Store and server. */
export const layer = layerWith({})

/** Where the server listens. */
export const baseUrl = Server.address
