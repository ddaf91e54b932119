import { assert, it } from "@effect/vitest"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Connectors } from "@crosswalk/store/Connectors"
import * as Migrations from "@crosswalk/store/Migrations"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { layer as sqlite } from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import * as StoreError from "@crosswalk/store/StoreError"
import { Transaction } from "@crosswalk/store/Transaction"
import { Vault } from "@crosswalk/store/Vault"
import * as Cause from "effect/Cause"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { SafeIntegers, SqlClient } from "effect/sql/SqlClient"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { folder } from "./folder.ts"
import { at, connector, derived } from "./sample.ts"

const open = (filename: string) => Effect.provide(Effect.void, sqlite({ filename, busyTimeout: 0 }))

const store = (filename: string, options?: { readonly exclusive: boolean }) =>
  Store.layer.pipe(
    Layer.provideMerge(sqlite({ filename, busyTimeout: 0, ...options })),
    Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))]))
  )

const bounded = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.provide(effect, sqlite({ filename: ":memory:" }))

it.effect("creates the file and its folder, for this user only", () =>
  Effect.gen(function* () {
    const path = join(yield* folder, "a", "b")
    yield* Effect.provide(Effect.void, store(join(path, "crosswalk.db")))
    assert.isTrue(existsSync(join(path, "crosswalk.db")))
    assert.strictEqual(statSync(path).mode & 0o077, 0)
  })
)

it.effect("says what is wrong with a path, and changes nothing there", () =>
  Effect.gen(function* () {
    const path = yield* folder
    const text = "this is a letter, not a database. ".repeat(100)
    writeFileSync(join(path, "letter.txt"), text)
    const other = yield* Effect.flip(open(join(path, "letter.txt")))
    assert.instanceOf(other.reason, StoreError.NotADatabase)
    assert.strictEqual(readFileSync(join(path, "letter.txt"), "utf8"), text)
    const isFolder = yield* Effect.flip(open(path))
    assert.instanceOf(isFolder.reason, StoreError.AccessDenied)
    const underFile = yield* Effect.flip(open(join(path, "letter.txt", "crosswalk.db")))
    assert.instanceOf(underFile.reason, StoreError.AccessDenied)
    for (const error of [other, isFolder, underFile]) {
      assert.include(error.message, path)
      assert.match(error.remedy, /^[A-Z].*\.$/)
    }
  })
)

it.effect("refuses a database of a newer version and leaves it as it is", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`INSERT INTO crosswalk_migrations (migration_id, name) VALUES (9000, 'later')`
    }).pipe(Effect.provide(store(filename)))
    const before = readFileSync(filename)
    const refused = yield* Effect.flip(Effect.provide(Effect.void, store(filename)))
    assert.strictEqual(refused._tag, "StoreError")
    if (refused._tag !== "StoreError") return
    assert.deepStrictEqual(refused.reason, new StoreError.NewerSchema({ found: 9000, supported: Migrations.version }))
    assert.include(refused.remedy, "Update Crosswalk")
    assert.isTrue(before.equals(readFileSync(filename)))
  })
)

it.effect("migrates once, and a second start finds the same database", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    const id = yield* Effect.provide(connector, store(filename))
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      assert.strictEqual((yield* (yield* Connectors).get(id)).id, id)
      assert.strictEqual(yield* Migrations.current, Migrations.version)
      assert.lengthOf(yield* sql`SELECT * FROM crosswalk_migrations`, Migrations.version)
    }).pipe(Effect.provide(store(filename)))
  })
)

it.effect("a full disk while migrating leaves no half schema", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`PRAGMA max_page_count = 12`
      const error = yield* Effect.flip(Migrations.run)
      assert.instanceOf(error.reason, StoreError.DiskFull)
      const tables = yield* sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'connectors'`
      assert.deepStrictEqual(tables, [])
      yield* sql`PRAGMA max_page_count = 1000000`
      yield* Migrations.run
    }).pipe(Effect.provide(sqlite({ filename })))
  })
)

it.effect("a full disk while syncing is told, undone, and gone on from", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const transaction = yield* Transaction
      const remotes = yield* Remotes
      const records = yield* Records
      const checkpoints = yield* Checkpoints
      const id = yield* connector
      const pages = yield* sql<{ readonly page_count: number }>`PRAGMA page_count`
      yield* sql.unsafe(`PRAGMA max_page_count = ${(pages[0]?.page_count ?? 0) + 60}`)

      const page = Effect.gen(function* () {
        const checkpoint = yield* checkpoints.open(id, "jobs", "r1", "listing")
        const keys = Array.from({ length: 50 }, (_, index) => String(checkpoint.seq * 50 + index))
        return yield* transaction.run(
          Effect.gen(function* () {
            yield* checkpoints.move(checkpoint, { runId: "r1" })
            yield* remotes.land(
              id,
              "jobs",
              "r1",
              keys.map((key) => ({ key, parent: null, hash: key, data: `"${"x".repeat(500)}"` }))
            )
            yield* records.write(
              id,
              "job",
              keys.map((key) => derived(id, key, {})),
              at(0)
            )
          })
        )
      })
      const error = yield* Effect.flip(Effect.forever(page))
      assert.strictEqual(error._tag, "StoreError")
      if (error._tag !== "StoreError") return
      assert.instanceOf(error.reason, StoreError.DiskFull)
      assert.include(error.message, filename)

      const consistent = Effect.gen(function* () {
        const { seq } = Option.getOrThrow(yield* checkpoints.get(id, "jobs"))
        assert.strictEqual(yield* remotes.count(id, "jobs"), seq * 50)
        assert.strictEqual((yield* records.counts(id))[0]?.total, seq * 50)
        return seq
      })
      const stopped = yield* consistent
      assert.isAbove(stopped, 0)
      yield* sql`PRAGMA max_page_count = 1000000`
      yield* page
      assert.strictEqual(yield* consistent, stopped + 1)
    }).pipe(Effect.provide(store(filename)))
  })
)

it.effect("two processes may share a database when neither asks for it alone", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    const shared = { exclusive: false }
    const id = yield* Effect.provide(connector, store(filename, shared))
    yield* Effect.gen(function* () {
      assert.strictEqual((yield* (yield* Connectors).get(id)).id, id)
      const transaction = yield* Transaction
      const busy = yield* transaction
        .run(
          Effect.flatMap(Connectors, (connectors) => Effect.flip(connectors.setStatus(id, "paused"))).pipe(
            Effect.provide(Layer.fresh(store(filename, shared)))
          )
        )
        .pipe(
          Effect.flatMap((error) => (error._tag === "StoreError" ? Effect.succeed(error.reason) : Effect.die(error)))
        )
      assert.instanceOf(busy, StoreError.DatabaseBusy)
    }).pipe(Effect.provide(Layer.fresh(store(filename, shared))))
  })
)

it.effect("keeps the file and its log to the user who made them", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    yield* Effect.gen(function* () {
      yield* connector
      for (const path of [filename, `${filename}-wal`]) assert.strictEqual(statSync(path).mode & 0o777, 0o600)
    }).pipe(Effect.provide(Layer.fresh(store(filename))))
  })
)

it.effect("lets readers in beside the one who syncs", () =>
  Effect.gen(function* () {
    const filename = join(yield* folder, "crosswalk.db")
    yield* Effect.gen(function* () {
      const id = yield* connector
      const reader = Layer.fresh(store(filename, { exclusive: false }))
      const read = yield* Effect.flatMap(Connectors, (connectors) => connectors.get(id)).pipe(Effect.provide(reader))
      assert.strictEqual(read.id, id)
    }).pipe(Effect.provide(Layer.fresh(store(filename))))
  })
)

it.effect("keeps a statement out of another fiber's transaction", () =>
  bounded(
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE TABLE t (a INTEGER)`
      const inside = yield* Deferred.make<void>()
      const leave = yield* Deferred.make<void>()
      const holder = yield* Effect.forkChild(
        sql.withTransaction(
          Effect.gen(function* () {
            yield* sql`INSERT INTO t VALUES (1)`
            yield* Deferred.succeed(inside, undefined)
            yield* Deferred.await(leave)
          })
        )
      )
      yield* Deferred.await(inside)
      const other = yield* Effect.forkChild(sql`INSERT INTO t VALUES (2)`)
      yield* Effect.yieldNow
      yield* Fiber.interrupt(holder)
      yield* Fiber.join(other)
      assert.deepStrictEqual(
        (yield* sql<{ readonly a: number }>`SELECT a FROM t`).map(({ a }) => a),
        [2]
      )
    })
  )
)

it.effect("undoes a nested transaction alone", () =>
  bounded(
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE TABLE t (a INTEGER)`
      yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* sql`INSERT INTO t VALUES (1)`
          yield* Effect.exit(sql.withTransaction(Effect.andThen(sql`INSERT INTO t VALUES (2)`, Effect.fail("no"))))
          yield* sql`INSERT INTO t VALUES (3)`
        })
      )
      assert.deepStrictEqual(yield* sql`SELECT a FROM t ORDER BY a`.values, [[1], [3]])
    })
  )
)

it.effect("reads 64-bit integers when asked to, also after such an id was inserted", () =>
  bounded(
    Effect.gen(function* () {
      const sql = yield* SqlClient
      yield* sql`CREATE TABLE t (id INTEGER PRIMARY KEY, flag INTEGER, bytes BLOB)`
      const large = 250_045_100_883_705_856n
      assert.deepStrictEqual(yield* sql`INSERT INTO t VALUES (${large}, ${true}, ${new Uint8Array([1, 2])})`.raw, {
        changes: 1
      })
      yield* sql`INSERT INTO t (flag) VALUES (${null})`
      const rows = yield* sql<{ readonly id: bigint }>`SELECT id FROM t ORDER BY id`.pipe(
        Effect.provideService(SafeIntegers, true)
      )
      assert.deepStrictEqual(
        rows.map(({ id }) => id),
        [large, large + 1n]
      )
      const plain = yield* sql<{ readonly flag: number; readonly bytes: Uint8Array }>`
        SELECT flag, bytes FROM t WHERE id = ${large}`
      assert.deepStrictEqual([plain[0]?.flag, [...(plain[0]?.bytes ?? [])]], [1, [1, 2]])
    })
  )
)

it.effect("streams rows without holding them all", () =>
  bounded(
    Effect.gen(function* () {
      const sql = yield* SqlClient
      const numbers = sql<{ readonly n: number }>`
        WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 1000) SELECT n FROM t`
      assert.strictEqual(yield* Stream.runCount(numbers.stream), 1000)
      const few = yield* numbers.stream.pipe(Stream.take(3), Stream.runCollect)
      assert.deepStrictEqual(
        few.map(({ n }) => n),
        [1, 2, 3]
      )
      yield* sql`CREATE TABLE after (a)`
    })
  )
)

it.effect("classifies failures: a constraint is one, a wrong statement dies in a repository", () =>
  Effect.gen(function* () {
    const sql = yield* SqlClient
    yield* sql`CREATE TABLE t (a INTEGER UNIQUE)`
    yield* sql`INSERT INTO t VALUES (1)`
    const twice = yield* Effect.flip(sql`INSERT INTO t VALUES (1)`)
    assert.strictEqual(twice.reason._tag, "UniqueViolation")
    const orphan = yield* Effect.exit(
      (yield* Remotes).land("none", "jobs", "r1", [{ key: "a", parent: null, hash: "1", data: "1" }])
    )
    assert.isTrue(Exit.isFailure(orphan) && Cause.hasDies(orphan.cause))
  }).pipe(Effect.provide(store(":memory:")))
)
