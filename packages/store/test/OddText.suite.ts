import { assert, layer } from "@effect/vitest"
import * as Filter from "@crosswalk/core/Filter"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import { Feed } from "@crosswalk/store/Feed"
import { Links } from "@crosswalk/store/Links"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { RecordQuery } from "@crosswalk/store/RecordQuery"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { at, connector, derived } from "./sample.ts"

/** Texts in which a NUL, half a surrogate pair, a whole one, and what looks like an escape of them may follow anything. */
const Odd = Schema.Array(
  Schema.Literals(["a", "\0", "\ud800", "\udfff", "\u{1F600}", "\\", "u0000", '"', "'", "\ufffd"])
)

/** That texts which databases do not take as they are come back whole, and are in nobody's way. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    it.effect.prop(
      "a record with any characters is stored whole, listed, and found beside its neighbours",
      [Odd],
      ([pieces]) =>
        Effect.gen(function* () {
          const odd = pieces.join("")
          const id = yield* connector
          const records = yield* Records
          const query = yield* RecordQuery
          const key = RemoteKey.make(`id${odd}`) ?? ""
          const content = {
            remote_id: `id${odd}`,
            name: `n${odd}`,
            tags: [`t${odd}`],
            emails: [{ value: `v${odd}`, type: odd }],
            custom_fields: { [`k${odd}`]: `c${odd}` }
          }
          const person = {
            ...derived(id, key, content),
            id: `${id}/odd`
          }
          const plain = derived(id, "plain", { name: "plain", tags: ["b"], emails: [], custom_fields: { plain: "c" } })
          yield* records.write(id, "candidate", [person, plain], at(1))
          const applied = derived(id, "p", { candidate_id: person.id, source: odd })
          yield* records.write(id, "application", [applied], at(1))

          const find = (filter: Filter.Filter, start: { after: number } | { offset: number } = { after: 0 }) =>
            Effect.map(
              query.page(id, "candidate", {
                filter,
                includeDeleted: false,
                limit: 9,
                start,
                order: "offset" in start ? { field: "name", descending: true } : undefined
              }),
              (rows) => rows.map((row) => [row.remoteId, JSON.parse(row.text).name])
            )
          const first = [key, content.name]
          const second = ["plain", "plain"]
          const both = [first, second]
          assert.deepStrictEqual(yield* find(Filter.all([])), both)
          assert.deepStrictEqual(yield* find(Filter.all([]), { offset: 0 }), [second, first])
          assert.deepStrictEqual(yield* find(Filter.oneOf(["name"], ["plain"])), [second])
          assert.deepStrictEqual(yield* find(Filter.words(["name"], "PLAIN")), [second])
          assert.deepStrictEqual(yield* find(Filter.oneOf(["custom_fields", "plain"], ["c"])), [second])
          assert.deepStrictEqual(yield* find(Filter.remoteIds([`id${odd}`])), [first])
          const kept = (yield* records.page(id, "candidate", { after: 0, limit: 9 }))[0]?.text ?? ""
          assert.deepInclude(JSON.parse(kept), content)
          assert.strictEqual((yield* records.fill(id, "candidate")).filled.get("name"), 2)
          const names = yield* query.remoteIds(id, "candidate", [person.id])
          assert.strictEqual(names.get(person.id), `id${odd}`)

          // SQLite has no text that a lone half could be compared with.
          const isOnPostgres = yield* SqlClient.useSync((sql) =>
            sql.onDialectOrElse({ pg: () => true, orElse: () => false })
          )
          const found = isOnPostgres || odd.isWellFormed() ? [first] : []
          const filters = [
            Filter.oneOf(["name"], [content.name]),
            Filter.oneOf(["name"], [content.name], { fold: true }),
            Filter.range(["name"], { from: content.name, until: content.name }),
            Filter.oneOf(["tags"], content.tags),
            Filter.oneOf(["emails", "value"], [`v${odd}`]),
            Filter.oneOf(["custom_fields", `k${odd}`], [`c${odd}`])
          ]
          for (const filter of filters) assert.deepStrictEqual(yield* find(filter), found)

          const referring = yield* query.referring(id, "application", "candidate_id", [person.id])
          assert.deepStrictEqual(
            referring.map(({ text }) => JSON.parse(text).source),
            [odd]
          )
          const changed = { ...derived(id, key, { ...content, name: "n" }), id: person.id }
          yield* records.write(id, "candidate", [changed], at(2))
          const entries = yield* (yield* Feed).after(id, 3, 9)
          assert.deepStrictEqual(
            entries.map(({ fields, remoteId }) => [remoteId, fields]),
            odd === "" ? [] : [[key, ["name"]]]
          )
        })
    )

    it.effect.prop("what is landed, linked and quarantined is kept with any characters", [Odd], ([pieces]) =>
      Effect.gen(function* () {
        const odd = pieces.join("")
        const id = yield* connector
        const key = RemoteKey.make(`id${odd}`) ?? ""
        const data = JSON.stringify({ id: odd, [odd]: [odd] })
        const remotes = yield* Remotes
        yield* remotes.land(id, "people", "r1", [{ key, parent: key, hash: "h", data }])
        assert.deepStrictEqual(yield* remotes.byParents(id, "people", [key]), [{ key, parent: key, hash: "h", data }])
        const links = yield* Links
        yield* links.replace(id, "people", [{ key, links: [{ link: "team", target: key }] }])
        assert.deepStrictEqual(yield* links.first(id, "people", "team", [key]), [{ target: key, key }])
        const quarantine = yield* Quarantine
        const entry = { resource: "people", key, mapper: null, remoteId: key, data }
        const issues = [{ path: odd, reason: `odd: ${odd}` }]
        yield* quarantine.put(id, "r1", [{ ...entry, issues }])
        const [kept] = yield* quarantine.list(id)
        assert.deepInclude(kept, { ...entry, issues })
      })
    )
  })
}
