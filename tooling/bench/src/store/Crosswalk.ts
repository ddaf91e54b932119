/** Pages through the store, one transaction each, as a sync writes them. */
import { Connectors } from "@crosswalk/store/Connectors"
import { Records } from "@crosswalk/store/Records"
import type { Store } from "@crosswalk/store/Store"
import { Transaction } from "@crosswalk/store/Transaction"
import { Effect, Redacted } from "effect"
import { randomUUID } from "node:crypto"
import type { Row } from "./Rows.ts"

/** An empty connector: its id, and how pages are written into it. */
export const account = Effect.gen(function* () {
  const connectors = yield* Connectors
  const records = yield* Records
  const transaction = yield* Transaction
  const id = randomUUID()
  yield* connectors.create({
    id,
    provider: "lever",
    category: "ats",
    credentials: { key: Redacted.make("x") }
  })
  const prefix = id.slice(0, 24)
  return {
    id,
    /** The pages under ids of this connector, as a mapping would have made them. */
    own: (pages: ReadonlyArray<ReadonlyArray<Row>>): ReadonlyArray<ReadonlyArray<Row>> =>
      pages.map((page) => page.map((row) => ({ ...row, id: Buffer.from(prefix + row.id.slice(24)).toString() }))),
    write: (pages: ReadonlyArray<ReadonlyArray<Row>>, at: string): Effect.Effect<void, unknown, Store> =>
      Effect.forEach(pages, (page) => transaction.run(records.write(id, "candidate", page, at)), { discard: true })
  }
})
