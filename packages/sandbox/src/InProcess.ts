/**
 * Simulators without a port: requests reach them by a function call, so that the tests of a host application open none.
 *
 * ```ts
 * const vendors = InProcess.make()
 * const { baseUrl, credentials } = await vendors.start(sandbox.start({ records: 20, rate: "unlimited" }))
 * const crosswalk = Crosswalk.make({ providers: [lever], database: ":memory:", encryptionKey, fetch: vendors.fetch })
 * ```
 */
import { Effect, type Scope } from "effect"
import * as HttpEffect from "effect/http/HttpEffect"
import { type CannotListen, type Listen, Listener } from "./Listener.ts"

/** Simulators in this process. */
export interface InProcess {
  /**
   * Starts one. Faults that break a connection have none to break here: they are answered with 500.
   */
  readonly start: <A>(simulator: Effect.Effect<A, CannotListen, Scope.Scope>) => Promise<A>
  /** Reaches those that were started, and nothing else. */
  readonly fetch: typeof globalThis.fetch
}

/** A place for simulators, at first empty. */
export const make = (): InProcess => {
  const handlers = new Map<string, (request: Request) => Promise<Response>>()
  const listen: Listen = ({ provider }, application) =>
    Effect.sync(() => {
      // Names below `invalid` are never found: whoever asks there without this `fetch` reaches nobody.
      const origin = `http://${provider}-${handlers.size + 1}.invalid`
      handlers.set(origin, HttpEffect.toWebHandler(application))
      return origin
    })
  return {
    start: (simulator) => Effect.runPromise(Effect.scoped(Effect.provideService(simulator, Listener, listen))),
    fetch: (input, init) => {
      const request = new Request(input, init)
      const handler = handlers.get(new URL(request.url).origin)
      return handler === undefined
        ? Promise.reject(new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }))
        : handler(request)
    }
  }
}
