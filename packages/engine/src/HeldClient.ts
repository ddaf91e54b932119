/** A vendor client that is kept between the runs of a connector, with its rate budget, its tokens and its breaker. */
import type { ProviderError } from "@crosswalk/core/ProviderError"
import { Effect, Exit, Redacted, Scope } from "effect"
import * as HttpClient from "effect/http/HttpClient"
import { hash } from "node:crypto"
import type { ClientOptions } from "./ClientOptions.ts"
import type { Connection, Credentials } from "./Connection.ts"
import * as VendorClient from "./VendorClient.ts"

/** Keeps the client of one connector. */
export interface HeldClient {
  /** The client of a connection: that of the last time, unless the connection was changed since. */
  readonly of: (connection: Connection) => Effect.Effect<VendorClient.VendorClient, ProviderError>
}

/** Tells connections of one connector apart. A digest, since it is kept for long and credentials are secrets. */
const keyOf = (connection: Connection, credentials: Credentials): string => {
  const { baseUrl, provider, settings } = connection
  const secrets = Object.entries(credentials).map(([name, value]) => [name, Redacted.value(value)])
  const sorted = [Object.entries(settings), secrets].map((entries) => entries.sort())
  return hash("sha256", JSON.stringify([provider.id, baseUrl, sorted]))
}

interface Held {
  key: string
  readonly client: VendorClient.VendorClient
  readonly scope: Scope.Closeable
}

/** Keeps a client until the scope ends. */
export const make = Effect.fnUntraced(function* (
  options: Partial<ClientOptions>
): Effect.fn.Return<HeldClient, never, HttpClient.HttpClient | Scope.Scope> {
  const outer = yield* Effect.scope
  const http = yield* HttpClient.HttpClient
  let held: Held | null = null

  const connect = Effect.fnUntraced(function* (connection: Connection, key: string) {
    const scope = yield* Scope.fork(outer)
    let credentials = connection.credentials
    const fresh: Held = {
      key,
      scope,
      client: yield* VendorClient.make(
        {
          ...connection,
          // What the vendor gave this client is no change of the connection.
          onCredentials: (changed) =>
            Effect.tap(connection.onCredentials(changed), () =>
              Effect.sync(() => {
                credentials = { ...credentials, ...changed }
                fresh.key = keyOf(connection, credentials)
              })
            )
        },
        options
      ).pipe(
        Effect.provideService(Scope.Scope, scope),
        Effect.provideService(HttpClient.HttpClient, http),
        Effect.onError(() => Scope.close(scope, Exit.void))
      )
    }
    return fresh
  })

  return {
    of: Effect.fnUntraced(function* (connection) {
      const key = keyOf(connection, connection.credentials)
      if (held?.key === key) return held.client
      const before = held
      held = yield* connect(connection, key)
      if (before !== null) yield* Scope.close(before.scope, Exit.void)
      return held.client
    })
  }
})
