/**
 * Sync runs: what was asked for, what is at work, how each ended and what it did.
 *
 * A run is queued, then running, then ended. A connector has one of each of the first two at most, which the database
 * itself holds; so asking twice, in one process or in several, is asking once.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as SqlClient from "effect/sql/SqlClient"
import { randomUUID } from "node:crypto"
import { actionable } from "./internal/Actionable.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"

/** Whether a run enumerates everything or asks for what was updated. */
export type Mode = "full" | "incremental"

/** How a run ended. `partial`: something was left out, and the summary says what. */
export type Outcome = "succeeded" | "partial" | "failed" | "cancelled"

/** One run of a connector. Instants are ISO 8601, UTC, milliseconds. */
export interface Run {
  readonly id: string
  readonly connectorId: string
  readonly mode: Mode
  /** `running` until it is finished, also when its process is gone: such a run is resumed. */
  readonly status: "queued" | "running" | Outcome
  /** The greater one begins first. */
  readonly priority: number
  readonly requestedAt: string
  /** Null while it is queued, and for ever when it was cancelled then. */
  readonly startedAt: string | null
  readonly endedAt: string | null
  /** When somebody asked a running run to stop; null when nobody did. */
  readonly cancelRequestedAt: string | null
  /** The vendor's clock when the run began, in the engine's own form; null when not known. */
  readonly mark: string | null
  /** How far it is, as the engine wrote it last: a JSON text. */
  readonly progress: string | null
  /** What the run did, as the engine wrote it: a JSON text. */
  readonly summary: string | null
}

/** A run that was begun. */
export interface Begun extends Run {
  readonly startedAt: string
}

/** A run with what decides when it may begin. */
export interface Placed extends Run {
  readonly provider: string
}

/** What somebody wants of a connector. */
export interface Request {
  /** Id for the run, should one have to be made; must be new. Default a random UUID. */
  readonly id?: string | undefined
  readonly connectorId: string
  readonly mode: Mode
  /** An integer. Default 0. */
  readonly priority?: number | undefined
}

/** How fresh a connector's records are. Instants are ISO 8601, UTC, milliseconds; null when no sync has ended so yet. */
export interface Freshness {
  /** When the newest sync ended that was no failure. */
  readonly syncedAt: string | null
  /** When the newest sync began that left nothing out: what changed at the vendor before is here. */
  readonly asOf: string | null
}

/** The run that answers a request. */
export interface Requested {
  readonly run: Run
  /** Whether it was there before the request. */
  readonly joined: boolean
}

const names = `runs.id, runs.connector_id AS "connectorId", runs.mode, runs.status, runs.priority,
  runs.requested_at AS "requestedAt", runs.started_at AS "startedAt", runs.ended_at AS "endedAt",
  runs.cancel_requested_at AS "cancelRequestedAt", runs.mark, runs.progress, runs.summary`

/** Sync runs, by connector. */
export class Runs extends Context.Service<
  Runs,
  {
    /**
     * Sees to it that the connector is synced, and answers by which run.
     *
     * A run that is at work answers, unless somebody asked it to stop, or it is incremental and a full one is asked for.
     * Else the queued run answers: it becomes full when that is asked for, and takes the greater priority. Else a new
     * run is queued. Dies when there is no such connector.
     */
    readonly request: (request: Request) => Effect.Effect<Requested, StoreError>
    /**
     * The queued runs that can begin, those with the greatest priority first and the older ones first among these.
     * A run waits for the one of the same connector that is running, and for its provider, when that is in `except`.
     */
    readonly queued: (options: {
      readonly limit: number
      readonly except?: ReadonlyArray<string> | undefined
    }) => Effect.Effect<ReadonlyArray<Placed>, StoreError>
    /**
     * Begins a queued run now and answers it as it is then; none when there is no such run. One that runs is answered as
     * it is: a run may be begun again. So is one that was cancelled, and one whose connector has another run at work,
     * so look at the status.
     */
    readonly begin: (id: string) => Effect.Effect<Option.Option<Run>, StoreError>
    /** Begins a run now that was not queued. Starting a run that exists leaves it as it is and answers it. */
    readonly start: (run: {
      readonly id: string
      readonly connectorId: string
      readonly mode: Mode
      readonly mark?: string | null | undefined
    }) => Effect.Effect<Begun, StoreError>
    /** Notes the vendor's clock of a run, once it is known. */
    readonly setMark: (id: string, mark: string) => Effect.Effect<void, StoreError>
    /** Counts that a run is taken up, and answers how often it was since it last got on; 1 for the first time. */
    readonly takeUp: (id: string) => Effect.Effect<number, StoreError>
    /** Notes that a run has got on, or was put down in good order: `takeUp` counts anew. */
    readonly gotOn: (id: string) => Effect.Effect<void, StoreError>
    /** Notes how far a running run is. `progress` is a JSON text. */
    readonly setProgress: (id: string, progress: string) => Effect.Effect<void, StoreError>
    /**
     * Cancels a queued run at once and asks a running one to stop: whoever runs it has to look. Answers the run as it is
     * then, one that has ended as it ended; none when there is no such run.
     */
    readonly cancel: (id: string) => Effect.Effect<Option.Option<Run>, StoreError>
    /** Ends a run now; one that has ended stays as it ended. `summary` is a JSON text. */
    readonly finish: (id: string, outcome: Outcome, summary: string) => Effect.Effect<void, StoreError>
    readonly get: (id: string) => Effect.Effect<Option.Option<Run>, StoreError>
    /** The connector's run that is at work. */
    readonly running: (connector: string) => Effect.Effect<Option.Option<Begun>, StoreError>
    /** All runs that are at work, or were when their process ended; those begun first, first. */
    readonly allRunning: Effect.Effect<ReadonlyArray<Placed>, StoreError>
    /** How many runs are at work, by provider. */
    readonly runningByProvider: Effect.Effect<ReadonlyMap<string, number>, StoreError>
    /** The newest full run that ended and was not a failure. */
    readonly lastFull: (connector: string) => Effect.Effect<Option.Option<Begun>, StoreError>
    /** How fresh the connector's records are. */
    readonly freshness: (connector: string) => Effect.Effect<Freshness, StoreError>
    /** The connector's runs, newest first. `limit` defaults to 20. */
    readonly list: (connector: string, limit?: number) => Effect.Effect<ReadonlyArray<Run>, StoreError>
  }
>()("@crosswalk/store/Runs") {
  /** Runs in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Runs, never, SqlClient.SqlClient> = Layer.effect(
    Runs,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(names)

      const get = Effect.fn("Runs.get")(function* (id: string) {
        const rows = yield* sql<Run>`SELECT ${columns} FROM runs WHERE id = ${id}`
        return Option.fromNullishOr(rows[0])
      }, actionable)

      // Each step is one statement that changes nothing when another request was first; then it is looked at again.
      const request = Effect.fn("Runs.request")(function* ({ connectorId, mode, ...asked }: Request) {
        const at = yield* now
        const id = asked.id ?? (yield* Effect.sync(randomUUID))
        const priority = asked.priority ?? 0
        for (;;) {
          const active = yield* sql<Run>`
            SELECT ${columns} FROM runs WHERE connector_id = ${connectorId} AND status IN ('queued', 'running')`
          const running = active.find(
            (run) =>
              run.status === "running" &&
              run.cancelRequestedAt === null &&
              (run.mode === "full" || mode === "incremental")
          )
          if (running !== undefined) return { run: running, joined: true }
          const queued = active.find(({ status }) => status === "queued")
          const rows =
            queued === undefined
              ? yield* sql<Run>`
                  INSERT INTO runs (id, connector_id, mode, status, priority, requested_at)
                  VALUES (${id}, ${connectorId}, ${mode}, 'queued', ${priority}, ${at})
                  ON CONFLICT (connector_id) WHERE status = 'queued' DO NOTHING RETURNING ${columns}`
              : yield* sql<Run>`
                  UPDATE runs
                  SET mode = CASE WHEN mode = 'full' THEN mode ELSE ${mode} END,
                    priority = CASE WHEN priority < ${priority} THEN ${priority} ELSE priority END
                  WHERE id = ${queued.id} AND status = 'queued' RETURNING ${columns}`
          if (rows[0] !== undefined) return { run: rows[0], joined: queued !== undefined }
        }
      }, actionable)

      return Runs.of({
        request,
        get,
        queued: Effect.fn("Runs.queued")(
          (options: { readonly limit: number; readonly except?: ReadonlyArray<string> | undefined }) => sql<Placed>`
            SELECT ${columns}, c.provider FROM runs JOIN connectors c ON c.id = runs.connector_id
            WHERE runs.status = 'queued' AND c.status <> 'removing' AND NOT ${sql.in("provider", options.except ?? [])}
              AND NOT EXISTS (SELECT 1 FROM runs b WHERE b.connector_id = runs.connector_id AND b.status = 'running')
            ORDER BY runs.priority DESC, runs.requested_at, runs.id LIMIT ${options.limit}`,
          actionable
        ),
        begin: Effect.fn("Runs.begin")(function* (id: string) {
          const at = yield* now
          yield* sql`
            UPDATE runs SET status = 'running', started_at = ${at}
            WHERE id = ${id} AND status = 'queued' AND NOT EXISTS (
              SELECT 1 FROM runs b WHERE b.connector_id = runs.connector_id AND b.status = 'running')`
          return yield* get(id)
        }, actionable),
        start: Effect.fn("Runs.start")(function* (run: {
          readonly id: string
          readonly connectorId: string
          readonly mode: Mode
          readonly mark?: string | null | undefined
        }) {
          const at = yield* now
          yield* sql`
            INSERT INTO runs (id, connector_id, mode, status, priority, requested_at, started_at, mark)
            VALUES (${run.id}, ${run.connectorId}, ${run.mode}, 'running', 0, ${at}, ${at}, ${run.mark ?? null})
            ON CONFLICT DO NOTHING`
          const rows = yield* sql<Begun>`
            SELECT ${columns} FROM runs WHERE id = ${run.id} AND started_at IS NOT NULL`
          return rows[0] ?? (yield* Effect.die(`The run ${run.id} was not stored.`))
        }, actionable),
        setMark: Effect.fn("Runs.setMark")(
          (id: string, mark: string) => Effect.asVoid(sql`UPDATE runs SET mark = ${mark} WHERE id = ${id}`),
          actionable
        ),
        takeUp: Effect.fn("Runs.takeUp")(function* (id: string) {
          const rows = yield* sql<{ readonly entries: number }>`
            UPDATE runs SET entries = entries + 1 WHERE id = ${id} RETURNING entries`
          return Number(rows[0]?.entries ?? 0)
        }, actionable),
        gotOn: Effect.fn("Runs.gotOn")(
          (id: string) => Effect.asVoid(sql`UPDATE runs SET entries = 0 WHERE id = ${id} AND entries > 0`),
          actionable
        ),
        setProgress: Effect.fn("Runs.setProgress")(
          (id: string, progress: string) =>
            Effect.asVoid(sql`UPDATE runs SET progress = ${progress} WHERE id = ${id} AND status = 'running'`),
          actionable
        ),
        cancel: Effect.fn("Runs.cancel")(function* (id: string) {
          const at = yield* now
          // One statement for both: a run that begins in between is then asked to stop.
          yield* sql`
            UPDATE runs
            SET cancel_requested_at = COALESCE(cancel_requested_at, ${at}),
              ended_at = CASE WHEN status = 'queued' THEN ${at} ELSE ended_at END,
              status = CASE WHEN status = 'queued' THEN 'cancelled' ELSE status END
            WHERE id = ${id} AND status IN ('queued', 'running')`
          return yield* get(id)
        }, actionable),
        finish: Effect.fn("Runs.finish")(function* (id: string, outcome: Outcome, summary: string) {
          const at = yield* now
          yield* sql`
            UPDATE runs SET status = ${outcome}, ended_at = ${at}, summary = ${summary}
            WHERE id = ${id} AND status IN ('queued', 'running')`
        }, actionable),
        running: Effect.fn("Runs.running")(function* (connector: string) {
          const rows = yield* sql<Begun>`
            SELECT ${columns} FROM runs WHERE connector_id = ${connector} AND status = 'running'`
          return Option.fromNullishOr(rows[0])
        }, actionable),
        allRunning: actionable(sql<Placed>`
          SELECT ${columns}, c.provider FROM runs JOIN connectors c ON c.id = runs.connector_id
          WHERE runs.status = 'running' ORDER BY runs.started_at, runs.id`).pipe(Effect.withSpan("Runs.allRunning")),
        runningByProvider: Effect.map(
          actionable(sql<{ readonly provider: string; readonly count: number }>`
            SELECT c.provider, COUNT(*) AS count FROM runs r JOIN connectors c ON c.id = r.connector_id
            WHERE r.status = 'running' GROUP BY c.provider`),
          (rows) => new Map(rows.map(({ count, provider }) => [provider, Number(count)]))
        ).pipe(Effect.withSpan("Runs.runningByProvider")),
        lastFull: Effect.fn("Runs.lastFull")(function* (connector: string) {
          const rows = yield* sql<Begun>`
            SELECT ${columns} FROM runs
            WHERE connector_id = ${connector} AND mode = 'full' AND status IN ('succeeded', 'partial')
            ORDER BY requested_at DESC, id DESC LIMIT 1`
          return Option.fromNullishOr(rows[0])
        }, actionable),
        freshness: Effect.fn("Runs.freshness")(function* (connector: string) {
          const rows = yield* sql<Freshness>`
            SELECT MAX(ended_at) AS "syncedAt", MAX(CASE WHEN status = 'succeeded' THEN started_at END) AS "asOf"
            FROM runs WHERE connector_id = ${connector} AND status IN ('succeeded', 'partial')`
          return rows[0] ?? { syncedAt: null, asOf: null }
        }, actionable),
        list: Effect.fn("Runs.list")(
          (connector: string, limit = 20) => sql<Run>`
            SELECT ${columns} FROM runs WHERE connector_id = ${connector}
            ORDER BY requested_at DESC, id DESC LIMIT ${limit}`,
          actionable
        )
      })
    })
  )
}
