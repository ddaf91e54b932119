import { assert, layer } from "@effect/vitest"
import { Feed } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { at, connector, derived, gone } from "./sample.ts"

const names = ["a", "b", "c", "d"] as const
const Content = Schema.Struct({ x: Schema.Literals([1, 2]), y: Schema.NullOr(Schema.Literals(["p", "q"])) })
const Change = Schema.Struct({ remoteId: Schema.Literals(names), content: Schema.NullOr(Content) })
const Batches = Schema.Array(Schema.Array(Change))

interface Expected {
  content: typeof Content.Type
  modifiedAt: string
  deletedAt: string | null
}

/** The semantics of `Records.write`, against the simplest program that has them. */
export const suite = <E>(name: string, database: Layer.Layer<Store | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect.prop(
      "any sequence of batches leaves the records and the feed of a simple model",
      [Batches],
      ([batches]) =>
        Effect.gen(function* () {
          const id = yield* connector
          const records = yield* Records
          const feed = yield* Feed
          const model = new Map<string, Expected>()
          const entries: Array<ReadonlyArray<string | ReadonlyArray<string> | null>> = []

          for (const [index, batch] of batches.entries()) {
            const now = at(index)
            const written = yield* records.write(
              id,
              "job",
              batch.map(({ remoteId, content }) =>
                content === null ? gone(id, remoteId, now) : derived(id, remoteId, content)
              ),
              now
            )
            const before = entries.length
            for (const [remoteId, content] of new Map(batch.map((change) => [change.remoteId, change.content]))) {
              const known = model.get(remoteId)
              if (content === null) {
                if (known === undefined || known.deletedAt !== null) continue
                model.set(remoteId, { ...known, modifiedAt: now, deletedAt: now })
                entries.push([remoteId, "delete", ["remote_deleted_at"], now])
              } else if (known === undefined || known.deletedAt !== null) {
                model.set(remoteId, { content, modifiedAt: now, deletedAt: null })
                entries.push([remoteId, "insert", null, now])
              } else {
                const fields = (["x", "y"] as const).filter((field) => known.content[field] !== content[field])
                if (fields.length === 0) continue
                model.set(remoteId, { content, modifiedAt: now, deletedAt: null })
                entries.push([remoteId, "update", fields, now])
              }
            }
            const operations = entries.slice(before).map(([, operation]) => operation)
            const count = (operation: string) => operations.filter((each) => each === operation).length
            assert.deepStrictEqual(written, {
              inserted: count("insert"),
              updated: count("update"),
              deleted: count("delete"),
              unchanged: new Set(batch.map(({ remoteId }) => remoteId)).size - operations.length
            })
          }

          const stored = yield* records.page(id, "job", { after: 0, limit: 100, includeDeleted: true })
          assert.deepStrictEqual(
            stored.map(({ remoteId, text, modifiedAt, remoteDeletedAt }) => [
              remoteId,
              JSON.parse(text),
              modifiedAt,
              remoteDeletedAt
            ]),
            Array.from(model, ([remoteId, { content, modifiedAt, deletedAt }]) => [
              remoteId,
              { id: `${id}/${remoteId}`, ...content, remote_deleted_at: deletedAt, modified_at: modifiedAt },
              modifiedAt,
              deletedAt
            ])
          )
          const fed = yield* feed.after(id, 0, 10_000)
          assert.deepStrictEqual(
            fed.map((entry): (typeof entries)[number] => [entry.remoteId, entry.operation, entry.fields, entry.at]),
            entries
          )
          assert.deepStrictEqual(
            fed.map(({ seq }) => seq),
            entries.map((_, index) => index + 1)
          )
        }),
      30_000
    )
  })
}
