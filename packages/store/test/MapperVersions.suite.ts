import { assert, layer } from "@effect/vitest"
import { MapperVersions } from "@crosswalk/store/MapperVersions"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { SqlClient } from "effect/sql/SqlClient"
import { connector } from "./sample.ts"

/** What every database must do with the versions of mappers. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("keeps where a connector stands with each mapper, as its transaction left it", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const other = yield* connector
        const versions = yield* MapperVersions
        const transaction = yield* Transaction
        const job = { mapper: "job", version: "1", state: "current", cursor: null } as const
        const candidate = { mapper: "candidate", version: "7", state: "deriving", cursor: '{"after":"k"}' } as const
        yield* versions.put(id, job)
        yield* versions.put(id, candidate)
        yield* versions.put(other, { ...job, version: "9" })
        const again = { ...job, version: "2", state: "deriving" } as const
        yield* versions.put(id, again)
        yield* Effect.flip(transaction.run(Effect.andThen(versions.put(id, job), Effect.fail("cut off"))))
        assert.deepStrictEqual(yield* versions.list(id), [candidate, again])
        assert.deepStrictEqual(yield* versions.list(other), [{ ...job, version: "9" }])
      })
    )
  })
}
