/** One worker of an installation on PostgreSQL, as the command line starts it, with the bench's provider. */
import * as Registry from "@crosswalk/core/Registry"
import * as Cluster from "@crosswalk/engine/Cluster"
import { Connections } from "@crosswalk/engine/Connections"
import * as EngineSettings from "@crosswalk/engine/EngineSettings"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import * as Store from "@crosswalk/store/Store"
import { Effect, Layer, Redacted } from "effect"
import { provider } from "../pull/Vendor.ts"
import * as Account from "../sync/Account.ts"

const url = Redacted.make(process.argv[2] ?? "")

const host = Layer.mergeAll(
  Connections.layer.pipe(Layer.provide(Registry.layer([provider]))),
  Layer.succeed(EngineSettings.EngineSettings, EngineSettings.defaults),
  VendorClient.layerHttp
).pipe(
  Layer.provideMerge(Store.layer),
  Layer.provideMerge(PostgresClient.layer({ url })),
  Layer.provideMerge(Account.vault)
)

const connections = Layer.fresh(PostgresClient.layer({ url, maxConnections: 3 }))

// Nobody is left to stop it once whoever started it is gone.
process.on("disconnect", () => process.exit())

await Layer.launch(
  Cluster.layerScaled({ host: "127.0.0.1", port: 0 }, connections, { client: { rateLimit: null } }).pipe(
    Layer.provide(host)
  )
).pipe(Effect.runPromise)
