/** A server on a free port over a database in memory, and an account of Lever's simulator that was synced into it. */
import * as Registry from "@crosswalk/core/Registry"
import { EngineSettings } from "@crosswalk/engine/EngineSettings"
import * as Sync from "@crosswalk/engine/Sync"
import { SyncEngine } from "@crosswalk/engine/SyncEngine"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { lever } from "@crosswalk/lever"
import { sandbox } from "@crosswalk/lever/Sandbox"
import * as Server from "@crosswalk/server/Server"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, Redacted } from "effect"
import { randomUUID } from "node:crypto"

/** Store and server. */
export const layer = Server.layer({ host: "127.0.0.1", port: 0 }).pipe(
  Layer.provideMerge(SyncEngine.layer),
  Layer.provideMerge(EngineSettings.layer),
  Layer.provideMerge(Store.layer),
  Layer.provideMerge(SqliteClient.layer({ filename: ":memory:" })),
  Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))])),
  Layer.provideMerge(Registry.layer([lever]))
)

/** A workspace with one synced connector: how to reach it, and how to sync it again. */
export const account = Effect.gen(function* () {
  const vendor = yield* sandbox.start({ records: 30, rate: "unlimited" })
  const workspace = randomUUID()
  const id = randomUUID()
  const credentials = { api_key: Redacted.make(vendor.credentials["api_key"] ?? "") }
  yield* Connectors.use((connectors) =>
    connectors.create({
      id,
      workspace,
      provider: "lever",
      category: "ats",
      customer: "Example",
      baseUrl: vendor.baseUrl,
      credentials
    })
  )
  const sync = Sync.run({
    connector: id,
    connection: {
      provider: lever,
      credentials,
      baseUrl: vendor.baseUrl,
      settings: {},
      onCredentials: () => Effect.void
    },
    scopes: null,
    client: { rateLimit: null }
  }).pipe(Effect.provide(VendorClient.layerHttp))
  yield* sync
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace, name: "test" }))
  const token = Redacted.value(yield* ConnectorTokens.use((tokens) => tokens.get(id)))
  return { id, token, sync, vendor, options: { baseUrl: yield* Server.address, apiKey: secret } }
})
