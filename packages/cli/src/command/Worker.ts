import { type RunEvent, RunEvents } from "@crosswalk/engine/RunEvents"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import * as Watchdog from "@crosswalk/engine/Watchdog"
import * as Telemetry from "@crosswalk/server/Telemetry"
import { Clock, DateTime, Effect, Layer, type Option } from "effect"
import * as Command from "effect/cli/Command"
import * as DataFolder from "../DataFolder.ts"
import * as Engine from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Hosting from "../Hosting.ts"
import * as Interruption from "../Interruption.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Sunset from "../Sunset.ts"

/** One line for each event; an end tells how long this process was at it. */
const told = () => {
  const begun = new Map<string, number>()
  return Effect.fnUntraced(function* (event: RunEvent) {
    const now = yield* Clock.currentTimeMillis
    const at = DateTime.formatIso(DateTime.makeUnsafe(now))
    const what = `${event.provider} ${event.connector}`
    const since = begun.get(event.run)
    const took = since === undefined ? "" : ` after ${Numbers.duration((now - since) / 1000)}`
    if (event._tag === "Started") {
      begun.set(event.run, now)
      return yield* Output.note(`${at}  started  ${what}  ${event.mode}, run ${event.run}`)
    }
    begun.delete(event.run)
    if (event._tag === "Left") {
      const why = event.why === "lost" ? "another worker has it" : "another worker, or the next start, goes on"
      return yield* Output.note(`${at}  left     ${what}${took}: ${why}`)
    }
    const detail = event.detail === null ? "" : `: ${Failure.describe(new Error(event.detail))}`
    yield* Output.note(`${at}  ended    ${what}  ${event.outcome}${took}${detail}`)
  })
}

const work = Effect.fn("crosswalk.worker")(function* (input: { readonly data: Option.Option<string> }) {
  yield* Sunset.warn(members.map(({ provider }) => provider))
  yield* Interruption.expected
  yield* Output.note("Syncing what is due and what is asked for. Stop with Ctrl-C.")
  const host = Layer.mergeAll(Engine.layer, VendorClient.layerHttp, Layer.succeed(RunEvents, told()), Watchdog.layer())
  return yield* Layer.launch(Hosting.engine(input.data).pipe(Layer.provide(host), Layer.provide(Telemetry.layer)))
}, Failure.logged)

/** `crosswalk worker`: runs the engine, and nothing else, until it is stopped. */
export const worker = Command.make("worker", { data: DataFolder.flag }, (input) =>
  DataFolder.provideAlone(work(input), input)
).pipe(
  Command.withDescription(
    "Run the syncs that are due or asked for; with CROSSWALK_DATABASE_URL on PostgreSQL, beside any number of others"
  )
)
