import { assert, layer } from "@effect/vitest"
import { Dirty } from "@crosswalk/store/Dirty"
import { Links } from "@crosswalk/store/Links"
import { Remotes } from "@crosswalk/store/Remotes"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { SqlClient } from "effect/sql/SqlClient"
import { connector } from "./sample.ts"

const row = (key: string, data: string, parent: string | null = null) => ({ key, parent, hash: `h:${data}`, data })

/** What every database must do with remote records, their links and the list of what they touch. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("lands new and changed records, and answers what they were", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const remotes = yield* Remotes
        const first = yield* remotes.land(id, "jobs", "r1", [row("a", "1"), row("b", "1"), row("a", "2")])
        assert.deepStrictEqual(
          first.map(({ key, previous }) => [key, previous]),
          [
            ["a", null],
            ["b", null]
          ]
        )
        const second = yield* remotes.land(id, "jobs", "r2", [row("a", "2"), row("b", "3"), row("c", "1", "p")])
        assert.deepStrictEqual(
          second.map(({ key, previous }) => [key, previous]),
          [
            ["b", "1"],
            ["c", null]
          ]
        )
        const moved = yield* remotes.land(id, "jobs", "r2", [row("c", "1", "q")])
        assert.deepStrictEqual(
          moved.map(({ key }) => key),
          ["c"]
        )
        assert.strictEqual(yield* remotes.count(id, "jobs"), 3)
        const children = yield* remotes.byParents(id, "jobs", ["p", "q"])
        assert.deepStrictEqual(
          children.map(({ key, parent, data }) => [key, parent, data]),
          [["c", "q", "1"]]
        )
      })
    )

    it.effect("replaced data are read, are not seen, and are landed anew", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const remotes = yield* Remotes
        yield* remotes.land(id, "jobs", "r1", [row("a", "1"), row("b", "1")])
        yield* remotes.land(id, "jobs", "r2", [row("b", "1")])
        yield* remotes.rewrite(id, "jobs", [
          { key: "a", data: "mine" },
          { key: "none", data: "nobody" }
        ])
        const rows = yield* remotes.byKeys(id, "jobs", ["a", "b", "none"])
        assert.deepStrictEqual(
          rows.map(({ data }) => data),
          ["mine", "1"]
        )
        assert.strictEqual(yield* remotes.countUnseen(id, "jobs", "r2"), 1)
        assert.deepStrictEqual(yield* remotes.land(id, "jobs", "r2", [row("a", "1"), row("b", "1")]), [
          { key: "a", previous: "mine" }
        ])
      })
    )

    it.effect("keeps what a vendor sent to the letter", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const remotes = yield* Remotes
        const text = '{ "b":1.0, "a":"\\u0000 ü 𝒳 \\ud800", "big":12345678901234567890 }'
        const keys = ["'; DROP TABLE remotes; --", "ключ", "🔑", "x".repeat(5000), "5", "?", "%"]
        yield* remotes.land(
          id,
          "odd",
          "r1",
          keys.map((key) => row(key, text))
        )
        const stored = yield* remotes.byKeys(id, "odd", [...keys, "absent"])
        assert.sameMembers(
          stored.map(({ key }) => key),
          keys
        )
        assert.isTrue(stored.every(({ data }) => data === text))
      })
    )

    it.effect("knows what a run has not seen, across pages", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const remotes = yield* Remotes
        const keys = Array.from({ length: 1203 }, (_, index) => String(index).padStart(5, "0"))
        yield* remotes.land(
          id,
          "jobs",
          "r1",
          keys.map((key, index) => row(key, key, index % 2 === 0 ? "even" : "odd"))
        )
        const seen = keys.filter((_, index) => index % 3 === 0)
        yield* remotes.land(
          id,
          "jobs",
          "r2",
          seen.map((key) => row(key, key, Number(key) % 2 === 0 ? "even" : "odd"))
        )
        const missing = keys.filter((_, index) => index % 3 !== 0)
        assert.strictEqual(yield* remotes.countUnseen(id, "jobs", "r2"), missing.length)
        assert.deepStrictEqual(yield* Stream.runCollect(remotes.unseen(id, "jobs", "r2")), missing)
        assert.deepStrictEqual(
          yield* Stream.runCollect(remotes.unseen(id, "jobs", "r2", { parent: "even" })),
          missing.filter((key) => Number(key) % 2 === 0)
        )
        assert.deepStrictEqual(
          yield* remotes.unseenAmong(id, "jobs", "r2", [...missing.slice(0, 3), ...seen.slice(0, 3), "never stored"]),
          missing.slice(0, 3)
        )
        assert.deepStrictEqual(yield* Stream.runCollect(remotes.keys(id, "jobs")), keys)
        yield* remotes.unseen(id, "jobs", "r2").pipe(
          Stream.grouped(100),
          Stream.runForEach((page) => remotes.remove(id, "jobs", page))
        )
        assert.deepStrictEqual(yield* Stream.runCollect(remotes.keys(id, "jobs")), seen)
      })
    )

    it.effect("finds records by their links, in both directions", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const remotes = yield* Remotes
        const links = yield* Links
        const dirty = yield* Dirty
        yield* remotes.land(id, "opportunities", "r1", [row("o1", "1"), row("o2", "2"), row("o3", "3")])
        yield* links.replace(id, "opportunities", [
          {
            key: "o1",
            links: [
              { link: "contact", target: "c1" },
              { link: "stage", target: "s1" },
              { link: "stage", target: "s1" }
            ]
          },
          { key: "o2", links: [{ link: "contact", target: "c1" }] },
          {
            key: "o3",
            links: [
              { link: "contact", target: "c2" },
              { link: "stage", target: "s1" }
            ]
          }
        ])
        const group = yield* remotes.byLink(id, "opportunities", "contact", ["c1", "c9"])
        assert.deepStrictEqual(
          group.map(({ target, key, data }) => [target, key, data]),
          [
            ["c1", "o1", "1"],
            ["c1", "o2", "2"]
          ]
        )
        yield* dirty.addTargets(id, "candidate", { resource: "opportunities", link: "contact", keys: ["o2", "o3"] })
        assert.deepStrictEqual(yield* dirty.next(id, "candidate", 10), ["c1", "c2"])
        yield* dirty.remove(id, "candidate", ["c1", "c2"])
        yield* dirty.addSources(id, "application", { resource: "opportunities", link: "stage", targets: ["s1"] })
        assert.deepStrictEqual(yield* dirty.next(id, "application", 10), ["o1", "o3"])
        yield* dirty.addSources(id, "candidate", {
          resource: "opportunities",
          link: "stage",
          targets: ["s1"],
          group: "contact"
        })
        assert.deepStrictEqual(yield* dirty.next(id, "candidate", 1), ["c1"])
        assert.deepStrictEqual(
          (yield* dirty.pending(id)).map(({ mapper, count }) => [mapper, count]),
          [
            ["application", 2],
            ["candidate", 2]
          ]
        )
        yield* links.replace(id, "opportunities", [{ key: "o1", links: [{ link: "contact", target: "c3" }] }])
        assert.deepStrictEqual(
          (yield* links.targets(id, "opportunities", ["o1"])).map(({ link, target }) => [link, target]),
          [["contact", "c3"]]
        )
        yield* remotes.remove(id, "opportunities", ["o1"])
        assert.deepStrictEqual(yield* links.targets(id, "opportunities", ["o1"]), [])
        const opportunities = { resource: "opportunities", limit: 1 }
        assert.strictEqual(yield* dirty.addRecords(id, "all", { ...opportunities, after: "" }), "o2")
        assert.deepStrictEqual(yield* dirty.next(id, "all", 10), ["o2"])
        assert.strictEqual(yield* dirty.addRecords(id, "all", { ...opportunities, after: "o2" }), "o3")
        assert.strictEqual(yield* dirty.addRecords(id, "all", { ...opportunities, after: "o3" }), null)
        assert.deepStrictEqual(yield* dirty.next(id, "all", 10), ["o2", "o3"])
        yield* dirty.clear(id, "all")
        assert.deepStrictEqual(yield* dirty.next(id, "all", 10), [])
        const keysOf = (rows: ReadonlyArray<{ readonly key: string }>) => rows.map(({ key }) => key)
        assert.deepStrictEqual(keysOf(yield* remotes.after(id, "opportunities", "", 1)), ["o2"])
        assert.deepStrictEqual(keysOf(yield* remotes.after(id, "opportunities", "o2", 9)), ["o3"])
        assert.deepStrictEqual(keysOf(yield* remotes.at(id, "opportunities", [1, 0, 1, 7])), ["o2", "o3"])
        assert.deepStrictEqual(keysOf(yield* remotes.at(id, "opportunities", [1])), ["o3"])
      })
    )
  })
}
