/**
 * Parents whose children have still to be fetched: a work list that outlives the process.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import type { StoreError } from "./StoreError.ts"

/** One parent that waits. */
export interface Item {
  /** Order of arrival. It grows when the parent is added again while it waits. */
  readonly seq: number
  readonly parent: string
  /** The run that added it. */
  readonly runId: string
}

/** The work list of child resources, by connector and child resource. */
export class Due extends Context.Service<
  Due,
  {
    /** Adds parents at the end of the list. One that waits already moves to the end and counts as changed. */
    readonly add: (
      connector: string,
      resource: string,
      run: string,
      parents: ReadonlyArray<string>
    ) => Effect.Effect<void, StoreError>
    /** Adds every stored record of the resource `parents`. One that waits already waits on. */
    readonly addAll: (
      connector: string,
      resource: string,
      run: string,
      parents: string
    ) => Effect.Effect<void, StoreError>
    /** The first parents of the list, which stay on it. */
    readonly next: (
      connector: string,
      resource: string,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Item>, StoreError>
    /**
     * Takes parents off the list, as they were read: one that was added again since then stays. In the transaction that
     * stores the children, nothing is lost and nothing fetched for nothing.
     */
    readonly remove: (
      connector: string,
      resource: string,
      items: ReadonlyArray<Item>
    ) => Effect.Effect<void, StoreError>
    readonly count: (connector: string, resource: string) => Effect.Effect<number, StoreError>
    /** Empties the list of a resource. */
    readonly clear: (connector: string, resource: string) => Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/Due") {
  /** The work list in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Due, never, SqlClient.SqlClient> = Layer.effect(
    Due,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const forget = Batch.statement(
        sql,
        { parent: "text" },
        `DELETE FROM due WHERE ${Batch.among(sql, "due", "connector_id = ? AND resource = ?", "parent")}`
      )
      const insert = Batch.statement(
        sql,
        { parent: "text" },
        `INSERT INTO due (connector_id, resource, parent, run_id) SELECT ?, ?, parent, ? FROM batch`
      )
      const remove = Batch.statement(
        sql,
        { seq: "bigint" },
        `DELETE FROM due WHERE ${Batch.among(sql, "due", "true", "seq")}`
      )
      return Due.of({
        add: Effect.fn("Due.add")(function* (
          connector: string,
          resource: string,
          run: string,
          parents: ReadonlyArray<string>
        ) {
          const rows = Batch.column(new Set(parents))
          yield* forget(rows, connector, resource)
          yield* insert(rows, connector, resource, run)
        }, atomic(sql)),
        addAll: Effect.fn("Due.addAll")(
          (connector: string, resource: string, run: string, parents: string) =>
            Effect.asVoid(sql`
              INSERT INTO due (connector_id, resource, parent, run_id)
              SELECT connector_id, ${resource}, key, ${run} FROM remotes
              WHERE connector_id = ${connector} AND resource = ${parents} ORDER BY key ON CONFLICT DO NOTHING`),
          actionable
        ),
        next: Effect.fn("Due.next")(function* (connector: string, resource: string, limit: number) {
          const rows = yield* sql<Item>`
            SELECT seq, parent, run_id AS "runId" FROM due
            WHERE connector_id = ${connector} AND resource = ${resource} AND seq > 0 ORDER BY seq LIMIT ${limit}`
          return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
        }, actionable),
        remove: Effect.fn("Due.remove")(function* (_connector: string, _resource: string, items: ReadonlyArray<Item>) {
          // An item has a number of its own among all connectors.
          yield* remove(Batch.column(items.map((item) => item.seq)))
        }, atomic(sql)),
        count: Effect.fn("Due.count")(function* (connector: string, resource: string) {
          const rows = yield* sql<{ readonly count: number }>`
            SELECT COUNT(*) AS count FROM due WHERE connector_id = ${connector} AND resource = ${resource}`
          return Number(rows[0]?.count ?? 0)
        }, actionable),
        clear: Effect.fn("Due.clear")(
          (connector: string, resource: string) =>
            Effect.asVoid(sql`DELETE FROM due WHERE connector_id = ${connector} AND resource = ${resource}`),
          actionable
        )
      })
    })
  )
}
