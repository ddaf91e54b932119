import { assert, describe, layer } from "@effect/vitest"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { Kombo } from "@kombo-api/sdk"
import { UnifiedTo } from "@unified-api/typescript-sdk"
import { Effect } from "effect"
import * as Account from "./Account.ts"
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

layer(Served.layerWith({ rootDialect: "kombo" }), { timeout: 60_000 })("Kombo's own client", (it) => {
  it.effect("needs the address of the server alone", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(3)
      const connector = accounts.find(({ connector }) => connector.category === "ats")?.connector
      if (connector === undefined) return assert.fail("no account")
      const kombo = new Kombo({
        server_url: yield* Served.baseUrl,
        api_key: key,
        integration_id: IntegrationId.write(connector.provider, connector.id)
      })
      const ids = yield* Effect.promise(async () => {
        const found: Array<string> = []
        for await (const { result } of await kombo.ats.getCandidates({ page_size: 1 })) {
          found.push(...result.data.results.map(({ id }) => id))
        }
        return found
      })
      assert.isAbove(ids.length, 1)
      assert.lengthOf(new Set(ids), ids.length)
    })
  )
})

layer(Served.layerWith({ rootDialect: "unified" }), { timeout: 60_000 })("Unified's own client", (it) => {
  it.effect("needs the address of the server alone", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(3)
      const client = new UnifiedTo({ serverURL: yield* Served.baseUrl, security: { jwt: key } })
      const connections = yield* Effect.promise(() => client.unified.listUnifiedConnections({}))
      assert.lengthOf(connections, accounts.length)
    })
  )
})

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
