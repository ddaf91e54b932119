import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { call } from "./Calling.ts"
import * as Served from "./Served.ts"

const cases = [
  { document: "/openapi.json", page: "/docs", server: "/v1" },
  { document: "/crosswalk/openapi.json", page: "/docs/crosswalk", server: "/v1" },
  { document: "/bindbee/openapi.json", page: "/docs/bindbee", server: "/bindbee/api" },
  { document: "/kombo/openapi.json", page: "/docs/kombo", server: "/kombo/v1" },
  { document: "/unified/openapi.json", page: "/docs/unified", server: "/unified" }
]

layer(Served.layer, { timeout: 60_000 })("Documents", (it) => {
  it.effect.each(cases)("at $document are JSON, sent once and compressed", ({ document, server }) =>
    Effect.gen(function* () {
      const first = yield* call(document)
      assert.strictEqual(first.status, 200)
      assert.strictEqual(first.headers.get("content-encoding"), "gzip")
      assert.deepStrictEqual(JSON.parse(first.text).servers, [{ url: server }])
      const plain = yield* call(document, null, { headers: { "accept-encoding": "identity" } })
      assert.isNull(plain.headers.get("content-encoding"))
      assert.strictEqual(plain.text, first.text)
      const tag = first.headers.get("etag") ?? ""
      const again = yield* call(document, null, { headers: { "if-none-match": tag } })
      assert.strictEqual(again.status, 304)
      assert.strictEqual(again.text, "")
      assert.strictEqual((yield* call(document, null, { headers: { "if-none-match": '"other"' } })).status, 200)
      assert.strictEqual((yield* call(document, null, { method: "POST" })).status, 405)
    })
  )

  it.effect.each(cases)("are shown at $page, with nothing from elsewhere", ({ document, page }) =>
    Effect.gen(function* () {
      const { headers, status, text } = yield* call(page)
      assert.strictEqual(status, 200)
      assert.strictEqual(headers.get("content-type"), "text/html; charset=utf-8")
      assert.include(headers.get("content-security-policy"), "default-src 'none'")
      assert.isNotNull(headers.get("etag"))
      const { info, paths } = JSON.parse((yield* call(document)).text)
      // Not by `include`, which would tell all of the page.
      const has = (part: string) => assert.isTrue(text.includes(part), part)
      has('"telemetry":false')
      has(`<title>${info.title}</title>`)
      for (const path of Object.keys(paths)) has(path)
      for (const { page: other } of cases.slice(2)) if (other !== page) has(`](${other})`)
      assert.notMatch(text.slice(0, text.indexOf("<script>")), /https?:/)
    })
  )
})
