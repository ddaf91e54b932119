import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { account, call, list, UkgPro } from "./caller.ts"

const status = (path: string) => Effect.map(call(path), ({ status }) => status)

describe("UKG Pro's simulator lets in", () => {
  it.effect("nobody without the service account, its password and the tenant's key", () =>
    Effect.gen(function* () {
      const { control, credentials } = yield* UkgPro
      const headers = yield* account
      const { authorization = "", ...key } = headers
      const wrong = `Basic ${Buffer.from(`${credentials.username}:wrong`).toString("base64")}`
      for (const other of [{}, { authorization }, key, { ...headers, authorization: wrong }]) {
        assert.strictEqual((yield* call("/jobs", { headers: other })).status, 401)
      }
      const { "US-CUSTOMER-API-KEY": value = "" } = key
      assert.strictEqual(
        (yield* call("/jobs", { headers: { authorization, "us-customer-api-key": value } })).status,
        200
      )
      yield* control.expirePassword
      assert.strictEqual(yield* status("/jobs"), 401)
      yield* control.renewPassword
      assert.strictEqual(yield* status("/jobs"), 200)
    }).pipe(Effect.provide(UkgPro.layer({ records: 10 })))
  )

  it.effect("an account only where it has the right, endpoint by endpoint or by service object", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      yield* control.revoke("compensation-details")
      assert.strictEqual(yield* status("/personnel/v1/compensation-details"), 403)
      assert.strictEqual(yield* status("/personnel/v1/person-details"), 200)
      yield* control.habits({ missingRight: 401 })
      assert.strictEqual(yield* status("/personnel/v1/compensation-details"), 401)
      yield* control.grant("Employee Compensation Details")
      assert.strictEqual(yield* status("/personnel/v1/compensation-details"), 200)
      yield* control.revoke("Company Configuration Integration")
      for (const path of ["/configuration/v1/org-levels", "/jobs", "/locations/SEAL"]) {
        assert.strictEqual(yield* status(path), 401, path)
      }
      assert.include((yield* Effect.flip(control.revoke("everything"))).message, "direct-deposit")
    }).pipe(Effect.provide(UkgPro.layer({ records: 10 })))
  )

  it.effect("nobody to social security numbers that the tenant masks", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      yield* control.habits({ maskSsn: true })
      for (const path of ["/personnel/v1/person-details", "/personnel/v1/contacts", "/payroll/v1/pay-register"]) {
        assert.notInclude((yield* call(path)).text, '"000-', path)
      }
      assert.isTrue((yield* list("/personnel/v1/person-details")).every((one) => one.ssnIsSuppressed === true))
    }).pipe(Effect.provide(UkgPro.layer({ records: 30 })))
  )

  it.effect("so many requests a minute, and tells nobody when to come back", () =>
    Effect.gen(function* () {
      const ask = (count: number) =>
        Effect.map(
          Effect.forEach(Array.from({ length: count }), () => status("/jobs")),
          (found) => found.filter((status) => status === 200).length
        )
      assert.strictEqual(yield* ask(25), 20)
      const refused = yield* call("/jobs")
      assert.deepStrictEqual([refused.status, refused.headers.get("retry-after")], [429, null])
      yield* TestClock.adjust("59 seconds")
      assert.strictEqual(yield* ask(1), 0)
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* ask(1), 1)
    }).pipe(Effect.provide(UkgPro.layer({ records: 10, rate: { perSecond: 1 / 3, burst: 20 } })))
  )

  it.effect("readers to the same page twice when told to, and never to an expired cursor", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      const page = (at: number) => list(`/personnel/v1/person-details?page=${at}&per_Page=10`)
      const first = yield* page(1)
      yield* control.inject({ fault: "expired-cursor" })
      yield* control.inject({ fault: "repeat-page" })
      assert.deepStrictEqual(yield* page(2), first)
      assert.notDeepEqual(yield* page(2), first)
    }).pipe(Effect.provide(UkgPro.layer({ records: 30 })))
  )
})
