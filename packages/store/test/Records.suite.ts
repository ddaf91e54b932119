import { assert, layer } from "@effect/vitest"
import { Feed } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import type { Vault } from "@crosswalk/store/Vault"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { SqlClient } from "effect/sql/SqlClient"
import { at, connector, derived, gone } from "./sample.ts"

const row = (key: string, data: string, parent: string | null = null) => ({ key, parent, hash: `h:${data}`, data })

/** What every database must do with unified records and their feed. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("serves the caller's text with the two dates of the store at its end", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        yield* records.write(id, "job", [derived(id, "1", { name: '"remote_deleted_at":"x"' })], at(1))
        const [before] = yield* records.page(id, "job", { after: 0, limit: 10 })
        const start = `{"id":"${id}/1","name":"\\"remote_deleted_at\\":\\"x\\""`
        assert.strictEqual(before?.text, `${start},"remote_deleted_at":null,"modified_at":"${at(1)}"}`)
        yield* records.write(id, "job", [gone(id, "1", at(2))], at(3))
        const found = yield* records.get(id, "job", `${id}/1`)
        assert.strictEqual(
          Option.getOrThrow(found).text,
          `${start},"remote_deleted_at":"${at(2)}","modified_at":"${at(3)}"}`
        )
        assert.deepStrictEqual(yield* records.page(id, "job", { after: 0, limit: 10 }), [])
        assert.isTrue(Option.isNone(yield* records.get("another", "job", `${id}/1`)))
        assert.isTrue(Option.isSome(yield* records.find("job", `${id}/1`)))
      })
    )

    it.effect("enters every change in the feed once, with the fields that changed", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const feed = yield* Feed
        const write = (second: number, ...changes: Parameters<typeof records.write>[2]) =>
          records.write(id, "job", changes, at(second))
        yield* write(1, derived(id, "1", { name: "a", tags: [1], team: null }))
        yield* write(2, derived(id, "1", { name: "a", tags: [1], team: null }))
        yield* write(3, derived(id, "1", { name: "b", tags: [1, 2], team: null }))
        yield* write(4, gone(id, "1", at(4)), gone(id, "unknown", at(4)))
        yield* write(5, gone(id, "1", at(5)))
        yield* write(6, derived(id, "1", { name: "b", tags: [1, 2], team: null }))
        const entries = yield* feed.after(id, 0, 100)
        assert.deepStrictEqual(
          entries.map(({ seq, operation, fields, at }) => [seq, operation, fields, at]),
          [
            [1, "insert", null, at(1)],
            [2, "update", ["name", "tags"], at(3)],
            [3, "delete", ["remote_deleted_at"], at(4)],
            [4, "insert", null, at(6)]
          ]
        )
        assert.strictEqual(yield* feed.last(id), 4)
        assert.lengthOf(yield* feed.after(id, 1, 2), 2)
      })
    )

    it.effect("does not take a new form of the same content for a change", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const feed = yield* Feed
        yield* records.write(id, "job", [derived(id, "1", { name: "a", place: { x: 1, y: 2 } })], at(1))
        const last = yield* feed.last(id)
        const again = { ...derived(id, "1", {}), hash: "other" }
        const text = `{"place":{"y":2,"x":1},"name":"a","id":"${id}/1","added":null}`
        const counts = yield* records.write(id, "job", [{ ...again, text }], at(2))
        assert.deepStrictEqual(counts, { inserted: 0, updated: 0, deleted: 0, unchanged: 1 })
        assert.strictEqual(yield* feed.last(id), last)
        const [record] = yield* records.page(id, "job", { after: 0, limit: 1 })
        assert.strictEqual(record?.modifiedAt, at(1))
        assert.isTrue(record?.text.startsWith(text.slice(0, -1)))
      })
    )

    it.effect("pages through records in a stable order", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const names = Array.from({ length: 700 }, (_, index) => String((index * 7919) % 700))
        yield* records.write(
          id,
          "job",
          names.map((name) => derived(id, name, { name })),
          at(1)
        )
        yield* records.write(id, "job", [derived(id, names[3] ?? "", { name: "new" }), gone(id, "5", at(2))], at(2))
        const pages = Stream.paginate(0, (after) =>
          Effect.map(records.page(id, "job", { after, limit: 90, includeDeleted: true }), (page) => {
            const last = page.at(-1)
            return [page, last === undefined ? Option.none() : Option.some(last.seq)] as const
          })
        )
        const all = yield* Stream.runCollect(pages)
        assert.deepStrictEqual(
          all.map(({ remoteId }) => remoteId),
          names
        )
        assert.deepStrictEqual(
          (yield* records.counts(id)).map(({ model, total, deleted }) => [model, total, deleted]),
          [["job", 700, 1]]
        )
        assert.deepStrictEqual([...(yield* records.idsByRemote(id, "job", ["5", "6", "none"]))].sort(), [
          ["5", `${id}/5`],
          ["6", `${id}/6`]
        ])
      })
    )

    it.effect("counts what records have values in", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const fill = (model: string) => records.fill(id, model)
        assert.deepStrictEqual(yield* fill("job"), { total: 0, filled: new Map() })
        const contents = [
          { name: "a", tags: [], more: {}, open: false },
          { name: "", tags: [{ x: null }], more: { y: 1 }, open: null },
          { name: null, tags: null, more: null, open: null },
          { name: "gone", tags: [1], more: null, open: true }
        ]
        yield* records.write(
          id,
          "job",
          contents.map((content, index) => derived(id, String(index), content)),
          at(1)
        )
        yield* records.write(id, "job", [gone(id, "3", at(2))], at(2))
        yield* records.write(id, "tag", [derived(id, "1", { name: "another model" })], at(1))
        const { filled, total } = yield* fill("job")
        assert.strictEqual(total, 3)
        assert.deepStrictEqual([...filled].sort(), [
          ["id", 3],
          ["modified_at", 3],
          ["more", 1],
          ["name", 2],
          ["open", 1],
          ["tags", 1]
        ])
      })
    )

    it.effect("stores nothing of a write that breaks off", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const records = yield* Records
        const feed = yield* Feed
        const last = yield* feed.last(id)
        const many = Array.from({ length: 300 }, (_, index) => derived(id, String(index), {}))
        const sameId = { ...derived(id, "another", {}), id: `${id}/0` }
        const exit = yield* Effect.exit(records.write(id, "job", [...many, sameId], at(1)))
        assert.isTrue(Exit.isFailure(exit) && Cause.hasDies(exit.cause))
        assert.deepStrictEqual(yield* records.counts(id), [])
        assert.strictEqual(yield* feed.last(id), last)
      })
    )

    it.effect("stores nothing of a transaction that fails", () =>
      Effect.gen(function* () {
        const id = yield* connector
        const transaction = yield* Transaction
        const records = yield* Records
        const remotes = yield* Remotes
        const feed = yield* Feed
        const last = yield* feed.last(id)
        const exit = yield* transaction
          .run(
            Effect.gen(function* () {
              yield* remotes.land(id, "jobs", "r1", [row("a", "1")])
              yield* records.write(id, "job", [derived(id, "1", {})], at(1))
              return yield* Effect.fail("stop")
            })
          )
          .pipe(Effect.flip)
        assert.strictEqual(exit, "stop")
        assert.strictEqual(yield* remotes.count(id, "jobs"), 0)
        assert.deepStrictEqual(yield* records.counts(id), [])
        yield* records.write(id, "job", [derived(id, "1", {})], at(1))
        assert.strictEqual(yield* feed.last(id), last + 1)
      })
    )
  })
}
