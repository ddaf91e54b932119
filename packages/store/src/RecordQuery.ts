/**
 * Reading what is stored, as an API asks for it: narrowed, ordered, with what belongs to it.
 */
import * as Filter from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import * as Batch from "./internal/Batch.ts"
import * as FilterSql from "./internal/FilterSql.ts"
import * as JsonPath from "./internal/JsonPath.ts"
import type { StoredRecord } from "./Records.ts"
import type { StoreError } from "./StoreError.ts"

/** Which records, in which order, from where on. */
export interface Options {
  readonly filter: Filter.Filter
  readonly includeDeleted: boolean
  readonly limit: number
  /**
   * Where the page begins: behind the record with this `seq`, whatever the place costs the same; or after so many
   * records, which are walked over.
   */
  readonly start: { readonly after: number } | { readonly offset: number }
  /** By a text field instead of the listing's order; equal ones in the listing's. Only with `offset`. */
  readonly order?: { readonly field: string; readonly descending: boolean } | undefined
}

/** A record that was found: what whoever asks does not know already. */
export type Found = Pick<StoredRecord, "seq" | "id" | "remoteId" | "remoteDeletedAt" | "text">

const columns = `r.seq, r.id, r.remote_id AS "remoteId", r.remote_deleted_at AS "remoteDeletedAt", r.data AS text`

/** Questions about the stored records of one connector and model. */
export class RecordQuery extends Context.Service<
  RecordQuery,
  {
    /** A page of records that meet a filter. */
    readonly page: (
      connector: string,
      model: ModelName,
      options: Options
    ) => Effect.Effect<ReadonlyArray<Found>, StoreError>
    /** The records of some ids, deleted ones too; unknown ids are missing from the answer. */
    readonly byIds: (
      connector: string,
      model: ModelName,
      ids: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Found>, StoreError>
    /** The records, not deleted, whose reference `field` holds one of some ids, in the listing's order. */
    readonly referring: (
      connector: string,
      model: ModelName,
      field: string,
      ids: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Found>, StoreError>
    /** The ids of those records, each with the id that its field, which is no list, holds. */
    readonly referringIds: (
      connector: string,
      model: ModelName,
      field: string,
      ids: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<{ readonly id: string; readonly target: string }>, StoreError>
    /** The vendor's ids of records, by our id; unknown ids are missing. */
    readonly remoteIds: (
      connector: string,
      model: ModelName,
      ids: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyMap<string, string>, StoreError>
  }
>()("@crosswalk/store/RecordQuery") {
  /** Questions to the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<RecordQuery, never, SqlClient.SqlClient> = Layer.effect(
    RecordQuery,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const json = JsonPath.reader(sql)
      const byId = Batch.each(sql, "records r", "r.model = ? AND r.id = batch.id")
      const byIds = Batch.statement<Found>(
        sql,
        { id: "text" },
        `SELECT ${columns} FROM batch ${byId} WHERE r.connector_id = ?`
      )
      const names = Batch.statement<{ readonly id: string; readonly remoteId: string }>(
        sql,
        { id: "text" },
        `SELECT r.id, r.remote_id AS "remoteId" FROM batch ${byId} WHERE r.connector_id = ?`
      )
      const referringTo = (connector: string, model: ModelName, field: string, ids: ReadonlyArray<string>) => {
        const { meets, ofModel } = FilterSql.make(sql, connector)
        // Ordered by what is no column, since SQLite would read all records of the model in the order of an index else.
        return sql`FROM records r
          WHERE ${ofModel("r", model)} AND r.remote_deleted_at IS NULL
            AND ${meets("r", model, Filter.oneOf([field], ids))}
          ORDER BY +r.seq`
      }
      return RecordQuery.of({
        page: (connector, model, options) => {
          const { filter, includeDeleted, limit, order, start } = options
          const place = "after" in start ? sql`AND r.seq > ${start.after}` : sql.literal("AND r.seq > 0")
          const alive = sql.literal(includeDeleted ? "" : "AND r.remote_deleted_at IS NULL")
          const by =
            order === undefined
              ? sql.literal("")
              : sql`${json.folded(json.value(json.document("r.data"), [order.field]))} ${sql.literal(order.descending ? "DESC" : "ASC")},`
          const offset = "offset" in start ? sql`OFFSET ${start.offset}` : sql.literal("")
          const { meets, ofModel } = FilterSql.make(sql, connector)
          return actionable(sql<Found>`
            SELECT ${sql.literal(columns)} FROM records r
            WHERE ${ofModel("r", model)} ${place} ${alive} AND ${meets("r", model, filter)}
            ORDER BY ${by} r.seq LIMIT ${limit} ${offset}`)
        },
        byIds: (connector, model, ids) => actionable(byIds(Batch.filled(new Set(ids)), model, connector)),
        referring: (connector, model, field, ids) =>
          actionable(sql<Found>`SELECT ${sql.literal(columns)} ${referringTo(connector, model, field, ids)}`),
        referringIds: (connector, model, field, ids) => {
          const { value } = FilterSql.make(sql, connector)
          return actionable(sql<{ readonly id: string; readonly target: string }>`
            SELECT r.id, ${value("r", model, field)} AS target ${referringTo(connector, model, field, ids)}`)
        },
        remoteIds: Effect.fnUntraced(function* (connector: string, model: ModelName, ids: ReadonlyArray<string>) {
          const rows = yield* names(Batch.filled(new Set(ids)), model, connector)
          return new Map(rows.map(({ id, remoteId }) => [id, RemoteKey.toRemoteId(remoteId)]))
        }, actionable)
      })
    })
  )
}
