/**
 * What a command needs to ask for syncs and to do them: the engine's port, its settings, and connections of the providers
 * that this command is composed of.
 */
import * as Registry from "@crosswalk/core/Registry"
import { Connections } from "@crosswalk/engine/Connections"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import { Layer } from "effect"
import { members } from "./Providers.ts"

/** Over the store of the command. */
export const layer = Layer.mergeAll(SyncEngine.layer, Connections.layer).pipe(
  Layer.provideMerge(Registry.layer(members.map(({ provider }) => provider))),
  Layer.provideMerge(EngineSettings.layer)
)
