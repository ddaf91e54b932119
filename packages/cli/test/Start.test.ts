import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { crosswalk, folder } from "./Program.ts"

const scopes = [
  "application",
  "attachment",
  "candidate",
  "department",
  "eeoc",
  "job",
  "job_interview_stage",
  "offer",
  "office",
  "reject_reason",
  "user",
  "scheduled_interview",
  "scorecard",
  "screening_question",
  "tag"
]

it.live(
  "syncs the demo once, with records of every scope, and changes nothing the second time",
  () =>
    Effect.gen(function* () {
      const data = yield* folder
      const first = yield* crosswalk(["start", "--once", "--data", data])
      assert.strictEqual(first.code, 0, first.stderr)
      assert.strictEqual(first.stdout.trim().split("\n").length, 1)
      const ofLever = (one: { readonly provider: string }) => one.provider === "lever"
      const connector = JSON.parse(first.stdout).connectors.find(ofLever)
      assert.deepInclude(connector, { category: "ats", status: "succeeded" })
      for (const scope of scopes) assert.isAbove(connector.models[scope], 0, scope)

      const demo = JSON.parse(yield* Effect.promise(() => readFile(join(data, "demo.json"), "utf8")))
      assert.match(demo.apiKey, /^cwk_\w+$/)
      const described = demo.connectors.find(ofLever)
      assert.deepInclude(described, { id: connector.id, category: "ats", unifiedConnectionId: connector.id })
      assert.match(described.token, /^cwc_\w+$/)
      assert.match(described.komboIntegrationId, /^lever:\w{24}$/)

      const changes = ["changes", "--connector", connector.id, "--data", data]
      const before = yield* crosswalk(changes)
      const second = yield* crosswalk(["start", "--once", "--data", data])
      assert.strictEqual(second.stdout, first.stdout)
      assert.strictEqual((yield* crosswalk(changes)).stdout, before.stdout)
    }),
  120_000
)

it.live(
  "shows changes as they come, until it is stopped",
  () =>
    Effect.gen(function* () {
      const data = yield* folder
      const { code, stdout } = yield* crosswalk(["start", "--data", data], {
        onOutput: (child, sofar) => {
          if (/\n\d\d:\d\d:\d\d {2}lever {2}/.test(sofar)) child.kill("SIGINT")
        }
      })
      assert.strictEqual(code, 0)
      assert.match(stdout, /crosswalk explain candidate [0-9a-f-]{36}/)
    }),
  120_000
)
