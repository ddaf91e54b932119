import { assert, it } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import * as Migrations from "@crosswalk/store/Migrations"
import { layer as postgres } from "@crosswalk/store/PostgresClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { SqlClient } from "effect/sql/SqlClient"
import { suite } from "./Migrations.suite.ts"
import { owned, store, vault } from "./postgres.ts"

/** By a user that owns its schema and has no other right: what an operator should give Crosswalk. */
const empty = Layer.unwrap(Effect.map(owned, ({ url }) => Layer.merge(postgres({ url }), vault)))

suite("PostgreSQL", Layer.fresh(empty))

it.effect("processes that start together on an empty database all find it migrated", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    const start = Effect.gen(function* () {
      const sql = yield* SqlClient
      assert.deepStrictEqual(yield* (yield* Connectors).list(), [])
      return (yield* sql`SELECT * FROM crosswalk_migrations`).length
    })
    const found = yield* Effect.forEach(
      Array.from({ length: 5 }),
      () => Effect.provide(start, Layer.fresh(store(url))),
      { concurrency: "unbounded" }
    )
    assert.deepStrictEqual(found, Array<number>(5).fill(Migrations.version))
  })
)
