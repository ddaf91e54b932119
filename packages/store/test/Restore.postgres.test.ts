import { assert, it } from "@effect/vitest"
import { Feed } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { folder } from "./folder.ts"
import { asOperator, schema, server, store, within } from "./postgres.ts"
import { at, connector, derived } from "./sample.ts"

const run = promisify(execFile)

it.effect("what pg_dump saved and pg_restore brought back is read and goes on", () =>
  Effect.gen(function* () {
    const name = yield* schema
    const database = Layer.fresh(store(within(name)))
    const id = yield* Effect.gen(function* () {
      const id = yield* connector
      yield* Records.use((records) => records.write(id, "job", [derived(id, "1", { name: "a" })], at(1)))
      return id
    }).pipe(Effect.provide(database))

    const file = join(yield* folder, "crosswalk.dump")
    yield* Effect.promise(() => run("pg_dump", ["--format=custom", `--schema=${name}`, `--file=${file}`, server]))
    yield* asOperator(`DROP SCHEMA ${name} CASCADE`)
    yield* Effect.promise(() => run("pg_restore", ["--exit-on-error", `--dbname=${server}`, file]))

    yield* Effect.gen(function* () {
      const records = yield* Records
      const feed = yield* Feed
      assert.lengthOf(yield* records.page(id, "job", { after: 0, limit: 10 }), 1)
      yield* records.write(id, "job", [derived(id, "1", { name: "b" }), derived(id, "2", { name: "c" })], at(2))
      assert.deepStrictEqual(
        (yield* feed.after(id, 0, 10)).map(({ operation, seq }) => [seq, operation]),
        [
          [1, "insert"],
          [2, "update"],
          [3, "insert"]
        ]
      )
    }).pipe(Effect.provide(Layer.fresh(store(within(name)))))
  })
)
