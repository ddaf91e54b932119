/**
 * Where remote records wait that could not be read or mapped, each with its reasons and its raw data, for a replay.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"

/** What is wrong with one place of a record. */
export interface Issue {
  readonly path: string
  readonly reason: string
}

/** A remote record, or one mapper's view of it, that failed. */
export interface Case {
  readonly resource: string
  readonly key: string
  /** The mapper that failed; null when the remote record itself could not be read. */
  readonly mapper: string | null
  /** Remote id of the record that would have been made, when known. */
  readonly remoteId: string | null
  readonly issues: ReadonlyArray<Issue>
  /** The raw data, as text. */
  readonly data: string
}

/** A case as it is kept. */
export interface StoredCase extends Case {
  /** The run that met it last. */
  readonly runId: string
  readonly firstSeenAt: string
  readonly lastSeenAt: string
}

type Row = Omit<StoredCase, "issues"> & { readonly issues: string }

const decodeIssues = Schema.decodeSync(
  Schema.fromJsonString(Schema.Array(Schema.Struct({ path: Schema.String, reason: Schema.String })))
)

const toCase = (row: Row): StoredCase => ({
  ...row,
  mapper: row.mapper === "" ? null : row.mapper,
  issues: decodeIssues(row.issues)
})

/** Which cases are meant; what is left out does not restrict. */
export interface Selection {
  readonly resource?: string | undefined
  /** Null: the cases without a mapper. */
  readonly mapper?: string | null | undefined
}

/** A case's place in the order of cases. */
export type Place = Pick<Case, "resource" | "key" | "mapper">

/** Which cases to list; `limit` defaults to 100, and without `after` they are the first ones. */
export interface Listing extends Selection {
  readonly limit?: number | undefined
  readonly after?: Place | undefined
}

/** Quarantined records, by connector. */
export class Quarantine extends Context.Service<
  Quarantine,
  {
    /** Enters cases; a case with the same resource, key and mapper is brought up to date and keeps its first date. */
    readonly put: (connector: string, run: string, cases: ReadonlyArray<Case>) => Effect.Effect<void, StoreError>
    /** Releases records that succeeded, for one mapper (null: for the reading of the record itself). */
    readonly clear: (
      connector: string,
      resource: string,
      mapper: string | null,
      keys: ReadonlyArray<string>
    ) => Effect.Effect<void, StoreError>
    /**
     * Drops the cases of records that could not be read and that the run has not met again: what a complete walk no
     * longer shows is not there to be read.
     */
    readonly clearUnseen: (connector: string, resource: string, run: string) => Effect.Effect<void, StoreError>
    /** Cases in order of resource, key and mapper. */
    readonly list: (connector: string, options?: Listing) => Effect.Effect<ReadonlyArray<StoredCase>, StoreError>
    readonly count: (connector: string, selection?: Selection) => Effect.Effect<number, StoreError>
  }
>()("@crosswalk/store/Quarantine") {
  /** The quarantine in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Quarantine, never, SqlClient.SqlClient> = Layer.effect(
    Quarantine,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const put = Batch.statement(
        sql,
        { resource: "text", key: "text", mapper: "text", remote_id: "text", issues: "text", data: "text" },
        `INSERT INTO quarantine
           (connector_id, resource, key, mapper, remote_id, issues, data, run_id, first_seen_at, last_seen_at)
         SELECT ?, resource, key, mapper, remote_id, issues, data, ?, ?, ? FROM batch WHERE true
         ON CONFLICT (connector_id, resource, key, mapper) DO UPDATE SET
           remote_id = excluded.remote_id, issues = excluded.issues, data = excluded.data,
           run_id = excluded.run_id, last_seen_at = excluded.last_seen_at`
      )
      const clear = Batch.statement(
        sql,
        { key: "text" },
        `DELETE FROM quarantine
         WHERE ${Batch.among(sql, "quarantine", "connector_id = ? AND resource = ? AND mapper = ?", "key")}`
      )
      const selected = (connector: string, selection: Selection | undefined) =>
        sql.and([
          sql`connector_id = ${connector}`,
          ...(selection?.resource === undefined ? [] : [sql`resource = ${selection.resource}`]),
          ...(selection?.mapper === undefined ? [] : [sql`mapper = ${selection.mapper ?? ""}`])
        ])
      return Quarantine.of({
        put: Effect.fn("Quarantine.put")(function* (connector: string, run: string, cases: ReadonlyArray<Case>) {
          const at = yield* now
          const last = new Map(cases.map((entry) => [JSON.stringify([entry.resource, entry.key, entry.mapper]), entry]))
          const rows = Array.from(last.values(), (entry) => [
            entry.resource,
            entry.key,
            entry.mapper ?? "",
            entry.remoteId,
            JSON.stringify(entry.issues),
            entry.data
          ])
          yield* put(rows, connector, run, at, at)
        }, atomic(sql)),
        clear: Effect.fn("Quarantine.clear")(
          (connector: string, resource: string, mapper: string | null, keys: ReadonlyArray<string>) =>
            Effect.asVoid(clear(Batch.column(keys), connector, resource, mapper ?? "")),
          atomic(sql)
        ),
        clearUnseen: Effect.fn("Quarantine.clearUnseen")(
          (connector: string, resource: string, run: string) =>
            Effect.asVoid(sql`
              DELETE FROM quarantine
              WHERE connector_id = ${connector} AND resource = ${resource} AND mapper = '' AND run_id <> ${run}`),
          actionable
        ),
        list: Effect.fn("Quarantine.list")(function* (connector: string, options?: Listing) {
          const after = options?.after
          const following =
            after === undefined
              ? sql.literal("")
              : sql`AND (resource, key, mapper) > (${after.resource}, ${after.key}, ${after.mapper ?? ""})`
          const rows = yield* sql<Row>`
            SELECT resource, key, mapper, remote_id AS "remoteId", issues, data, run_id AS "runId",
              first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"
            FROM quarantine WHERE ${selected(connector, options)} ${following}
            ORDER BY resource, key, mapper LIMIT ${options?.limit ?? 100}`
          return rows.map(toCase)
        }, actionable),
        count: Effect.fn("Quarantine.count")(function* (connector: string, selection?: Selection) {
          const rows = yield* sql<{ readonly count: number }>`
            SELECT COUNT(*) AS count FROM quarantine WHERE ${selected(connector, selection)}`
          return Number(rows[0]?.count ?? 0)
        }, actionable)
      })
    })
  )
}
