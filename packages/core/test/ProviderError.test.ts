import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Schema } from "effect"
import * as ProviderError from "@crosswalk/core/ProviderError"

const seconds = Duration.seconds(30)
const detail = "no such key"

/** Every reason there is, with what it asks for and says. */
const reasons: Readonly<
  Record<
    ProviderError.Reason["_tag"],
    ReadonlyArray<{
      readonly reason: ProviderError.Reason
      readonly retry: boolean
      readonly remedy: ProviderError.Remedy
      readonly after?: Duration.Duration
      readonly says: string
    }>
  >
> = {
  Unreachable: [
    {
      reason: new ProviderError.Unreachable({ detail: "refused" }),
      retry: true,
      remedy: "wait",
      says: "no answer (refused); check the address and the network"
    }
  ],
  RateLimited: [
    {
      reason: new ProviderError.RateLimited({ retryAfter: seconds }),
      retry: true,
      remedy: "wait",
      after: seconds,
      says: "the vendor's rate limit is reached; it asks to wait 30s"
    },
    {
      reason: new ProviderError.RateLimited({ retryAfter: null }),
      retry: true,
      remedy: "wait",
      says: "the vendor's rate limit is reached"
    }
  ],
  Unauthenticated: [
    {
      reason: new ProviderError.Unauthenticated({ detail }),
      retry: false,
      remedy: "reconnect",
      says: "the vendor refuses the credentials (no such key); connect again with valid ones"
    }
  ],
  Forbidden: [
    {
      reason: new ProviderError.Forbidden({ detail, permission: "offers:read" }),
      retry: false,
      remedy: "grant",
      says: 'the credentials lack the right "offers:read" (no such key); grant it at the vendor or leave the model out of scope'
    },
    {
      reason: new ProviderError.Forbidden({ detail, permission: null }),
      retry: false,
      remedy: "grant",
      says: "the credentials lack the right (no such key); grant it at the vendor or leave the model out of scope"
    }
  ],
  NotFound: [
    { reason: new ProviderError.NotFound({ detail }), retry: false, remedy: "none", says: "not found (no such key)" }
  ],
  Rejected: [
    {
      reason: new ProviderError.Rejected({ status: 422, code: "E7", detail }),
      retry: false,
      remedy: "report",
      says: "the vendor rejects the request with 422 E7 (no such key)"
    },
    {
      reason: new ProviderError.Rejected({ status: 400, code: null, detail }),
      retry: false,
      remedy: "report",
      says: "the vendor rejects the request with 400 (no such key)"
    }
  ],
  CursorExpired: [
    {
      reason: new ProviderError.CursorExpired({ detail }),
      retry: false,
      remedy: "none",
      says: "the vendor no longer knows this page (no such key); the list is read from its start"
    }
  ],
  VendorFailure: [
    {
      reason: new ProviderError.VendorFailure({ status: 503, retryAfter: seconds, detail: "maintenance" }),
      retry: true,
      remedy: "wait",
      after: seconds,
      says: "the vendor failed with 503 (maintenance)"
    }
  ],
  UnexpectedShape: [
    {
      reason: new ProviderError.UnexpectedShape({ detail: "cut off", transient: true }),
      retry: true,
      remedy: "wait",
      says: "the answer is not what the vendor documents: cut off"
    },
    {
      reason: new ProviderError.UnexpectedShape({ detail: "no list", transient: false }),
      retry: false,
      remedy: "report",
      says: "the answer is not what the vendor documents: no list"
    }
  ],
  TooLarge: [
    {
      reason: new ProviderError.TooLarge({ limit: 1000 }),
      retry: false,
      remedy: "report",
      says: "the answer is larger than 1000 bytes"
    }
  ],
  Refused: [
    {
      reason: new ProviderError.Refused({ detail: "the address leads elsewhere" }),
      retry: false,
      remedy: "reconnect",
      says: "the address leads elsewhere"
    }
  ]
}

const failed = (reason: ProviderError.Reason) =>
  new ProviderError.ProviderError({ provider: "lever", operation: "offers.list", reason })

const all = Object.values(reasons).flat()

describe("ProviderError", () => {
  it.each(all)("$reason._tag: $says", ({ reason, retry, remedy, after, says }) => {
    const error = failed(reason)
    assert.strictEqual(error.isRetryable, retry)
    assert.strictEqual(error.remedy, remedy)
    assert.deepStrictEqual(error.retryAfter, after ?? null)
    assert.strictEqual(error.message, `lever offers.list: ${says}`)
    assert.strictEqual(reason.message, says)
  })

  it("asks to wait only for what passes", () => {
    for (const { retry, remedy } of all) assert.strictEqual(retry, remedy === "wait")
  })

  it.effect("is the same after it was stored or sent", () =>
    Effect.gen(function* () {
      const codec = Schema.toCodecJson(ProviderError.ProviderError)
      for (const { reason } of all) {
        const error = failed(reason)
        const sent: unknown = JSON.parse(JSON.stringify(yield* Schema.encodeEffect(codec)(error)))
        assert.deepStrictEqual(Object.keys(Object(sent)).toSorted(), ["_tag", "operation", "provider", "reason"])
        const received = yield* Schema.decodeUnknownEffect(codec)(sent)
        assert.strictEqual(received.message, error.message)
        assert.strictEqual(received.isRetryable, error.isRetryable)
        assert.deepStrictEqual(received.retryAfter, error.retryAfter)
      }
    })
  )

  it.effect("is caught by its reason", () =>
    Effect.gen(function* () {
      const outcome = yield* Effect.fail(failed(new ProviderError.NotFound({ detail }))).pipe(
        Effect.catchReason("ProviderError", "NotFound", (reason) => Effect.succeed(reason.detail))
      )
      assert.strictEqual(outcome, detail)
    })
  )
})

describe("fromStatus", () => {
  const known: Readonly<Record<number, ProviderError.Reason["_tag"]>> = {
    401: "Unauthenticated",
    403: "Forbidden",
    404: "NotFound",
    408: "VendorFailure",
    410: "NotFound",
    429: "RateLimited"
  }
  const failure = { retryAfter: seconds, code: "E7", detail, permission: "offers:read" }

  it("has a reason for every status", () => {
    for (let status = 400; status < 600; status++) {
      const expected = known[status] ?? (status >= 500 ? "VendorFailure" : "Rejected")
      assert.strictEqual(ProviderError.fromStatus({ ...failure, status })._tag, expected, String(status))
    }
    for (const status of [100, 204, 302, 399]) {
      assert.strictEqual(ProviderError.fromStatus({ ...failure, status })._tag, "Rejected", String(status))
    }
  })

  it("keeps what is known of the failure", () => {
    const reason = (status: number) => failed(ProviderError.fromStatus({ ...failure, status }))
    assert.include(reason(403).message, '"offers:read"')
    assert.include(reason(422).message, "422 E7 (no such key)")
    for (const status of [408, 429, 500, 503]) assert.deepStrictEqual(reason(status).retryAfter, seconds)
    for (const status of [400, 401, 403, 404]) assert.isNull(reason(status).retryAfter)
  })

  it("retries what can pass, and nothing else", () => {
    const retryable = Array.from({ length: 200 }, (_, index) => 400 + index).filter(
      (status) => failed(ProviderError.fromStatus({ ...failure, status })).isRetryable
    )
    assert.deepStrictEqual(retryable, [408, 429, ...Array.from({ length: 100 }, (_, index) => 500 + index)])
  })
})
