import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { call } from "./Calling.ts"
import * as Served from "./Served.ts"

interface Case {
  readonly dialect: string
  readonly below: string
  readonly known: string
  readonly tells: (body: unknown, status: number) => void
}

const cases: ReadonlyArray<Case> = [
  {
    dialect: "crosswalk",
    below: "/v1",
    known: "/v1/models",
    tells: (body, status) => assert.deepInclude(body, { status })
  },
  {
    dialect: "bindbee",
    below: "/bindbee",
    known: "/bindbee/api/hris/v1/integrations",
    tells: (body) => assert.hasAllKeys(body, ["detail"])
  },
  {
    dialect: "kombo",
    below: "/kombo/v1",
    known: "/kombo/v1/check-api-key",
    tells: (body) => assert.deepInclude(body, { status: "error" })
  },
  {
    dialect: "unified",
    below: "/unified",
    known: "/unified/unified/connection",
    tells: (body) => assert.hasAllKeys(body, ["message"])
  },
  {
    dialect: "nobody in particular",
    below: "",
    known: "/health/ready",
    tells: (body, status) => assert.deepInclude(body, { status })
  }
]

layer(Served.layer)("What meets no route", (it) => {
  it.effect.each(cases)("is refused in the words of $dialect", ({ below, known, tells }) =>
    Effect.gen(function* () {
      for (const path of [`${below}/nothing`, `${below}/nothing/?a=b`, `${below}/a/b/c/d/e/f/g`, `${below}/%E0%A4%A`]) {
        for (const method of ["GET", "POST", "DELETE"]) {
          const { status, text } = yield* call(path, null, { method })
          assert.strictEqual(status, 404, `${method} ${path}`)
          tells(JSON.parse(text), 404)
        }
      }
      for (const method of ["PUT", "PATCH", "OPTIONS"]) {
        const { headers, status, text } = yield* call(known, null, { method })
        assert.strictEqual(status, 405, method)
        assert.include((headers.get("allow") ?? "").split(", "), "GET")
        tells(JSON.parse(text), 405)
      }
      const head = yield* call(known, null, { method: "HEAD" })
      assert.include([200, 401], head.status)
      assert.strictEqual(head.text, "")
      assert.strictEqual((yield* call(`${below}/nothing`, null, { method: "HEAD" })).status, 404)
    })
  )

  it.effect("names all methods of a path", () =>
    Effect.gen(function* () {
      const { headers } = yield* call("/v1/connectors/some-id?a=b", null, { method: "POST" })
      assert.deepStrictEqual((headers.get("allow") ?? "").split(", ").toSorted(), ["DELETE", "GET", "HEAD"])
      assert.strictEqual((yield* call("/v1x", null)).status, 404)
    })
  )
})
