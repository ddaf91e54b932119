import { assert, describe, it } from "@effect/vitest"
import type { Failure } from "@crosswalk/api/Failure"
import { Body } from "@crosswalk/api/kombo/Refusal"
import { dialect } from "@crosswalk/api/kombo/Dialect"
import { Schema } from "effect"

/** One failure of each kind. */
const failures: { readonly [Tag in Failure["_tag"]]: Extract<Failure, { readonly _tag: Tag }> } = {
  Unauthenticated: { _tag: "Unauthenticated", reason: "r" },
  Forbidden: { _tag: "Forbidden", reason: "r" },
  ConnectorMissing: { _tag: "ConnectorMissing", where: "header X-Integration-Id" },
  ConnectorUnknown: { _tag: "ConnectorUnknown" },
  CategoryMismatch: { _tag: "CategoryMismatch", asked: "ats", connector: "hris" },
  ConnectorIncomplete: { _tag: "ConnectorIncomplete" },
  FirstSyncPending: { _tag: "FirstSyncPending", model: "user" },
  ConnectorPaused: { _tag: "ConnectorPaused" },
  ConnectorInactive: { _tag: "ConnectorInactive" },
  ModelNotInScope: { _tag: "ModelNotInScope", model: "user" },
  ModelNotAvailable: { _tag: "ModelNotAvailable", model: "user", provider: "lever" },
  NotFound: { _tag: "NotFound", what: "record" },
  MethodNotAllowed: { _tag: "MethodNotAllowed", allowed: ["GET"] },
  InvalidRequest: {
    _tag: "InvalidRequest",
    faults: [{ in: "query", name: "page_size", message: "Expected 1 to 250." }]
  },
  UnsupportedMediaType: { _tag: "UnsupportedMediaType", expected: "application/json" },
  TooLarge: { _tag: "TooLarge", limit: 10 },
  Conflict: { _tag: "Conflict", reason: "r" },
  TimedOut: { _tag: "TimedOut", limit: 30 },
  RateLimited: { _tag: "RateLimited", retryAfter: 3 },
  NotImplemented: { _tag: "NotImplemented", what: "Creating a candidate" },
  Internal: { _tag: "Internal", id: "abc" },
  Unavailable: { _tag: "Unavailable", retryAfter: 3 }
}

// The lists of the vendor's documentation.
const general =
  /^PLATFORM\.(RATE_LIMIT_EXCEEDED|CONCURRENCY_LIMIT_EXCEEDED|INTEGRATION_NOT_FOUND|INPUT_INVALID|UNKNOWN_ERROR|IP_NOT_WHITELISTED|AUTHENTICATION_INVALID|TASK_TIMED_OUT)$/
const ofCategory =
  /^INTEGRATION\.(PERMISSION_MISSING|AUTHENTICATION_INVALID|QA_FAILED|SETUP_SYNC_PENDING|SETUP_INCOMPLETE|INACTIVE|MODEL_NOT_AVAILABLE|MODEL_DISABLED|ACTION_NOT_AVAILABLE|ACTION_DISABLED)$/

describe("refusals", () => {
  for (const failure of Object.values(failures)) {
    it(`${failure._tag} has a code of the family, or none, and never status 200`, () => {
      for (const category of ["ats", "hris", null] as const) {
        const { body, contentType, headers, status } = dialect.refuse(failure, category)
        if (!Schema.is(Body)(body)) return assert.fail(JSON.stringify(body))
        assert.sameMembers(Object.keys(body.error), ["code", "title", "message", "log_url"])
        const { code } = body.error
        assert.isTrue(code === null || general.test(code) || (category !== null && ofCategory.test(code)), `${code}`)
        assert.isAtLeast(status, 400)
        assert.strictEqual(contentType, "application/json")
        if (status === 429) assert.strictEqual(headers["retry-after"], "3")
      }
    })
  }

  it("what is not ready yet is 409", () => {
    for (const failure of [failures.ConnectorIncomplete, failures.FirstSyncPending])
      assert.strictEqual(dialect.refuse(failure, "ats").status, 409)
  })
})
