import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { copyFile, mkdir } from "node:fs/promises"
import { join } from "node:path"
import { crosswalk, folder, lever } from "./Program.ts"

it.live(
  "a copy that is made during a sync is whole, and goes on from where it was made",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* lever(60)
      const data = yield* folder
      const elsewhere = join(yield* folder, "restored")
      const at = ["--data", data]
      const add = ["connectors", "add", "lever", ...at, "--base-url", baseUrl, "--auth", "api_key=-", "--json"]
      const added = yield* crosswalk(add, { input: credentials["api_key"] ?? "" })
      const { id } = JSON.parse(added.stdout)

      yield* Effect.promise(() => mkdir(elsewhere))
      const database = join(elsewhere, "crosswalk.db")
      // Somebody makes a copy while the vendor's records come in.
      const [synced, copied] = yield* Effect.all(
        [crosswalk(["sync", id, ...at]), crosswalk(["backup", database, ...at])],
        { concurrency: 2 }
      )
      assert.strictEqual(synced.code, 0, synced.stderr)
      assert.strictEqual(copied.code, 0, copied.stderr)
      const made = yield* crosswalk(["backup", database, ...at])
      assert.strictEqual(made.code, 0, made.stderr)

      yield* Effect.promise(() => copyFile(join(data, "encryption.key"), join(elsewhere, "encryption.key")))
      const there = ["--data", elsewhere]
      const records = (where: ReadonlyArray<string>) =>
        Effect.map(crosswalk(["records", "candidate", "--connector", id, ...where]), ({ stdout }) => stdout)
      assert.strictEqual(yield* records(there), yield* records(at))
      const before = yield* crosswalk(["changes", "--connector", id, ...there])
      const again = yield* crosswalk(["sync", id, "--full", ...there])
      assert.strictEqual(again.code, 0, again.stderr)
      assert.strictEqual((yield* crosswalk(["changes", "--connector", id, ...there])).stdout, before.stdout)
    }),
  120_000
)
