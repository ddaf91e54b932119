/** Connectors of simulated accounts, synced: what a team finds that has connected its customers. */
import { members } from "@crosswalk/providers"
import * as Sync from "@crosswalk/engine/Sync"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import type { Connector } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import { Effect, Record, Redacted, type Scope } from "effect"
import { randomUUID } from "node:crypto"

/** A connector with what a client needs to name it. */
export interface Account {
  readonly connector: Connector
  readonly token: string
}

/** What stands between the engine and a vendor: answers the address at which to call it instead. */
export type Between = (baseUrl: string) => Effect.Effect<string, never, Scope.Scope>

/** A simulated account of a provider, synced. */
const account = Effect.fnUntraced(function* (
  member: (typeof members)[number],
  workspace: string,
  records: number,
  between: Between
) {
  const { provider, simulator } = member
  if (simulator === null) return []
  const running = yield* simulator.start({ port: 0, seed: 11, records, rate: "unlimited" })
  const baseUrl = yield* between(running.baseUrl)
  const names = new Set(provider.auth[0]?.fields.map(({ name }) => name))
  const credentials = Record.map(
    Record.filter(running.credentials, (_, name) => names.has(name)),
    (value) => Redacted.make(value)
  )
  const connector = yield* Connectors.use((connectors) =>
    connectors.create({
      id: randomUUID(),
      workspace,
      provider: provider.id,
      category: provider.categories[0] ?? "",
      customer: "Example",
      baseUrl,
      credentials
    })
  )
  yield* Sync.run({
    connector: connector.id,
    connection: {
      provider,
      credentials,
      baseUrl,
      settings: {},
      onCredentials: () => Effect.void
    },
    scopes: null,
    client: { rateLimit: null }
  }).pipe(Effect.provide(VendorClient.layerHttp))
  const token = yield* ConnectorTokens.use((tokens) => tokens.get(connector.id))
  return [{ connector, token: Redacted.value(token) }]
})

/** A workspace with an account of every provider that can be simulated, and an API key. */
export const workspace = Effect.fnUntraced(function* (records: number, between: Between = Effect.succeed) {
  const name = randomUUID()
  const accounts = yield* Effect.forEach(members, (member) => account(member, name, records, between))
  const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace: name, name: "test" }))
  return { name, accounts: accounts.flat(), key: Redacted.value(secret) }
})
