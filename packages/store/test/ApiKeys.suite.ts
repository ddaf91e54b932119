import { assert, layer } from "@effect/vitest"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { randomUUID } from "node:crypto"

/** What every database must do with API keys. */
export const suite = <E>(name: string, database: Layer.Layer<Store | Vault, E>) => {
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
  })
}
