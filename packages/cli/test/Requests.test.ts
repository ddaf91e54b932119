import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { crosswalk, folder } from "./Program.ts"

it.live(
  "what was asked of a server that then stops is in the log",
  () =>
    Effect.gen(function* () {
      const data = yield* folder
      const at = ["--data", data]
      const key = (yield* crosswalk(["keys", "create", ...at])).stdout.trim()
      let asked: Promise<number> | null = null
      const stopped = yield* crosswalk(["serve", "--port", "0", ...at], {
        onError: (child, text) => {
          const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
          if (address === undefined || asked !== null) return
          asked = fetch(`${address}/v1/models?Robin=1`, { headers: { authorization: `Bearer ${key}` } }).then(
            async (response) => {
              await response.text()
              child.kill("SIGTERM")
              return response.status
            }
          )
        }
      })
      assert.isNotNull(asked, stopped.stderr)
      const [told, table, none] = yield* Effect.all(
        [
          crosswalk(["requests", ...at, "--json"]),
          crosswalk(["requests", ...at]),
          crosswalk(["requests", ...at, "--workspace", "other", "--json"])
        ],
        { concurrency: 2 }
      )
      const [entry, ...others] = JSON.parse(told.stdout)
      assert.deepInclude(entry, { method: "GET", route: "/v1/models", query: "?=***", workspace: "default" })
      assert.isEmpty(others)
      assert.include(table.stdout, "GET /v1/models")
      assert.deepStrictEqual(JSON.parse(none.stdout), [])
    }),
  60_000
)
