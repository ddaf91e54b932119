import * as EngineSettings from "@crosswalk/engine/EngineSettings"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Server from "@crosswalk/server/Server"
import * as SettingFaults from "@crosswalk/server/SettingFaults"
import * as Settings from "@crosswalk/server/Settings"
import * as Telemetry from "@crosswalk/server/Telemetry"
import { Effect, Layer, Option } from "effect"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Hosting from "../Hosting.ts"
import * as Interruption from "../Interruption.ts"
import * as Output from "../Output.ts"
import * as Port from "../Port.ts"
import { members } from "../Providers.ts"
import * as Sunset from "../Sunset.ts"
import * as Switch from "../Switch.ts"

const run = Effect.fnUntraced(function* (options: {
  readonly settings: Settings.Values
  readonly syncs: boolean
  readonly data: Option.Option<string>
}) {
  const { settings } = options
  yield* Sunset.warn(members.map(({ provider }) => provider))
  yield* Interruption.expected
  const said = Layer.effectDiscard(
    Effect.flatMap(Server.address, (address) =>
      Effect.forEach([...Settings.describe(settings), `Serving at ${address}. Stop with Ctrl-C.`], Output.note, {
        discard: true
      })
    )
  )
  const server = said.pipe(Layer.provideMerge(Server.layer(settings)))
  const engine = options.syncs ? Hosting.engine(options.data) : Layer.empty
  return yield* Layer.launch(
    Layer.merge(server, engine).pipe(
      Layer.provide(Engine.layer),
      Layer.provide(VendorClient.layerHttp),
      Layer.provide(Telemetry.layer)
    )
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
        const faults = yield* SettingFaults.of([...Settings.configs, EngineSettings.config, Telemetry.config])
        if (faults.length > 0) {
          return yield* Failure.make(["Some settings cannot be used.", ...faults].join("\n  "))
        }
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
