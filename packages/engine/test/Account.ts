/** One connector of the tiny vendor, on a database of its own, and what must be true of it. */
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import { Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import * as Store from "@crosswalk/store/Store"
import { assert } from "@effect/vitest"
import { Duration, Effect, Layer, Redacted } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Sync from "../src/Sync.ts"
import * as VendorClient from "../src/VendorClient.ts"
import { cuttable, type Cut } from "./Cut.ts"
import * as Tiny from "./TinyVendor.ts"

/** The one connector of a test. */
export const connector = "00000000-0000-4000-8000-000000000001"

/** Field that tells a record of each model from what the vendor has. */
export const telling = (model: string, record: Record<string, unknown>): unknown =>
  model === "note" ? `${record["title"]}: ${record["body"]}` : record["name"]

/** The live records of a model: its telling field by remote id. */
export const stored = Effect.fnUntraced(function* (model: string) {
  const rows = yield* (yield* Records).page(connector, model, { after: 0, limit: 10_000 })
  return Object.fromEntries(
    rows.map(({ remoteId, text }) => [RemoteKey.toRemoteId(remoteId), telling(model, JSON.parse(text))])
  )
})

/** The live records as the feed tells them; fails when the feed tells of a change that cannot have been. */
const told = Effect.gen(function* () {
  const entries = yield* (yield* Feed).after(connector, 0, 100_000)
  const alive = new Set<string>()
  let last = 0
  for (const { model, operation, remoteId, seq } of entries) {
    const name = `${model} ${RemoteKey.toRemoteId(remoteId)}`
    assert.isAbove(seq, last)
    last = seq
    assert.strictEqual(alive.has(name), operation !== "insert", `${operation} of ${name}`)
    if (operation === "delete") alive.delete(name)
    else alive.add(name)
  }
  return alive
})

/** That the store holds what the source has, and that the feed tells the same. */
export const assertConverged = Effect.fnUntraced(function* (
  data: Tiny.Data,
  expected: ReturnType<typeof Tiny.expected> = Tiny.expected(data)
) {
  for (const [model, records] of Object.entries(expected)) {
    assert.deepStrictEqual(yield* stored(model), records, model)
  }
  const names = Object.entries(expected).flatMap(([model, records]) =>
    Object.keys(records).map((id) => `${model} ${id}`)
  )
  assert.deepStrictEqual([...(yield* told)].sort(), names.sort())
})

/** A database that is not lost hold of. */
export const never: Cut = { at: Number.POSITIVE_INFINITY, when: "before", count: 0 }

/** Everything a test needs, on a database of its own. */
export const environment = (cut: Cut = never) =>
  Layer.unwrap(
    Effect.map(
      Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-sync-"))),
        (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
      ),
      (folder) =>
        cuttable(cut).pipe(
          Layer.provideMerge(
            Store.layerSqlite({ filename: join(folder, "test.db"), keyFile: join(folder, "test.key") })
          ),
          Layer.merge(VendorClient.layerHttp)
        )
    )
  )

/** Serves the data, makes the connector, and answers its sync. */
export const open = Effect.fnUntraced(function* (data: Tiny.Data) {
  const baseUrl = yield* Tiny.serve(data)
  const connectors = yield* Connectors
  yield* connectors.create({
    id: connector,
    provider: "tiny",
    category: "ats",
    credentials: { api_key: Redacted.make("tiny-key") }
  })
  return (full: boolean, fullEvery: Duration.Duration = Duration.days(1)) =>
    Sync.run({ connector, connection: Tiny.connection(baseUrl), scopes: null, full, fullEvery })
})

/** The id of a stored record. */
export const idOf = Effect.fnUntraced(function* (model: string, remoteId: string) {
  const ids = yield* Records.use((records) => records.idsByRemote(connector, model, [remoteId]))
  return ids.get(remoteId) ?? ""
})
