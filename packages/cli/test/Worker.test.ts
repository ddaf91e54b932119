import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { crosswalk, folder, jsonLines, lever } from "./Program.ts"

it.live(
  "a worker syncs what is due, and says so; a connector's schedule is set, paused and shown",
  () =>
    Effect.gen(function* () {
      const { baseUrl, credentials } = yield* lever(5)
      const at = ["--data", yield* folder]
      const add = ["connectors", "add", "lever", "--base-url", baseUrl, "--scopes", "user", "--json", ...at]
      const added = yield* crosswalk([...add, "--auth", "api_key=-"], { input: credentials["api_key"] ?? "" })
      const id = String(jsonLines(added.stdout)[0]?.["id"])

      const hours = ["--quiet", "22:00-06:00", "--zone", "Europe/Berlin"]
      const set = yield* crosswalk(["connectors", "schedule", id, "--every", "2 hours", ...hours, ...at])
      assert.match(set.stderr, /^Synced every 2 h, not begun between 22:00 and 06:00 Europe\/Berlin, next at /)
      const wrong = yield* crosswalk(["connectors", "schedule", id, "--quiet", "22:00-06:00", "--zone", "Erlin", ...at])
      assert.strictEqual(wrong.code, 1)
      assert.match(wrong.stderr, /"22:00-06:00" in Erlin are no quiet hours\. Write them as/)

      yield* crosswalk(["connectors", "pause", id, ...at])
      const shown = yield* crosswalk(["connectors", "show", id, "--json", ...at])
      const { schedule } = JSON.parse(shown.stdout)
      assert.deepInclude(schedule, {
        every_seconds: 7200,
        quiet: { from: "22:00", to: "06:00", zone: "Europe/Berlin" }
      })
      assert.isString(schedule.paused_at)
      assert.notInclude(shown.stdout, credentials["api_key"] ?? "")

      // A connector that was never scheduled is due at once; the paused one is not synced beside it.
      const other = yield* crosswalk([...add, "--auth", "api_key=-"], { input: credentials["api_key"] ?? "" })
      const due = String(jsonLines(other.stdout)[0]?.["id"])
      const worker = yield* crosswalk(["worker", ...at], {
        onError: (child, sofar) => {
          if (sofar.includes("  ended    lever ")) child.kill("SIGTERM")
        }
      })
      assert.strictEqual(worker.code, 0, worker.stderr)
      assert.match(
        worker.stderr,
        new RegExp(`  started  lever ${due}  full, run [^]*  ended    lever ${due}  succeeded`)
      )
      assert.notInclude(worker.stderr, id)

      const [run, ...more] = jsonLines((yield* crosswalk(["runs", "list", "--json", ...at])).stdout)
      assert.deepStrictEqual(more, [])
      assert.deepInclude(run, { connector: due, mode: "full", status: "succeeded", priority: 0 })
      const late = yield* crosswalk(["runs", "cancel", String(run?.["id"]), ...at])
      assert.strictEqual(late.stderr, "The sync had ended before: succeeded.\n")
      const unknown = yield* crosswalk(["runs", "cancel", "nobody", ...at])
      assert.strictEqual(unknown.code, 1)
      assert.match(unknown.stderr, /^There is no run nobody\. Look the id up with: crosswalk runs list/)
    }).pipe(Effect.scoped),
  120_000
)

// In the thread that watches the process, and nowhere else, time passes ten thousand times faster.
const impatient = `
  const { isMainThread } = require("node:worker_threads")
  const real = setInterval
  if (!isMainThread) globalThis.setInterval = (look, pause) => real(look, pause / 10_000)`

it.live.each(["worker", "serve"])(
  "%s is ended when it gives no sign of life for too long",
  (command) =>
    Effect.gen(function* () {
      const data = yield* folder
      const file = join(data, "impatient.cjs")
      yield* Effect.promise(() => writeFile(file, impatient))
      const ended = yield* crosswalk([command, ...(command === "serve" ? ["--port", "0"] : []), "--data", data], {
        env: { NODE_OPTIONS: `--require=${file}` }
      })
      assert.isNull(ended.code, ended.stderr)
      assert.match(ended.stderr, /Crosswalk stood still for 5m, .* Start it again/)
    }).pipe(Effect.scoped),
  30_000
)
