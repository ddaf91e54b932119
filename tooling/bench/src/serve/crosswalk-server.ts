/** Our server as `serve --api-only` runs it: every dialect, the quota, the log of requests. */
import * as Registry from "@crosswalk/core/Registry"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import { members } from "@crosswalk/providers"
import * as Server from "@crosswalk/server/Server"
import { Effect, Layer } from "effect"
import { HttpServer } from "effect/http/HttpServer"
import * as Account from "../sync/Account.ts"
import * as Told from "./Told.ts"

const told = Layer.effectDiscard(
  Effect.map(HttpServer, ({ address }) => Told.ready("port" in address ? address.port : 0))
)

// As many requests as can be had: one key asks for them all.
const serving = told.pipe(
  Layer.provide(Server.layer({ port: 0, requestsPerMinute: 10_000_000 })),
  Layer.provide(SyncEngine.layer),
  Layer.provide(EngineSettings.layer),
  Layer.provide(Registry.layer(members.map(({ provider }) => provider))),
  Layer.provide(Account.layer(process.argv[2] ?? ""))
)

Effect.runFork(Layer.launch(serving))
