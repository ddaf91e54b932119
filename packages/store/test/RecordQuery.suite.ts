import { assert, layer } from "@effect/vitest"
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Filter from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Relation from "@crosswalk/core/Relation"
import { RecordQuery } from "@crosswalk/store/RecordQuery"
import { Records } from "@crosswalk/store/Records"
import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { SqlClient } from "effect/sql/SqlClient"
import { at, connector, derived, gone } from "./sample.ts"

/** Two candidates with an application each, for two jobs. */
const account = Effect.gen(function* () {
  const id = yield* connector
  const records = yield* Records
  const named = (remoteId: string) => `${id}/${remoteId}`
  const people = [
    derived(id, "ann", {
      name: "Ann Öst",
      emails: [{ value: "Ann@Example.com", type: "work" }],
      tags: ["a,b", "x"],
      tag_ids: [named("t1")],
      is_private: true,
      date_of_birth: "1990-05-01",
      custom_fields: { "Shirt size": "M" }
    }),
    derived(id, "bob", {
      name: "Bob",
      emails: [],
      tags: null,
      tag_ids: null,
      is_private: false,
      date_of_birth: null,
      custom_fields: null
    })
  ]
  yield* records.write(id, "candidate", people, at(1))
  yield* records.write(
    id,
    "application",
    [
      derived(id, "p1", { candidate_id: named("ann"), job_id: named("j1"), status: { value: "ACTIVE", remote: "a" } }),
      derived(id, "p2", { candidate_id: named("bob"), job_id: named("j2"), status: { value: null, remote: "odd" } })
    ],
    at(2)
  )
  yield* records.write(id, "job", [derived(id, "j1", { name: "J1" }), derived(id, "j2", { name: "J2" })], at(3))
  yield* records.write(id, "tag", [derived(id, "t1", { name: "T" })], at(4))
  return { id, named }
})

const toJob = [Relation.of(Candidate, Application, "candidate_id"), Relation.to(Application, "job_id", Job)]

/** What every database must answer to the questions of an API. */
export const suite = <E>(name: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  layer(database)(name, (it) => {
    const ask = Effect.fnUntraced(function* (connectorId: string, model: ModelName, filter: Filter.Filter) {
      const query = yield* RecordQuery
      const page = yield* query.page(connectorId, model, {
        filter,
        includeDeleted: false,
        limit: 10,
        start: { after: 0 }
      })
      return page.map(({ remoteId }) => remoteId)
    })

    it.effect.each<[string, Filter.Filter, ReadonlyArray<string>]>([
      ["all", Filter.all([]), ["ann", "bob"]],
      ["none", Filter.any([]), []],
      ["a text", Filter.oneOf(["name"], ["Bob"]), ["bob"]],
      ["a text in another case", Filter.oneOf(["name"], ["ANN ÖST"], { fold: true }), ["ann"]],
      ["a text in another case, exactly", Filter.oneOf(["name"], ["ANN ÖST"]), []],
      ["any element of a list", Filter.oneOf(["emails", "value"], ["ann@example.COM"], { fold: true }), ["ann"]],
      ["an element with a comma", Filter.oneOf(["tags"], ["a,b"]), ["ann"]],
      [
        "an element that meets all at once",
        {
          _tag: "Element",
          path: ["emails"],
          meets: [
            { path: ["value"], values: ["ann@example.com"], fold: true },
            { path: ["type"], values: ["work"], fold: false }
          ]
        },
        ["ann"]
      ],
      [
        "an element that meets one alone",
        {
          _tag: "Element",
          path: ["emails"],
          meets: [
            { path: ["value"], values: ["ann@example.com"], fold: true },
            { path: ["type"], values: ["home"], fold: false }
          ]
        },
        []
      ],
      ["no element", Filter.oneOf(["tags"], [null]), ["bob"]],
      ["null or a text", Filter.oneOf(["date_of_birth"], [null, "1990-05-01"]), ["ann", "bob"]],
      ["a boolean", Filter.oneOf(["is_private"], [true]), ["ann"]],
      ["a customer's own field", Filter.oneOf(["custom_fields", "Shirt size"], ["M"]), ["ann"]],
      ["a name that would end a string", Filter.oneOf(["custom_fields", "'\"\\"], ["M"]), []],
      ["words", Filter.words(["name"], "öst  ann"), ["ann"]],
      ["words that stand for anything elsewhere", Filter.words(["name"], "%"), []],
      ["a range", Filter.range(["date_of_birth"], { from: "1990-05-01", until: "1990-05-01" }), ["ann"]],
      ["an open range", Filter.range(["date_of_birth"], { from: "1990-05-01", fromInclusive: false }), []],
      ["remote ids", Filter.remoteIds(["bob", "nobody"]), ["bob"]],
      ["both", Filter.all([Filter.oneOf(["is_private"], [true]), Filter.remoteIds(["bob"])]), []],
      ["either", Filter.any([Filter.oneOf(["is_private"], [true]), Filter.remoteIds(["bob"])]), ["ann", "bob"]],
      ["what is related", Filter.related(toJob, Filter.oneOf(["name"], ["J2"])), ["bob"]],
      [
        "what is related by a list",
        Filter.related([Relation.to(Candidate, "tag_ids", Tag)], Filter.oneOf(["name"], ["T"])),
        ["ann"]
      ],
      ["an unknown word", Filter.related(toJob.slice(0, 1), Filter.oneOf(["status", "value"], [null])), ["bob"]],
      ["what changed", Filter.modifiedAfter(at(1)), []],
      ["what changed at or after", Filter.modifiedAfter(at(1), { inclusive: true }), ["ann", "bob"]],
      ["what belongs to it having changed", Filter.modifiedAfter(at(2), { through: [toJob] }), ["ann", "bob"]],
      ["nothing that belongs to it having changed", Filter.modifiedAfter(at(3), { through: [toJob] }), []]
    ])("finds %s", ([, filter, expected]) =>
      Effect.gen(function* () {
        const { id } = yield* account
        assert.deepStrictEqual(yield* ask(id, "candidate", filter), expected)
      })
    )

    it.effect("follows a list of references against its direction", () =>
      Effect.gen(function* () {
        const { id } = yield* account
        const filter = Filter.related([Relation.of(Tag, Candidate, "tag_ids")], Filter.oneOf(["name"], ["Ann Öst"]))
        assert.deepStrictEqual(yield* ask(id, "tag", filter), ["t1"])
      })
    )

    it.effect("pages by place and by order, with deleted records only when asked", () =>
      Effect.gen(function* () {
        const { id } = yield* account
        const query = yield* RecordQuery
        const page = (options: Partial<Parameters<typeof query.page>[2]>) =>
          Effect.map(
            query.page(id, "candidate", {
              filter: Filter.all([]),
              includeDeleted: false,
              limit: 1,
              start: { after: 0 },
              ...options
            }),
            (rows) => rows.map(({ seq, remoteId }) => [seq, remoteId] as const)
          )
        const [first] = yield* page({})
        assert.deepStrictEqual((yield* page({ start: { after: first?.[0] ?? 0 } }))[0]?.[1], "bob")
        const order = { field: "name", descending: true }
        assert.deepStrictEqual((yield* page({ start: { offset: 0 }, order }))[0]?.[1], "bob")
        assert.deepStrictEqual((yield* page({ start: { offset: 1 }, order }))[0]?.[1], "ann")
        yield* Records.use((records) => records.write(id, "candidate", [gone(id, "ann", at(9))], at(9)))
        assert.deepStrictEqual((yield* page({}))[0]?.[1], "bob")
        assert.deepStrictEqual((yield* page({ includeDeleted: true }))[0]?.[1], "ann")
      })
    )

    it.effect("answers what belongs to records, of one connector alone", () =>
      Effect.gen(function* () {
        const { id, named } = yield* account
        const other = yield* connector
        const query = yield* RecordQuery
        const of = Effect.map(
          query.referring(id, "application", "candidate_id", [named("ann"), named("nobody")]),
          (rows) => rows.map(({ remoteId }) => remoteId)
        )
        assert.deepStrictEqual(yield* of, ["p1"])
        assert.deepStrictEqual(yield* query.referring(other, "application", "candidate_id", [named("ann")]), [])
        assert.deepStrictEqual(
          yield* query.referringIds(id, "application", "candidate_id", [named("ann"), named("nobody")]),
          [{ id: named("p1"), target: named("ann") }]
        )
        assert.deepStrictEqual(yield* query.referringIds(other, "application", "candidate_id", [named("ann")]), [])
        assert.deepStrictEqual(
          (yield* query.byIds(id, "job", [named("j2"), named("none")])).map(({ remoteId }) => remoteId),
          ["j2"]
        )
        assert.deepStrictEqual(yield* query.byIds(other, "job", [named("j2")]), [])
        assert.deepStrictEqual(
          yield* query.remoteIds(id, "job", [named("j1"), named("none")]),
          new Map([[named("j1"), "j1"]])
        )
        assert.strictEqual((yield* query.remoteIds(other, "job", [named("j1")])).size, 0)
      })
    )

    it.effect("finds records by a reference through an index", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient
        const { id, named } = yield* account
        const people = Array.from({ length: 3000 }, (_, index) => index)
        yield* Records.use((records) =>
          records.write(
            id,
            "application",
            people.map((index) => derived(id, `q${index}`, { candidate_id: named(`c${index}`), job_id: named("j1") })),
            at(5)
          )
        )
        // The question as a server asks it: by a user whom row-level security holds, of rows that statistics know.
        const ask = RecordQuery.use((query) => query.referring(id, "application", "candidate_id", [named("c77")]))
        const plan = yield* sql.onDialectOrElse({
          pg: () =>
            Effect.gen(function* () {
              yield* sql`ANALYZE records`
              const scans = Effect.andThen(
                sql`SELECT pg_stat_force_next_flush()`,
                sql`SELECT idx_scan AS scans FROM pg_stat_user_indexes
                  WHERE schemaname = current_schema() AND indexrelname = 'records_application_candidate_id'`
              )
              const before = yield* scans
              yield* ask
              assert.notDeepEqual(
                yield* Effect.repeat(scans, { until: ([row]) => row?.["scans"] !== before[0]?.["scans"], times: 2000 }),
                before
              )
              return yield* sql`EXPLAIN SELECT 1 FROM records r WHERE r.connector_id = ${id}
                AND r.model = 'application' AND r.candidate_id IN (${named("c77")}, 'b')`
            }),
          orElse: () => sql`
            EXPLAIN QUERY PLAN SELECT 1 FROM records r WHERE r.connector_id = ${id} AND r.model = 'application'
              AND json_extract(r.data, '$.candidate_id') IN ('a', 'b')`
        })
        assert.include(JSON.stringify(plan), "records_application_candidate_id")
        assert.deepStrictEqual(
          (yield* ask).map(({ remoteId }) => remoteId),
          ["q77"]
        )
      })
    )
  })
}
