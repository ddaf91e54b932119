/**
 * Forgets what is older than it is to be kept, in statements of a thousand rows, so that other work goes on between them.
 *
 * What is forgotten changes no record that is served, but for deleted ones, and no later sync. Interrupted, the next call
 * goes on. Landed raw data are not among what has an age: those of a deleted record go in the transaction that deletes
 * it, and the others are what its record stands on, also when a vendor no longer shows them; `forgetUnread` removes what
 * nothing stands on any more.
 */
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import { Feed } from "./Feed.ts"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/** For how long what is kept; null for ever. */
export interface Settings {
  /**
   * Runs, from their end. A connector's newest run stays, its newest full run that was no failure, and those that last
   * read one of its resources.
   */
  readonly runs: Duration.Duration | null
  /** Entries of the change feed. A reader that stands before the oldest kept one is told so: `Feed.after`. */
  readonly feed: Duration.Duration | null
  /** Deleted records, from when the deletion was stored. One that comes back later is new, with the same id. */
  readonly deleted: Duration.Duration | null
  /** Quarantined records, from when they were last met. They are then no longer tried again by a replay. */
  readonly quarantine: Duration.Duration | null
  readonly audits: Duration.Duration | null
  /** The log of requests. */
  readonly requests: Duration.Duration | null
}

/** How many rows were forgotten, by setting. */
export type Forgotten = { readonly [name in keyof Settings]: number }

const batch = 1000

/** Forgets by age. */
export class Retention extends Context.Service<
  Retention,
  {
    /** Forgets, for all connectors, what is older than its setting. */
    readonly enforce: (settings: Settings) => Effect.Effect<Forgotten, StoreError>
    /**
     * Forgets what was landed of a connector's resources that are not `inUse` and were last read by a run that ended
     * longer than `age` ago, with their links, quarantined records and holds, and answers how many remote records that
     * were. `inUse` names every resource that the connector's models need: a mapper must be able to read what it reads.
     * The checkpoint goes too, so that a resource that is needed again is read from its beginning. A sync that begins
     * to read one meanwhile is left what it lands.
     */
    readonly forgetUnread: (
      connector: string,
      inUse: ReadonlyArray<string>,
      age: Duration.Duration
    ) => Effect.Effect<number, StoreError>
  }
>()("@crosswalk/store/Retention") {
  /** Retention in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Retention, never, SqlClient.SqlClient | Feed> = Layer.effect(
    Retention,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const feed = yield* Feed
      /** Repeats a removal of at most `batch` rows until fewer were left; answers how many went. */
      const exhaust = Effect.fnUntraced(function* <E, R>(removeSome: Effect.Effect<number, E, R>) {
        let gone = 0
        for (;;) {
          const count = yield* removeSome
          gone += count
          if (count < batch) return gone
          yield* Effect.yieldNow
        }
      })

      const someOf = sql.onDialectOrElse({
        // The condition stands there twice: the outer one is checked again on a row that was changed meanwhile.
        pg: () => (table: string, condition: Fragment) =>
          sql`${condition} AND ctid = ANY (ARRAY(
            SELECT ctid FROM ${sql(table)} WHERE ${condition} LIMIT ${batch}))`,
        orElse: () => (table: string, condition: Fragment) =>
          sql`rowid IN (SELECT rowid FROM ${sql(table)} WHERE ${condition} LIMIT ${batch})`
      })
      const remove = (table: string, condition: Fragment) =>
        exhaust(
          Effect.map(
            actionable(sql`DELETE FROM ${sql(table)} WHERE ${someOf(table, condition)} RETURNING 1 AS removed`),
            (rows) => rows.length
          )
        )

      const cutoff = (age: Duration.Duration) =>
        Effect.map(DateTime.now, (now) => DateTime.formatIso(DateTime.subtractDuration(now, age)))

      /** Runs a removal for those connectors alone that have something old: one look into an index tells. */
      const enforceOne = Effect.fnUntraced(function* (
        age: Duration.Duration | null,
        hasOld: (before: string) => Fragment,
        forget: (connector: string, before: string) => Effect.Effect<number, StoreError>
      ) {
        if (age === null) return 0
        const before = yield* cutoff(age)
        const connectors = yield* actionable(sql<{ readonly id: string }>`
          SELECT c.id FROM connectors c WHERE ${hasOld(before)} ORDER BY c.id`)
        let gone = 0
        for (const { id } of connectors) gone += yield* forget(id, before)
        return gone
      })

      const oldRows = (table: string, condition: (before: string) => Fragment) =>
        [
          (before: string) =>
            sql`EXISTS (SELECT 1 FROM ${sql(table)} WHERE connector_id = c.id AND ${condition(before)})`,
          (connector: string, before: string) =>
            remove(table, sql`connector_id = ${connector} AND ${condition(before)}`)
        ] as const

      // Nothing ends before it is requested, and the index is by that.
      const isOldRun = (before: string) => sql`requested_at < ${before} AND ended_at < ${before}`
      const isNeededRun = (connector: string) => sql`id IN (
        SELECT run_id FROM checkpoints WHERE connector_id = ${connector}
        UNION SELECT * FROM (SELECT id FROM runs WHERE connector_id = ${connector}
          ORDER BY requested_at DESC, id DESC LIMIT 1) newest
        UNION SELECT * FROM (SELECT id FROM runs WHERE connector_id = ${connector} AND mode = 'full'
          AND status IN ('succeeded', 'partial') ORDER BY requested_at DESC, id DESC LIMIT 1) full_run)`

      const forgetUnread = Effect.fn("Retention.forgetUnread")(function* (
        connector: string,
        inUse: ReadonlyArray<string>,
        age: Duration.Duration
      ) {
        const before = yield* cutoff(age)
        const unread = yield* actionable(sql<{ readonly resource: string; readonly run: string }>`
          SELECT p.resource, p.run_id AS run FROM checkpoints p JOIN runs r ON r.id = p.run_id
          WHERE p.connector_id = ${connector} AND r.ended_at < ${before} AND NOT ${sql.in("resource", inUse)}`)
        let gone = 0
        for (const { resource, run } of unread) {
          const own = sql`connector_id = ${connector} AND resource = ${resource}`
          const still = sql`${own} AND EXISTS (SELECT 1 FROM checkpoints p WHERE p.connector_id = ${connector}
            AND p.resource = ${resource} AND p.run_id = ${run})`
          // First of all nobody may take for known what is half gone.
          yield* actionable(sql`UPDATE checkpoints SET mark = NULL, cursor = NULL WHERE ${own} AND run_id = ${run}`)
          for (const table of ["holds", "links", "due", "quarantine"]) yield* remove(table, still)
          gone += yield* remove("remotes", still)
          yield* actionable(sql`DELETE FROM checkpoints WHERE ${own} AND run_id = ${run}`)
        }
        return gone
      })

      return Retention.of({
        forgetUnread,
        enforce: Effect.fn("Retention.enforce")(function* (settings: Settings) {
          const isDeleted = (before: string) => sql`remote_deleted_at IS NOT NULL AND modified_at < ${before}`
          return {
            runs: yield* enforceOne(settings.runs, oldRows("runs", isOldRun)[0], (connector, before) =>
              remove("runs", sql`connector_id = ${connector} AND ${isOldRun(before)} AND NOT ${isNeededRun(connector)}`)
            ),
            feed: yield* enforceOne(
              settings.feed,
              (before) => sql`(SELECT at FROM feed WHERE connector_id = c.id ORDER BY seq LIMIT 1) < ${before}`,
              (connector, before) => exhaust(feed.forget(connector, before, batch))
            ),
            deleted: yield* enforceOne(settings.deleted, ...oldRows("records", isDeleted)),
            quarantine: yield* enforceOne(
              settings.quarantine,
              ...oldRows("quarantine", (before) => sql`last_seen_at < ${before}`)
            ),
            audits: yield* enforceOne(settings.audits, ...oldRows("audits", (before) => sql`at < ${before}`)),
            requests:
              settings.requests === null
                ? 0
                : yield* Effect.flatMap(cutoff(settings.requests), (before) => remove("requests", sql`at < ${before}`))
          }
        })
      })
    })
  )
}
