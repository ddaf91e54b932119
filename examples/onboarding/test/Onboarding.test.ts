import { assert, layer } from "@effect/vitest"
import { createClient } from "@crosswalk/client/CreateClient"
import { Effect } from "effect"
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import type { Entry } from "../src/Plan.ts"
import * as Served from "./Served.ts"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

const folder = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "crosswalk-onboarding-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true, force: true }))
)

layer(Served.layer, { timeout: 60_000, excludeTestServices: true })("Onboarding", (it) => {
  it.effect("plans once for each new hire, whatever else changes", () =>
    Effect.gen(function* () {
      const { control, demo, id, sync } = yield* Served.account
      const data = yield* folder
      yield* Effect.promise(() => writeFile(join(data, "demo.json"), JSON.stringify(demo)))

      /** Runs the script, and tells its last line and the board. */
      const run = (since: string) =>
        Effect.promise(async () => {
          const { stdout } = await promisify(execFile)(process.execPath, [main, "--data", data, "--since", since])
          const board = await readFile(join(data, "onboarding/board.ndjson"), "utf8")
          const entries = board
            .split("\n")
            .flatMap((line): ReadonlyArray<Entry> => (line === "" ? [] : [JSON.parse(line)]))
          return { said: stdout, entries }
        })

      const early = yield* run("2026-09-01")
      assert.include(early.said, `The first sync of ${id} has not ended.`)
      assert.deepStrictEqual(early.entries, [])

      yield* sync
      const { hris } = createClient(demo)
      const days: Array<string> = []
      const connector = yield* Effect.promise(() => createClient(demo).connectors.get(id))
      yield* Effect.promise(async () => {
        for await (const { employment_status, hired_on } of hris.employees.list({ connector })) {
          if (hired_on !== null && employment_status?.value !== "INACTIVE") days.push(hired_on)
        }
      })
      // The three who came last count as new.
      const since = days.toSorted().at(-3) ?? ""
      const expected = days.filter((day) => day >= since).length
      const first = yield* run(since)
      assert.include(first.said, `${expected} new hires;`)
      assert.strictEqual(new Set(first.entries.map(({ key }) => key.split(" ")[0])).size, expected)

      const again = yield* run(since)
      assert.match(again.said, /^0 new hires;/)
      assert.deepStrictEqual(again.entries, first.entries)

      yield* control.create({ kind: "employee", fields: { firstName: "Ada", lastName: "Example" } })
      yield* control.churn({ count: 10 })
      yield* sync
      const later = yield* run(since)
      const ofAda = later.entries.filter(({ assignee, title }) => `${assignee} ${title}`.includes("Ada Example"))
      assert.includeMembers(
        ofAda.map(({ title }) => title),
        ["Prepare a workplace for Ada Example", "Welcome", "Security basics"]
      )
      assert.match(later.said, /^Ada Example \(.+\) starts on \d{4}-\d\d-\d\d; \d entries; led by /m)
      assert.strictEqual(new Set(later.entries.map(({ key }) => key)).size, later.entries.length)
      assert.deepStrictEqual((yield* run(since)).entries, later.entries)
    })
  )
})
