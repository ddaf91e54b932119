/**
 * A simulator of Greenhouse's Harvest API v3, written from the vendor's documentation: an account of any size, made
 * from a seed, that can be edited, made to fail, and restricted while it runs.
 *
 * Where the documentation is silent, this was chosen: 75 requests per window; 403, 401, 404 and 429 carry
 * `{ message }`; parameters a list does not have, and both clocks at once, are refused with 422; an unknown status
 * finds nothing; `fields` sends exactly what it names; links of attachments do not change from call to call; an
 * application carries its stage under both of its names; `application_stages` holds the stage it stands in and, for
 * some, the first one; lists of features that the account does not use are empty. There are no writes.
 */
import * as Control from "@crosswalk/sandbox/Control"
import type { RateLimit } from "@crosswalk/sandbox/RateBucket"
import * as RateWindow from "@crosswalk/sandbox/RateWindow"
import * as SandboxServer from "@crosswalk/sandbox/SandboxServer"
import * as Simulator from "@crosswalk/sandbox/Simulator"
import { Effect } from "effect"
import * as Account from "./sandbox/Account.ts"
import * as Credentials from "./sandbox/Credentials.ts"
import * as GreenhouseControl from "./sandbox/GreenhouseControl.ts"
import * as Problems from "./sandbox/Problems.ts"
import * as Routes from "./sandbox/Routes.ts"
import * as State from "./sandbox/State.ts"

export type { GreenhouseControl } from "./sandbox/GreenhouseControl.ts"

/** How long a window of requests lasts, in milliseconds. */
export const rateWindow = 30_000

/** What Greenhouse lets through: 75 requests in 30 seconds. */
export const rateLimit: RateLimit = { perSecond: 2.5, burst: 75 }

/**
 * Starts the simulator on the loopback interface; it stops with the scope. The account is the same for the same `seed`
 * and `records`, which is the number of candidates. Of `rate`, a window lets through what comes to 30 seconds in the
 * long run. Fails with `CannotListen` when the port is taken.
 */
export const start = Effect.fnUntraced(function* (options: Simulator.Options = {}) {
  const { epoch, rate, records, seed, server } = yield* Simulator.begin(options, rateLimit)
  const state = State.make(Account.make({ seed, size: records, epoch }))
  const window = rate === "unlimited" ? undefined : RateWindow.make(rate, rateWindow)
  const credentials = Credentials.make(state, window)
  const control = GreenhouseControl.make(state, credentials, server.now, Control.server(server.stats, server.faults))
  const origin = yield* SandboxServer.serve({
    ...server,
    // The window is part of the vendor's side: its state shows in every answer.
    bucket: undefined,
    actions: GreenhouseControl.actions(control),
    vendor: {
      provider: "greenhouse",
      basePath: Routes.basePath,
      routes: Routes.make(state, credentials, window),
      refuse: Routes.refuse(credentials, window),
      problems: Problems,
      cursorParameters: ["cursor"],
      endMarkers: [],
      headers: {}
    }
  })
  return {
    provider: "greenhouse",
    baseUrl: `${origin}${Routes.basePath}`,
    credentials: { ...credentials.given, token_url: `${origin}/token`, authorize_url: `${origin}/authorize` },
    control
  }
})

/** Greenhouse's simulator as a host runs it. */
export const sandbox: Simulator.Simulator<GreenhouseControl.GreenhouseControl> = { provider: "greenhouse", start }
