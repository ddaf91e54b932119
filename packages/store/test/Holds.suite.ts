import { assert, layer } from "@effect/vitest"
import { type Decision, HoldNotFound, Holds } from "@crosswalk/store/Holds"
import { Remotes } from "@crosswalk/store/Remotes"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { SqlClient } from "effect/sql/SqlClient"
import { TestClock } from "effect/testing"
import { connector } from "./sample.ts"

const row = (key: string) => ({ key, parent: null, hash: key, data: "{}" })
const names = ["a", "b", "c", "d", "e", "f"] as const

const Step = Schema.Union([
  Schema.Struct({ seen: Schema.Array(Schema.Literals(names)), opens: Schema.Boolean }),
  Schema.Struct({ decide: Schema.Literals(["accepted", "rejected"]) })
])

/** What every database must do with what a sync did not dare to do. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect.prop(
      "any sequence of walks and decisions holds the deletions that a simple model holds",
      [Schema.Array(Step)],
      ([steps]) =>
        Effect.gen(function* () {
          const id = yield* connector
          const holds = yield* Holds
          const remotes = yield* Remotes
          yield* remotes.land(id, "jobs", "r", names.map(row))
          let undecided = new Set<string>()
          const decided: Array<{ decision: Decision | null; keys: Set<string> }> = []
          for (const [index, step] of steps.entries()) {
            if ("seen" in step) {
              const run = `r${index}`
              yield* remotes.land(id, "jobs", run, step.seen.map(row))
              yield* holds.forget(id, "jobs", step.seen)
              for (const keys of [undecided, ...decided.map((hold) => hold.keys)]) {
                for (const key of step.seen) keys.delete(key)
              }
              const settled = new Set(decided.flatMap(({ keys }) => [...keys]))
              const open = names.filter((key) => !step.seen.includes(key) && !settled.has(key))
              assert.strictEqual(yield* holds.countUnseenUnheld(id, "jobs", run), open.length)
              assert.deepStrictEqual(yield* Stream.runCollect(holds.unseenUnheld(id, "jobs", run)), open)
              if (!step.opens) continue
              const hold = yield* holds.openDeletions({ connectorId: id, resource: "jobs", runId: run, reason: "gone" })
              assert.deepStrictEqual(
                Option.getOrNull(Option.map(hold, (each) => [each.records, each.stored, each.runId, each.decision])),
                open.length === 0 ? null : [open.length, names.length, run, null]
              )
              undecided = new Set(open)
            } else if (undecided.size > 0) {
              const waiting = (yield* holds.list(id)).find(({ decision }) => decision === null)
              yield* holds.decide(waiting?.id ?? "", step.decide)
              decided.push({ decision: step.decide, keys: undecided })
              undecided = new Set()
            }
            const stored = yield* Effect.forEach(yield* holds.list(id), (hold) =>
              Effect.map(holds.keys(hold.id, "", 100), (keys) => [hold.decision, hold.records, keys])
            )
            assert.sameDeepMembers(
              stored,
              [{ decision: null, keys: undecided }, ...decided]
                .filter(({ keys }) => keys.size > 0)
                .map(({ decision, keys }) => [decision, keys.size, [...keys].sort()])
            )
          }
        })
    )

    it.effect("holds more deletions than one statement takes, and pages through them", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const holds = yield* Holds
        const remotes = yield* Remotes
        const sql = yield* SqlClient
        const keys = Array.from({ length: 10_001 }, (_, index) => String(index).padStart(6, "0"))
        yield* remotes.land(id, "jobs", "r1", keys.map(row))
        yield* remotes.land(id, "jobs", "r2", [row("000000")])
        const of = { connectorId: id, resource: "jobs", runId: "r2", reason: "many are gone" }
        const first = Option.getOrThrow(yield* holds.openDeletions(of))
        yield* TestClock.adjust("1 minute")
        const hold = Option.getOrThrow(yield* holds.openDeletions(of))
        assert.instanceOf(yield* Effect.flip(holds.get(first.id)), HoldNotFound)
        assert.deepStrictEqual([hold.records, hold.stored, hold.kind, hold.field], [10_000, 10_001, "deletions", null])
        const read = yield* Stream.runCollect(
          Stream.paginate("", (after) =>
            Effect.map(
              holds.keys(hold.id, after, 4000),
              (page) => [page, page.length < 4000 ? Option.none() : Option.fromNullishOr(page.at(-1))] as const
            )
          )
        )
        assert.deepStrictEqual(read, keys.slice(1))
        const kept = yield* sql<{ readonly count: number }>`
          SELECT COUNT(*) AS count FROM held_keys WHERE connector_id = ${id}`
        assert.strictEqual(Number(kept[0]?.count), 10_000)
        yield* holds.forget(id, "jobs", keys)
        assert.deepStrictEqual(yield* holds.list(id), [])
      })
    )

    it.effect("keeps a field's lost values apart from deletions", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const holds = yield* Holds
        yield* (yield* Remotes).land(id, "jobs", "r1", names.map(row))
        const of = { connectorId: id, resource: "jobs", runId: "r2", reason: "gone" }
        const gone = Option.getOrThrow(yield* holds.openDeletions(of))
        const empty = (field: string | null, keys: ReadonlyArray<string>) => holds.open({ ...of, field }, keys)
        const left = Effect.map(holds.list(id), (all) =>
          all.map(({ decision, field, kind, records }) => [kind, field, records, decision])
        )
        yield* empty("salary", ["a", "b", "a"])
        yield* empty("salary", ["b", "c"])
        yield* empty("notes", ["a"])
        yield* empty("title", [])
        assert.sameDeepMembers(yield* left, [
          ["deletions", null, 6, null],
          ["emptied", "salary", 3, null],
          ["emptied", "notes", 1, null]
        ])
        yield* holds.forget(id, "jobs", ["a", "b"], "salary")
        yield* holds.forget(id, "jobs", ["a"])
        yield* empty(null, ["a", "b"])
        const rejected = (yield* holds.list(id)).find(({ field }) => field === "salary")
        yield* holds.decide(rejected?.id ?? "", "rejected")
        yield* empty("salary", ["c", "d"])
        assert.sameDeepMembers(yield* left, [
          ["deletions", null, 6, null],
          ["emptied", "salary", 2, "rejected"],
          ["emptied", "notes", 1, null]
        ])
        yield* holds.decide(gone.id, "accepted")
        yield* empty(null, ["a"])
        assert.lengthOf(yield* left, 3)
        yield* holds.decide(gone.id, "rejected")
        const accepted = yield* holds.decide(gone.id, "accepted")
        assert.deepStrictEqual([accepted.decision, accepted.decidedAt === null], ["accepted", false])
        assert.instanceOf(yield* Effect.flip(holds.decide("none", "accepted")), HoldNotFound)
      })
    )
  })
}
