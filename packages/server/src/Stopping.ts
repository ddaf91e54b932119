/** Whether the server is about to stop: whoever sends it requests is told before it takes no more of them. */
import { Context, Effect, Layer } from "effect"
import { Settings } from "./Settings.ts"

/** The state of the server in place. */
export class Stopping extends Context.Service<
  Stopping,
  { readonly isStopping: () => boolean; readonly begin: Effect.Effect<void> }
>()("@crosswalk/server/Stopping") {
  /** At work until told otherwise. */
  static readonly layer: Layer.Layer<Stopping> = Layer.sync(Stopping, () => {
    let isStopping = false
    return Stopping.of({
      isStopping: () => isStopping,
      begin: Effect.sync(() => {
        isStopping = true
      })
    })
  })
}

/** At the end of its scope, tells that the server stops, and leaves the time of the settings for that to be heard. */
export const announced = Layer.effectDiscard(
  Effect.gen(function* () {
    const { begin } = yield* Stopping
    const { stopDelay } = yield* Settings
    yield* Effect.addFinalizer(() => Effect.andThen(begin, Effect.sleep(stopDelay)))
  })
)
