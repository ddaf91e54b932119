import { assert, layer } from "@effect/vitest"
import { Audits } from "@crosswalk/store/Audits"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Feed, FeedForgotten } from "@crosswalk/store/Feed"
import { Holds } from "@crosswalk/store/Holds"
import { Links } from "@crosswalk/store/Links"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { Retention } from "@crosswalk/store/Retention"
import { Runs } from "@crosswalk/store/Runs"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { SqlClient } from "effect/sql/SqlClient"
import { TestClock } from "effect/testing"
import { connector, derived, gone } from "./sample.ts"

const nothing = { runs: null, feed: null, deleted: null, quarantine: null, audits: null, requests: null }
const none = { runs: 0, feed: 0, deleted: 0, quarantine: 0, audits: 0, requests: 0 }
const days = Duration.days
const day = (index: number): string => new Date(index * 86_400_000).toISOString()

/** What every database must forget, and what it must not. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("forgets old runs, but for those that later runs ask for", () =>
      Effect.gen(function* () {
        const [id, idle] = [yield* connector, yield* connector]
        const runs = yield* Runs
        const retention = yield* Retention
        const sql = yield* SqlClient
        const add = Effect.fnUntraced(function* (
          of: string,
          run: string,
          mode: "full" | "incremental",
          ended: boolean
        ) {
          yield* runs.start({ id: `${of}/${run}`, connectorId: of, mode })
          if (ended) yield* runs.finish(`${of}/${run}`, run === "broken" ? "failed" : "succeeded", "{}")
          yield* TestClock.adjust("1 second")
        })
        const left = (of: string) => Effect.map(runs.list(of, 5000), (all) => all.map((run) => run.id.split("/")[1]))
        yield* add(id, "read", "incremental", true)
        yield* add(id, "old", "full", true)
        yield* add(id, "full", "full", true)
        yield* add(id, "broken", "full", true)
        yield* sql`
          INSERT INTO runs (id, connector_id, mode, status, requested_at, started_at, ended_at)
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
          SELECT ${`${id}/small`} || n.i, r.connector_id, 'incremental', 'failed', r.requested_at, r.started_at, r.ended_at
          FROM n CROSS JOIN runs r WHERE r.id = ${`${id}/broken`}`
        yield* add(idle, "last", "incremental", true)
        yield* (yield* Checkpoints).open(id, "jobs", `${id}/read`, "done")
        yield* add(id, "unfinished", "incremental", false)
        yield* TestClock.adjust("40 days")
        yield* runs.finish(`${id}/unfinished`, "succeeded", "{}")
        yield* add(id, "new", "incremental", true)
        assert.deepStrictEqual(yield* retention.enforce(nothing), none)
        assert.deepStrictEqual(yield* retention.enforce({ ...nothing, runs: days(30) }), { ...none, runs: 1102 })
        assert.deepStrictEqual(yield* left(id), ["new", "unfinished", "full", "read"])
        assert.deepStrictEqual(yield* left(idle), ["last"])
        assert.deepStrictEqual(yield* retention.enforce({ ...nothing, runs: days(30) }), none)
        assert.strictEqual(Option.getOrThrow(yield* runs.lastFull(id)).id, `${id}/full`)
      })
    )

    it.effect("forgets old entries of the feed, and tells a reader who stands before them", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const feed = yield* Feed
        const retention = yield* Retention
        const write = (from: number, to: number, now: string) =>
          records.write(
            id,
            "job",
            Array.from({ length: to - from }, (_, index) => derived(id, String(from + index), {})),
            now
          )
        yield* write(0, 2500, day(0))
        yield* write(2500, 2510, day(50))
        yield* TestClock.setTime(Date.parse(day(60)))
        assert.deepStrictEqual(yield* retention.enforce({ ...nothing, feed: days(30) }), { ...none, feed: 2500 })
        const forgotten = yield* Effect.flip(feed.after(id, 2499, 100))
        assert.instanceOf(forgotten, FeedForgotten)
        assert.strictEqual(forgotten.floor, 2500)
        assert.deepStrictEqual(
          (yield* feed.after(id, 2500, 100)).map(({ seq }) => seq),
          Array.from({ length: 10 }, (_, index) => 2501 + index)
        )
        yield* write(2510, 2511, day(60))
        assert.strictEqual(yield* feed.last(id), 2511)
        const all = yield* records.page(id, "job", { after: 0, limit: 5000 })
        assert.lengthOf(all, 2511)
      })
    )

    it.effect("forgets deleted records some time after their deletion was stored", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const retention = yield* Retention
        const ids = ["early", "told late", "back", "alive"]
        yield* records.write(
          id,
          "job",
          ids.map((each) => derived(id, each, {})),
          day(0)
        )
        yield* records.write(id, "job", [gone(id, "early", day(1)), gone(id, "back", day(1))], day(1))
        yield* records.write(id, "job", [derived(id, "back", { x: 1 })], day(2))
        yield* records.write(id, "job", [gone(id, "told late", day(1))], day(50))
        yield* TestClock.setTime(Date.parse(day(60)))
        assert.deepStrictEqual(yield* retention.enforce({ ...nothing, deleted: days(30) }), { ...none, deleted: 1 })
        const left = yield* records.page(id, "job", { after: 0, limit: 10, includeDeleted: true })
        assert.deepStrictEqual(
          left.map(({ remoteId }) => remoteId),
          ["told late", "back", "alive"]
        )
        assert.isTrue(Option.isNone(yield* records.get(id, "job", `${id}/early`)))
        const again = yield* records.write(id, "job", [derived(id, "early", {})], day(60))
        assert.strictEqual(again.inserted, 1)
        assert.isTrue(Option.isSome(yield* records.get(id, "job", `${id}/early`)))
      })
    )

    it.effect("forgets quarantined records that were not met again, and audits", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const quarantine = yield* Quarantine
        const audits = yield* Audits
        const retention = yield* Retention
        const bad = (key: string) => ({ resource: "jobs", key, mapper: "job", remoteId: key, issues: [], data: "{}" })
        const findings = {
          sampled: 1,
          equal: 1,
          behind: 0,
          wrong: 0,
          held: 0,
          gone: 0,
          unreadable: 0,
          lagSeconds: null
        }
        yield* TestClock.setTime(0)
        yield* quarantine.put(id, "r1", ["a", "b"].map(bad))
        yield* TestClock.setTime(Date.parse(day(50)))
        yield* quarantine.put(id, "r2", [bad("b")])
        for (const index of [0, 50]) {
          yield* audits.put({ ...findings, connectorId: id, resource: "jobs", at: day(index) })
        }
        yield* TestClock.setTime(Date.parse(day(60)))
        assert.deepStrictEqual(yield* retention.enforce({ ...nothing, quarantine: days(30), audits: days(30) }), {
          ...none,
          quarantine: 1,
          audits: 1
        })
        assert.deepStrictEqual(
          (yield* quarantine.list(id)).map(({ key }) => key),
          ["b"]
        )
        assert.deepStrictEqual(
          (yield* audits.list(id)).map((each) => each.at),
          [day(50)]
        )
      })
    )

    it.effect("forgets what was landed of resources that nothing reads any more, with their checkpoints", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const checkpoints = yield* Checkpoints
        const links = yield* Links
        const remotes = yield* Remotes
        const runs = yield* Runs
        const holds = yield* Holds
        const retention = yield* Retention
        yield* TestClock.setTime(0)
        const rows = Array.from({ length: 1500 }, (_, index) => ({
          key: String(index),
          parent: null,
          hash: "h",
          data: "{}"
        }))
        const read = Effect.fnUntraced(function* (run: string, resources: ReadonlyArray<string>) {
          yield* runs.start({ id: `${id}/${run}`, connectorId: id, mode: "full" })
          for (const resource of resources) {
            const opened = yield* checkpoints.open(id, resource, `${id}/${run}`, "done")
            yield* checkpoints.move(opened, { runId: `${id}/${run}`, mark: "m", state: "done" })
            yield* remotes.land(id, resource, `${id}/${run}`, rows)
            yield* links.replace(id, resource, [{ key: "1", links: [{ link: "owner", target: "u" }] }])
          }
          yield* runs.finish(`${id}/${run}`, "succeeded", "{}")
        })
        yield* read("r1", ["jobs", "notes", "users"])
        const held = { connectorId: id, resource: "notes", runId: `${id}/r1`, field: null, reason: "gone" }
        yield* holds.open(held, ["1", "2"])
        yield* TestClock.setTime(Date.parse(day(50)))
        yield* read("r2", ["jobs"])
        yield* TestClock.setTime(Date.parse(day(60)))
        assert.strictEqual(yield* retention.forgetUnread(id, ["jobs", "users"], days(61)), 0)
        // Its age alone takes nothing from a resource that is in use: its list may be forbidden for the time being.
        assert.strictEqual(yield* retention.forgetUnread(id, ["jobs", "notes", "users"], days(30)), 0)
        assert.strictEqual(yield* retention.forgetUnread(id, ["users"], days(30)), 1500)
        const counts = yield* Effect.forEach(["jobs", "notes", "users"], (resource) => remotes.count(id, resource))
        assert.deepStrictEqual(counts, [1500, 0, 1500])
        assert.deepStrictEqual(yield* holds.list(id), [])
        assert.deepStrictEqual(
          (yield* checkpoints.list(id)).map(({ mark, resource }) => [resource, mark]),
          [
            ["jobs", "m"],
            ["users", "m"]
          ]
        )
        assert.strictEqual(yield* retention.forgetUnread(id, [], days(5)), 3000)
        assert.deepStrictEqual(yield* checkpoints.list(id), [])
      })
    )
  })
}
