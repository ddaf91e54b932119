/**
 * The change feed: every insert, update and delete of records, once each, in one sequence. `Records.write` writes it.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/** One change of one record. */
export interface Entry {
  /** Place in the sequence of the database, from 1. No number is given twice. */
  readonly seq: number
  readonly connectorId: string
  readonly model: string
  readonly recordId: string
  readonly remoteId: string
  /** `insert` also for a deleted record that came back. */
  readonly operation: "insert" | "update" | "delete"
  /** Names of the changed top-level fields, `modified_at` not among them; null for an insert: all of them. */
  readonly fields: ReadonlyArray<string> | null
  /** When the change was stored: ISO 8601, UTC, milliseconds. */
  readonly at: string
}

type Row = Omit<Entry, "fields"> & { readonly fields: string | null }

const decodeFields = Schema.decodeSync(Schema.fromJsonString(Schema.Array(Schema.String)))

const toEntry = (row: Row): Entry => ({ ...row, fields: row.fields === null ? null : decodeFields(row.fields) })

/** The change feed of the database. */
export class Feed extends Context.Service<
  Feed,
  {
    /** The entries after a place, of all connectors or of one, in order; at most `limit`. */
    readonly after: (
      seq: number,
      options: { readonly connector?: string | undefined; readonly limit: number }
    ) => Effect.Effect<ReadonlyArray<Entry>, StoreError>
    /** The place of the newest entry, of all connectors or of one; 0 when there is none. */
    readonly last: (connector?: string) => Effect.Effect<number, StoreError>
  }
>()("@crosswalk/store/Feed") {
  /** The feed in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Feed, never, SqlClient.SqlClient> = Layer.effect(
    Feed,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return Feed.of({
        after: Effect.fn("Feed.after")(function* (
          seq: number,
          options: { readonly connector?: string | undefined; readonly limit: number }
        ) {
          const ofConnector =
            options.connector === undefined ? sql.literal("") : sql`AND connector_id = ${options.connector}`
          const rows = yield* sql<Row>`
            SELECT seq, connector_id AS "connectorId", model, record_id AS "recordId", remote_id AS "remoteId",
              operation, fields, at
            FROM feed WHERE seq > ${seq} ${ofConnector} ORDER BY seq LIMIT ${options.limit}`
          return rows.map(toEntry)
        }, actionable),
        last: Effect.fn("Feed.last")(function* (connector?: string) {
          const ofConnector = connector === undefined ? sql.literal("") : sql`WHERE connector_id = ${connector}`
          const rows = yield* sql<{ readonly seq: number | null }>`SELECT MAX(seq) AS seq FROM feed ${ofConnector}`
          return Number(rows[0]?.seq ?? 0)
        }, actionable)
      })
    })
  )
}
