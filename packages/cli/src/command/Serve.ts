import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Server from "@crosswalk/server/Server"
import * as Settings from "@crosswalk/server/Settings"
import { Effect, Layer, Option } from "effect"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as SqlClient from "effect/sql/SqlClient"
import * as DataFolder from "../DataFolder.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Interruption from "../Interruption.ts"
import * as Output from "../Output.ts"
import * as Port from "../Port.ts"
import { members } from "../Providers.ts"
import * as Sunset from "../Sunset.ts"
import * as Switch from "../Switch.ts"

/** Connections to the database that the cluster has for itself, beside those of the store. */
const clusterConnections = 3

const run = Effect.fnUntraced(function* (options: {
  readonly settings: Settings.Settings
  readonly syncs: boolean
  readonly data: Option.Option<string>
}) {
  const sql = yield* SqlClient.SqlClient
  const { settings } = options
  yield* Sunset.warn(members.map(({ provider }) => provider))
  yield* Interruption.expected
  const said = Layer.effectDiscard(
    Effect.flatMap(Server.address, (address) => Output.note(`Serving at ${address}. Stop with Ctrl-C.`))
  )
  const server = said.pipe(Layer.provideMerge(Server.layer(settings)))
  const Cluster = yield* Effect.promise(() => import("@crosswalk/engine/Cluster"))
  const address = yield* Cluster.address
  const engine = options.syncs
    ? sql.onDialectOrElse({
        pg: () => Cluster.layerScaled(address, DataFolder.connections(options.data, clusterConnections)),
        orElse: () => Cluster.layerEmbedded()
      })
    : Layer.empty
  return yield* Layer.launch(
    Layer.merge(server, engine).pipe(Layer.provide(Engine.layer), Layer.provide(VendorClient.layerHttp))
  )
})

/** `crosswalk serve`: the API, and beside it the engine. */
export const serve = Command.make(
  "serve",
  {
    host: Flag.String("host").pipe(
      Flag.withDescription("Address to listen on. Default: CROSSWALK_HOST, else loopback"),
      Flag.optional
    ),
    port: Port.flag("Port to listen on. Default: CROSSWALK_PORT, else 8080"),
    apiOnly: Switch.make("api-only", "Serve only; workers elsewhere do the syncs"),
    data: DataFolder.flag
  },
  (input) =>
    Failure.logged(
      Effect.gen(function* () {
        const configured = yield* Settings.config
        const settings = {
          ...configured,
          host: Option.getOrElse(input.host, () => configured.host),
          port: Option.getOrElse(input.port, () => configured.port)
        }
        const serving = run({ settings, syncs: !input.apiOnly, data: input.data })
        return yield* input.apiOnly ? DataFolder.provide(serving, input) : DataFolder.provideAlone(serving, input)
      })
    )
).pipe(Command.withDescription("Serve the API in every dialect, and run the syncs that are due"))
