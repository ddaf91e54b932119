import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Batch from "./Batch.ts"
import * as FeedPosition from "./FeedPosition.ts"

/** What happened to a record. */
export interface Entry {
  readonly recordId: string
  readonly remoteId: string
  readonly operation: "insert" | "update" | "delete"
  /** Names of the changed fields; null for all of them. */
  readonly fields: ReadonlyArray<string> | null
}

interface Place {
  readonly seq: number
  readonly tx: number
  readonly workspace: string
}

/**
 * Enters changes in the feed of a connector, in the transaction that makes them.
 *
 * Places are taken from the row of the connector's writer. It stays locked until the transaction ends, so no place is left
 * free and entries of one connector become visible in their order.
 */
export const make = (sql: SqlClient) => {
  const { columns, lastTx, tx, values } = sql.onDialectOrElse({
    pg: () => ({
      lastTx: `, feed_tx = GREATEST(feed_tx, ${FeedPosition.writing})`,
      tx: "feed_tx",
      columns: ", tx",
      values: ", CAST(? AS bigint)"
    }),
    orElse: () => ({ lastTx: "", tx: "0", columns: "", values: "" })
  })
  const take = sql.literal(lastTx)
  const taken = sql.literal(`feed_seq AS seq, ${tx} AS tx,
    (SELECT workspace FROM connectors WHERE id = connector_id) AS workspace`)
  const insert = Batch.statement(
    sql,
    { seq: "bigint", record_id: "text", remote_id: "text", operation: "text", fields: "text" },
    `INSERT INTO feed
       (connector_id, model, at, workspace${columns}, seq, record_id, remote_id, operation, fields)
     SELECT ?, ?, ?, ?${values}, seq, record_id, remote_id, operation, fields FROM batch`
  )

  return Effect.fnUntraced(function* (
    connector: string,
    model: string,
    at: string,
    entries: ReadonlyArray<Entry>
  ): Effect.fn.Return<void, SqlError> {
    if (entries.length === 0) return
    const [last] = yield* sql<Place>`
      UPDATE writers SET feed_seq = feed_seq + ${entries.length} ${take}
      WHERE connector_id = ${connector} RETURNING ${taken}`
    if (last === undefined) return yield* Effect.die(new Error(`The connector ${connector} has no writer.`))
    const first = Number(last.seq) - entries.length + 1
    yield* insert(
      entries.map(({ fields, operation, recordId, remoteId }, index) => [
        first + index,
        recordId,
        remoteId,
        operation,
        fields === null ? null : JSON.stringify(fields)
      ]),
      connector,
      model,
      at,
      last.workspace,
      ...(columns === "" ? [] : [last.tx])
    )
  })
}
