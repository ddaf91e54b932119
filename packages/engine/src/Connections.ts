/** Connects stored connectors: from an id to what the vendor client needs. */
import { Registry, type RegistryError } from "@crosswalk/core/Registry"
import * as Connectors from "@crosswalk/store/Connectors"
import type { StoreError } from "@crosswalk/store/StoreError"
import type { VaultError } from "@crosswalk/store/VaultError"
import { Context, Effect, Layer } from "effect"
import type { Connection, Credentials } from "./Connection.ts"

/** A stored connector and its connection. */
export interface Connected {
  readonly connector: Connectors.Connector
  readonly connection: Connection
}

/** Why a stored connector cannot be connected. */
export type ConnectionsError = Connectors.ConnectorNotFound | RegistryError | StoreError | VaultError

/** Settings as a connector keeps them: those that are texts. */
const texts = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))
  )

/** The connections of stored connectors. */
export class Connections extends Context.Service<
  Connections,
  {
    /**
     * The connection of a connector, with its credentials as they are now. What a vendor puts in place of some of them is
     * stored before it is used, beside the others.
     */
    readonly get: (connector: string) => Effect.Effect<Connected, ConnectionsError>
  }
>()("@crosswalk/engine/Connections") {
  /** Connections of the providers in the registry. A host that connects in another way provides its own layer. */
  static readonly layer: Layer.Layer<Connections, never, Connectors.Connectors | Registry> = Layer.effect(
    Connections,
    Effect.gen(function* () {
      const connectors = yield* Connectors.Connectors
      const registry = yield* Registry
      return Connections.of({
        get: Effect.fn("Connections.get")(function* (id) {
          const connector = yield* connectors.get(id)
          const provider = yield* registry.get(connector.provider)
          const save = (changed: Credentials) =>
            Effect.flatMap(connectors.credentials(id), (all) => connectors.saveCredentials(id, { ...all, ...changed }))
          return {
            connector,
            connection: {
              provider,
              credentials: yield* connectors.credentials(id),
              baseUrl: connector.baseUrl,
              settings: texts(connector.options),
              onCredentials: (changed) => Effect.orDie(save(changed))
            }
          }
        })
      })
    })
  )
}
