import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { call, key } from "./Calling.ts"
import * as Served from "./Served.ts"

const app = "https://app.example.com"
const asks = (origin: string) => ({
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "GET", "access-control-request-headers": "authorization" }
})

layer(Served.layer)("Without origins in the settings", (it) => {
  it.effect("no page may call", () =>
    Effect.gen(function* () {
      const { headers } = yield* call("/v1/models", yield* key(), { headers: { origin: app } })
      assert.isNull(headers.get("access-control-allow-origin"))
      const asked = yield* call("/v1/models", null, asks(app))
      assert.strictEqual(asked.status, 405)
      assert.isNull(asked.headers.get("access-control-allow-origin"))
    })
  )
})

layer(Served.layerWith({ corsOrigins: [app, "https://other.example.com"] }))("With origins in the settings", (it) => {
  it.effect("their pages may call, and read what limits there are", () =>
    Effect.gen(function* () {
      const asked = yield* call("/v1/models", null, asks(app))
      assert.strictEqual(asked.status, 204)
      assert.strictEqual(asked.headers.get("access-control-allow-origin"), app)
      assert.strictEqual(asked.headers.get("access-control-allow-headers"), "authorization")
      for (const path of ["/v1/models", "/v1/nothing"]) {
        const { headers } = yield* call(path, yield* key(), { headers: { origin: app } })
        assert.strictEqual(headers.get("access-control-allow-origin"), app)
        assert.include(headers.get("access-control-expose-headers"), "Retry-After")
        assert.isNull(headers.get("access-control-allow-credentials"))
      }
    })
  )

  it.effect("others may not", () =>
    Effect.gen(function* () {
      const asked = yield* call("/v1/models", null, asks("https://app.example.com.evil.example"))
      assert.isNull(asked.headers.get("access-control-allow-origin"))
    })
  )
})
