/**
 * A log of the requests to the API, for the workspace's own people. It holds no bodies, no headers and no values that
 * may be a person's data.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import * as Batch from "./internal/Batch.ts"
import type { StoreError } from "./StoreError.ts"

/** One request that was answered. */
export interface Entry {
  readonly workspace: string
  /** When it came: ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly apiKeyId: string | null
  readonly connectorId: string | null
  readonly dialect: string
  readonly method: string
  /** The route, its parameters as `:name`. */
  readonly route: string
  /** Names of the parameters that were given, with the values of those that hold no data of people. */
  readonly query: string
  readonly status: number
  readonly durationMs: number
}

/** An entry with its place. */
export interface Logged extends Entry {
  readonly seq: number
}

/** The requests of all workspaces. */
export class RequestLog extends Context.Service<
  RequestLog,
  {
    /** Enters requests, many at once. */
    readonly add: (entries: ReadonlyArray<Entry>) => Effect.Effect<void, StoreError>
    /** The newest requests of a workspace before a place, the last first. */
    readonly list: (
      workspace: string,
      options: { readonly before?: number | undefined; readonly limit: number }
    ) => Effect.Effect<ReadonlyArray<Logged>, StoreError>
    /** Forgets what came before an instant, at most `limit` entries, and answers how many. */
    readonly forget: (before: string, limit: number) => Effect.Effect<number, StoreError>
  }
>()("@crosswalk/store/RequestLog") {
  /** The log in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<RequestLog, never, SqlClient.SqlClient> = Layer.effect(
    RequestLog,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const insert = Batch.statement(
        sql,
        {
          workspace: "text",
          at: "text",
          api_key_id: "text",
          connector_id: "text",
          dialect: "text",
          method: "text",
          route: "text",
          query: "text",
          status: "bigint",
          duration_us: "bigint"
        },
        `INSERT INTO requests (workspace, at, api_key_id, connector_id, dialect, method, route, query, status, duration_ms)
         SELECT workspace, at, api_key_id, connector_id, dialect, method, route, query, status, duration_us / 1000.0
         FROM batch`
      )
      return RequestLog.of({
        add: Effect.fn("RequestLog.add")(
          (entries: ReadonlyArray<Entry>) =>
            Effect.asVoid(
              insert(
                entries.map((entry) => [
                  entry.workspace,
                  entry.at,
                  entry.apiKeyId,
                  entry.connectorId,
                  entry.dialect,
                  entry.method,
                  entry.route,
                  entry.query,
                  entry.status,
                  Math.round(entry.durationMs * 1000)
                ])
              )
            ),
          actionable
        ),
        list: Effect.fn("RequestLog.list")(function* (
          workspace: string,
          { before, limit }: { readonly before?: number | undefined; readonly limit: number }
        ) {
          const place = before === undefined ? sql.literal("") : sql`AND seq < ${before}`
          const rows = yield* sql<Logged>`
            SELECT seq, workspace, at, api_key_id AS "apiKeyId", connector_id AS "connectorId", dialect, method, route,
              query, status, duration_ms AS "durationMs"
            FROM requests WHERE workspace = ${workspace} ${place} ORDER BY seq DESC LIMIT ${limit}`
          return rows.map((row) => ({ ...row, seq: Number(row.seq), durationMs: Number(row.durationMs) }))
        }, actionable),
        forget: Effect.fn("RequestLog.forget")(function* (before: string, limit: number) {
          const gone = yield* sql`
            DELETE FROM requests WHERE seq IN (SELECT seq FROM requests WHERE at < ${before} ORDER BY seq LIMIT ${limit})
            RETURNING seq`
          return gone.length
        }, actionable)
      })
    })
  )
}
