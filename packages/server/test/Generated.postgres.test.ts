import * as Registry from "@crosswalk/core/Registry"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import { members } from "@crosswalk/providers"
import * as Server from "@crosswalk/server/Server"
import { Layer } from "effect"
import * as Postgres from "./Postgres.ts"
import { suite } from "./generated/Suite.ts"

const layer = Server.layer({ port: 0, requestsPerMinute: 1_000_000 }).pipe(
  Layer.provideMerge(SyncEngine.layer),
  Layer.provideMerge(EngineSettings.layer),
  Layer.provideMerge(Postgres.store),
  Layer.provideMerge(Postgres.vault),
  Layer.provideMerge(Registry.layer(members.map(({ provider }) => provider)))
)

suite("Requests generated from each document, over PostgreSQL", layer, 500)
