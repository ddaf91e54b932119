import { assert, it } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import * as Migrations from "@crosswalk/store/Migrations"
import { layer as postgres } from "@crosswalk/store/PostgresClient"
import { Links } from "@crosswalk/store/Links"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { Statistics } from "@crosswalk/store/Statistics"
import { StoreError } from "@crosswalk/store/StoreError"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { SqlClient } from "effect/sql/SqlClient"
import { inspect } from "node:util"
import { asOperator, owned, store } from "./postgres.ts"
import { at, connector, derived } from "./sample.ts"

const altered = (url: Redacted.Redacted<string>, change: (url: URL) => void) => {
  const copy = new URL(Redacted.value(url))
  change(copy)
  return Redacted.make(copy.href)
}

it.effect("says why a server cannot be used, and never its password", () =>
  Effect.gen(function* () {
    const { name, url, user } = yield* owned
    const as = (statement: string) => asOperator(`ALTER ROLE ${user.name} ${statement}`)
    const secret = user.password
    const open = (address: Redacted.Redacted<string>, expected: string, isTransient: boolean) =>
      Effect.gen(function* () {
        const exit = yield* Effect.exit(Effect.provide(Migrations.run, Layer.fresh(postgres({ url: address }))))
        assert.isTrue(Exit.isFailure(exit), expected)
        if (!Exit.isFailure(exit)) return
        const error = Cause.squash(exit.cause)
        assert.instanceOf(error, StoreError, expected)
        if (!(error instanceof StoreError)) return
        assert.strictEqual(error.reason._tag, expected)
        assert.strictEqual(error.isTransient, isTransient)
        assert.match(error.message, /^The .*[^.]\.$/)
        assert.match(error.remedy, /^[A-Z].*[^.]\.$/)
        const shown = [inspect(exit, { depth: 12, showHidden: true }), JSON.stringify(error), Cause.pretty(exit.cause)]
        assert.notInclude(shown.join(), secret)
      })
    yield* open(
      altered(url, (url) => (url.port = "1")),
      "DatabaseUnreachable",
      true
    )
    yield* open(
      altered(url, (url) => (url.pathname = "/no_such_database")),
      "LoginRefused",
      false
    )
    // The one database that every server keeps closed.
    yield* open(
      altered(url, (url) => (url.pathname = "/template0")),
      "LoginRefused",
      false
    )
    yield* open(
      altered(url, (url) => (url.username = "no_such_user")),
      "LoginRefused",
      false
    )
    yield* open(Redacted.make(`postgres://user:${secret}@:not a port/x`), "AddressInvalid", false)
    yield* open(Redacted.make(`mysql://user:${secret}@localhost/x`), "AddressInvalid", false)
    yield* as("CONNECTION LIMIT 0")
    yield* open(url, "ServerExhausted", true)
    yield* as("CONNECTION LIMIT -1")
    yield* as("SET default_transaction_read_only = on")
    yield* open(url, "DatabaseReadOnly", false)
    yield* as("RESET default_transaction_read_only")
    yield* asOperator(`ALTER SCHEMA ${name} OWNER TO CURRENT_USER`)
    yield* asOperator(`GRANT USAGE ON SCHEMA ${name} TO ${user.name}`)
    yield* open(url, "PrivilegeMissing", false)
  })
)

it.effect("sets its connections up", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const shown = yield* Effect.forEach(
        ["application_name", "jit", "statement_timeout", "idle_in_transaction_session_timeout", "crosswalk.workspace"],
        (name) => Effect.map(sql`SELECT current_setting(${name}) AS value`, (rows) => rows[0]?.["value"])
      )
      assert.deepStrictEqual(shown, ["crosswalk", "off", "5min", "15s", "*"])
      const [row] = yield* sql`
        SELECT CAST(7 AS bigint) AS small, CAST(9007199254740993 AS bigint) AS large, CAST(NULL AS bigint) AS none,
          COUNT(*) AS count, CAST('{1,NULL}' AS bigint[]) AS list`
      assert.deepStrictEqual(row, { small: 7, large: 9007199254740993n, none: null, count: 1, list: [1, null] })
    }).pipe(Effect.provide(postgres({ url })))
  })
)

it.effect("takes statistics once a table has grown, and then not again", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const records = yield* Records
      const statistics = yield* Statistics
      yield* sql`ALTER TABLE records SET (autovacuum_enabled = off)`
      const id = yield* connector
      const known = Effect.map(
        sql<{ readonly rows: number; readonly times: number }>`
          SELECT c.reltuples AS rows, s.analyze_count AS times FROM pg_class c
          JOIN pg_stat_user_tables s ON s.relid = c.oid WHERE c.oid = CAST('records' AS regclass)`,
        ([row]) => [row?.rows, row?.times]
      )
      const write = (from: number, to: number) =>
        records.write(
          id,
          "job",
          Array.from({ length: to - from }, (_, index) => derived(id, String(from + index), {})),
          at(1)
        )
      yield* write(0, 200)
      yield* statistics.refresh
      assert.deepStrictEqual(yield* known, [-1, 0])
      yield* write(200, 11_000)
      // The server's own counting lags behind a little.
      const refreshed = Effect.andThen(statistics.refresh, known)
      assert.deepStrictEqual(yield* Effect.repeat(refreshed, { until: ([, times]) => times !== 0 }), [11_000, 1])
      yield* statistics.refresh
      assert.deepStrictEqual(yield* known, [11_000, 1])
    }).pipe(Effect.provide(store(url)))
  })
)

it.effect("looks up by the whole key in a table whose statistics know nothing of the connector", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const records = yield* Records
      const remotes = yield* Remotes
      const links = yield* Links
      const id = yield* connector
      const keys = Array.from({ length: 3000 }, (_, index) => `${index}`)
      const [before, after] = [keys.slice(0, 2500), keys.slice(2500)]
      const write = (some: ReadonlyArray<string>) =>
        Effect.gen(function* () {
          yield* remotes.land(
            id,
            "jobs",
            "r1",
            some.map((key) => ({ key, parent: `p${key}`, hash: key, data: "{}" }))
          )
          yield* links.replace(
            id,
            "jobs",
            some.map((key) => ({ key, links: [{ link: "owner", target: `t${key}` }] }))
          )
          yield* records.write(
            id,
            "job",
            some.map((key) => derived(id, key, {})),
            at(1)
          )
        })
      yield* write(before)
      const read = Effect.map(
        sql<{ readonly read: number }>`
          SELECT CAST(SUM(idx_tup_read) AS bigint) AS read FROM pg_stat_user_indexes WHERE schemaname = current_schema()`,
        (rows) => rows[0]?.read ?? 0
      )
      const settled = sql`SELECT pg_stat_force_next_flush()`
      yield* settled
      const start = yield* read
      yield* write(after)
      yield* remotes.byKeys(id, "jobs", after)
      yield* remotes.byParents(
        id,
        "jobs",
        after.map((key) => `p${key}`)
      )
      yield* remotes.byLink(
        id,
        "jobs",
        "owner",
        after.map((key) => `t${key}`)
      )
      yield* records.idsByRemote(id, "job", after)
      yield* settled
      // Eight look-ups for each of the 500, and some for the checks around them; not all rows for each of them.
      assert.isBelow((yield* read) - start, 500 * 16)
    }).pipe(Effect.provide(store(url, { maxConnections: 1 })))
  })
)

it.effect("a feed that was restored to another server goes on after its entries", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    const program = Effect.gen(function* () {
      const sql = yield* SqlClient
      const records = yield* Records
      const id = yield* connector
      yield* records.write(id, "job", [derived(id, "1", {}), derived(id, "2", {})], at(1))
      // As a server would hold them whose transactions have come further than those of this one.
      yield* sql`UPDATE feed SET tx = tx + 4000000000`
      yield* sql`UPDATE writers SET feed_tx = feed_tx + 4000000000`
      return id
    })
    const id = yield* Effect.provide(program, Layer.fresh(store(url)))
    yield* Effect.gen(function* () {
      const feed = yield* Feed
      const records = yield* Records
      const newest = (after: string | null, count: number) =>
        Effect.repeat(feed.ofWorkspace("default", after, 10), { until: (found) => found.length === count })
      const before = yield* newest(null, 2)
      yield* records.write(id, "job", [derived(id, "3", {})], at(2))
      const after = yield* newest(before.at(-1)?.position ?? null, 1)
      assert.deepStrictEqual(
        [...before, ...after].map(({ remoteId, seq }) => [seq, remoteId]),
        [
          [1, "1"],
          [2, "2"],
          [3, "3"]
        ]
      )
      assert.lengthOf(yield* (yield* Connectors).list(), 1)
    }).pipe(Effect.provide(Layer.fresh(store(url))))
  })
)
