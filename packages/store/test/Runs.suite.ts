import { assert, layer } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import { Runs } from "@crosswalk/store/Runs"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { SqlClient } from "effect/sql/SqlClient"
import { TestClock } from "effect/testing"
import { connector } from "./sample.ts"

const Step = Schema.Union([
  Schema.Struct({ ask: Schema.Literals(["full", "incremental"]), priority: Schema.Literals([0, 1, 2]) }),
  Schema.Struct({ to: Schema.Literals(["begin", "finish", "cancel queued", "cancel running"]) })
])

interface Active {
  readonly id: string
  readonly mode: string
  readonly priority: number
  readonly stops: boolean
}

/** What every database must do with runs that are asked for, begin, stop and end. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect.prop(
      "any sequence of requests, beginnings, ends and cancellations leaves the runs of a simple model",
      [Schema.Array(Step)],
      ([steps]) =>
        Effect.gen(function* () {
          const id = yield* connector
          const runs = yield* Runs
          const now: { queued: Active | null; running: Active | null } = { queued: null, running: null }
          for (const [index, step] of steps.entries()) {
            const { queued, running } = now
            if ("ask" in step) {
              const own = `${id}/${index}`
              const asked = yield* runs.request({
                id: own,
                connectorId: id,
                mode: step.ask,
                priority: step.priority
              })
              const answers: Active | null =
                running !== null && !running.stops && (running.mode === "full" || step.ask === "incremental")
                  ? running
                  : queued
              const expected: Active =
                answers === null
                  ? { id: own, mode: step.ask, priority: step.priority, stops: false }
                  : answers === running
                    ? answers
                    : {
                        ...answers,
                        mode: answers.mode === "full" ? "full" : step.ask,
                        priority: Math.max(answers.priority, step.priority)
                      }
              if (answers !== running || answers === null) now.queued = expected
              assert.deepStrictEqual(
                [asked.run.id, asked.run.mode, asked.run.priority, asked.joined],
                [expected.id, expected.mode, expected.priority, answers !== null]
              )
              // An incremental run never answers who wants everything read.
              assert.isTrue(step.ask === "incremental" || asked.run.mode === "full")
            } else if (step.to === "begin" && queued !== null) {
              const begun = Option.getOrThrow(yield* runs.begin(queued.id))
              assert.strictEqual(begun.status, running === null ? "running" : "queued")
              if (running === null) Object.assign(now, { running: queued, queued: null })
            } else if (step.to === "finish" && running !== null) {
              yield* runs.finish(running.id, "succeeded", "{}")
              now.running = null
            } else if (step.to === "cancel queued" && queued !== null) {
              const cancelled = Option.getOrThrow(yield* runs.cancel(queued.id))
              assert.deepStrictEqual([cancelled.status, cancelled.startedAt], ["cancelled", null])
              assert.isNotNull(cancelled.endedAt)
              now.queued = null
            } else if (step.to === "cancel running" && running !== null) {
              const stopping = Option.getOrThrow(yield* runs.cancel(running.id))
              assert.deepStrictEqual([stopping.status, stopping.endedAt], ["running", null])
              assert.isNotNull(stopping.cancelRequestedAt)
              now.running = { ...running, stops: true }
            }
            const stored = yield* runs.list(id, 1000)
            const active = stored.filter(({ status }) => status === "queued" || status === "running")
            const expected = [
              ...(now.queued === null ? [] : [[now.queued.id, "queued", now.queued.mode, now.queued.priority]]),
              ...(now.running === null ? [] : [[now.running.id, "running", now.running.mode, now.running.priority]])
            ]
            assert.sameDeepMembers(
              active.map((run) => [run.id, run.status, run.mode, run.priority]),
              expected
            )
            const ready = (yield* runs.queued({ limit: 1000 })).filter(({ connectorId }) => connectorId === id)
            assert.deepStrictEqual(
              ready.map((run) => run.id),
              now.queued !== null && now.running === null ? [now.queued.id] : []
            )
          }
        })
    )

    it.effect("counts how often a run was taken up since it last got on", () =>
      Effect.gen(function* () {
        const runs = yield* Runs
        const { id } = yield* runs.start({ id: "taken", connectorId: yield* connector, mode: "full" })
        assert.deepStrictEqual([yield* runs.takeUp(id), yield* runs.takeUp(id)], [1, 2])
        yield* runs.gotOn(id)
        assert.strictEqual(yield* runs.takeUp(id), 1)
      })
    )

    it.effect("answers many requests at once with one run, and begins it once", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const runs = yield* Runs
        const all = <A, E, R>(effect: (index: number) => Effect.Effect<A, E, R>) =>
          Effect.forEach(Array.from({ length: 24 }).keys(), effect, { concurrency: "unbounded" })
        const asked = yield* all((index) =>
          runs.request({ connectorId: id, mode: index % 3 === 0 ? "full" : "incremental", priority: index })
        )
        assert.strictEqual(new Set(asked.map(({ run }) => run.id)).size, 1)
        assert.lengthOf(
          asked.filter(({ joined }) => !joined),
          1
        )
        const [run] = yield* runs.list(id)
        assert.deepStrictEqual([run?.mode, run?.priority, run?.status], ["full", 23, "queued"])
        const begun = yield* all(() => runs.begin(run?.id ?? ""))
        assert.strictEqual(new Set(begun.map((each) => Option.getOrThrow(each).startedAt)).size, 1)
        assert.strictEqual((yield* runs.request({ connectorId: id, mode: "full" })).run.id, run?.id)
      })
    )

    it.effect("lets runs begin by priority, then age, and leaves out providers that are at their cap", () =>
      Effect.gen(function* () {
        const runs = yield* Runs
        const connectors = yield* Connectors
        const before = yield* runs.runningByProvider
        const add = Effect.fnUntraced(function* (provider: string, priority: number) {
          const { id } = yield* connectors.create({
            id: `${name}/${provider}/${priority}/${yield* Effect.clockWith((clock) => clock.currentTimeMillis)}`,
            provider,
            category: "ats",
            credentials: { key: Redacted.make("k") }
          })
          yield* TestClock.adjust("1 second")
          const { run } = yield* runs.request({ connectorId: id, mode: "full", priority })
          yield* TestClock.adjust("1 second")
          return run.id
        })
        const old = yield* add("order-a", 100)
        const young = yield* add("order-a", 100)
        const urgent = yield* add("order-b", 101)
        const ready = (except: ReadonlyArray<string>) =>
          Effect.map(runs.queued({ limit: 3, except }), (rows) =>
            rows.filter(({ priority }) => priority >= 100).map((run) => [run.id, run.provider])
          )
        assert.deepStrictEqual(yield* ready([]), [
          [urgent, "order-b"],
          [old, "order-a"],
          [young, "order-a"]
        ])
        assert.deepStrictEqual(yield* ready(["order-a"]), [[urgent, "order-b"]])
        yield* runs.begin(old)
        yield* runs.begin(urgent)
        const counts = yield* runs.runningByProvider
        assert.deepStrictEqual([before.get("order-a"), counts.get("order-a"), counts.get("order-b")], [undefined, 1, 1])
        assert.includeMembers(
          (yield* runs.allRunning).map((run) => run.id),
          [old, urgent]
        )
        yield* runs.setProgress(old, '{"pages":3}')
        yield* runs.finish(old, "partial", '{"read":1}')
        yield* runs.setProgress(old, '{"pages":4}')
        yield* runs.finish(old, "failed", "{}")
        const ended = Option.getOrThrow(yield* runs.get(old))
        assert.deepStrictEqual([ended.status, ended.progress, ended.summary], ["partial", '{"pages":3}', '{"read":1}'])
        assert.deepStrictEqual(Option.getOrThrow(yield* runs.begin(old)), ended)
        assert.deepStrictEqual(Option.getOrThrow(yield* runs.cancel(old)), ended)
        assert.isTrue(Option.isNone(yield* runs.cancel("none")) && Option.isNone(yield* runs.begin("none")))
        assert.strictEqual(Option.getOrThrow(yield* runs.lastFull(ended.connectorId)).id, old)
      })
    )
  })
}
