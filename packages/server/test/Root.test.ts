import { assert, describe, layer } from "@effect/vitest"
import { Effect } from "effect"
import { call, key } from "./Calling.ts"
import * as Served from "./Served.ts"

const cases = [
  {
    rootDialect: "crosswalk",
    at: "/models",
    below: "/v1/models",
    title: "Crosswalk",
    server: "/",
    lacking: "urn:crosswalk:error:not-found"
  },
  {
    rootDialect: "bindbee",
    at: "/api/hris/v1/integrations",
    below: "/bindbee/api/hris/v1/integrations",
    title: "Bindbee",
    server: "/api",
    lacking: '{"detail"'
  },
  {
    rootDialect: "kombo",
    at: "/check-api-key",
    below: "/kombo/v1/check-api-key",
    title: "Kombo",
    server: "/",
    lacking: '{"status":"error"'
  },
  {
    rootDialect: "unified",
    at: "/unified/integration",
    below: "/unified/unified/integration",
    title: "Unified",
    server: "/",
    lacking: '{"message"'
  }
] as const

for (const { at, below, lacking, rootDialect, server, title } of cases) {
  layer(Served.layerWith({ rootDialect }))(`With ${rootDialect} at /`, (it) => {
    it.effect("its routes, its document and its refusals are there, too", () =>
      Effect.gen(function* () {
        const mine = yield* key()
        const there = yield* call(at, mine)
        assert.strictEqual(there.status, 200)
        assert.strictEqual((yield* call(below, mine)).text, there.text)
        const keyless = yield* call(at)
        assert.strictEqual(keyless.status, 401)

        const document = JSON.parse((yield* call("/openapi.json")).text)
        assert.include(document.info.title, title)
        assert.deepStrictEqual(document.servers, [{ url: server }])
        const unknown = yield* call("/no/such/route/for/anybody/at/all", mine)
        assert.strictEqual(unknown.status, 404)
        assert.include(unknown.text, lacking)
        // The others stay where they are.
        assert.strictEqual((yield* call("/v1/models", mine)).status, 200)
        assert.strictEqual((yield* call("/kombo/v1/check-api-key", mine)).status, 200)
        assert.strictEqual((yield* call("/health")).status, 200)
      })
    )
  })
}

describe("With no dialect at /", () => {
  layer(Served.layer)((it) => {
    it.effect("nobody answers there", () =>
      Effect.gen(function* () {
        const mine = yield* key()
        for (const { at } of cases) assert.strictEqual((yield* call(at, mine)).status, 404)
      })
    )
  })
})
