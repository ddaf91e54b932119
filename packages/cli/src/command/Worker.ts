import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Telemetry from "@crosswalk/server/Telemetry"
import { Effect, Layer, type Option } from "effect"
import * as Command from "effect/cli/Command"
import * as DataFolder from "../DataFolder.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Hosting from "../Hosting.ts"
import * as Interruption from "../Interruption.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Sunset from "../Sunset.ts"

const work = Effect.fn("crosswalk.worker")(function* (input: { readonly data: Option.Option<string> }) {
  yield* Sunset.warn(members.map(({ provider }) => provider))
  yield* Interruption.expected
  yield* Output.note("Syncing what is due and what is asked for. Stop with Ctrl-C.")
  return yield* Layer.launch(
    Hosting.engine(input.data).pipe(
      Layer.provide([Engine.layer, VendorClient.layerHttp]),
      Layer.provide(Telemetry.layer)
    )
  )
}, Failure.logged)

/** `crosswalk worker`: runs the engine, and nothing else, until it is stopped. */
export const worker = Command.make("worker", { data: DataFolder.flag }, (input) =>
  DataFolder.provideAlone(work(input), input)
).pipe(
  Command.withDescription(
    "Run the syncs that are due or asked for; with CROSSWALK_DATABASE_URL on PostgreSQL, beside any number of others"
  )
)
