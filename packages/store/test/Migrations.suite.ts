import { assert, it } from "@effect/vitest"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Connectors } from "@crosswalk/store/Connectors"
import { Dirty } from "@crosswalk/store/Dirty"
import { Due } from "@crosswalk/store/Due"
import { Feed } from "@crosswalk/store/Feed"
import { Fence } from "@crosswalk/store/Fence"
import { Links } from "@crosswalk/store/Links"
import * as Migrations from "@crosswalk/store/Migrations"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { Runs } from "@crosswalk/store/Runs"
import * as Store from "@crosswalk/store/Store"
import { NewerSchema } from "@crosswalk/store/StoreError"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Migrator from "effect/sql/Migrator"
import { SqlClient } from "effect/sql/SqlClient"
import { table, versions } from "../src/internal/Versions.ts"
import * as Filling from "./filling.ts"
import { at, derived } from "./sample.ts"

const one = { connector: "00000000-0000-8000-8000-0000000000a1", workspace: "one" }
const two = { connector: "00000000-0000-8000-8000-0000000000a2", workspace: "two" }

/** A database as an earlier program left it. */
const earlier = Effect.fnUntraced(function* (version: number) {
  const until = Object.fromEntries(Object.entries(versions).filter(([name]) => Number.parseInt(name, 10) <= version))
  yield* Migrator.make({})({ loader: Migrator.fromRecord(until), table })
  yield* Filling.fill(version, one)
  yield* Filling.fill(version, two)
})

/** That everything is there and can be read as if this program had written it. */
const readable = Effect.fnUntraced(function* ({ connector: id, workspace }: Filling.Owner) {
  const connectors = yield* Connectors
  const records = yield* Records
  const feed = yield* Feed
  const runs = yield* Runs
  const found = yield* connectors.get(id)
  assert.deepStrictEqual(
    [found.workspace, found.customer, found.options, found.scopes, found.status],
    [workspace, "Ångström & Sons", { region: "eu" }, ["read:job"], "active"]
  )
  const { api_key: key = Redacted.make("") } = yield* connectors.credentials(id)
  assert.strictEqual(Redacted.value(key), "a secret key")
  assert.deepStrictEqual(yield* (yield* Remotes).byKeys(id, "jobs", ["j1"]), [
    { key: "j1", parent: null, hash: "h", data: '{"id":"j1"}' }
  ])
  assert.deepStrictEqual(yield* (yield* Links).targets(id, "jobs", ["j1"]), [
    { key: "j1", link: "owner", target: "u1" }
  ])
  const checkpoint = Option.getOrThrow(yield* (yield* Checkpoints).get(id, "jobs"))
  assert.deepStrictEqual([checkpoint.cursor, checkpoint.mark, checkpoint.seq], ['{"page":2}', "m", 4])
  assert.deepStrictEqual(
    (yield* (yield* Due).next(id, "notes", 9)).map(({ parent }) => parent),
    ["j1"]
  )
  assert.deepStrictEqual(yield* (yield* Dirty).next(id, "job", 9), ["j1"])
  assert.deepStrictEqual(
    (yield* (yield* Quarantine).list(id)).map((entry) => [entry.key, entry.issues[0]?.path]),
    [["j2", "title"]]
  )
  assert.deepStrictEqual(
    (yield* runs.list(id)).map((run) => [run.id, run.mode, run.status, run.startedAt, run.endedAt, run.summary]),
    [
      [`${id}/r1`, "incremental", "running", at(1), null, null],
      [`${id}/r0`, "full", "succeeded", at(0), at(1), '{"read":2}']
    ]
  )
  assert.strictEqual(Option.getOrThrow(yield* runs.running(id)).id, `${id}/r1`)
  const page = yield* records.page(id, "job", { after: 0, limit: 9 })
  assert.deepStrictEqual(
    page.map(({ remoteId, text }) => [remoteId, JSON.parse(text).name]),
    [
      ["1", "1"],
      ["2", "2"]
    ]
  )
  // And it goes on from there.
  yield* (yield* Fence).claim(id)
  yield* records.write(id, "job", [derived(id, "3", {})], at(5))
  assert.deepStrictEqual(
    (yield* feed.after(id, 0, 9)).map(({ remoteId, seq }) => [seq, remoteId]),
    [
      [1, "1"],
      [2, "2"],
      [3, "3"]
    ]
  )
  let placed = yield* feed.ofWorkspace(workspace, null, 9)
  // On PostgreSQL the newest entry shows once no older transaction is open anywhere on the server.
  while (placed.length < 3) placed = yield* feed.ofWorkspace(workspace, null, 9)
  assert.deepStrictEqual(
    placed.map(({ remoteId }) => remoteId),
    ["1", "2", "3"]
  )
})

/** What every database must do with one that an earlier, or a later, program wrote. `empty` is a new one each time. */
export const suite = <E>(on: string, empty: Layer.Layer<SqlClient | Vault, E>) => {
  for (let version = 1; version <= Migrations.version; version++) {
    it.effect(`brings a database of version ${version} up to date, with all that is in it (${on})`, () =>
      Effect.gen(function* () {
        yield* earlier(version)
        const before = yield* Filling.counts
        assert.notInclude(Object.values(before), 0, `a table of version ${version} has no row in filling.ts`)
        yield* Effect.gen(function* () {
          assert.strictEqual(yield* Migrations.current, Migrations.version)
          assert.deepInclude(yield* Filling.counts, before)
          yield* readable(one)
          yield* readable(two)
        }).pipe(Effect.provide(Store.layer))
      }).pipe(Effect.provide(empty))
    )
  }

  it.effect(`a migration that breaks off leaves the database as it was (${on})`, () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* earlier(1)
      const before = yield* Filling.counts
      yield* sql`CREATE TABLE audits (obstacle INTEGER)`
      assert.isTrue(Exit.isFailure(yield* Effect.exit(Migrations.run)))
      assert.strictEqual(yield* Migrations.current, 1)
      assert.deepStrictEqual(yield* Filling.counts, { ...before, audits: 0 })
      assert.lengthOf(yield* sql`SELECT seq FROM feed ORDER BY seq`, 4)
      yield* sql`DROP TABLE audits`
      yield* Effect.provide(readable(one), Store.layer)
    }).pipe(Effect.provide(empty))
  )

  it.effect(`refuses a database of a later version, and leaves it as it is (${on})`, () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* earlier(1)
      yield* sql`INSERT INTO crosswalk_migrations (migration_id, name) VALUES (9000, 'later')`
      const before = yield* Filling.counts
      const refused = yield* Effect.flip(Migrations.run)
      assert.deepStrictEqual(refused.reason, new NewerSchema({ found: 9000, supported: Migrations.version }))
      assert.deepStrictEqual(yield* Filling.counts, before)
    }).pipe(Effect.provide(empty))
  )
}
