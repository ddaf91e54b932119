/**
 * The change feed: every insert, update and delete of records, once each. `Records.write` writes it.
 *
 * Each connector has a sequence of its own, 1, 2, 3 … without gap. The entries of a workspace have an order too, in which
 * nothing appears behind what was read before, however many processes write.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as FeedPosition from "./internal/FeedPosition.ts"
import type { StoreError } from "./StoreError.ts"

/** One change of one record. */
export interface Entry {
  /** Place in the sequence of the connector: 1 for its first entry, and one more for each. */
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

/** One change with its place among those of its workspace. */
export interface PlacedEntry extends Entry {
  /** Opaque; as texts, later ones are greater. */
  readonly position: string
}

/** The entries after the place that was asked for are not all kept any more. */
export class FeedForgotten extends Schema.TaggedError<FeedForgotten>("@crosswalk/store/FeedForgotten")(
  "FeedForgotten",
  {
    /** The first place from which the feed can be read. */
    floor: Schema.Union([Schema.Number, Schema.String])
  }
) {
  override get message(): string {
    return `The change feed no longer has all entries after that place; it begins after ${this.floor}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return `Read all records once, then the changes after ${this.floor}, or keep the feed for a longer time.`
  }
}

type Row<E extends Entry> = Omit<E, "fields"> & { readonly fields: string | null }

const decodeFields = Schema.decodeSync(Schema.fromJsonString(Schema.Array(Schema.String)))

const toEntry = (row: Row<Entry>): Entry => ({
  ...row,
  seq: Number(row.seq),
  fields: row.fields === null ? null : decodeFields(row.fields)
})

const columns = `seq, connector_id AS "connectorId", model, record_id AS "recordId", remote_id AS "remoteId", operation,
  fields, at`

/** The change feed of the database. */
export class Feed extends Context.Service<
  Feed,
  {
    /**
     * A connector's entries after a place (0: from the beginning), in order; at most `limit`. Fails with `FeedForgotten`
     * when the next one is not kept any more.
     */
    readonly after: (
      connector: string,
      seq: number,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Entry>, FeedForgotten | StoreError>
    /** The place of a connector's newest entry, kept or not; 0 when there was none. */
    readonly last: (connector: string) => Effect.Effect<number, StoreError>
    /**
     * The entries of all connectors of a workspace after a position (null: from the beginning), in order; at most
     * `limit`. Those of one connector are in its own order. On PostgreSQL an entry is shown once no transaction can
     * commit an earlier one. Fails with `FeedForgotten` as `after` does.
     */
    readonly ofWorkspace: (
      workspace: string,
      after: string | null,
      limit: number
    ) => Effect.Effect<ReadonlyArray<PlacedEntry>, FeedForgotten | StoreError>
    /**
     * Forgets a connector's entries from before an instant, the oldest first, at most `limit`; answers how many. The
     * sequence goes on as if they were there.
     */
    readonly forget: (connector: string, before: string, limit: number) => Effect.Effect<number, StoreError>
  }
>()("@crosswalk/store/Feed") {
  /** The feed in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Feed, never, SqlClient.SqlClient> = Layer.effect(
    Feed,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const entry = sql.literal(columns)
      const { after, order, place } = sql.onDialectOrElse({
        pg: () => ({
          after: (from: FeedPosition.FeedPosition) =>
            sql`(tx, position) > (${from.tx}, ${from.position}) AND tx < ${sql.literal(FeedPosition.settled)}`,
          order: sql.literal("tx, position"),
          place: sql.literal("tx, position")
        }),
        orElse: () => ({
          after: (from: FeedPosition.FeedPosition) => sql`position > ${from.position}`,
          order: sql.literal("position"),
          place: sql.literal("0 AS tx, position")
        })
      })

      const sinceFloor = (floor: number | string | undefined, after: number | string) =>
        floor === undefined || floor <= after ? Effect.void : Effect.fail(new FeedForgotten({ floor }))

      return Feed.of({
        after: Effect.fn("Feed.after")(function* (connector: string, seq: number, limit: number) {
          const rows = yield* sql<Row<Entry>>`
            SELECT ${entry} FROM feed WHERE connector_id = ${connector} AND seq > ${seq} ORDER BY seq LIMIT ${limit}`
          const entries = rows.map(toEntry)
          if (entries[0]?.seq !== seq + 1) {
            const [writer] = yield* sql<{ readonly floor: number }>`
              SELECT feed_floor AS floor FROM writers WHERE connector_id = ${connector}`
            yield* sinceFloor(Number(writer?.floor ?? 0), seq)
          }
          return entries
        }, actionable),
        last: Effect.fn("Feed.last")(function* (connector: string) {
          const rows = yield* sql<{ readonly seq: number }>`
            SELECT feed_seq AS seq FROM writers WHERE connector_id = ${connector}`
          return Number(rows[0]?.seq ?? 0)
        }, actionable),
        ofWorkspace: Effect.fn("Feed.ofWorkspace")(function* (workspace: string, since: string | null, limit: number) {
          const from = FeedPosition.parse(since ?? FeedPosition.start)
          if (from === null) return yield* Effect.die(new Error(`${since} is no position of a feed.`))
          const rows = yield* sql<Row<Entry> & FeedPosition.FeedPosition>`
            SELECT ${entry}, ${place} FROM feed
            WHERE workspace = ${workspace} AND ${after(from)} ORDER BY ${order} LIMIT ${limit}`
          const floors = yield* sql<{ readonly position: string }>`
            SELECT position FROM feed_floors WHERE workspace = ${workspace}`
          yield* sinceFloor(floors[0]?.position, since ?? FeedPosition.start)
          return rows.map(({ tx, position, ...row }) => ({
            ...toEntry(row),
            position: FeedPosition.format(tx, position)
          }))
        }, actionable),
        forget: Effect.fn("Feed.forget")(function* (connector: string, before: string, limit: number) {
          const oldest = yield* sql<
            FeedPosition.FeedPosition & { readonly seq: number; readonly at: string; readonly workspace: string }
          >`
            SELECT seq, at, workspace, ${place} FROM feed WHERE connector_id = ${connector} ORDER BY seq LIMIT ${limit}`
          const kept = oldest.findIndex(({ at }) => at >= before)
          const last = oldest[(kept < 0 ? oldest.length : kept) - 1]
          if (last === undefined) return 0
          yield* sql`UPDATE writers SET feed_floor = ${last.seq} WHERE connector_id = ${connector}`
          const position = FeedPosition.format(last.tx, last.position)
          yield* sql`
            INSERT INTO feed_floors (workspace, position) VALUES (${last.workspace}, ${position})
            ON CONFLICT (workspace) DO UPDATE SET position = excluded.position
            WHERE feed_floors.position < excluded.position`
          const gone = yield* sql`
            DELETE FROM feed WHERE connector_id = ${connector} AND seq <= ${last.seq} RETURNING seq`
          return gone.length
        }, atomic(sql))
      })
    })
  )
}
