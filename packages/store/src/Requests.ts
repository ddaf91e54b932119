/**
 * The log of requests: who asked for what and how it ended. Bodies, tokens and what tells of a person are not in it: whoever
 * writes an entry leaves them out.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import * as Batch from "./internal/Batch.ts"
import type { StoreError } from "./StoreError.ts"

/** One request. */
export interface Request {
  readonly workspace: string
  /** When it was answered: ISO 8601, UTC, milliseconds. */
  readonly at: string
  /** A UUID. */
  readonly id: string
  /** The connector that it was about; null for none, or one that was not found. */
  readonly connectorId: string | null
  /** First characters of its API key. */
  readonly keyPrefix: string
  readonly dialect: string
  readonly method: string
  /** The pattern of its path. */
  readonly route: string
  /** Its query, without values that may tell of a person. */
  readonly query: string
  readonly status: number
  /** Milliseconds until its answer was there. */
  readonly durationMs: number
}

/** Which requests, newest first. */
export interface Options {
  /** Only those about this connector. */
  readonly connectorId?: string | undefined
  /** Only those before this one. */
  readonly before?: Pick<Request, "at" | "id"> | undefined
  readonly limit: number
}

const inserted = {
  workspace: "text",
  at: "text",
  id: "text",
  connector_id: "text",
  key_prefix: "text",
  dialect: "text",
  method: "text",
  route: "text",
  query: "text",
  status: "bigint",
  duration_ms: "text"
} as const satisfies Batch.Columns

const toRow = (request: Request): ReadonlyArray<Batch.Value> => [
  request.workspace,
  request.at,
  request.id,
  request.connectorId,
  request.keyPrefix,
  request.dialect,
  request.method,
  request.route,
  request.query,
  request.status,
  String(request.durationMs)
]

/** The requests of all workspaces. */
export class Requests extends Context.Service<
  Requests,
  {
    /** Enters requests; one that is there already stays as it is. */
    readonly add: (requests: ReadonlyArray<Request>) => Effect.Effect<void, StoreError>
    /** A page of a workspace's requests. */
    readonly page: (workspace: string, options: Options) => Effect.Effect<ReadonlyArray<Request>, StoreError>
  }
>()("@crosswalk/store/Requests") {
  /** Requests in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Requests, never, SqlClient.SqlClient> = Layer.effect(
    Requests,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const nothing = sql.literal("")
      const columns = sql.literal(`workspace, at, id, connector_id AS "connectorId", key_prefix AS "keyPrefix", dialect,
        method, route, query, status, duration_ms AS "durationMs"`)
      const insert = Batch.statement(
        sql,
        inserted,
        `INSERT INTO requests (${Object.keys(inserted).join(", ")})
         SELECT workspace, at, id, connector_id, key_prefix, dialect, method, route, query, status,
           CAST(duration_ms AS REAL)
         FROM batch WHERE true ON CONFLICT DO NOTHING`
      )
      return Requests.of({
        add: Effect.fn("Requests.add")(
          (requests: ReadonlyArray<Request>) => Effect.asVoid(sql.withTransaction(insert(requests.map(toRow)))),
          actionable
        ),
        page: Effect.fn("Requests.page")(
          (workspace: string, { before, connectorId, limit }: Options) => sql<Request>`
            SELECT ${columns} FROM requests WHERE workspace = ${workspace}
              ${connectorId === undefined ? nothing : sql`AND connector_id = ${connectorId}`}
              ${before === undefined ? nothing : sql`AND (at, id) < (${before.at}, ${before.id})`}
            ORDER BY at DESC, id DESC LIMIT ${limit}`,
          actionable
        )
      })
    })
  )
}
