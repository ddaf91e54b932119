/**
 * The vendor's records as they came: landed first, mapped afterwards, replayed without asking the vendor again.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as SqlClient from "effect/sql/SqlClient"
import * as Stream from "effect/Stream"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import * as LinkRows from "./internal/LinkRows.ts"
import type { StoreError } from "./StoreError.ts"

/** One remote record to land. Keys and parents are texts of core's `RemoteKey`. */
export interface Row {
  readonly key: string
  /** Key of the record that this one belongs to; null for a resource without parents. */
  readonly parent: string | null
  /** Fingerprint of `data`; equal fingerprints mean equal data. */
  readonly hash: string
  /** The record's JSON text. */
  readonly data: string
}

/** A record that is new, or that is not what it was. */
export interface Landed {
  readonly key: string
  /** The JSON text before; null when the record is new. */
  readonly previous: string | null
}

/** A stored remote record that was found through a link. */
export interface Linked extends Row {
  /** The target of the link by which it was found. */
  readonly target: string
}

const page = 500

/** Landed remote records, by connector and resource. */
export class Remotes extends Context.Service<
  Remotes,
  {
    /**
     * Stores a page and answers the new and the changed records, with what they were. A change of the parent counts.
     * Unchanged records are only marked as seen in the run. Of several rows with one key the last is taken.
     */
    readonly land: (
      connector: string,
      resource: string,
      run: string,
      rows: ReadonlyArray<Row>
    ) => Effect.Effect<ReadonlyArray<Landed>, StoreError>
    /**
     * Replaces the data of stored records without marking them as seen. The next landing takes them for changed, whatever
     * it brings.
     */
    readonly rewrite: (
      connector: string,
      resource: string,
      rows: ReadonlyArray<Pick<Row, "key" | "data">>
    ) => Effect.Effect<void, StoreError>
    /** The records with these keys; keys that are not stored are left out. */
    readonly byKeys: (
      connector: string,
      resource: string,
      keys: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Row>, StoreError>
    /** The records of these parents. */
    readonly byParents: (
      connector: string,
      resource: string,
      parents: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Row>, StoreError>
    /** The records whose link of this name points at one of these targets; once for each target that fits. */
    readonly byLink: (
      connector: string,
      resource: string,
      link: string,
      targets: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Linked>, StoreError>
    /**
     * The keys that the run has not seen, in order of key, read in pages of 500. Removing them while reading is fine.
     * They are gone at the vendor only if the run's enumeration was complete: that is for the caller to know.
     */
    readonly unseen: (
      connector: string,
      resource: string,
      run: string,
      options?: { readonly parent?: string | undefined }
    ) => Stream.Stream<string, StoreError>
    /** Those among some keys that are stored and that the run has not seen. */
    readonly unseenAmong: (
      connector: string,
      resource: string,
      run: string,
      keys: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<string>, StoreError>
    /** How many keys the run has not seen. */
    readonly countUnseen: (connector: string, resource: string, run: string) => Effect.Effect<number, StoreError>
    /** How many records of the resource are stored. */
    readonly count: (connector: string, resource: string) => Effect.Effect<number, StoreError>
    /** The next records in order of key, as many as `limit`, from the first one after `after` ("" for the beginning). */
    readonly after: (
      connector: string,
      resource: string,
      after: string,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Row>, StoreError>
    /**
     * The records at some places among all of the resource in order of key, counted from 0: for a sample. Their data is
     * read, and the keys between them walked over.
     */
    readonly at: (
      connector: string,
      resource: string,
      places: ReadonlyArray<number>
    ) => Effect.Effect<ReadonlyArray<Row>, StoreError>
    /** Every key of the resource in order, read in pages of 500: for a replay. */
    readonly keys: (connector: string, resource: string) => Stream.Stream<string, StoreError>
    /** Deletes records together with their links. */
    readonly remove: (
      connector: string,
      resource: string,
      keys: ReadonlyArray<string>
    ) => Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/Remotes") {
  /** Remotes in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Remotes, never, SqlClient.SqlClient> = Layer.effect(
    Remotes,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const ofKey = "r.connector_id = ? AND r.resource = ? AND r.key = batch.key"
      const changed = Batch.statement<Landed>(
        sql,
        { key: "text", parent: "text", hash: "text" },
        `SELECT batch.key AS key, r.data AS previous FROM batch ${Batch.eachOrNull(sql, "remotes r", ofKey)}
         WHERE r.hash IS NULL OR r.hash <> batch.hash OR r.parent IS DISTINCT FROM batch.parent`
      )
      const upsert = Batch.statement(
        sql,
        { key: "text", parent: "text", hash: "text", data: "text" },
        `INSERT INTO remotes (connector_id, resource, key, parent, hash, seen_run, data)
         SELECT ?, ?, key, parent, hash, ?, data FROM batch WHERE true
         ON CONFLICT (connector_id, resource, key) DO UPDATE SET
           parent = excluded.parent, hash = excluded.hash, seen_run = excluded.seen_run, data = excluded.data`
      )
      const markSeen = Batch.statement(
        sql,
        { key: "text" },
        `UPDATE remotes SET seen_run = ?
         WHERE ${Batch.among(sql, "remotes", "connector_id = ? AND resource = ?", "key")} AND seen_run <> ?`
      )
      const rewrite = Batch.statement(
        sql,
        { key: "text", data: "text" },
        `UPDATE remotes SET hash = '', data = batch.data FROM batch
         WHERE connector_id = ? AND resource = ? AND remotes.key = batch.key`
      )
      const byKeys = Batch.statement<Row>(
        sql,
        { key: "text" },
        `SELECT r.key, r.parent, r.hash, r.data FROM batch ${Batch.each(sql, "remotes r", ofKey)} ORDER BY r.key`
      )
      const unseenAmong = Batch.statement<{ readonly key: string }>(
        sql,
        { key: "text" },
        `SELECT r.key FROM batch ${Batch.each(sql, "remotes r", ofKey)} WHERE r.seen_run <> ? ORDER BY r.key`
      )
      const byParents = Batch.statement<Row>(
        sql,
        { parent: "text" },
        `SELECT r.key, r.parent, r.hash, r.data
         FROM batch ${Batch.each(sql, "remotes r", "r.connector_id = ? AND r.resource = ? AND r.parent = batch.parent AND r.parent > ''")}
         ORDER BY r.parent, r.key`
      )
      const byLink = Batch.statement<Linked>(
        sql,
        { target: "text" },
        `SELECT l.target AS target, r.key AS key, r.parent AS parent, r.hash AS hash, r.data AS data
         FROM batch ${Batch.each(sql, "links l", LinkRows.pointing)}
         ${Batch.each(sql, "remotes r", "r.connector_id = l.connector_id AND r.resource = l.resource AND r.key = l.key")}
         ORDER BY l.target, l.key`
      )
      const removeLinks = Batch.statement(
        sql,
        { key: "text" },
        `DELETE FROM links WHERE ${Batch.among(sql, "links", "connector_id = ? AND resource = ?", "key")}`
      )
      const removeRemotes = Batch.statement(
        sql,
        { key: "text" },
        `DELETE FROM remotes WHERE ${Batch.among(sql, "remotes", "connector_id = ? AND resource = ?", "key")}`
      )

      const land = Effect.fn("Remotes.land")(function* (
        connector: string,
        resource: string,
        run: string,
        rows: ReadonlyArray<Row>
      ) {
        const last = new Map(rows.map((row) => [row.key, row]))
        const landed = yield* changed(
          Array.from(last.values(), (row) => [row.key, row.parent, row.hash]),
          connector,
          resource
        )
        const written: Array<ReadonlyArray<Batch.Value>> = []
        for (const { key } of landed) {
          const row = last.get(key)
          if (row !== undefined) written.push([row.key, row.parent, row.hash, row.data])
          last.delete(key)
        }
        yield* upsert(written, connector, resource, run)
        yield* markSeen(Batch.column(last.keys()), run, connector, resource, run)
        return landed
      }, atomic(sql))

      const keyPages = (next: (after: string) => Effect.Effect<ReadonlyArray<{ readonly key: string }>, StoreError>) =>
        Stream.paginate("", (after) =>
          Effect.map(next(after), (rows) => {
            const last = rows.at(-1)
            const more = last === undefined || rows.length < page ? Option.none() : Option.some(last.key)
            return [rows.map((row) => row.key), more] as const
          })
        )

      return Remotes.of({
        land,
        rewrite: Effect.fn("Remotes.rewrite")(
          (connector: string, resource: string, rows: ReadonlyArray<Pick<Row, "key" | "data">>) =>
            Effect.asVoid(
              rewrite(
                rows.map(({ data, key }) => [key, data]),
                connector,
                resource
              )
            ),
          atomic(sql)
        ),
        byKeys: Effect.fn("Remotes.byKeys")(
          (connector: string, resource: string, keys: ReadonlyArray<string>) =>
            byKeys(Batch.column(new Set(keys)), connector, resource),
          actionable
        ),
        byParents: Effect.fn("Remotes.byParents")(
          (connector: string, resource: string, parents: ReadonlyArray<string>) =>
            byParents(Batch.column(new Set(parents)), connector, resource),
          actionable
        ),
        byLink: Effect.fn("Remotes.byLink")(
          (connector: string, resource: string, link: string, targets: ReadonlyArray<string>) =>
            byLink(Batch.column(new Set(targets)), connector, resource, link),
          actionable
        ),
        unseen: (connector, resource, run, options) => {
          const ofParent =
            options?.parent === undefined ? sql.literal("") : sql`AND parent = ${options.parent} AND parent > ''`
          return keyPages((after) =>
            actionable(sql<{ readonly key: string }>`
              SELECT key FROM remotes
              WHERE connector_id = ${connector} AND resource = ${resource} ${ofParent}
                AND seen_run <> ${run} AND key > ${after}
              ORDER BY key LIMIT ${page}`)
          )
        },
        unseenAmong: Effect.fn("Remotes.unseenAmong")(
          (connector: string, resource: string, run: string, keys: ReadonlyArray<string>) =>
            Effect.map(unseenAmong(Batch.column(new Set(keys)), connector, resource, run), (rows) =>
              rows.map(({ key }) => key)
            ),
          actionable
        ),
        countUnseen: Effect.fn("Remotes.countUnseen")(function* (connector: string, resource: string, run: string) {
          const rows = yield* sql<{ readonly count: number }>`
            SELECT COUNT(*) AS count FROM remotes
            WHERE connector_id = ${connector} AND resource = ${resource} AND seen_run <> ${run}`
          return Number(rows[0]?.count ?? 0)
        }, actionable),
        count: Effect.fn("Remotes.count")(function* (connector: string, resource: string) {
          const rows = yield* sql<{ readonly count: number }>`
            SELECT COUNT(*) AS count FROM remotes WHERE connector_id = ${connector} AND resource = ${resource}`
          return Number(rows[0]?.count ?? 0)
        }, actionable),
        after: Effect.fn("Remotes.after")(
          (connector: string, resource: string, after: string, limit: number) => sql<Row>`
            SELECT key, parent, hash, data FROM remotes
            WHERE connector_id = ${connector} AND resource = ${resource} AND key > ${after}
            ORDER BY key LIMIT ${limit}`,
          actionable
        ),
        at: Effect.fn("Remotes.at")(function* (connector: string, resource: string, places: ReadonlyArray<number>) {
          const rows: Array<Row> = []
          let key = ""
          let passed = 0
          for (const place of new Set(places.toSorted((a, b) => a - b))) {
            const [found] = yield* sql<Row>`
              SELECT key, parent, hash, data FROM remotes
              WHERE connector_id = ${connector} AND resource = ${resource} AND key = (
                SELECT key FROM remotes
                WHERE connector_id = ${connector} AND resource = ${resource} AND key > ${key}
                ORDER BY key LIMIT 1 OFFSET ${place - passed})`
            if (found === undefined) break
            rows.push(found)
            key = found.key
            passed = place + 1
          }
          return rows
        }, actionable),
        keys: (connector, resource) =>
          keyPages((after) =>
            actionable(sql<{ readonly key: string }>`
              SELECT key FROM remotes
              WHERE connector_id = ${connector} AND resource = ${resource} AND key > ${after}
              ORDER BY key LIMIT ${page}`)
          ),
        remove: Effect.fn("Remotes.remove")(function* (
          connector: string,
          resource: string,
          keys: ReadonlyArray<string>
        ) {
          yield* removeLinks(Batch.column(keys), connector, resource)
          yield* removeRemotes(Batch.column(keys), connector, resource)
        }, atomic(sql))
      })
    })
  )
}
