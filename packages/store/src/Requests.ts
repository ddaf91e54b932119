/**
 * The log of requests: who asked for what and how it ended. Bodies, tokens and what tells of a person are not in it: whoever
 * writes an entry leaves them out.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
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

/** The requests of all workspaces. */
export class Requests extends Context.Service<
  Requests,
  {
    /** Enters requests, a few hundred at most. */
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
      return Requests.of({
        add: Effect.fn("Requests.add")(function* (requests: ReadonlyArray<Request>) {
          const [first, ...others] = requests.map(({ connectorId, durationMs, keyPrefix, ...request }) => ({
            ...request,
            connector_id: connectorId,
            key_prefix: keyPrefix,
            duration_ms: durationMs
          }))
          if (first === undefined) return
          yield* sql`INSERT INTO requests ${sql.insert([first, ...others])} ON CONFLICT DO NOTHING`
        }, actionable),
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
