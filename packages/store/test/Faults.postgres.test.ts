import { assert, it } from "@effect/vitest"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Feed } from "@crosswalk/store/Feed"
import { type Claim, Fence } from "@crosswalk/store/Fence"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { StoreError } from "@crosswalk/store/StoreError"
import { Transaction } from "@crosswalk/store/Transaction"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { SqlClient } from "effect/sql/SqlClient"
import { asOperator, owned, store } from "./postgres.ts"
import * as Relay from "./Relay.ts"
import { at, connector, derived } from "./sample.ts"

/** One page of a sync in one transaction, from wherever the checkpoint is. `within` runs before the end of it. */
const page = Effect.fnUntraced(function* <E, R>(claim: Claim, within: Effect.Effect<unknown, E, R>) {
  const { connectorId: id } = claim
  const checkpoints = yield* Checkpoints
  const records = yield* Records
  const remotes = yield* Remotes
  const fence = yield* Fence
  yield* (yield* Transaction).run(
    Effect.gen(function* () {
      yield* fence.hold(claim)
      const from = yield* checkpoints.open(id, "jobs", "r1", "walk")
      const keys = Array.from({ length: 20 }, (_, index) => `${from.seq}/${index}`)
      yield* checkpoints.move(from, { runId: "r1", cursor: String(from.seq + 1) })
      yield* remotes.land(
        id,
        "jobs",
        "r1",
        keys.map((key) => ({ key, parent: null, hash: key, data: "{}" }))
      )
      yield* records.write(
        id,
        "job",
        keys.map((key) => derived(id, key, {})),
        at(1)
      )
      yield* within
    })
  )
})

/** How many pages are stored; fails when a page is stored in part. */
const stored = Effect.fnUntraced(function* (id: string) {
  const checkpoint = yield* (yield* Checkpoints).get(id, "jobs")
  const pages = Option.match(checkpoint, { onNone: () => 0, onSome: ({ seq }) => seq })
  assert.strictEqual(yield* (yield* Remotes).count(id, "jobs"), pages * 20)
  assert.strictEqual((yield* (yield* Records).counts(id))[0]?.total ?? 0, pages * 20)
  assert.strictEqual(yield* (yield* Feed).last(id), pages * 20)
  assert.lengthOf(yield* (yield* Feed).after(id, 0, 1000), pages * 20)
  return pages
})

/** That an error says that the connection is lost and that trying again may do. */
const assertLost = (error: unknown) => {
  assert.instanceOf(error, StoreError)
  if (!(error instanceof StoreError)) return
  assert.strictEqual(error.reason._tag, "DatabaseUnreachable")
  assert.isTrue(error.isTransient)
  assert.match(error.remedy, /^[A-Z].*\.$/)
}

/** The first statement that goes through: a pool notices on use that a connection is gone. */
const again = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.retry(effect, { times: 20 })

const pid = Effect.map(
  SqlClient.use((sql) => sql<{ readonly pid: number }>`SELECT pg_backend_pid() AS pid`),
  (rows) => rows[0]?.pid ?? 0
)

it.effect.each([
  ["before", [0]],
  ["during", [0, 1]],
  ["after", [1]]
] as const)("the connection is lost %s the commit: all of the page is stored, or nothing", ([when, outcomes]) =>
  Effect.gen(function* () {
    const { url } = yield* owned
    const address = new URL(Redacted.value(url))
    const relay = yield* Relay.make(address.hostname, Number(address.port))
    address.hostname = "127.0.0.1"
    address.port = String(relay.port)
    const { claim, id } = yield* Effect.gen(function* () {
      const id = yield* connector
      return { id, claim: yield* (yield* Fence).claim(id) }
    }).pipe(Effect.provide(store(url)))
    yield* Effect.gen(function* () {
      relay.lose(when)
      assertLost(yield* Effect.flip(page(claim, Effect.void)))
      // The server may still be at that commit. A new claim waits for the end of it, one way or the other.
      const next = yield* again((yield* Fence).claim(id))
      const pages = yield* stored(id)
      assert.include(outcomes, pages)
      // Going on from the checkpoint repeats nothing, whether or not the commit was heard of.
      yield* page(next, Effect.void)
      assert.strictEqual(yield* stored(id), pages + 1)
    }).pipe(Effect.provide(Layer.fresh(store(Redacted.make(address.href), { maxConnections: 1 }))))
  })
)

const end = Effect.flatMap(pid, (pid) => asOperator(`SELECT pg_terminate_backend(${pid})`))

it.effect("the server ends a session: inside a transaction, in a statement, and while it waits in the pool", () =>
  Effect.gen(function* () {
    const { url, user } = yield* owned
    yield* Effect.gen(function* () {
      const id = yield* connector
      const sql = yield* SqlClient
      const claim = yield* (yield* Fence).claim(id)
      assertLost(yield* Effect.flip(page(claim, end)))
      assert.strictEqual(yield* again(stored(id)), 0)

      const sleeps = yield* Deferred.make<number>()
      const sleep = Effect.gen(function* () {
        yield* Deferred.succeed(sleeps, yield* pid)
        yield* sql`SELECT pg_sleep(60)`
      })
      const sleeper = yield* Effect.forkChild(Effect.flip(page(claim, sleep)))
      yield* asOperator(`SELECT pg_terminate_backend(${yield* Deferred.await(sleeps)})`)
      assertLost(yield* Fiber.join(sleeper))
      assert.strictEqual(yield* again(stored(id)), 0)

      yield* asOperator(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${user.name}'`)
      yield* again(page(claim, Effect.void))
      assert.strictEqual(yield* stored(id), 1)
    }).pipe(Effect.provide(store(url)))
  })
)

it.effect("what breaks a transaction off is told apart, and undone", () =>
  Effect.gen(function* () {
    const { name, url } = yield* owned
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const fence = yield* Fence
      const transaction = yield* Transaction
      const claim = yield* fence.claim(yield* connector)
      const other = yield* fence.claim(yield* connector)
      const reason = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
        Effect.map(Effect.flip(effect), (error) =>
          error instanceof StoreError ? [error.reason._tag, error.isTransient] : error
        )

      const slow = Effect.andThen(sql`SET LOCAL statement_timeout = 50`, sql`SELECT pg_sleep(60)`)
      assert.deepStrictEqual(yield* reason(page(claim, slow)), ["StatementTimedOut", true])
      assert.strictEqual(yield* stored(claim.connectorId), 0)

      // Each holds what the other one wants next; the server undoes one of the two.
      const both = [yield* Deferred.make<void>(), yield* Deferred.make<void>()] as const
      const cross = (mine: Claim, theirs: Claim, index: 0 | 1) =>
        transaction.run(
          Effect.gen(function* () {
            yield* fence.hold(mine)
            yield* Deferred.succeed(both[index], undefined)
            yield* Deferred.await(both[index === 0 ? 1 : 0])
            yield* fence.hold(theirs)
          })
        )
      const ends = yield* Effect.forEach(
        [cross(claim, other, 0), cross(other, claim, 1)],
        (each) => Effect.result(each),
        { concurrency: 2 }
      )
      const failures = ends.flatMap((end) => (Result.isFailure(end) ? [end.failure] : []))
      assert.lengthOf(failures, 1)
      assert.deepStrictEqual(yield* reason(Effect.fail(failures[0])), ["TransactionConflict", true])

      // The server's own words for it: a disk cannot be filled here.
      yield* asOperator(`
        CREATE FUNCTION ${name}.refuse() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full''; END'`)
      yield* asOperator(`
        CREATE TRIGGER refuse BEFORE INSERT ON ${name}.feed FOR EACH ROW EXECUTE FUNCTION ${name}.refuse()`)
      assert.deepStrictEqual(yield* reason(page(claim, Effect.void)), ["DiskFull", false])
      assert.strictEqual(yield* stored(claim.connectorId), 0)
      yield* asOperator(`DROP TRIGGER refuse ON ${name}.feed`)
      yield* page(claim, Effect.void)
      assert.strictEqual(yield* stored(claim.connectorId), 1)
    }).pipe(Effect.provide(store(url)))
  })
)

it.effect("a writer that froze inside a transaction does not keep its connector", () =>
  Effect.gen(function* () {
    const { url } = yield* owned
    yield* Effect.gen(function* () {
      const sql = yield* SqlClient
      const fence = yield* Fence
      const claim = yield* fence.claim(yield* connector)
      const frozen = yield* Deferred.make<void>()
      const thawed = yield* Deferred.make<void>()
      const freeze = Effect.gen(function* () {
        yield* sql`SET LOCAL idle_in_transaction_session_timeout = 200`
        yield* Deferred.succeed(frozen, undefined)
        yield* Deferred.await(thawed)
      })
      const writer = yield* Effect.forkChild(Effect.flip(page(claim, freeze)))
      yield* Deferred.await(frozen)
      const next = yield* fence.claim(claim.connectorId)
      yield* page(next, Effect.void)
      yield* Deferred.succeed(thawed, undefined)
      assertLost(yield* Fiber.join(writer))
      assert.strictEqual(yield* stored(claim.connectorId), 1)
    }).pipe(Effect.provide(store(url)))
  })
)
