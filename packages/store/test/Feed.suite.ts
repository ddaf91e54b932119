import { assert, layer } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import { Feed, FeedForgotten, type PlacedEntry } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type * as Layer from "effect/Layer"
import type { SqlClient } from "effect/sql/SqlClient"
import { at, connectorIn, derived, gone } from "./sample.ts"

/** All entries of a workspace, read in pages until there are as many as expected: the newest ones may take a moment. */
const all = Effect.fnUntraced(function* (workspace: string, expected: number, limit: number) {
  const feed = yield* Feed
  const entries: Array<PlacedEntry> = []
  while (entries.length < expected) {
    entries.push(...(yield* feed.ofWorkspace(workspace, entries.at(-1)?.position ?? null, limit)))
    yield* Effect.yieldNow
  }
  return entries
})

/** What every database must do so that a reader of the feed misses nothing. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect("numbers each connector's changes without gap, whatever breaks off", () =>
      Effect.gen(function* () {
        const ids = [yield* connectorIn("one"), yield* connectorIn("one"), yield* connectorIn("another")]
        const records = yield* Records
        const feed = yield* Feed
        const transaction = yield* Transaction
        for (const index of Array.from({ length: 6 }, (_, index) => index)) {
          for (const id of ids) {
            yield* records.write(id, "job", [derived(id, "1", { index }), derived(id, String(index), {})], at(index))
            yield* Effect.flip(
              transaction.run(
                Effect.andThen(
                  records.write(id, "job", [gone(id, "1", at(index))], at(index)),
                  Effect.fail("broken off")
                )
              )
            )
          }
        }
        for (const id of ids) {
          const entries = yield* feed.after(id, 0, 100)
          assert.deepStrictEqual(
            entries.map(({ seq }) => seq),
            entries.map((_, index) => index + 1)
          )
          assert.strictEqual(yield* feed.last(id), entries.length)
          assert.isTrue(entries.every(({ operation }) => operation !== "delete"))
          assert.deepStrictEqual(
            (yield* feed.after(id, 3, 2)).map(({ seq }) => seq),
            [4, 5]
          )
        }
        const expected = (yield* feed.last(ids[0] ?? "")) + (yield* feed.last(ids[1] ?? ""))
        const merged = yield* all("one", expected, 3)
        assert.lengthOf(merged, expected)
        assert.deepStrictEqual(
          merged.map(({ position }) => position).toSorted(),
          merged.map(({ position }) => position)
        )
        assert.isTrue(merged.every(({ connectorId }) => connectorId !== ids[2]))
        assert.deepStrictEqual(yield* feed.ofWorkspace("one", merged.at(-1)?.position ?? null, 10), [])
      })
    )

    it.effect("a reader of a workspace sees every change once and in order while several write", () =>
      Effect.gen(function* () {
        const records = yield* Records
        const transaction = yield* Transaction
        const ids = yield* Effect.forEach(Array.from({ length: 6 }), () => connectorIn("busy"))
        const rounds = 12
        const write = (id: string) =>
          Effect.forEach(
            Array.from({ length: rounds }, (_, index) => index),
            (index) =>
              transaction.run(
                Effect.gen(function* () {
                  yield* records.write(id, "job", [derived(id, `${index}a`, {})], at(index))
                  // Other transactions begin, take places and commit between the two.
                  for (let turn = 0; turn < index % 5; turn++) yield* records.get(id, "job", "none")
                  yield* records.write(
                    id,
                    "tag",
                    [derived(id, `${index}b`, {}), derived(id, `${index}c`, {})],
                    at(index)
                  )
                })
              )
          )
        const reader = yield* Effect.forkChild(all("busy", ids.length * rounds * 3, 5))
        yield* Effect.forEach(ids, write, { concurrency: "unbounded", discard: true })
        const seen = yield* Fiber.join(reader)
        assert.strictEqual(new Set(seen.map(({ position }) => position)).size, seen.length)
        for (const id of ids) {
          const own = seen.filter(({ connectorId }) => connectorId === id)
          assert.deepStrictEqual(
            own.map(({ remoteId, seq }) => [seq, remoteId]),
            Array.from({ length: rounds * 3 }, (_, index) => [index + 1, `${Math.floor(index / 3)}${"abc"[index % 3]}`])
          )
        }
      })
    )

    it.effect("tells a reader that what comes next was forgotten, and goes on counting", () =>
      Effect.gen(function* () {
        const [id, other] = [yield* connectorIn("old"), yield* connectorIn("old")]
        const records = yield* Records
        const feed = yield* Feed
        yield* records.write(other, "job", [derived(other, "1", {})], at(0))
        for (let index = 1; index <= 5; index++)
          yield* records.write(id, "job", [derived(id, `${index}`, {})], at(index))
        const before = yield* all("old", 6, 10)
        assert.strictEqual(yield* feed.forget(id, at(4), 2), 2)
        assert.strictEqual(yield* feed.forget(id, at(4), 2), 1)
        assert.strictEqual(yield* feed.forget(id, at(4), 2), 0)
        for (const seq of [0, 2]) {
          assert.deepStrictEqual(yield* Effect.flip(feed.after(id, seq, 10)), new FeedForgotten({ floor: 3 }))
        }
        assert.deepStrictEqual(
          (yield* feed.after(id, 3, 10)).map(({ seq }) => seq),
          [4, 5]
        )
        const floor = before[3]?.position ?? ""
        assert.deepStrictEqual(yield* Effect.flip(feed.ofWorkspace("old", null, 10)), new FeedForgotten({ floor }))
        assert.deepStrictEqual(
          (yield* feed.ofWorkspace("old", floor, 10)).map(({ seq }) => seq),
          [4, 5]
        )
        assert.strictEqual(yield* feed.forget(id, at(9), 10), 2)
        yield* records.write(id, "job", [derived(id, "6", {})], at(6))
        assert.deepStrictEqual(
          (yield* feed.after(id, 5, 10)).map(({ remoteId, seq }) => [seq, remoteId]),
          [[6, "6"]]
        )
        yield* (yield* Connectors).remove(id)
        assert.deepStrictEqual(yield* feed.after(id, 0, 10), [])
      })
    )
  })
}
