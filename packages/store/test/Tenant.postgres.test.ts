import { assert, it } from "@effect/vitest"
import { ConnectorNotFound, Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import * as Migrations from "@crosswalk/store/Migrations"
import { Records } from "@crosswalk/store/Records"
import { Tenant } from "@crosswalk/store/Tenant"
import { layer as pool } from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import { SqlClient } from "effect/sql/SqlClient"
import { counts, fill } from "./filling.ts"
import { owned, schema, store, within } from "./postgres.ts"
import { at, derived } from "./sample.ts"

const one = { connector: "00000000-0000-8000-8000-0000000000a1", workspace: "one" }
const two = { connector: "00000000-0000-8000-8000-0000000000a2", workspace: "two" }

/** A database with both workspaces, of a user for whom row-level security holds. */
const rented = Layer.unwrap(
  Effect.gen(function* () {
    const { url } = yield* owned
    const database = store(url)
    const filled = Layer.effectDiscard(Effect.andThen(fill(Migrations.version, one), fill(Migrations.version, two)))
    return filled.pipe(Layer.provideMerge(database))
  })
)

it.effect("one workspace has no row of another, in any table, whatever the statement", () =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    const tenant = yield* Tenant
    assert.isTrue(yield* tenant.isEnforced)
    const own = (table: string) => sql.unsafe<Record<string, unknown>>(`SELECT * FROM ${table}`)
    const everything = yield* counts
    const tables = Object.keys(everything)
    assert.notInclude(Object.values(everything), 0)
    const unguarded = yield* sql`
      SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace)
        AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname`
    assert.deepStrictEqual(unguarded, [{ relname: "crosswalk_migrations" }, { relname: "feed_clock" }])

    const halves = Object.fromEntries(tables.map((name) => [name, (everything[name] ?? 0) / 2]))
    assert.deepStrictEqual(yield* tenant.within("one", counts), halves)
    assert.deepStrictEqual(yield* tenant.within("nobody", counts), Object.fromEntries(tables.map((name) => [name, 0])))
    for (const table of tables) {
      for (const row of yield* tenant.within("one", own(table))) {
        const owner = "workspace" in row ? row["workspace"] : row["connector_id"]
        assert.include([one.workspace, one.connector], owner, table)
        // What this row says could not be written for another.
        const theft =
          "workspace" in row ? sql`SET workspace = ${two.workspace}` : sql`SET connector_id = ${two.connector}`
        const refused = yield* Effect.exit(tenant.within("one", sql`UPDATE ${sql(table)} ${theft}`))
        assert.isTrue(Exit.isFailure(refused), table)
      }
    }
    // A row is its owner's by its connector, so connectors go last.
    yield* tenant.within(
      "one",
      Effect.forEach(
        [...tables.filter((table) => table !== "connectors"), "connectors"],
        (table) => sql`DELETE FROM ${sql(table)}`
      )
    )
    assert.deepStrictEqual(yield* counts, halves)
    assert.deepStrictEqual(yield* tenant.within("two", counts), halves)
  }).pipe(Effect.provide(rented))
)

it.effect("a session that names no workspace sees nothing and writes nothing", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    yield* Effect.provide(fill(Migrations.version, one), store(url))
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const all = Object.values(yield* counts)
      assert.isAbove(all.length, 15)
      assert.isTrue(all.every((count) => count === 0))
      const written = yield* Effect.exit(sql`INSERT INTO feed_floors (workspace, position) VALUES ('one', '1')`)
      assert.isTrue(Exit.isFailure(written))
      // A setting that was made for a transaction leaves an empty text behind.
      yield* sql.withTransaction(sql`SELECT set_config('crosswalk.workspace', 'one', true)`)
      assert.isTrue(Object.values(yield* counts).every((count) => count === 0))
    }).pipe(Effect.provide(pool({ url, maxConnections: 1 })))
  })
)

it.effect("the repositories work inside a workspace, and the transaction around it sees all again", () =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    const tenant = yield* Tenant
    const connectors = yield* Connectors
    const records = yield* Records
    const feed = yield* Feed
    yield* tenant.within(
      "one",
      Effect.gen(function* () {
        assert.deepStrictEqual(
          (yield* connectors.list()).map(({ id }) => id),
          [one.connector]
        )
        assert.instanceOf(yield* Effect.flip(connectors.get(two.connector)), ConnectorNotFound)
        assert.lengthOf(yield* records.page(two.connector, "job", { after: 0, limit: 9 }), 0)
        yield* records.write(one.connector, "job", [derived(one.connector, "9", {})], at(9))
        assert.strictEqual(yield* feed.last(one.connector), 3)
        const theft = records.write(two.connector, "job", [derived(two.connector, "9", {})], at(9))
        const stolen = yield* Effect.exit(sql.withTransaction(theft))
        assert.isTrue(Exit.isFailure(stolen))
      })
    )
    assert.strictEqual(yield* feed.last(two.connector), 2)
    yield* sql.withTransaction(
      Effect.gen(function* () {
        assert.lengthOf(yield* tenant.within("two", connectors.list()), 1)
        yield* Effect.flip(tenant.within("two", Effect.fail("no")))
        assert.lengthOf(yield* connectors.list(), 2)
        const nested = yield* Effect.exit(tenant.within("two", tenant.within("one", connectors.list())))
        assert.isTrue(Exit.isFailure(nested))
        assert.lengthOf(yield* connectors.list(), 2)
      })
    )
    for (const name of ["*", ""]) assert.isTrue(Exit.isFailure(yield* Effect.exit(tenant.within(name, counts))))
  }).pipe(Effect.provide(rented))
)

it.effect("a user above row-level security is told apart", () =>
  Effect.gen(function* () {
    assert.isFalse(yield* (yield* Tenant).isEnforced)
  }).pipe(Effect.provide(Layer.unwrap(Effect.map(schema, (name) => store(within(name))))))
)
