import { assert, it, layer } from "@effect/vitest"
import { Deferred, Duration, Effect, Fiber, Layer } from "effect"
import * as SqlClient from "effect/sql/SqlClient"
import { call, key } from "./Calling.ts"
import * as Postgres from "./Postgres.ts"
import * as Served from "./Served.ts"

const served = Served.over({ requestTimeout: Duration.seconds(1) }).pipe(
  Layer.provideMerge(Postgres.store),
  Layer.provideMerge(Postgres.vault)
)

layer(served, { excludeTestServices: true, timeout: 60_000 })("A request that takes too long", (it) => {
  it.effect("is ended in the database, too: what it was about to write is not written later", () =>
    Effect.gen(function* () {
      const mine = yield* key()
      const sql = yield* SqlClient.SqlClient
      const isHeld = yield* Deferred.make<void>()
      const isOver = yield* Deferred.make<void>()
      // Lets others read the keys, and wait with their writes.
      const holding = yield* Effect.forkChild(
        sql.withTransaction(
          Effect.gen(function* () {
            yield* sql`LOCK TABLE api_keys IN SHARE ROW EXCLUSIVE MODE`
            yield* Deferred.succeed(isHeld, undefined)
            yield* Deferred.await(isOver)
          })
        )
      )
      yield* Deferred.await(isHeld)
      const late = yield* call("/v1/keys", mine, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: "late" })
      })
      assert.strictEqual(late.status, 504)
      assert.isNotNull(late.headers.get("ratelimit"))
      yield* Deferred.succeed(isOver, undefined)
      yield* Fiber.join(holding)
      // Whoever waits for the table now waits behind what was about to be written.
      yield* sql.withTransaction(sql`LOCK TABLE api_keys IN EXCLUSIVE MODE`)
      const keys = yield* call("/v1/keys", mine)
      assert.strictEqual(keys.status, 200)
      assert.lengthOf(JSON.parse(keys.text).data, 1)
    })
  )
})

it.live("a request is answered in time even if the database does not hear that it is to stop", () =>
  Effect.gen(function* () {
    const { port, stall } = yield* Postgres.relay
    const behind = Served.over({ requestTimeout: Duration.seconds(1) }).pipe(
      Layer.provideMerge(Postgres.storeThrough(port)),
      Layer.provideMerge(Postgres.vault)
    )
    yield* Effect.gen(function* () {
      const mine = yield* key()
      stall(true)
      const late = yield* Effect.timeout(call("/v1/keys", mine), "15 seconds")
      assert.strictEqual(late.status, 504)
      const ready = yield* Effect.timeout(call("/health/ready"), "15 seconds")
      assert.strictEqual(ready.status, 503)
      const alive = yield* Effect.timeout(call("/health/live"), "15 seconds")
      assert.strictEqual(alive.status, 200)
      stall(false)
      assert.strictEqual((yield* call("/v1/keys", mine)).status, 200)
    }).pipe(Effect.ensuring(Effect.sync(() => stall(false))), Effect.provide(behind))
  }).pipe(Effect.scoped)
)
