/**
 * Records that have still to be derived again: a work list that outlives the process.
 *
 * Read the remote records in the transaction that takes a key off the list; then a change that comes later puts it back.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import * as LinkRows from "./internal/LinkRows.ts"
import type { StoreError } from "./StoreError.ts"

/** How much work waits for one mapper. */
export interface Pending {
  readonly mapper: string
  readonly count: number
}

/** The work list of mappers, by connector and mapper. A key is a remote record's, or a group's. */
export class Dirty extends Context.Service<
  Dirty,
  {
    /** Adds keys. One that waits already waits on. */
    readonly add: (connector: string, mapper: string, keys: ReadonlyArray<string>) => Effect.Effect<void, StoreError>
    /** Adds the targets of a link of these records: the groups that changed records belong to. */
    readonly addTargets: (
      connector: string,
      mapper: string,
      from: { readonly resource: string; readonly link: string; readonly keys: ReadonlyArray<string> }
    ) => Effect.Effect<void, StoreError>
    /**
     * Adds the records whose link points at one of these targets: those that looked up a changed record. With `group`,
     * the name of another link of those records, its targets are added in their place.
     */
    readonly addSources: (
      connector: string,
      mapper: string,
      to: {
        readonly resource: string
        readonly link: string
        readonly targets: ReadonlyArray<string>
        readonly group?: string | undefined
      }
    ) => Effect.Effect<void, StoreError>
    /**
     * Adds the next records of a resource in order of key, as many as `limit`, from the first one after `after` ("" for
     * the beginning). Answers the last of them; null when there were fewer, and so no more.
     */
    readonly addRecords: (
      connector: string,
      mapper: string,
      from: { readonly resource: string; readonly after: string; readonly limit: number }
    ) => Effect.Effect<string | null, StoreError>
    /** The first keys in order of key, which stay on the list. */
    readonly next: (
      connector: string,
      mapper: string,
      limit: number
    ) => Effect.Effect<ReadonlyArray<string>, StoreError>
    /** Takes keys off the list. */
    readonly remove: (connector: string, mapper: string, keys: ReadonlyArray<string>) => Effect.Effect<void, StoreError>
    /** Takes all keys of a mapper off the list. */
    readonly clear: (connector: string, mapper: string) => Effect.Effect<void, StoreError>
    /** The mappers for which work waits, and how much. */
    readonly pending: (connector: string) => Effect.Effect<ReadonlyArray<Pending>, StoreError>
  }
>()("@crosswalk/store/Dirty") {
  /** The work list in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Dirty, never, SqlClient.SqlClient> = Layer.effect(
    Dirty,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const insert = `INSERT INTO dirty (connector_id, mapper, key)`
      const byTarget = Batch.each(sql, "links l", LinkRows.pointing)
      const add = Batch.statement(
        sql,
        { key: "text" },
        `${insert} SELECT ?, ?, key FROM batch WHERE true ON CONFLICT DO NOTHING`
      )
      const addTargets = Batch.statement(
        sql,
        { key: "text" },
        `${insert} SELECT DISTINCT l.connector_id, ?, l.target
         FROM batch ${Batch.each(sql, "links l", "l.connector_id = ? AND l.resource = ? AND l.link = ? AND l.key = batch.key")}
         WHERE true ON CONFLICT DO NOTHING`
      )
      const addSources = Batch.statement(
        sql,
        { target: "text" },
        `${insert} SELECT DISTINCT l.connector_id, ?, l.key FROM batch ${byTarget} WHERE true ON CONFLICT DO NOTHING`
      )
      const addGroupsOfSources = Batch.statement(
        sql,
        { target: "text" },
        `${insert} SELECT DISTINCT l.connector_id, ?, g.target FROM batch ${byTarget}
         ${Batch.each(sql, "links g", "g.connector_id = l.connector_id AND g.resource = l.resource AND g.key = l.key AND g.link = ?")}
         WHERE true ON CONFLICT DO NOTHING`
      )
      const remove = Batch.statement(
        sql,
        { key: "text" },
        `DELETE FROM dirty WHERE ${Batch.among(sql, "dirty", "connector_id = ? AND mapper = ?", "key")}`
      )
      return Dirty.of({
        add: Effect.fn("Dirty.add")(
          (connector: string, mapper: string, keys: ReadonlyArray<string>) =>
            Effect.asVoid(add(Batch.column(keys), connector, mapper)),
          atomic(sql)
        ),
        addTargets: Effect.fn("Dirty.addTargets")(
          (
            connector: string,
            mapper: string,
            from: { readonly resource: string; readonly link: string; readonly keys: ReadonlyArray<string> }
          ) => Effect.asVoid(addTargets(Batch.column(from.keys), mapper, connector, from.resource, from.link)),
          atomic(sql)
        ),
        addSources: Effect.fn("Dirty.addSources")(
          (
            connector: string,
            mapper: string,
            to: {
              readonly resource: string
              readonly link: string
              readonly targets: ReadonlyArray<string>
              readonly group?: string | undefined
            }
          ) => {
            const targets = Batch.column(to.targets)
            return Effect.asVoid(
              to.group === undefined
                ? addSources(targets, mapper, connector, to.resource, to.link)
                : addGroupsOfSources(targets, mapper, connector, to.resource, to.link, to.group)
            )
          },
          atomic(sql)
        ),
        addRecords: Effect.fn("Dirty.addRecords")(function* (
          connector: string,
          mapper: string,
          from: { readonly resource: string; readonly after: string; readonly limit: number }
        ) {
          const next = sql`
            SELECT connector_id, key FROM remotes
            WHERE connector_id = ${connector} AND resource = ${from.resource} AND key > ${from.after}
            ORDER BY key LIMIT ${from.limit}`
          yield* sql`
            INSERT INTO dirty (connector_id, mapper, key)
            SELECT connector_id, ${mapper}, key FROM (${next}) following WHERE true ON CONFLICT DO NOTHING`
          const rows = yield* sql<{ readonly count: number; readonly last: string | null }>`
            SELECT COUNT(*) AS count, MAX(key) AS last FROM (${next}) following`
          return Number(rows[0]?.count) < from.limit ? null : (rows[0]?.last ?? null)
        }, atomic(sql)),
        next: Effect.fn("Dirty.next")(function* (connector: string, mapper: string, limit: number) {
          const rows = yield* sql<{ readonly key: string }>`
            SELECT key FROM dirty WHERE connector_id = ${connector} AND mapper = ${mapper}
            ORDER BY key LIMIT ${limit}`
          return rows.map((row) => row.key)
        }, actionable),
        remove: Effect.fn("Dirty.remove")(
          (connector: string, mapper: string, keys: ReadonlyArray<string>) =>
            Effect.asVoid(remove(Batch.column(keys), connector, mapper)),
          atomic(sql)
        ),
        clear: Effect.fn("Dirty.clear")(
          (connector: string, mapper: string) =>
            Effect.asVoid(sql`DELETE FROM dirty WHERE connector_id = ${connector} AND mapper = ${mapper}`),
          actionable
        ),
        pending: Effect.fn("Dirty.pending")(function* (connector: string) {
          const rows = yield* sql<Pending>`
            SELECT mapper, COUNT(*) AS count FROM dirty WHERE connector_id = ${connector}
            GROUP BY mapper ORDER BY mapper`
          return rows.map((row) => ({ mapper: row.mapper, count: Number(row.count) }))
        }, actionable)
      })
    })
  )
}
