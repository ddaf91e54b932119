import { assert, layer } from "@effect/vitest"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { SqlClient } from "effect/sql/SqlClient"
import * as TestClock from "effect/testing/TestClock"
import { randomUUID } from "node:crypto"

/** What every database must do with API keys. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("notes the last use of a key, never an earlier one", () =>
      Effect.gen(function* () {
        const keys = yield* ApiKeys
        const workspace = randomUUID()
        const { apiKey } = yield* keys.create({ workspace, name: "used" })
        const other = yield* keys.create({ workspace, name: "unused" })
        const lastUses = Effect.map(keys.list(workspace), (all) =>
          Object.fromEntries(all.map(({ lastUsedAt, name }) => [name, lastUsedAt]))
        )
        assert.deepStrictEqual(yield* lastUses, { used: null, unused: null })
        yield* keys.used(apiKey.id, "2026-01-01T00:01:00.000Z")
        yield* keys.used(apiKey.id, "2026-01-01T00:00:00.000Z")
        yield* keys.used("no such key", "2026-01-01T00:00:00.000Z")
        assert.deepStrictEqual(yield* lastUses, { used: "2026-01-01T00:01:00.000Z", unused: null })
        yield* keys.revoke(workspace, other.apiKey.id)
        yield* keys.used(apiKey.id, "2026-01-01T00:02:00.000Z")
        assert.deepStrictEqual(yield* lastUses, { used: "2026-01-01T00:02:00.000Z", unused: null })
      })
    )

    it.effect("a key that is revoked or renewed is none at once, to other processes too", () =>
      Effect.gen(function* () {
        const keys = yield* ApiKeys
        const workspace = randomUUID()
        for (const end of [keys.revoke, keys.regenerate]) {
          const { apiKey, secret } = yield* keys.create({ workspace, name: "ends" })
          const elsewhere = ApiKeys.use((others) => Effect.map(others.find(secret), Option.isSome))
          yield* Effect.gen(function* () {
            assert.isTrue(Option.isSome(yield* keys.find(secret)))
            assert.isTrue(yield* elsewhere)
            yield* end(workspace, apiKey.id)
            assert.isTrue(Option.isNone(yield* keys.find(secret)))
            assert.isFalse(yield* elsewhere)
          }).pipe(Effect.provide(Layer.fresh(ApiKeys.layer)))
        }
      })
    )

    it.effect("a key ends when it expires, though it was found a moment ago", () =>
      Effect.gen(function* () {
        const keys = yield* ApiKeys
        const expiresAt = DateTime.formatIso(DateTime.add(yield* DateTime.now, { milliseconds: 500 }))
        const { secret } = yield* keys.create({ workspace: randomUUID(), name: "short", expiresAt })
        assert.isTrue(Option.isSome(yield* keys.find(secret)))
        yield* TestClock.adjust("500 millis")
        assert.isTrue(Option.isNone(yield* keys.find(secret)))
      })
    )
  })
}
