/** Databases of the benches on a server. */
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { randomBytes } from "node:crypto"

/** The address of an empty database of its own, which is dropped at the end of the scope. */
export const own = Effect.fnUntraced(function* (server: string) {
  const name = `crosswalk_bench_${randomBytes(6).toString("hex")}`
  const asOperator = (statement: string) =>
    SqlClient.use((sql) => sql.unsafe(statement)).pipe(
      Effect.provide(Layer.fresh(PostgresClient.layer({ url: Redacted.make(server), maxConnections: 1 })))
    )
  yield* Effect.acquireRelease(asOperator(`CREATE DATABASE ${name}`), () =>
    Effect.orDie(asOperator(`DROP DATABASE ${name} WITH (FORCE)`))
  )
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
})
