import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { call, key } from "./Calling.ts"
import * as Served from "./Served.ts"

const cases = [
  { dialect: "crosswalk", method: "GET", path: "/v1/models", other: "/v1/connectors/none" },
  { dialect: "kombo", method: "GET", path: "/kombo/v1/check-api-key", other: "/kombo/v1/integrations/none" },
  {
    dialect: "bindbee",
    method: "GET",
    path: "/bindbee/api/hris/v1/integrations",
    other: "/bindbee/api/hris/v1/groups"
  },
  { dialect: "unified", method: "GET", path: "/unified/unified/integration", other: "/unified/unified/connection/none" }
] as const

/** What is left of the quota, as an answer of any dialect tells it. */
const left = (headers: Headers): number | null => {
  const counted = headers.get("x-ratelimit-remaining")
  const found = counted ?? /^"key";r=(\d+);t=\d+$/.exec(headers.get("ratelimit") ?? "")?.[1]
  return found === undefined ? null : Number(found)
}

const shapes: Readonly<Record<string, (body: unknown) => void>> = {
  crosswalk: (body) => assert.deepInclude(body, { type: "urn:crosswalk:error:rate-limited", status: 429 }),
  kombo: (body) =>
    assert.deepInclude(body, {
      status: "error",
      error: {
        code: "PLATFORM.RATE_LIMIT_EXCEEDED",
        title: "Too many requests",
        message: "Try again in 20 seconds.",
        log_url: null
      }
    }),
  bindbee: (body) => assert.deepStrictEqual(body, { detail: "There were too many requests. Try again in 20 seconds." }),
  unified: (body) => assert.deepStrictEqual(body, { message: "There were too many requests. Try again in 20 seconds." })
}

layer(Served.layerWith({ requestsPerMinute: 3 }))("The quota of an API key", (it) => {
  it.effect.each(cases)("is told and kept in the words of $dialect", ({ dialect, method, other, path }) =>
    Effect.gen(function* () {
      const mine = yield* key()
      const good = yield* call(path, mine, { method })
      assert.strictEqual(good.status, 200)
      assert.strictEqual(left(good.headers), 2)
      const refused = yield* call(other, mine)
      assert.include([404, 422], refused.status)
      assert.strictEqual(left(refused.headers), 1)
      assert.strictEqual(left((yield* call(path, mine, { method })).headers), 0)

      const over = yield* call(path, mine, { method })
      assert.strictEqual(over.status, 429)
      assert.strictEqual(over.headers.get("retry-after"), "20")
      assert.strictEqual(left(over.headers), 0)
      shapes[dialect]?.(JSON.parse(over.text))

      // Another key has its own; a third of the minute brings back one request of three.
      assert.strictEqual((yield* call(path, yield* key(), { method })).status, 200)
      yield* TestClock.adjust("19 seconds")
      assert.strictEqual((yield* call(path, mine, { method })).status, 429)
      yield* TestClock.adjust("1 seconds")
      assert.strictEqual((yield* call(path, mine, { method })).status, 200)
      assert.strictEqual((yield* call(path, mine, { method })).status, 429)
    })
  )

  it.effect("is one in all dialects, and has headers of the IETF's draft", () =>
    Effect.gen(function* () {
      const mine = yield* key()
      const { headers } = yield* call("/v1/models", mine)
      assert.strictEqual(headers.get("ratelimit-policy"), '"key";q=3;w=60')
      assert.strictEqual(headers.get("ratelimit"), '"key";r=2;t=20')
      yield* call("/kombo/v1/check-api-key", mine)
      const third = yield* call("/bindbee/api/hris/v1/integrations", mine)
      assert.strictEqual(third.headers.get("x-ratelimit-limit"), "3")
      assert.strictEqual(third.headers.get("x-ratelimit-remaining"), "0")
      assert.match(third.headers.get("x-ratelimit-reset") ?? "", /^\d+$/)
      assert.strictEqual((yield* call("/unified/unified/integration", mine)).status, 429)
    })
  )

  it.effect("counts what a key may not do; keys that are not known have none", () =>
    Effect.gen(function* () {
      const reader = yield* key(["read"])
      const forbidden = yield* call("/v1/keys", reader)
      assert.strictEqual(forbidden.status, 403)
      assert.strictEqual(left(forbidden.headers), 2)
      for (const guess of ["cwk_made_up", `${reader}x`, reader.slice(0, -1)]) {
        for (let times = 0; times < 5; times++) {
          const { headers, status } = yield* call("/v1/models", guess)
          assert.strictEqual(status, 401)
          assert.strictEqual(left(headers), null)
        }
      }
      assert.strictEqual(left((yield* call("/v1/models", reader)).headers), 1)
    })
  )
})
