/** How fresh connectors' records are, looked up once a second at most. */
import * as Freshness from "@crosswalk/api/Freshness"
import { Runs } from "@crosswalk/store/Runs"
import type { StoreError } from "@crosswalk/store/StoreError"
import { Cache, Context, Effect, Layer } from "effect"

const most = 10_000

/** Tells how fresh a connector's records are. */
export class Fresh extends Context.Service<
  Fresh,
  {
    /** The headers of answers with records of a connector. */
    readonly headers: (connector: string) => Effect.Effect<Readonly<Record<string, string>>, StoreError>
  }
>()("@crosswalk/server/Fresh") {
  /** Over the runs of the store in place. */
  static readonly layer: Layer.Layer<Fresh, never, Runs> = Layer.effect(
    Fresh,
    Effect.gen(function* () {
      const runs = yield* Runs
      const known = yield* Cache.make({
        capacity: most,
        timeToLive: "1 second",
        lookup: (connector: string) => Effect.map(runs.freshness(connector), Freshness.told)
      })
      return Fresh.of({ headers: (connector) => Cache.get(known, connector) })
    })
  )
}
