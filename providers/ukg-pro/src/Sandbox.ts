/**
 * A simulator of UKG Pro's REST API, written from the vendor's documentation: a tenant of any size, made from a seed,
 * that can be edited, made to fail, and restricted while it runs.
 *
 * Where the documentation is silent, this was chosen: 600 requests a minute; the tenant's clock stands five hours
 * behind UTC; a page has up to 10,000 records; contacts, direct-deposit and pto-plans answer 404 for nothing, the
 * others with an empty list; a missing right is 403; parameters a list does not have are refused with 400; "after" a
 * day begins with the next one; employee-changes takes any form of date; person rows come once for each company;
 * compensation comes without shifts or reviews. The scheduling module wraps its lists and counts them from 0 by record;
 * requests for time off come whole when one of their days lies between `from` and `to`, which take any form of date, and
 * their statuses are PENDING, APPROVED, REJECTED and CANCELLED, day by day. `control.habits` changes what tenants do
 * differently. There are no writes.
 */
import * as Control from "@crosswalk/sandbox/Control"
import type { RateLimit } from "@crosswalk/sandbox/RateBucket"
import * as RateWindow from "@crosswalk/sandbox/RateWindow"
import * as SandboxServer from "@crosswalk/sandbox/SandboxServer"
import * as Simulator from "@crosswalk/sandbox/Simulator"
import { Effect } from "effect"
import * as Account from "./sandbox/Account.ts"
import * as Credentials from "./sandbox/Credentials.ts"
import * as Habits from "./sandbox/Habits.ts"
import * as Problems from "./sandbox/Problems.ts"
import * as Routes from "./sandbox/Routes.ts"
import * as State from "./sandbox/State.ts"
import * as UkgProControl from "./sandbox/UkgProControl.ts"

export type { UkgProControl } from "./sandbox/UkgProControl.ts"

/** How long the quota lasts, in milliseconds. */
export const rateWindow = 60_000

/** What UKG Pro lets through, as far as a simulator must say: 600 requests a minute. */
export const rateLimit: RateLimit = { perSecond: 10, burst: 600 }

/**
 * Starts the simulator on the loopback interface; it stops with the scope. The tenant is the same for the same `seed`
 * and `records`, which is the number of people. Of `rate`, a minute lets through what comes to a minute in the long
 * run. Fails with `CannotListen` when the port is taken.
 */
export const start = Effect.fnUntraced(function* (options: Simulator.Options = {}) {
  const { epoch, rate, records, seed, server } = yield* Simulator.begin(options, rateLimit)
  const state = State.make(Account.make({ seed, size: records, epoch }))
  let habits = Habits.initial
  const credentials = Credentials.make(seed, () => habits)
  const setHabits = (changed: Habits.Habits) => {
    habits = { ...habits, ...changed }
  }
  const control = UkgProControl.make(
    state,
    credentials,
    setHabits,
    server.now,
    Control.server(server.stats, server.faults)
  )
  const origin = yield* SandboxServer.serve({
    ...server,
    bucket: rate === "unlimited" ? undefined : RateWindow.make(rate, rateWindow),
    actions: UkgProControl.actions(control),
    vendor: {
      provider: "ukg-pro",
      basePath: "",
      routes: Routes.make(state, () => habits),
      refuse: credentials.refuse,
      problems: { notFound: Problems.notFound, rateLimited: Problems.rateLimited, expiredCursor: undefined },
      cursorParameters: ["page", "index"],
      endMarkers: [],
      headers: {}
    }
  })
  return { provider: "ukg-pro", baseUrl: origin, credentials: credentials.given, control }
})

/** UKG Pro's simulator as a host runs it. */
export const sandbox: Simulator.Simulator<UkgProControl.UkgProControl> = { provider: "ukg-pro", start }
