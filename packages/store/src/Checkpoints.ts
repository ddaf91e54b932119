/**
 * How far each resource of a connector has durably got.
 *
 * A checkpoint is moved by compare-and-set, in the transaction that writes the records it covers: it is never ahead of
 * them, and a writer that lost its place to another can no longer commit.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/** Where one resource stands. */
export interface Checkpoint {
  readonly connectorId: string
  readonly resource: string
  /** The run that moved it last. */
  readonly runId: string
  /** JSON text of the position inside a walk; null before its first page and after its last. */
  readonly cursor: string | null
  /** The incremental mark of the last completed walk; null when there was none. */
  readonly mark: string | null
  /** The engine's word for what the resource is doing. */
  readonly state: string
  /** Counts the moves; a move names the count that it continues from. */
  readonly seq: number
}

/** What a move may change; what is left out stays. */
export interface Move {
  readonly runId: string
  readonly cursor?: string | null | undefined
  readonly mark?: string | null | undefined
  readonly state?: string | undefined
}

/**
 * Another writer has moved the checkpoint since it was read. Let the transaction fail, and then neither succeed nor
 * fail the sync: the other writer answers for it.
 */
export class CheckpointMoved extends Schema.TaggedError<CheckpointMoved>("@crosswalk/store/CheckpointMoved")(
  "CheckpointMoved",
  { connectorId: Schema.String, resource: Schema.String, seq: Schema.Number }
) {
  override get message(): string {
    return `The checkpoint ${this.seq} of ${this.resource} (connector ${this.connectorId}) was moved by another writer.`
  }
}

/** Checkpoints, by connector and resource. */
export class Checkpoints extends Context.Service<
  Checkpoints,
  {
    readonly get: (connector: string, resource: string) => Effect.Effect<Option.Option<Checkpoint>, StoreError>
    /** All checkpoints of a connector, in order of resource. */
    readonly list: (connector: string) => Effect.Effect<ReadonlyArray<Checkpoint>, StoreError>
    /** The checkpoint of a resource; the first time it is made, with neither cursor nor mark and `seq` 0. */
    readonly open: (
      connector: string,
      resource: string,
      runId: string,
      state: string
    ) => Effect.Effect<Checkpoint, StoreError>
    /**
     * Moves a checkpoint from the place that was read and answers the new one. Fails with `CheckpointMoved` when it is
     * not at that place any more: let this undo the transaction around it.
     */
    readonly move: (from: Checkpoint, to: Move) => Effect.Effect<Checkpoint, CheckpointMoved | StoreError>
    /** Forgets all checkpoints of a connector: the next sync starts anew. Writers at work lose their place. */
    readonly clear: (connector: string) => Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/Checkpoints") {
  /** Checkpoints in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Checkpoints, never, SqlClient.SqlClient> = Layer.effect(
    Checkpoints,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(
        `connector_id AS "connectorId", resource, run_id AS "runId", cursor, mark, state, seq`
      )
      const get = Effect.fn("Checkpoints.get")(function* (connector: string, resource: string) {
        const rows = yield* sql<Checkpoint>`
          SELECT ${columns} FROM checkpoints WHERE connector_id = ${connector} AND resource = ${resource}`
        return Option.map(Option.fromNullishOr(rows[0]), (row) => ({ ...row, seq: Number(row.seq) }))
      }, actionable)

      return Checkpoints.of({
        get,
        list: Effect.fn("Checkpoints.list")(function* (connector: string) {
          const rows = yield* sql<Checkpoint>`
            SELECT ${columns} FROM checkpoints WHERE connector_id = ${connector} ORDER BY resource`
          return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
        }, actionable),
        open: Effect.fn("Checkpoints.open")(function* (
          connector: string,
          resource: string,
          runId: string,
          state: string
        ) {
          yield* sql`
            INSERT INTO checkpoints (connector_id, resource, run_id, state, seq)
            VALUES (${connector}, ${resource}, ${runId}, ${state}, 0) ON CONFLICT DO NOTHING`
          return yield* Effect.flatMap(
            get(connector, resource),
            Option.match({
              onNone: () => Effect.die(`The checkpoint of ${resource} was not stored.`),
              onSome: Effect.succeed
            })
          )
        }, actionable),
        move: Effect.fn("Checkpoints.move")(function* (from: Checkpoint, to: Move) {
          const next: Checkpoint = {
            connectorId: from.connectorId,
            resource: from.resource,
            runId: to.runId,
            cursor: to.cursor === undefined ? from.cursor : to.cursor,
            mark: to.mark === undefined ? from.mark : to.mark,
            state: to.state ?? from.state,
            seq: from.seq + 1
          }
          const moved = yield* sql`
            UPDATE checkpoints
            SET run_id = ${next.runId}, cursor = ${next.cursor}, mark = ${next.mark}, state = ${next.state},
              seq = ${next.seq}
            WHERE connector_id = ${from.connectorId} AND resource = ${from.resource} AND seq = ${from.seq}
            RETURNING seq`
          if (moved.length === 0) {
            const { connectorId, resource, seq } = from
            return yield* new CheckpointMoved({ connectorId, resource, seq })
          }
          return next
        }, actionable),
        clear: Effect.fn("Checkpoints.clear")(
          (connector: string) => Effect.asVoid(sql`DELETE FROM checkpoints WHERE connector_id = ${connector}`),
          actionable
        )
      })
    })
  )
}
