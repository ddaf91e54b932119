import * as Store from "@crosswalk/store/Store"
import { layer as postgres } from "@crosswalk/store/PostgresClient"
import { Vault } from "@crosswalk/store/Vault"
import { layer as pool } from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { SqlClient } from "effect/sql/SqlClient"
import { randomBytes } from "node:crypto"

/** The server for tests: `CROSSWALK_TEST_DATABASE_URL`, a user that may create schemas. */
export const server = process.env["CROSSWALK_TEST_DATABASE_URL"] ?? ""

/** Statements of an operator: none of Crosswalk's settings, one connection. */
export const operator = pool({ url: Redacted.make(server), maxConnections: 2 })

/** Runs one statement as an operator. */
export const asOperator = (statement: string) =>
  Effect.provide(
    SqlClient.use((sql) => sql.unsafe<Record<string, unknown>>(statement)),
    Layer.fresh(operator)
  )

/** Someone who may log in. */
export interface User {
  readonly name: string
  readonly password: string
}

/** Address of the server with a schema to work in; as the user of `server`, or another. */
export const within = (schema: string, user?: User): Redacted.Redacted<string> => {
  const url = new URL(server)
  url.searchParams.set("options", `-c search_path=${schema}`)
  if (user !== undefined) {
    url.username = user.name
    url.password = user.password
  }
  return Redacted.make(url.href)
}

/** The name of a new schema, which is dropped with the scope. */
export const schema = Effect.gen(function* () {
  const name = `crosswalk_${randomBytes(6).toString("hex")}`
  yield* Effect.acquireRelease(asOperator(`CREATE SCHEMA ${name}`), () =>
    Effect.orDie(asOperator(`DROP SCHEMA ${name} CASCADE`))
  )
  return name
})

/** A new schema that belongs to a new user, who has no other right. */
export const owned = Effect.gen(function* () {
  const user: User = { name: `crosswalk_${randomBytes(6).toString("hex")}`, password: randomBytes(12).toString("hex") }
  yield* Effect.acquireRelease(asOperator(`CREATE ROLE ${user.name} LOGIN PASSWORD '${user.password}'`), () =>
    Effect.orDie(asOperator(`DROP ROLE ${user.name}`))
  )
  const name = yield* schema
  yield* asOperator(`ALTER SCHEMA ${name} OWNER TO ${user.name}`)
  return { name, user, url: within(name, user) }
})

/** A vault with a fixed key. */
export const vault = Vault.layerKeys([Redacted.make("07".repeat(32))])

/** A store in a schema, migrated. */
export const store = (url: Redacted.Redacted<string>, options?: { readonly maxConnections?: number }) =>
  Store.layer.pipe(Layer.provideMerge(postgres({ url, ...options })), Layer.provideMerge(vault))

/** A store in a schema of its own, of a user for whom row-level security holds. */
export const fresh = Layer.unwrap(Effect.map(owned, ({ url }) => store(url)))
