/**
 * A process that writes pages for ever, to be killed: each page's remote records, unified records and checkpoint in one
 * transaction. Prints the number of each page once it is stored.
 */
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Connectors } from "@crosswalk/store/Connectors"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import * as Store from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import * as Effect from "effect/Effect"
import { writeSync } from "node:fs"
import { at, derived } from "./sample.ts"

const [filename = "", keyFile = ""] = process.argv.slice(2)
const id = "00000000-0000-8000-8000-000000000001"

const program = Effect.gen(function* () {
  const connectors = yield* Connectors
  const checkpoints = yield* Checkpoints
  const remotes = yield* Remotes
  const records = yield* Records
  const transaction = yield* Transaction
  yield* connectors
    .get(id)
    .pipe(
      Effect.catchTag("ConnectorNotFound", () =>
        connectors.create({ id, provider: "lever", category: "ats", credentials: {} })
      )
    )
  let checkpoint = yield* checkpoints.open(id, "jobs", "r1", "listing")
  writeSync(1, "ready\n")
  while (true) {
    const page = Number(checkpoint.cursor ?? "0")
    const keys = Array.from({ length: 50 }, (_, index) => String(page * 50 + index))
    checkpoint = yield* transaction.run(
      Effect.gen(function* () {
        const moved = yield* checkpoints.move(checkpoint, { runId: "r1", cursor: String(page + 1) })
        yield* remotes.land(
          id,
          "jobs",
          "r1",
          keys.map((key) => ({ key, parent: null, hash: key, data: JSON.stringify({ key, text: "x".repeat(500) }) }))
        )
        yield* records.write(
          id,
          "job",
          keys.map((key) => derived(id, key, { text: "x".repeat(300) })),
          at(page)
        )
        return moved
      })
    )
    writeSync(1, `${page + 1}\n`)
    yield* Effect.yieldNow
  }
})

await Effect.runPromise(Effect.provide(program, Store.layerSqlite({ filename, keyFile })))
