import { assert, layer } from "@effect/vitest"
import { Runs } from "@crosswalk/store/Runs"
import { Effect } from "effect"
import * as Account from "./Account.ts"
import { call } from "./Calling.ts"
import * as Served from "./Served.ts"

layer(Served.layer)("Without the setting", (it) => {
  it.effect("there are no metrics", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* call("/metrics")).status, 404)
    })
  )
})

layer(Served.layerWith({ hasMetrics: true }), { timeout: 120_000 })("Metrics", (it) => {
  it.effect("count requests by dialect, pattern and status, and tell nobody's name", () =>
    Effect.gen(function* () {
      const { accounts, key, name } = yield* Account.workspace(3)
      const account = accounts.find(({ connector }) => connector.category === "ats")
      if (account === undefined) return assert.fail("no account")
      const headers = { "x-connector-token": account.token }
      for (let times = 0; times < 3; times++) yield* call("/v1/ats/candidates?page_size=2", key, { headers })
      yield* call("/v1/ats/candidates/no-such-id", key, { headers })
      yield* call("/kombo/v1/check-api-key", "wrong")
      yield* call("/kombo/nothing/of/mine")
      const { headers: told, status, text } = yield* call("/metrics")
      assert.strictEqual(status, 200)
      assert.match(told.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/)
      const count = (dialect: string, method: string, route: string, status: number) =>
        text
          .split("\n")
          .find((line) =>
            [
              "crosswalk_http_request_duration_seconds_count{",
              `dialect="${dialect}"`,
              `method="${method}"`,
              `route="${route}"`,
              `status="${status}"`
            ].every((part) => line.includes(part))
          )
          ?.split(" ")
          .at(-1)
      assert.strictEqual(count("crosswalk", "GET", "/v1/ats/candidates", 200), "3", text)
      assert.strictEqual(count("crosswalk", "GET", "/v1/ats/candidates/:id", 404), "1", text)
      assert.strictEqual(count("kombo", "GET", "/kombo/v1/check-api-key", 401), "1", text)
      assert.strictEqual(count("kombo", "*", "*", 404), "1", text)
      assert.match(text, /^# TYPE crosswalk_http_request_duration_seconds histogram$/m)
      for (const secret of [name, key, account.token, account.connector.id, "no-such-id", "of/mine"]) {
        assert.notInclude(text, secret)
      }
    })
  )

  it.effect("tell how many syncs run", () =>
    Effect.gen(function* () {
      const { accounts } = yield* Account.workspace(1)
      const connector = accounts[0]?.connector
      if (connector === undefined) return assert.fail("no account")
      const { id, provider } = connector
      const running = Effect.map(call("/metrics"), ({ text }) => /^crosswalk_syncs_running\{(.*)$/m.exec(text)?.[1])
      assert.isUndefined(yield* running)
      yield* Runs.use((runs) => runs.start({ id: "run", connectorId: id, mode: "full" }))
      assert.strictEqual(yield* running, `provider="${provider}"} 1`)
      yield* Runs.use((runs) => runs.finish("run", "succeeded", "{}"))
      assert.isUndefined(yield* running)
    })
  )
})
