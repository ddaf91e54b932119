/** A store in a file, with a connector that is synced from the vendor at an address. */
import type * as Provider from "@crosswalk/core/Provider"
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import type { RunProgress } from "@crosswalk/engine/RunProgress"
import * as Sync from "@crosswalk/engine/Sync"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Connectors } from "@crosswalk/store/Connectors"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, Redacted } from "effect"
import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** The key that seals the credentials of all that is measured. */
export const key = "07".repeat(32)

/** The vault with that key. */
export const vault = Vault.layerKeys([Redacted.make(key)])

/** The store in a file, with what a sync needs beside it. */
export const layer = (filename: string) =>
  Store.layer.pipe(
    Layer.provideMerge(SqliteClient.layer({ filename })),
    Layer.provideMerge(vault),
    Layer.merge(VendorClient.layerHttp)
  )

/** Makes a connector with a token and syncs it to its end; its id, and how the sync ended. */
export const sync = Effect.fnUntraced(function* (
  provider: Provider.Provider,
  baseUrl: string,
  token: string,
  client: Partial<ClientOptions>,
  onProgress?: (progress: RunProgress) => Effect.Effect<void>
) {
  const connector = randomUUID()
  const credentials = { token: Redacted.make(token) }
  yield* Connectors.use((connectors) =>
    connectors.create({ id: connector, provider: provider.id, category: "ats", credentials })
  )
  const summary = yield* Sync.run({
    connector,
    connection: { provider, credentials, baseUrl, settings: {}, onCredentials: () => Effect.void },
    scopes: null,
    client,
    ...(onProgress === undefined ? {} : { onProgress })
  })
  if (summary.status !== "succeeded") yield* Effect.die(new Error(`The sync ended so: ${JSON.stringify(summary)}`))
  return { connector, summary }
})

/** Does something with a folder of its own, which is gone afterwards. */
export const inFolder = async <A>(use: (path: (name: string) => string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "crosswalk-bench-"))
  const used = await use((name) => join(folder, name))
  rmSync(folder, { recursive: true })
  return used
}
