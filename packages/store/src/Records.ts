/**
 * Unified records, each kept as the JSON text in which it is served, and the feed of their changes.
 *
 * A caller hands over the text of the mapped fields; the store appends `remote_deleted_at` and `modified_at`, which it
 * alone can know (see `write`). Served pages join the stored texts and parse nothing.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import { changedFields } from "./internal/ChangedFields.ts"
import * as FeedEntries from "./internal/FeedEntries.ts"
import * as ServedText from "./internal/ServedText.ts"
import type { StoreError } from "./StoreError.ts"

/** A record as the mapper makes it now. */
export interface Derived {
  /** Text of core's `RemoteKey`. */
  readonly remoteId: string
  /** Computed id: a function of connector, model and remote id. */
  readonly id: string
  /** Fingerprint of `text`; equal fingerprints mean equal content. */
  readonly hash: string
  /** A JSON object with the served fields in served order, without `remote_deleted_at` and `modified_at`. */
  readonly text: string
}

/** A record that is no longer at the vendor. */
export interface Deleted {
  readonly remoteId: string
  readonly id: string
  readonly deleted: true
  /** When it was deleted, or found missing: ISO 8601, UTC. */
  readonly at: string
}

/** What has become of one record. */
export type Change = Derived | Deleted

/** How many records a `write` touched, by what happened to them. */
export interface Counts {
  /** New records, and deleted ones that came back. */
  readonly inserted: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
}

/** A stored record. */
export interface StoredRecord {
  /** Place in the listing; grows with each new record and never changes. */
  readonly seq: number
  readonly connectorId: string
  readonly model: string
  readonly id: string
  readonly remoteId: string
  /** When its content last changed: ISO 8601, UTC, milliseconds. */
  readonly modifiedAt: string
  readonly remoteDeletedAt: string | null
  /** The JSON text to serve, complete. */
  readonly text: string
}

/** How many records of one model a connector has. */
export interface ModelCount {
  readonly model: string
  /** All records, deleted ones included. */
  readonly total: number
  readonly deleted: number
}

/** How many of a model's records have a value in each field. */
export interface Fill {
  /** All records of the model that are not deleted. */
  readonly total: number
  /** By field; null, an empty list and an empty object are no value. A field that no record fills is left out. */
  readonly filled: ReadonlyMap<string, number>
}

/** What is stored of a record that is new, changed, deleted or to be deleted; all null where nothing is. */
type Known = { readonly id: string } & (
  | { readonly hash: null; readonly modifiedAt: null; readonly deletedAt: null; readonly data: null }
  | { readonly hash: string; readonly modifiedAt: string; readonly deletedAt: string | null; readonly data: string }
)

const columns = `seq, connector_id AS "connectorId", model, id, remote_id AS "remoteId", modified_at AS "modifiedAt",
  remote_deleted_at AS "remoteDeletedAt", data AS text`

/** Unified records, by connector and model. */
export class Records extends Context.Service<
  Records,
  {
    /**
     * Brings records up to date and enters each change in the feed.
     *
     * A record whose hash is known is left alone. New: stored, feed `insert`. Changed: stored, feed `update` with the
     * names of the changed top-level fields. Deleted: `remote_deleted_at` is set, feed `delete`, once. A deleted record
     * that comes back keeps id and place, and is an `insert` in the feed. `modified_at` becomes `now` in all these
     * cases; a text that differs only in its form (order of keys, null for missing) is replaced without any of this.
     * Of several changes with one remote id the last is taken; the deletion of an unknown record is nothing.
     */
    readonly write: (
      connector: string,
      model: string,
      changes: ReadonlyArray<Change>,
      now: string
    ) => Effect.Effect<Counts, StoreError>
    /**
     * A page of records in order of `seq`, from the first one after `after` (0 for the beginning). The cost does not
     * depend on the place. `includeDeleted` defaults to false.
     */
    readonly page: (
      connector: string,
      model: string,
      options: { readonly after: number; readonly limit: number; readonly includeDeleted?: boolean | undefined }
    ) => Effect.Effect<ReadonlyArray<StoredRecord>, StoreError>
    /** One record of a connector, deleted or not. */
    readonly get: (
      connector: string,
      model: string,
      id: string
    ) => Effect.Effect<Option.Option<StoredRecord>, StoreError>
    /** One record of any connector, deleted or not: for operators, not for a connector's clients. */
    readonly find: (model: string, id: string) => Effect.Effect<Option.Option<StoredRecord>, StoreError>
    /** Number of records by model, in order of model. */
    readonly counts: (connector: string) => Effect.Effect<ReadonlyArray<ModelCount>, StoreError>
    /** Counts, in the database, what the records of a model have values in. It reads all of them. */
    readonly fill: (connector: string, model: string) => Effect.Effect<Fill, StoreError>
    /** The ids of stored records by remote id; unknown remote ids are missing from the answer. */
    readonly idsByRemote: (
      connector: string,
      model: string,
      remoteIds: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyMap<string, string>, StoreError>
  }
>()("@crosswalk/store/Records") {
  /** Records in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Records, never, SqlClient.SqlClient> = Layer.effect(
    Records,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      // Nothing is answered of what is unchanged, which is most of it. A null hash asks in any case: a deletion.
      const known = Batch.statement<Known>(
        sql,
        { id: "text", hash: "text" },
        `SELECT batch.id AS id, r.hash AS hash, r.modified_at AS "modifiedAt", r.remote_deleted_at AS "deletedAt",
           r.data AS data
         FROM batch ${Batch.eachOrNull(sql, "records r", "r.model = ? AND r.id = batch.id")}
         WHERE r.hash IS DISTINCT FROM batch.hash OR batch.hash IS NULL OR r.remote_deleted_at IS NOT NULL`
      )
      const upsert = Batch.statement(
        sql,
        {
          id: "text",
          remote_id: "text",
          hash: "text",
          modified_at: "text",
          remote_deleted_at: "text",
          data: "text"
        },
        `INSERT INTO records (connector_id, model, id, remote_id, hash, modified_at, remote_deleted_at, data)
         SELECT ?, ?, id, remote_id, hash, modified_at, remote_deleted_at, data FROM batch WHERE true
         ON CONFLICT (connector_id, model, remote_id) DO UPDATE SET
           hash = excluded.hash, modified_at = excluded.modified_at,
           remote_deleted_at = excluded.remote_deleted_at, data = excluded.data`
      )
      const enter = FeedEntries.make(sql)
      const ids = Batch.statement<{ readonly remoteId: string; readonly id: string }>(
        sql,
        { remote_id: "text" },
        `SELECT r.remote_id AS "remoteId", r.id FROM batch ${Batch.each(
          sql,
          "records r",
          "r.connector_id = ? AND r.model = ? AND r.remote_id = batch.remote_id"
        )}`
      )

      const write = Effect.fn("Records.write")(function* (
        connector: string,
        model: string,
        changes: ReadonlyArray<Change>,
        now: string
      ) {
        const last = new Map(changes.map((change) => [change.remoteId, change]))
        const stored = new Map<string, Known>()
        const asked = Array.from(last.values(), (change) => [change.id, "deleted" in change ? null : change.hash])
        for (const row of yield* known(asked, model)) stored.set(row.id, row)

        const rows: Array<ReadonlyArray<Batch.Value>> = []
        const entries: Array<FeedEntries.Entry> = []
        const counts = { insert: 0, update: 0, delete: 0 }
        const enterChange = (
          { id: recordId, remoteId }: Change,
          operation: FeedEntries.Entry["operation"],
          fields: ReadonlyArray<string> | null
        ): void => {
          counts[operation]++
          entries.push({ recordId, remoteId, operation, fields })
        }
        const put = (change: Derived, modifiedAt: string): void => {
          const text = ServedText.complete(change.text, modifiedAt, null)
          rows.push([change.id, change.remoteId, change.hash, modifiedAt, null, text])
        }

        for (const change of last.values()) {
          const before = stored.get(change.id)
          if (before === undefined) continue
          if ("deleted" in change) {
            if (before.data === null || before.deletedAt !== null) continue
            const text = ServedText.complete(ServedText.mapped(before.data), now, change.at)
            rows.push([change.id, change.remoteId, before.hash, now, change.at, text])
            enterChange(change, "delete", ["remote_deleted_at"])
          } else if (before.data === null || before.deletedAt !== null) {
            put(change, now)
            enterChange(change, "insert", null)
          } else {
            const fields = changedFields(ServedText.mapped(before.data), change.text)
            put(change, fields.length === 0 ? before.modifiedAt : now)
            if (fields.length > 0) enterChange(change, "update", fields)
          }
        }
        yield* upsert(rows, connector, model)
        yield* enter(connector, model, now, entries)
        return {
          inserted: counts.insert,
          updated: counts.update,
          deleted: counts.delete,
          unchanged: last.size - entries.length
        }
      }, atomic(sql))

      const find = Effect.fn("Records.find")(function* (model: string, id: string) {
        const rows = yield* sql<StoredRecord>`
          SELECT ${sql.literal(columns)} FROM records WHERE model = ${model} AND id = ${id}`
        return Option.fromNullishOr(rows[0])
      }, actionable)

      return Records.of({
        write,
        page: Effect.fn("Records.page")(
          (
            connector: string,
            model: string,
            options: { after: number; limit: number; includeDeleted?: boolean | undefined }
          ) => {
            const alive = sql.literal(options.includeDeleted === true ? "" : "AND remote_deleted_at IS NULL")
            return sql<StoredRecord>`
              SELECT ${sql.literal(columns)} FROM records
              WHERE connector_id = ${connector} AND model = ${model} AND seq > ${options.after} ${alive}
              ORDER BY seq LIMIT ${options.limit}`
          },
          actionable
        ),
        get: Effect.fn("Records.get")(function* (connector: string, model: string, id: string) {
          return Option.filter(yield* find(model, id), (record) => record.connectorId === connector)
        }, actionable),
        find,
        counts: Effect.fn("Records.counts")(function* (connector: string) {
          const rows = yield* sql<ModelCount>`
            SELECT model, COUNT(*) AS total, COUNT(remote_deleted_at) AS deleted FROM records
            WHERE connector_id = ${connector} GROUP BY model ORDER BY model`
          return rows.map((row) => ({ model: row.model, total: Number(row.total), deleted: Number(row.deleted) }))
        }, actionable),
        fill: Effect.fn("Records.fill")(function* (connector: string, model: string) {
          const alive = sql`r.connector_id = ${connector} AND r.model = ${model} AND r.remote_deleted_at IS NULL`
          const [counted] = yield* sql<{ readonly total: number }>`
            SELECT COUNT(*) AS total FROM records r WHERE ${alive}`
          const rows = yield* sql.onDialectOrElse({
            pg: () => sql<{ readonly field: string; readonly count: number }>`
              SELECT f.key AS field, COUNT(*) AS count FROM records r CROSS JOIN json_each(CAST(crosswalk_json(r.data) AS json)) f
              WHERE ${alive} AND CAST(f.value AS text) NOT IN ('null', '[]', '{}') GROUP BY f.key`,
            orElse: () => sql<{ readonly field: string; readonly count: number }>`
              SELECT f.key AS field, COUNT(*) AS count FROM records r CROSS JOIN json_each(r.data) f
              WHERE ${alive} AND f.type <> 'null' AND NOT (f.type IN ('array', 'object') AND f.value IN ('[]', '{}'))
              GROUP BY f.key`
          })
          return {
            total: Number(counted?.total ?? 0),
            filled: new Map(rows.map(({ count, field }) => [field, Number(count)]))
          }
        }, actionable),
        idsByRemote: Effect.fn("Records.idsByRemote")(function* (
          connector: string,
          model: string,
          remoteIds: ReadonlyArray<string>
        ) {
          const rows = yield* ids(Batch.column(new Set(remoteIds)), connector, model)
          return new Map(rows.map((row) => [row.remoteId, row.id]))
        }, actionable)
      })
    })
  )
}
