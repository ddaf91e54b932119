/**
 * A simulator of Lever's API, written from the vendor's documentation and recorded answers: an account of any size,
 * made from a seed, that can be edited, made to fail, and restricted while it runs.
 */
import * as Control from "@crosswalk/sandbox/Control"
import * as RateBucket from "@crosswalk/sandbox/RateBucket"
import * as SandboxServer from "@crosswalk/sandbox/SandboxServer"
import * as Simulator from "@crosswalk/sandbox/Simulator"
import { Effect } from "effect"
import * as Account from "./sandbox/Account.ts"
import * as Credentials from "./sandbox/Credentials.ts"
import * as LeverControl from "./sandbox/LeverControl.ts"
import * as Problems from "./sandbox/Problems.ts"
import * as Routes from "./sandbox/Routes.ts"
import * as State from "./sandbox/State.ts"

export type { LeverControl } from "./sandbox/LeverControl.ts"

/** What Lever lets through: 10 requests a second, bursts of 20. */
export const rateLimit: RateBucket.RateLimit = { perSecond: 10, burst: 20 }

/**
 * Starts the simulator on the loopback interface; it stops with the scope. The account is the same for the same `seed`
 * and `records`. Fails with `CannotListen` when the port is taken.
 */
export const start = Effect.fnUntraced(function* (options: Simulator.Options = {}) {
  const { epoch, rate, records, seed, server } = yield* Simulator.begin(options, rateLimit)
  const state = State.make(Account.make({ seed, size: records, epoch }))
  const credentials = Credentials.make(seed)
  const control = LeverControl.make(state, credentials, server.now, Control.server(server.stats, server.faults))
  const origin = yield* SandboxServer.serve({
    ...server,
    bucket: rate === "unlimited" ? undefined : RateBucket.make(rate),
    actions: LeverControl.actions(control),
    vendor: {
      provider: "lever",
      basePath: Routes.basePath,
      routes: Routes.make(state, credentials),
      refuse: credentials.refuse,
      problems: Problems,
      cursorParameters: ["offset"],
      endMarkers: ["hasNext"],
      headers: { server: "lever-data-api", "x-lever-region": "global", "x-stream-path": "dapi" }
    }
  })
  return {
    provider: "lever",
    baseUrl: `${origin}${Routes.basePath}`,
    credentials: { ...credentials.given, token_url: `${origin}/oauth/token`, authorize_url: `${origin}/authorize` },
    control
  }
})

/** Lever's simulator as a host runs it. */
export const sandbox: Simulator.Simulator<LeverControl.LeverControl> = { provider: "lever", start }
