import { assert, it } from "@effect/vitest"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Effect, Redacted } from "effect"
import * as SqlClient from "effect/sql/SqlClient"
import { TestClock } from "effect/testing"
import * as RequestLog from "./RequestLog.ts"
import * as Served from "./Served.ts"

RequestLog.suite("The log of requests", Served.layer)

it.effect("A log that cannot be written fails no request", () =>
  Effect.gen(function* () {
    const { secret } = yield* ApiKeys.use((keys) => keys.create({ workspace: "one", name: "test" }))
    yield* SqlClient.SqlClient.use((sql) => sql`DROP TABLE requests`)
    const base = yield* Served.baseUrl
    for (let index = 0; index < 3; index++) {
      const { status } = yield* Effect.promise(() =>
        fetch(`${base}/v1/models`, { headers: { authorization: `Bearer ${Redacted.value(secret)}` } })
      )
      assert.strictEqual(status, 200)
      yield* TestClock.adjust("1 second")
    }
  }).pipe(Effect.provide(Served.layer))
)
