/**
 * What samples that were read again from the vendor told about a connector: how right its records are, and how late.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

/** Of a sample of records, how many were what. */
export interface Findings {
  /** Records that were read again: the sum of the six below. */
  readonly sampled: number
  /** As they are at the vendor. */
  readonly equal: number
  /** Changed at the vendor since the last sync, which could not know. */
  readonly behind: number
  /** Different although the vendor has not changed them since: a mistake. */
  readonly wrong: number
  /** Different in nothing but values that are held: kept here, and empty at the vendor. */
  readonly held: number
  /** No longer at the vendor. */
  readonly gone: number
  /** Could not be read again. */
  readonly unreadable: number
  /** The age of the oldest change that is not here yet, in seconds; null when none is known. */
  readonly lagSeconds: number | null
}

/** One sample of one resource. */
export interface Audit extends Findings {
  readonly connectorId: string
  readonly resource: string
  /** When it was taken: ISO 8601, UTC, milliseconds. */
  readonly at: string
}

/** The samples of a connector since an instant, taken together. */
export interface Accuracy extends Findings {
  readonly connectorId: string
  /** Samples that were taken. */
  readonly audits: number
}

const counts = ["sampled", "equal", "behind", "wrong", "held", "gone", "unreadable"] as const

const toFindings = <R extends Findings>(row: R): R => ({
  ...row,
  sampled: Number(row.sampled),
  equal: Number(row.equal),
  behind: Number(row.behind),
  wrong: Number(row.wrong),
  held: Number(row.held),
  gone: Number(row.gone),
  unreadable: Number(row.unreadable),
  lagSeconds: row.lagSeconds === null ? null : Number(row.lagSeconds)
})

/** Audits, by connector. */
export class Audits extends Context.Service<
  Audits,
  {
    /** Enters a sample; one of the same resource at the same instant is replaced. */
    readonly put: (audit: Audit) => Effect.Effect<void, StoreError>
    /** A connector's samples, newest first. `limit` defaults to 20. */
    readonly list: (connector: string, limit?: number) => Effect.Effect<ReadonlyArray<Audit>, StoreError>
    /** By connector, what its samples since an instant (ISO 8601) found; those without a sample are left out. */
    readonly accuracy: (since: string, connector?: string) => Effect.Effect<ReadonlyArray<Accuracy>, StoreError>
  }
>()("@crosswalk/store/Audits") {
  /** Audits in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Audits, never, SqlClient.SqlClient> = Layer.effect(
    Audits,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const columns = sql.literal(`connector_id AS "connectorId", resource, at, ${counts.join(", ")},
        lag_seconds AS "lagSeconds"`)
      const replaced = sql.literal([...counts, "lag_seconds"].map((name) => `${name} = excluded.${name}`).join(", "))
      const sums = sql.literal(counts.map((name) => `SUM(${name}) AS ${name}`).join(", "))
      return Audits.of({
        put: Effect.fn("Audits.put")(
          (audit: Audit) =>
            Effect.asVoid(sql`
              INSERT INTO audits ${sql.insert({
                connector_id: audit.connectorId,
                resource: audit.resource,
                at: audit.at,
                sampled: audit.sampled,
                equal: audit.equal,
                behind: audit.behind,
                wrong: audit.wrong,
                held: audit.held,
                gone: audit.gone,
                unreadable: audit.unreadable,
                lag_seconds: audit.lagSeconds
              })} ON CONFLICT (connector_id, at, resource) DO UPDATE SET ${replaced}`),
          actionable
        ),
        list: Effect.fn("Audits.list")(function* (connector: string, limit = 20) {
          const rows = yield* sql<Audit>`
            SELECT ${columns} FROM audits WHERE connector_id = ${connector} ORDER BY at DESC, resource LIMIT ${limit}`
          return rows.map(toFindings)
        }, actionable),
        accuracy: Effect.fn("Audits.accuracy")(function* (since: string, connector?: string) {
          const ofConnector = connector === undefined ? sql.literal("") : sql`AND connector_id = ${connector}`
          const rows = yield* sql<Accuracy>`
            SELECT connector_id AS "connectorId", COUNT(*) AS audits, ${sums}, MAX(lag_seconds) AS "lagSeconds"
            FROM audits WHERE at >= ${since} ${ofConnector} GROUP BY connector_id ORDER BY connector_id`
          return rows.map((row) => ({ ...toFindings(row), audits: Number(row.audits) }))
        }, actionable)
      })
    })
  )
}
