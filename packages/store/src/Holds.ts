/**
 * What a sync did not dare to do by itself: deletions of too many records at once, values that went missing at once.
 *
 * A hold names the remote records that it is about. They stay as they are until somebody accepts or rejects it. A record
 * that is seen again leaves its hold, and a hold that no record is left in disappears.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import * as Stream from "effect/Stream"
import { randomUUID } from "node:crypto"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import { now } from "./internal/Now.ts"
import type { StoreError } from "./StoreError.ts"

/** `accepted`: what was held is to be done. `rejected`: it is not, and nobody is asked again about these records. */
export type Decision = "accepted" | "rejected"

/** One hold. Instants are ISO 8601, UTC, milliseconds. */
export interface Hold {
  readonly id: string
  readonly connectorId: string
  readonly resource: string
  /** The run that held back. */
  readonly runId: string
  /** `deletions`: the records were not seen. `emptied`: they lost the value of `field`. */
  readonly kind: "deletions" | "emptied"
  /** Null for deletions. */
  readonly field: string | null
  /** How many records are in it now. */
  readonly records: number
  /** How many records of the resource were stored when it was opened. */
  readonly stored: number
  /** A sentence for people. */
  readonly reason: string
  readonly createdAt: string
  /** Null until somebody decides. */
  readonly decision: Decision | null
  readonly decidedAt: string | null
}

/** What is held back, where, by which run, and why. */
export interface NewHold {
  readonly connectorId: string
  readonly resource: string
  readonly runId: string
  readonly reason: string
}

/** There is no hold with this id. */
export class HoldNotFound extends Schema.TaggedError<HoldNotFound>("@crosswalk/store/HoldNotFound")("HoldNotFound", {
  id: Schema.String
}) {
  override get message(): string {
    return `There is no hold ${this.id}: it never was, was replaced by a newer one, or its records were seen again.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Look the id up with: crosswalk holds list."
  }
}

const page = 500
const chunk = 5000

/** Holds, by connector and resource. */
export class Holds extends Context.Service<
  Holds,
  {
    /**
     * Holds the deletion of the records of a resource that the run has not seen, in place of an undecided hold of such
     * deletions. Records about which somebody has decided stay where they are. None when no other record is unseen.
     */
    readonly openDeletions: (hold: NewHold) => Effect.Effect<Option.Option<Hold>, StoreError>
    /**
     * Holds the deletion of some records (`field` null), or the loss of a field's values in them, beside those that are
     * held for the same already. Deletions about which somebody has decided stay where they are; values whose loss
     * somebody has rejected are kept in that hold.
     */
    readonly open: (
      hold: NewHold & { readonly field: string | null },
      keys: ReadonlyArray<string>
    ) => Effect.Effect<void, StoreError>
    /**
     * Takes records out of the holds of deletions, or of the loss of a field: they were seen again, have their value
     * again, or what was held has been done.
     */
    readonly forget: (
      connector: string,
      resource: string,
      keys: ReadonlyArray<string>,
      field?: string
    ) => Effect.Effect<void, StoreError>
    /** Decides, or decides anew, and answers the hold. */
    readonly decide: (id: string, decision: Decision) => Effect.Effect<Hold, HoldNotFound | StoreError>
    /** Fails with `HoldNotFound`. */
    readonly get: (id: string) => Effect.Effect<Hold, HoldNotFound | StoreError>
    /** The holds of all connectors or of one, decided or not, oldest first. */
    readonly list: (connector?: string) => Effect.Effect<ReadonlyArray<Hold>, StoreError>
    /** Keys of the records in a hold, in order, after a key ('' for the beginning). */
    readonly keys: (hold: string, after: string, limit: number) => Effect.Effect<ReadonlyArray<string>, StoreError>
    /** Names of the fields of a record whose values are kept although they went missing. */
    readonly fieldsOf: (
      connector: string,
      resource: string,
      key: string
    ) => Effect.Effect<ReadonlyArray<string>, StoreError>
    /** How many records of a resource the run has not seen, those not counted about whose deletion somebody decided. */
    readonly countUnseenUnheld: (connector: string, resource: string, run: string) => Effect.Effect<number, StoreError>
    /** The keys that `countUnseenUnheld` counts, in order, read in pages of 500. Removing them while reading is fine. */
    readonly unseenUnheld: (connector: string, resource: string, run: string) => Stream.Stream<string, StoreError>
  }
>()("@crosswalk/store/Holds") {
  /** Holds in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Holds, never, SqlClient.SqlClient> = Layer.effect(
    Holds,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(`id, connector_id AS "connectorId", resource, run_id AS "runId", kind, field, records,
        stored, reason, created_at AS "createdAt", decision, decided_at AS "decidedAt"`)
      // One look into an index for each key, also where PostgreSQL does not know yet how many keys are held: it would
      // join them otherwise, each with each.
      const isHeld = (key: string, hold: string, condition: string) => `(
        SELECT d.id FROM held_keys k JOIN holds d ON d.id = k.hold_id
        WHERE k.connector_id = ${hold}.connector_id AND k.resource = ${hold}.resource AND k.key = ${key}
          AND ${condition} LIMIT 1) IS NOT NULL`
      const add = Batch.statement<{ readonly key: string }>(
        sql,
        { key: "text" },
        `INSERT INTO held_keys (connector_id, resource, key, hold_id)
         SELECT h.connector_id, h.resource, batch.key, h.id FROM batch CROSS JOIN holds h
         WHERE h.id = ? AND NOT ${isHeld("batch.key", "h", "d.kind = h.kind AND d.field IS NOT DISTINCT FROM h.field")}
         RETURNING key`
      )
      const amongBatch = sql.onDialectOrElse({
        pg: () => "= ANY (ARRAY(SELECT key FROM batch))",
        orElse: () => "IN (SELECT key FROM batch)"
      })
      const forget = Batch.statement<{ readonly key: string }>(
        sql,
        { key: "text" },
        `DELETE FROM held_keys WHERE hold_id = ? AND key ${amongBatch} RETURNING key`
      )

      const toHold = (row: Hold): Hold => ({ ...row, records: Number(row.records), stored: Number(row.stored) })
      const get = Effect.fn("Holds.get")(function* (id: string) {
        const rows = yield* sql<Hold>`SELECT ${columns} FROM holds WHERE id = ${id}`
        return rows[0] === undefined ? yield* new HoldNotFound({ id }) : toHold(rows[0])
      }, actionable)

      const ofSame = (of: { readonly connectorId: string; readonly resource: string }, field: string | null) =>
        sql`connector_id = ${of.connectorId} AND resource = ${of.resource} AND field IS NOT DISTINCT FROM ${field}`

      const insert = Effect.fnUntraced(function* (hold: NewHold, field: string | null) {
        const id = yield* Effect.sync(randomUUID)
        const at = yield* now
        const [counted] = yield* sql<{ readonly stored: number }>`
          SELECT COUNT(*) AS stored FROM remotes
          WHERE connector_id = ${hold.connectorId} AND resource = ${hold.resource}`
        yield* sql`INSERT INTO holds ${sql.insert({
          id,
          connector_id: hold.connectorId,
          resource: hold.resource,
          run_id: hold.runId,
          kind: field === null ? "deletions" : "emptied",
          field,
          records: 0,
          stored: Number(counted?.stored ?? 0),
          reason: hold.reason,
          created_at: at
        })}`
        return id
      })

      const isUndecided = sql.literal(`NOT ${isHeld("r.key", "r", "d.kind = 'deletions' AND d.decision IS NOT NULL")}`)
      const unseenUnheld = (connector: string, resource: string, run: string) =>
        sql`r.connector_id = ${connector} AND r.resource = ${resource} AND r.seen_run <> ${run} AND ${isUndecided}`

      return Holds.of({
        get,
        // In chunks, so that a million keys neither pass through this process nor hold it up.
        openDeletions: Effect.fn("Holds.openDeletions")(function* (hold: NewHold) {
          const { connectorId, resource, runId } = hold
          yield* sql`DELETE FROM holds WHERE ${ofSame(hold, null)} AND decision IS NULL`
          const id = yield* insert(hold, null)
          let records = 0
          let after = ""
          for (;;) {
            yield* sql`
              INSERT INTO held_keys (connector_id, resource, key, hold_id)
              SELECT r.connector_id, r.resource, r.key, h.id FROM remotes r CROSS JOIN holds h
              WHERE ${unseenUnheld(connectorId, resource, runId)} AND r.key > ${after} AND h.id = ${id}
              ORDER BY r.key LIMIT ${chunk}`
            const [added] = yield* sql<{ readonly count: number; readonly last: string | null }>`
              SELECT COUNT(*) AS count, MAX(key) AS last FROM held_keys WHERE hold_id = ${id} AND key > ${after}`
            records += Number(added?.count ?? 0)
            after = added?.last ?? after
            if (Number(added?.count ?? 0) < chunk) break
          }
          if (records === 0) {
            yield* sql`DELETE FROM holds WHERE id = ${id}`
            return Option.none()
          }
          yield* sql`UPDATE holds SET records = ${records} WHERE id = ${id}`
          return Option.some(yield* Effect.catchTag(get(id), "HoldNotFound", Effect.die))
        }, atomic(sql)),
        open: Effect.fn("Holds.open")(function* (
          hold: NewHold & { readonly field: string | null },
          keys: ReadonlyArray<string>
        ) {
          const { field } = hold
          const [open] = yield* sql<{ readonly id: string }>`
            SELECT id FROM holds WHERE ${ofSame(hold, field)} AND (decision IS NULL OR (decision = 'rejected'
              AND kind = 'emptied')) ORDER BY created_at, id LIMIT 1`
          const id = open?.id ?? (yield* insert(hold, field))
          const { length } = yield* add(Batch.column(new Set(keys)), id)
          yield* sql`UPDATE holds SET records = records + ${length} WHERE id = ${id}`
          yield* sql`DELETE FROM holds WHERE id = ${id} AND records <= 0`
        }, atomic(sql)),
        forget: Effect.fn("Holds.forget")(function* (
          connector: string,
          resource: string,
          keys: ReadonlyArray<string>,
          field: string | null = null
        ) {
          // Nearly always there is nothing to forget, and each page of a sync asks.
          const holds = yield* sql<{ readonly id: string }>`
            SELECT id FROM holds WHERE ${ofSame({ connectorId: connector, resource }, field)}`
          for (const { id } of holds) {
            const { length } = yield* forget(Batch.column(new Set(keys)), id)
            if (length === 0) continue
            yield* sql`UPDATE holds SET records = records - ${length} WHERE id = ${id}`
            yield* sql`DELETE FROM holds WHERE id = ${id} AND records <= 0`
          }
        }, atomic(sql)),
        decide: Effect.fn("Holds.decide")(function* (id: string, decision: Decision) {
          const at = yield* now
          yield* sql`UPDATE holds SET decision = ${decision}, decided_at = ${at} WHERE id = ${id}`
          return yield* get(id)
        }, actionable),
        list: Effect.fn("Holds.list")(function* (connector?: string) {
          const ofConnector = connector === undefined ? sql.literal("") : sql`WHERE connector_id = ${connector}`
          const rows = yield* sql<Hold>`SELECT ${columns} FROM holds ${ofConnector} ORDER BY created_at, id`
          return rows.map(toHold)
        }, actionable),
        fieldsOf: Effect.fn("Holds.fieldsOf")(function* (connector: string, resource: string, key: string) {
          const rows = yield* sql<{ readonly field: string }>`
            SELECT DISTINCT h.field FROM held_keys k JOIN holds h ON h.id = k.hold_id
            WHERE k.connector_id = ${connector} AND k.resource = ${resource} AND k.key = ${key} AND h.field IS NOT NULL
            ORDER BY h.field`
          return rows.map(({ field }) => field)
        }, actionable),
        keys: Effect.fn("Holds.keys")(function* (hold: string, after: string, limit: number) {
          const rows = yield* sql<{ readonly key: string }>`
            SELECT key FROM held_keys WHERE hold_id = ${hold} AND key > ${after} ORDER BY key LIMIT ${limit}`
          return rows.map(({ key }) => key)
        }, actionable),
        countUnseenUnheld: Effect.fn("Holds.countUnseenUnheld")(function* (
          connector: string,
          resource: string,
          run: string
        ) {
          const rows = yield* sql<{ readonly count: number }>`
            SELECT COUNT(*) AS count FROM remotes r WHERE ${unseenUnheld(connector, resource, run)}`
          return Number(rows[0]?.count ?? 0)
        }, actionable),
        unseenUnheld: (connector, resource, run) =>
          Stream.paginate("", (after) =>
            Effect.map(
              actionable(sql<{ readonly key: string }>`
                SELECT r.key FROM remotes r WHERE ${unseenUnheld(connector, resource, run)} AND r.key > ${after}
                ORDER BY r.key LIMIT ${page}`),
              (rows) => {
                const last = rows.at(-1)
                const more = last === undefined || rows.length < page ? Option.none() : Option.some(last.key)
                return [rows.map(({ key }) => key), more] as const
              }
            )
          )
      })
    })
  )
}
