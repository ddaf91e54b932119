/**
 * A vendor's simulator as a host runs it, whichever vendor it is.
 */
import { Effect, type Scope } from "effect"
import type { Control } from "./Control.ts"
import * as Epoch from "./Epoch.ts"
import * as Faults from "./Faults.ts"
import type { RateLimit } from "./RateBucket.ts"
import type { CannotListen } from "./Listener.ts"
import * as Stats from "./Stats.ts"

/** How to start one. */
export interface Options {
  /** Port on the loopback interface; 0, the default, takes a free one. */
  readonly port?: number
  /** Makes the account: the same seed and number of records give the same data. Default 1. */
  readonly seed?: number
  /** Number of the account's main records, from 0 to 1,000,000. Default 1,000. */
  readonly records?: number
  /** What goes wrong at random. Default: nothing. */
  readonly faults?: Faults.Spec
  /** What the vendor lets through; "unlimited" for benches. Default: the vendor's own limit. */
  readonly rate?: RateLimit | "unlimited"
  /** The instant before which generated records date, in milliseconds since 1970. Default `Epoch.standard`. */
  readonly epoch?: number
}

/** A simulator that runs until its scope closes. */
export interface Running<C extends Control = Control> {
  readonly provider: string
  /** The API's base, as a vendor's documentation gives it: "http://127.0.0.1:8080/v1". */
  readonly baseUrl: string
  /** Every credential of the account by name, for any of the vendor's ways to authenticate. */
  readonly credentials: Readonly<Record<string, string>>
  readonly control: C
}

/** A vendor's simulator. */
export interface Simulator<C extends Control = Control> {
  readonly provider: string
  /** Starts it. Fails with `CannotListen` when the port is taken. */
  readonly start: (options?: Options) => Effect.Effect<Running<C>, CannotListen, Scope.Scope>
}

/** What a simulator begins with: its options, `rate` being the vendor's own unless told, and what its server needs. */
export const begin = Effect.fnUntraced(function* (options: Options, rateLimit: RateLimit) {
  const { epoch = Epoch.standard, faults = Faults.none, port = 0, rate = rateLimit, records = 1000, seed = 1 } = options
  const now = yield* Epoch.clock(epoch)
  return { epoch, rate, records, seed, server: { port, faults: Faults.make(seed, faults), stats: Stats.make(), now } }
})
