import { assert, it } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import * as Store from "@crosswalk/store/Store"
import { Effect, Redacted } from "effect"
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Sync from "../src/Sync.ts"
import { connector } from "./Account.ts"
import * as List from "./ListVendor.ts"

const script = fileURLToPath(new URL("./Looping.ts", import.meta.url))

const syncing = (...args: ReadonlyArray<string>) =>
  Effect.callback<{ signal: string | null; stdout: string; stderr: string }>((resume) => {
    const child = spawn(process.execPath, [script, ...args])
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (stdout += piece))
    child.stderr.setEncoding("utf8").on("data", (piece: string) => (stderr += piece))
    child.on("close", (_, signal) => resume(Effect.succeed({ signal, stdout, stderr })))
    return Effect.sync(() => child.kill("SIGKILL"))
  })

it.live(
  "a mapping that never ends costs its run, not the process for ever, and nothing once it is mended",
  () =>
    Effect.gen(function* () {
      const vendor = List.make(40)
      const baseUrl = yield* List.serve(vendor)
      const folder = yield* Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "crosswalk-loop-"))),
        (path) => Effect.sync(() => rmSync(path, { recursive: true }))
      )
      yield* Connectors.use((connectors) =>
        connectors.create({
          id: connector,
          provider: "listing",
          category: "ats",
          credentials: { api_key: Redacted.make("listing-key") }
        })
      ).pipe(
        Effect.provide(Store.layerSqlite({ filename: join(folder, "test.db"), keyFile: join(folder, "test.key") }))
      )
      // The first time it gets on by a page; then by nothing at all.
      for (let times = 0; times <= Sync.mostEntries; times++) {
        const { signal, stderr } = yield* syncing(folder, baseUrl, "loops")
        assert.strictEqual(signal, "SIGKILL")
        assert.include(stderr, "a mapping that never ends")
      }
      const given = yield* syncing(folder, baseUrl, "loops")
      assert.deepInclude(JSON.parse(given.stdout), { status: "failed" })
      assert.include(given.stdout, "never got on")
      const mended = yield* syncing(folder, baseUrl, "mended")
      assert.deepInclude(JSON.parse(mended.stdout), { status: "succeeded" })
      assert.strictEqual(JSON.parse(mended.stdout).models.note.total, 40)
    }).pipe(Effect.scoped),
  120_000
)
