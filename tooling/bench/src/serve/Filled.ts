/** The database that all servers answer from: a simulated account of Lever, synced, and a connector with a million records. */
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import * as Sync from "@crosswalk/engine/Sync"
import { lever as provider } from "@crosswalk/lever"
import { sandbox } from "@crosswalk/lever/Sandbox"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Connectors } from "@crosswalk/store/Connectors"
import { ConnectorTokens } from "@crosswalk/store/ConnectorTokens"
import { Effect, Record, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { randomUUID } from "node:crypto"
import * as Account from "../sync/Account.ts"

const people = 600

/** Records of the large connector. */
export const many = 1_000_000

/** What requests need to name what they ask for. */
export interface Filled {
  readonly key: string
  /** The account's connector: its id, its token, its name to clients of Kombo. */
  readonly account: { readonly id: string; readonly token: string; readonly integration: string }
  /** The token of the connector with a million candidates. */
  readonly large: string
}

const synced = Effect.fnUntraced(function* (id: string) {
  const running = yield* sandbox.start({ port: 0, seed: 11, records: people, rate: "unlimited" })
  const credentials = Record.map(running.credentials, (value) => Redacted.make(value))
  yield* Connectors.use((connectors) =>
    connectors.create({ id, provider: provider.id, category: "ats", baseUrl: running.baseUrl, credentials })
  )
  const { status } = yield* Sync.run({
    connector: id,
    connection: { provider, credentials, baseUrl: running.baseUrl, settings: {}, onCredentials: () => Effect.void },
    scopes: null,
    client: { rateLimit: null }
  })
  if (status !== "succeeded") yield* Effect.die(new Error(`The sync ended so: ${status}`))
})

/** Small records, written without a sync: what a page costs hangs on their number alone. */
const large = Effect.fnUntraced(function* (id: string) {
  yield* Connectors.use((connectors) =>
    connectors.create({ id, provider: provider.id, category: "ats", credentials: {} })
  )
  const sql = yield* SqlClient
  const at = "2026-03-01T00:00:00.000Z"
  yield* sql`
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${many}),
      named AS (SELECT n, printf('00000000-0000-8000-8000-%012d', n) AS id FROM numbers)
    INSERT INTO records (connector_id, model, id, remote_id, hash, modified_at, data)
    SELECT ${id}, 'candidate', id, n, n, ${at},
      printf('{"id":"%s","remote_id":"%d","name":"Person %d","modified_at":"${sql.literal(at)}"}', id, n, n)
    FROM named`
})

const token = (id: string) =>
  Effect.map(
    ConnectorTokens.use((tokens) => tokens.get(id)),
    Redacted.value
  )

/** Fills the database in a file. */
export const fill = (filename: string): Promise<Filled> =>
  Effect.gen(function* () {
    const account = randomUUID()
    const other = randomUUID()
    yield* synced(account)
    yield* large(other)
    const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace: "default", name: "bench" }))
    return {
      key: Redacted.value(secret),
      account: {
        id: account,
        token: yield* token(account),
        integration: IntegrationId.write(provider.id, account)
      },
      large: yield* token(other)
    }
  }).pipe(Effect.scoped, Effect.provide(Account.layer(filename)), Effect.runPromise)
