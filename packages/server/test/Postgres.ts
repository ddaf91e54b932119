/** A PostgreSQL server for tests, as `CROSSWALK_TEST_DATABASE_URL` names it. */
import * as PostgresClient from "@crosswalk/store/PostgresClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { randomBytes } from "node:crypto"

const server = process.env["CROSSWALK_TEST_DATABASE_URL"] ?? ""

const asOperator = (statement: string) =>
  SqlClient.use((sql) => sql.unsafe(statement)).pipe(
    Effect.provide(Layer.fresh(PostgresClient.layer({ url: Redacted.make(server), maxConnections: 1 }))),
    Effect.orDie
  )

/** A store in a schema of its own, which is dropped with the scope. */
export const store = Layer.unwrap(
  Effect.gen(function* () {
    const name = `crosswalk_${randomBytes(6).toString("hex")}`
    yield* Effect.acquireRelease(asOperator(`CREATE SCHEMA ${name}`), () => asOperator(`DROP SCHEMA ${name} CASCADE`))
    const url = new URL(server)
    url.searchParams.set("options", `-c search_path=${name}`)
    return Store.layer.pipe(Layer.provideMerge(PostgresClient.layer({ url: Redacted.make(url.href) })))
  })
)

/** The keys of the vault. */
export const vault = Vault.layerKeys([Redacted.make("07".repeat(32))])
