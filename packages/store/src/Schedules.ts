/**
 * When each connector is synced by itself.
 *
 * Starts lie on a grid: the interval, counted from the epoch, plus a share of it that is the connector's own. A start that
 * was missed or late therefore does not move the later ones, and connectors that were all held up together do not stay
 * together.
 */
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import { now } from "./internal/Now.ts"
import { nextAllowed, QuietHours } from "./QuietHours.ts"
import type { StoreError } from "./StoreError.ts"

/** When one connector is synced. Instants are ISO 8601, UTC, milliseconds. */
export interface Schedule {
  readonly connectorId: string
  /** Interval in seconds; null for the engine's own. */
  readonly everySeconds: number | null
  readonly quiet: QuietHours | null
  /** Since when nothing is started by itself; null when it is. */
  readonly pausedAt: string | null
  readonly nextAt: string
}

/** A schedule whose time has come. */
export interface DueSchedule extends Schedule {
  readonly provider: string
}

/** How often a connector is to be synced, and when not. */
export interface Timing {
  readonly everySeconds: number | null
  readonly quiet: QuietHours | null
}

interface Row extends Omit<Schedule, "quiet"> {
  readonly quiet: string | null
}

const Quiet = Schema.fromJsonString(QuietHours)
const decodeQuiet = Schema.decodeSync(Quiet)

const toSchedule = <R extends Row>(row: R): Omit<R, "quiet"> & Schedule => ({
  ...row,
  quiet: row.quiet === null ? null : decodeQuiet(row.quiet)
})

const enrolled = 1000

/** A connector's share of an interval, from 0 to below 1: the last four hexadecimal digits of its id, a UUID. */
const shareOf = (connector: string): number => (Number.parseInt(connector.slice(-4), 16) || 0) / 16 ** 4

/**
 * The first start of a connector after an instant. `jitter` is the part of the interval over which the starts of
 * different connectors are spread, from 0 to 1.
 */
export const nextStart = (
  after: DateTime.Utc,
  timing: {
    readonly connectorId: string
    readonly everySeconds: number
    readonly jitter: number
    readonly quiet: QuietHours | null
  }
): DateTime.Utc => {
  const every = timing.everySeconds
  const phase = Math.floor(shareOf(timing.connectorId) * timing.jitter * every)
  const seconds = Math.floor(DateTime.toEpochMillis(after) / 1000)
  const start = DateTime.makeUnsafe((Math.floor((seconds - phase) / every + 1) * every + phase) * 1000)
  return timing.quiet === null ? start : nextAllowed(start, timing.quiet)
}

/** Schedules, by connector. A connector without one is given one by `enrol`. */
export class Schedules extends Context.Service<
  Schedules,
  {
    /**
     * The schedules whose time has come, of connectors that are active and not paused, in order of that time. The cost
     * depends on how many are due, not on how many there are.
     */
    readonly due: (at: DateTime.Utc, limit: number) => Effect.Effect<ReadonlyArray<DueSchedule>, StoreError>
    /**
     * Gives active connectors that have none a schedule at the engine's own interval, 1,000 at most, and answers how
     * many. One that was never synced is due at once, the others at their `nextStart`.
     */
    readonly enrol: (everySeconds: number, jitter: number) => Effect.Effect<number, StoreError>
    readonly get: (connector: string) => Effect.Effect<Option.Option<Schedule>, StoreError>
    /** Sets how often and when not, with the next start; a pause goes on. Dies when there is no such connector. */
    readonly set: (connector: string, timing: Timing, nextAt: DateTime.Utc) => Effect.Effect<void, StoreError>
    /** Moves the next start. */
    readonly next: (connector: string, at: DateTime.Utc) => Effect.Effect<void, StoreError>
    /** Starts nothing by itself from now on. Dies when there is no such connector. */
    readonly pause: (connector: string) => Effect.Effect<void, StoreError>
    /** Ends a pause. A start that was missed is due. */
    readonly resume: (connector: string) => Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/Schedules") {
  /** Schedules in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Schedules, never, SqlClient.SqlClient> = Layer.effect(
    Schedules,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(`s.connector_id AS "connectorId", s.every_seconds AS "everySeconds", s.quiet,
        s.paused_at AS "pausedAt", s.next_at AS "nextAt"`)

      const insert = Batch.statement<{ readonly id: string }>(
        sql,
        { id: "text", next_at: "text" },
        `INSERT INTO schedules (connector_id, next_at) SELECT id, next_at FROM batch WHERE true
         ON CONFLICT DO NOTHING RETURNING connector_id AS id`
      )

      return Schedules.of({
        due: Effect.fn("Schedules.due")(function* (at: DateTime.Utc, limit: number) {
          const rows = yield* sql<Row & { readonly provider: string }>`
            SELECT ${columns}, c.provider FROM schedules s JOIN connectors c ON c.id = s.connector_id
            WHERE s.paused_at IS NULL AND s.next_at <= ${DateTime.formatIso(at)} AND c.status = 'active'
            ORDER BY s.next_at, s.connector_id LIMIT ${limit}`
          return rows.map(toSchedule)
        }, actionable),
        enrol: Effect.fn("Schedules.enrol")(function* (everySeconds: number, jitter: number) {
          const at = yield* DateTime.now
          const rows = yield* sql<{ readonly id: string; readonly synced: number }>`
            SELECT c.id,
              CASE WHEN EXISTS (SELECT 1 FROM runs r WHERE r.connector_id = c.id) THEN 1 ELSE 0 END AS synced
            FROM connectors c
            WHERE c.status = 'active' AND NOT EXISTS (SELECT 1 FROM schedules s WHERE s.connector_id = c.id)
            LIMIT ${enrolled}`
          const starts = rows.map(({ id, synced }) => [
            id,
            DateTime.formatIso(
              synced === 0 ? at : nextStart(at, { connectorId: id, everySeconds, jitter, quiet: null })
            )
          ])
          return (yield* insert(starts)).length
        }, atomic(sql)),
        get: Effect.fn("Schedules.get")(function* (connector: string) {
          const rows = yield* sql<Row>`SELECT ${columns} FROM schedules s WHERE s.connector_id = ${connector}`
          return Option.map(Option.fromNullishOr(rows[0]), toSchedule)
        }, actionable),
        set: Effect.fn("Schedules.set")((connector: string, timing: Timing, nextAt: DateTime.Utc) => {
          const quiet = timing.quiet === null ? null : JSON.stringify(timing.quiet)
          return Effect.asVoid(sql`
            INSERT INTO schedules (connector_id, every_seconds, quiet, next_at)
            VALUES (${connector}, ${timing.everySeconds}, ${quiet}, ${DateTime.formatIso(nextAt)})
            ON CONFLICT (connector_id) DO UPDATE SET
              every_seconds = excluded.every_seconds, quiet = excluded.quiet, next_at = excluded.next_at`)
        }, actionable),
        next: Effect.fn("Schedules.next")(
          (connector: string, at: DateTime.Utc) =>
            Effect.asVoid(
              sql`UPDATE schedules SET next_at = ${DateTime.formatIso(at)} WHERE connector_id = ${connector}`
            ),
          actionable
        ),
        pause: Effect.fn("Schedules.pause")(function* (connector: string) {
          const at = yield* now
          yield* sql`
            INSERT INTO schedules (connector_id, paused_at, next_at) VALUES (${connector}, ${at}, ${at})
            ON CONFLICT (connector_id) DO UPDATE SET paused_at = COALESCE(schedules.paused_at, excluded.paused_at)`
        }, actionable),
        resume: Effect.fn("Schedules.resume")(
          (connector: string) =>
            Effect.asVoid(sql`UPDATE schedules SET paused_at = NULL WHERE connector_id = ${connector}`),
          actionable
        )
      })
    })
  )
}
