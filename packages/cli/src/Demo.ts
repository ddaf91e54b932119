/**
 * The demo: a simulator for every provider, each with a connector that stays the same in one data folder.
 */
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import * as Id from "@crosswalk/core/Id"
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import { Connections } from "@crosswalk/engine/Connections"
import * as ApiKeys from "@crosswalk/store/ApiKeys"
import * as Connectors from "@crosswalk/store/Connectors"
import * as ConnectorTokens from "@crosswalk/store/ConnectorTokens"
import { Effect, FileSystem, Layer, Option, Record, Redacted } from "effect"
import { join } from "node:path"
import * as DataFolder from "./DataFolder.ts"
import type { Sandbox, Simulated } from "./Providers.ts"

/** One simulated account and its connector. */
export interface Account {
  readonly member: Simulated
  readonly sandbox: Sandbox
  readonly connector: Connectors.Connector
}

/** Simulated vendors are asked without a rate limit: a first sync then takes a second or two, not a minute. */
export const client: Partial<ClientOptions> = { rateLimit: null }

const customer = "Demo"
const seed = 7
const opportunities = 120

/** The same in every data folder: a connector's id is part of its records' ids, which so stay the same too. */
const idOf = (member: Simulated): string => Id.make("crosswalk-demo", "connector", member.provider.id)

const portOf = (baseUrl: string | null): number => {
  const port = baseUrl !== null && URL.canParse(baseUrl) ? Number(new URL(baseUrl).port) : 0
  return Number.isInteger(port) ? port : 0
}

/** Starts a member's simulator where it was the last time, as far as that port is free, and connects it. */
export const account = Effect.fnUntraced(function* (member: Simulated) {
  const connectors = yield* Connectors.Connectors
  const id = idOf(member)
  const known = yield* connectors.get(id).pipe(
    Effect.asSome,
    Effect.catchTag("ConnectorNotFound", () => Effect.succeedNone)
  )
  const start = (port: number) => member.sandbox({ port, seed, records: opportunities, rate: "unlimited" })
  const before = portOf(Option.getOrNull(Option.map(known, ({ baseUrl }) => baseUrl)))
  const sandbox = yield* Effect.catchTag(start(before), "CannotListen", (error) =>
    before === 0 ? Effect.fail(error) : start(0)
  )
  const credentials = credentialsOf(member, sandbox)
  if (Option.isSome(known)) {
    // A simulator that starts anew knows nothing of tokens that it gave out the last time.
    yield* connectors.saveCredentials(id, credentials)
    return { member, sandbox, connector: known.value } satisfies Account
  }
  const connector = yield* connectors.create({
    id,
    provider: member.provider.id,
    category: member.provider.categories[0] ?? "",
    customer,
    baseUrl: sandbox.baseUrl,
    credentials
  })
  return { member, sandbox, connector } satisfies Account
})

/** The simulator's credentials for the first of the provider's auth methods. */
const credentialsOf = ({ provider }: Simulated, { credentials }: Sandbox): Connectors.Credentials => {
  const names = new Set(provider.auth[0]?.fields.map(({ name }) => name))
  return Record.map(
    Record.filter(credentials, (_, name) => names.has(name)),
    (value) => Redacted.make(value)
  )
}

/** Connections of the accounts, wherever their simulators listen this time. */
export const connections = (accounts: ReadonlyArray<Account>) =>
  Layer.effect(
    Connections,
    Effect.map(Connections, ({ get }) =>
      Connections.of({
        get: (id) =>
          Effect.map(get(id), ({ connection, connector }) => {
            const account = accounts.find(({ connector }) => connector.id === id)
            const baseUrl = account?.sandbox.baseUrl ?? connection.baseUrl
            return { connector, connection: { ...connection, baseUrl } }
          })
      })
    )
  )

/** The connection of an account: its connector's, wherever the simulator listens this time. */
export const connection = ({ connector, sandbox }: Account) =>
  Effect.map(
    Connections.use((connections) => connections.get(connector.id)),
    ({ connection }) => ({ ...connection, baseUrl: sandbox.baseUrl })
  )

const keyName = "demo"

/** A new API key for the demo; those of earlier starts end. */
const apiKey = Effect.gen(function* () {
  const keys = yield* ApiKeys.ApiKeys
  const workspace = "default"
  for (const { id, name, revokedAt } of yield* keys.list(workspace)) {
    if (name === keyName && revokedAt === null) yield* keys.revoke(workspace, id)
  }
  return (yield* keys.create({ workspace, name: keyName })).secret
})

/** Writes what other programs need to know of the demo into its data folder, whole or not at all. */
export const describe = Effect.fnUntraced(function* (
  data: Option.Option<string>,
  baseUrl: string,
  accounts: ReadonlyArray<Account>
) {
  const files = yield* FileSystem.FileSystem
  const folder = yield* DataFolder.path(data)
  const tokens = yield* ConnectorTokens.ConnectorTokens
  const content = {
    baseUrl,
    apiKey: Redacted.value(yield* apiKey),
    connectors: yield* Effect.forEach(accounts, ({ connector: { category, id, provider } }) =>
      Effect.map(tokens.get(id), (token) => ({
        id,
        provider,
        category,
        token: Redacted.value(token),
        komboIntegrationId: IntegrationId.write(provider, id),
        unifiedConnectionId: id
      }))
    )
  }
  const draft = join(folder, "demo.json.new")
  yield* files.writeFileString(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  yield* files.rename(draft, join(folder, "demo.json"))
})
