/** A server on a free port over a database in memory, with a simulated HR system that is synced into it. */
import * as Registry from "@crosswalk/core/Registry"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import * as Sync from "@crosswalk/engine/Sync"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Server from "@crosswalk/server/Server"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { ukgPro } from "@crosswalk/ukg-pro"
import { sandbox } from "@crosswalk/ukg-pro/Sandbox"
import { Effect, Layer, Record, Redacted } from "effect"
import { randomUUID } from "node:crypto"

/** Store and server. */
export const layer = Server.layer({ host: "127.0.0.1", port: 0 }).pipe(
  Layer.provideMerge(SyncEngine.layer),
  Layer.provideMerge(EngineSettings.layer),
  Layer.provideMerge(Store.layer),
  Layer.provideMerge(SqliteClient.layer({ filename: ":memory:" })),
  Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))])),
  Layer.provideMerge(Registry.layer([ukgPro]))
)

/** A workspace with a connected HR system that was never synced: how to reach, sync and change it. */
export const account = Effect.gen(function* () {
  const { baseUrl, control, credentials } = yield* sandbox.start({ records: 40, rate: "unlimited" })
  const workspace = randomUUID()
  const id = randomUUID()
  const secrets = Record.map({ ...credentials }, (value) => Redacted.make(value))
  yield* Connectors.use((connectors) =>
    connectors.create({ id, workspace, provider: "ukg-pro", category: "hris", baseUrl, credentials: secrets })
  )
  const sync = Sync.run({
    connector: id,
    connection: { provider: ukgPro, credentials: secrets, baseUrl, settings: {}, onCredentials: () => Effect.void },
    scopes: null,
    client: { rateLimit: null }
  }).pipe(Effect.provide(VendorClient.layerHttp))
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "onboarding" }))
  return { id, control, sync, demo: { baseUrl: yield* Server.address, apiKey: Redacted.value(secret) } }
})
