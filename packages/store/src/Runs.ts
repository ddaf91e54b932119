/**
 * Sync runs: when each began, how it ended, what it did.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"

/** Whether a run enumerates everything or asks for what was updated. */
export type Mode = "full" | "incremental"

/** How a run ended. `partial`: something was left out, and the summary says what. */
export type Outcome = "succeeded" | "partial" | "failed"

/** One run of a connector. */
export interface Run {
  readonly id: string
  readonly connectorId: string
  readonly mode: Mode
  /** `running` until it is finished, also when its process is gone: such a run is resumed. */
  readonly status: "running" | Outcome
  readonly startedAt: string
  readonly endedAt: string | null
  /** The vendor's clock when the run began, in the engine's own form; null when not known. */
  readonly mark: string | null
  /** What the run did, as the engine wrote it: a JSON text. */
  readonly summary: string | null
}

/** Sync runs, by connector. */
export class Runs extends Context.Service<
  Runs,
  {
    /** Begins a run now. Starting a run that exists leaves it as it is and answers it: a run may be started again. */
    readonly start: (run: {
      readonly id: string
      readonly connectorId: string
      readonly mode: Mode
      readonly mark?: string | null | undefined
    }) => Effect.Effect<Run, StoreError>
    /** Notes the vendor's clock of a run, once it is known. */
    readonly setMark: (id: string, mark: string) => Effect.Effect<void, StoreError>
    /** Ends a run now. `summary` is a JSON text. */
    readonly finish: (id: string, outcome: Outcome, summary: string) => Effect.Effect<void, StoreError>
    readonly get: (id: string) => Effect.Effect<Option.Option<Run>, StoreError>
    /** The connector's run that has not ended; the newest, should there be several. */
    readonly running: (connector: string) => Effect.Effect<Option.Option<Run>, StoreError>
    /** The newest full run that ended and was not a failure. */
    readonly lastFull: (connector: string) => Effect.Effect<Option.Option<Run>, StoreError>
    /** The connector's runs, newest first. `limit` defaults to 20. */
    readonly list: (connector: string, limit?: number) => Effect.Effect<ReadonlyArray<Run>, StoreError>
  }
>()("@crosswalk/store/Runs") {
  /** Runs in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Runs, never, SqlClient.SqlClient> = Layer.effect(
    Runs,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(`id, connector_id AS "connectorId", mode, status, started_at AS "startedAt",
        ended_at AS "endedAt", mark, summary`)
      return Runs.of({
        start: Effect.fn("Runs.start")(function* (run: {
          readonly id: string
          readonly connectorId: string
          readonly mode: Mode
          readonly mark?: string | null | undefined
        }) {
          const startedAt = yield* now
          yield* sql`
            INSERT INTO runs (id, connector_id, mode, status, started_at, mark)
            VALUES (${run.id}, ${run.connectorId}, ${run.mode}, 'running', ${startedAt}, ${run.mark ?? null})
            ON CONFLICT DO NOTHING`
          const rows = yield* sql<Run>`SELECT ${columns} FROM runs WHERE id = ${run.id}`
          return rows[0] ?? (yield* Effect.die(`The run ${run.id} was not stored.`))
        }, actionable),
        setMark: Effect.fn("Runs.setMark")(
          (id: string, mark: string) => Effect.asVoid(sql`UPDATE runs SET mark = ${mark} WHERE id = ${id}`),
          actionable
        ),
        finish: Effect.fn("Runs.finish")(function* (id: string, outcome: Outcome, summary: string) {
          const endedAt = yield* now
          yield* sql`UPDATE runs SET status = ${outcome}, ended_at = ${endedAt}, summary = ${summary} WHERE id = ${id}`
        }, actionable),
        get: Effect.fn("Runs.get")(function* (id: string) {
          const rows = yield* sql<Run>`SELECT ${columns} FROM runs WHERE id = ${id}`
          return Option.fromNullishOr(rows[0])
        }, actionable),
        running: Effect.fn("Runs.running")(function* (connector: string) {
          const rows = yield* sql<Run>`
            SELECT ${columns} FROM runs WHERE connector_id = ${connector} AND status = 'running'
            ORDER BY started_at DESC, id DESC LIMIT 1`
          return Option.fromNullishOr(rows[0])
        }, actionable),
        lastFull: Effect.fn("Runs.lastFull")(function* (connector: string) {
          const rows = yield* sql<Run>`
            SELECT ${columns} FROM runs
            WHERE connector_id = ${connector} AND mode = 'full' AND status IN ('succeeded', 'partial')
            ORDER BY started_at DESC, id DESC LIMIT 1`
          return Option.fromNullishOr(rows[0])
        }, actionable),
        list: Effect.fn("Runs.list")(
          (connector: string, limit = 20) => sql<Run>`
            SELECT ${columns} FROM runs WHERE connector_id = ${connector}
            ORDER BY started_at DESC, id DESC LIMIT ${limit}`,
          actionable
        )
      })
    })
  )
}
