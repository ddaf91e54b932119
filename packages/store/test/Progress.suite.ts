import { assert, layer } from "@effect/vitest"
import { CheckpointMoved, Checkpoints } from "@crosswalk/store/Checkpoints"
import { Due } from "@crosswalk/store/Due"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Remotes } from "@crosswalk/store/Remotes"
import { Runs } from "@crosswalk/store/Runs"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { SqlClient } from "effect/sql/SqlClient"
import { TestClock } from "effect/testing"
import { connector } from "./sample.ts"

const row = (key: string, data: string, parent: string | null = null) => ({ key, parent, hash: `h:${data}`, data })

/** What every database must do with checkpoints, work lists, runs and the quarantine. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("moves a checkpoint for one writer alone", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const checkpoints = yield* Checkpoints
        const transaction = yield* Transaction
        const remotes = yield* Remotes
        const first = yield* checkpoints.open(id, "jobs", "r1", "listing")
        assert.deepStrictEqual([first.cursor, first.mark, first.seq], [null, null, 0])
        assert.deepStrictEqual(yield* checkpoints.open(id, "jobs", "r2", "other"), first)
        const second = yield* checkpoints.move(first, { runId: "r1", cursor: '{"page":2}' })
        const stale = yield* transaction
          .run(
            Effect.andThen(
              remotes.land(id, "jobs", "r1", [row("a", "1")]),
              checkpoints.move(first, { runId: "r2", cursor: '{"page":9}' })
            )
          )
          .pipe(Effect.flip)
        assert.instanceOf(stale, CheckpointMoved)
        assert.strictEqual(yield* remotes.count(id, "jobs"), 0)
        const third = yield* checkpoints.move(second, { runId: "r1", cursor: null, mark: "m1", state: "done" })
        assert.deepStrictEqual(Option.getOrThrow(yield* checkpoints.get(id, "jobs")), third)
        assert.deepStrictEqual(third, {
          connectorId: id,
          resource: "jobs",
          runId: "r1",
          cursor: null,
          mark: "m1",
          state: "done",
          seq: 2
        })
        yield* checkpoints.clear(id)
        assert.deepStrictEqual(yield* checkpoints.list(id), [])
        assert.instanceOf(yield* Effect.flip(checkpoints.move(third, { runId: "r1" })), CheckpointMoved)
      })
    )

    it.effect("keeps a parent on the list that was added again while its children were fetched", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const due = yield* Due
        yield* due.add(id, "offers", "r1", ["o2", "o1", "o2"])
        const items = yield* due.next(id, "offers", 10)
        assert.deepStrictEqual(
          items.map(({ parent }) => parent),
          ["o2", "o1"]
        )
        yield* due.add(id, "offers", "r2", ["o2"])
        yield* due.remove(id, "offers", items)
        const rest = yield* due.next(id, "offers", 10)
        assert.deepStrictEqual(
          rest.map(({ parent, runId }) => [parent, runId]),
          [["o2", "r2"]]
        )
        assert.strictEqual(yield* due.count(id, "offers"), 1)
        yield* due.clear(id, "offers")
        assert.strictEqual(yield* due.count(id, "offers"), 0)
      })
    )

    it.effect("keeps runs with their outcome", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const runs = yield* Runs
        const run = yield* runs.start({ id: `${id}/r1`, connectorId: id, mode: "full" })
        assert.deepStrictEqual([run.status, run.endedAt, run.mark], ["running", null, null])
        yield* TestClock.adjust("1 second")
        assert.deepStrictEqual(yield* runs.start({ id: run.id, connectorId: id, mode: "incremental" }), run)
        assert.strictEqual(Option.getOrThrow(yield* runs.running(id)).id, run.id)
        yield* runs.setMark(run.id, "1767225600000")
        yield* runs.finish(run.id, "partial", '{"read":1}')
        yield* runs.start({ id: `${id}/r2`, connectorId: id, mode: "incremental", mark: "m" })
        const ended = Option.getOrThrow(yield* runs.get(run.id))
        assert.deepStrictEqual(
          [ended.status, ended.mark, ended.summary, run.startedAt < (ended.endedAt ?? "")],
          ["partial", "1767225600000", '{"read":1}', true]
        )
        assert.deepStrictEqual(
          (yield* runs.list(id)).map(({ id }) => id),
          [`${id}/r2`, run.id]
        )
        assert.isTrue(Option.isNone(yield* runs.get("none")))
      })
    )

    it.effect("keeps a quarantined record until it succeeds", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const quarantine = yield* Quarantine
        const one = {
          resource: "jobs",
          key: "j1",
          mapper: "job",
          remoteId: "j1",
          issues: [{ path: "title", reason: "expected a text" }],
          data: '{"title":1}'
        }
        const unread = { ...one, mapper: null, remoteId: null, issues: [{ path: "", reason: "no object" }], data: "[]" }
        yield* quarantine.put(id, "r1", [one, unread])
        yield* TestClock.adjust("1 minute")
        yield* quarantine.put(id, "r2", [{ ...one, data: '{"title":2}' }])
        const [first, second] = yield* quarantine.list(id)
        assert.deepStrictEqual([first?.mapper, first?.runId, first?.data], [null, "r1", "[]"])
        assert.deepStrictEqual([second?.mapper, second?.runId, second?.data], ["job", "r2", '{"title":2}'])
        assert.deepStrictEqual(second?.issues, one.issues)
        assert.isTrue((second?.firstSeenAt ?? "") < (second?.lastSeenAt ?? ""))
        assert.strictEqual(yield* quarantine.count(id), 2)
        assert.strictEqual(yield* quarantine.count(id, { mapper: null }), 1)
        assert.strictEqual(yield* quarantine.count(id, { resource: "offers" }), 0)
        yield* quarantine.clear(id, "jobs", "job", ["j1", "j2"])
        assert.lengthOf(yield* quarantine.list(id, { mapper: "job" }), 0)
        assert.lengthOf(yield* quarantine.list(id, { limit: 1 }), 1)
      })
    )
  })
}
