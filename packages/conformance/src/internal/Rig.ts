/** A running simulator with a connection to it, and a store of its own. */
import type { Resource } from "@crosswalk/core/Resource"
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import type { Connection, Credentials } from "@crosswalk/engine/Connection"
import * as Sync from "@crosswalk/engine/Sync"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import type { Options, Running, Simulator } from "@crosswalk/sandbox/Simulator"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Feed from "@crosswalk/store/Feed"
import * as Records from "@crosswalk/store/Records"
import * as Store from "@crosswalk/store/Store"
import { Duration, Effect, Layer, Redacted, Stream } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Subject } from "../Subject.ts"
import * as Cut from "./Cut.ts"

/** Id of the connector under test; the same in every store, so that records can be compared as texts. */
export const connector = "00000000-0000-4000-8000-000000000001"

/** Tries again at once and for long: faults are many here, and pauses prove nothing. */
export const patient: Partial<ClientOptions> = {
  tries: 15,
  rateLimit: null,
  timeout: Duration.seconds(10),
  retryBase: Duration.millis(1),
  retryMax: Duration.millis(8),
  maxRetryAfter: Duration.millis(8),
  breakerFailures: Number.MAX_SAFE_INTEGER
}

/** A simulator under test. */
export interface Rig {
  readonly running: Running
  /** With the credentials as last renewed. */
  readonly connection: () => Connection
}

/** Starts the simulator and connects to it. */
export const start = Effect.fnUntraced(function* (subject: Subject, simulator: Simulator, options: Options) {
  const running = yield* simulator.start({ seed: subject.seed, rate: "unlimited", ...options })
  let credentials: Credentials = Object.fromEntries(
    Object.entries(running.credentials).map(([name, value]) => [name, Redacted.make(value)])
  )
  const connection = (): Connection => ({
    provider: subject.provider,
    credentials,
    baseUrl: running.baseUrl,
    settings: {},
    onCredentials: (changed) => Effect.sync(() => void (credentials = { ...credentials, ...changed }))
  })
  return { running, connection } satisfies Rig
})

/** All records of a resource without a parent, as the vendor sends them, by their ids. */
export const list = Effect.fnUntraced(function* (
  rig: Rig,
  resource: Resource,
  query: Readonly<Record<string, string | ReadonlyArray<string>>> = {}
) {
  const client = yield* VendorClient.make(rig.connection(), patient)
  const found = new Map<string, unknown>()
  let vendorTime: number | null = null
  yield* Stream.runForEach(client.pages(resource, { request: null, parent: null, query }), (page) =>
    Effect.sync(() => {
      vendorTime ??= page.vendorTime
      for (const item of page.items) {
        const id = resource.id(item, null)
        if (id !== null) found.set(String(id), item)
      }
    })
  )
  return { records: found, vendorTime: Number(vendorTime) }
}, Effect.scoped)

/** A database of its own, with the connector in it and transactions that can be cut off. */
export const store = (subject: Subject, cut: Cut.Cut = Cut.never()) =>
  Layer.unwrap(
    Effect.map(
      Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-conformance-"))),
        (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
      ),
      (folder) =>
        Layer.effectDiscard(
          Effect.flatMap(Connectors.Connectors, (connectors) =>
            connectors.create({
              id: connector,
              provider: subject.provider.id,
              category: subject.provider.categories[0] ?? "ats",
              credentials: {}
            })
          )
        ).pipe(
          Layer.provideMerge(Cut.cuttable(cut)),
          Layer.provideMerge(
            Store.layerSqlite({ filename: join(folder, "test.db"), keyFile: join(folder, "test.key") })
          ),
          Layer.merge(VendorClient.layerHttp)
        )
    )
  )

/** Syncs the models in scope; all for null. */
export const sync = (rig: Rig, full: boolean, scopes: ReadonlyArray<string> | null = null) =>
  Sync.run({ connector, connection: rig.connection(), scopes, full, client: patient })

const limit = 1_000_000

const content = (text: string): Readonly<Record<string, unknown>> => {
  const { modified_at: _, ...rest } = JSON.parse(text)
  return rest
}

/** What a store holds: the content of every record by model and remote id. */
export type Contents = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

/** Everything that the store in place holds. */
export const stored = Effect.fnUntraced(function* (subject: Subject) {
  const records = yield* Records.Records
  const models: Record<string, Record<string, Readonly<Record<string, unknown>>>> = {}
  for (const name of new Set(subject.provider.mappers.map(({ model }) => model.name))) {
    const rows = yield* records.page(connector, name, { after: 0, limit })
    models[name] = Object.fromEntries(rows.map(({ remoteId, text }) => [remoteId, content(text)]))
  }
  return models satisfies Contents
})

/** All entries of the feed after a place. */
export const feed = (after: number) => Effect.flatMap(Feed.Feed, (feed) => feed.after(connector, after, limit))

/** The place of the feed's newest entry. */
export const last = Effect.flatMap(Feed.Feed, (feed) => feed.last(connector))
