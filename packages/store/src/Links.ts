/**
 * Declared links of remote records: the group a record belongs to, and the records it looks up.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import { atomic } from "./internal/Atomic.ts"
import * as Batch from "./internal/Batch.ts"
import * as LinkRows from "./internal/LinkRows.ts"
import type { StoreError } from "./StoreError.ts"

/** All links of one remote record. */
export interface Row {
  readonly key: string
  readonly links: ReadonlyArray<{
    /** Name of the link, as the provider declares it. */
    readonly link: string
    /** Key of the record, or of the group, that it points at. */
    readonly target: string
  }>
}

/** One link of one remote record. */
export interface Target {
  readonly key: string
  readonly link: string
  readonly target: string
}

/** Links, by connector and resource. */
export class Links extends Context.Service<
  Links,
  {
    /** Makes the given links the only ones of these records. A link named twice counts once. */
    readonly replace: (connector: string, resource: string, rows: ReadonlyArray<Row>) => Effect.Effect<void, StoreError>
    /** All links of these records. */
    readonly targets: (
      connector: string,
      resource: string,
      keys: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<Target>, StoreError>
    /** One record for each of these targets that any record's link points at: the first in order of key. */
    readonly first: (
      connector: string,
      resource: string,
      link: string,
      targets: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<{ readonly target: string; readonly key: string }>, StoreError>
  }
>()("@crosswalk/store/Links") {
  /** Links in the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Links, never, SqlClient.SqlClient> = Layer.effect(
    Links,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const remove = Batch.statement(
        sql,
        { key: "text" },
        `DELETE FROM links WHERE ${Batch.among(sql, "links", "connector_id = ? AND resource = ?", "key")}`
      )
      const insert = Batch.statement(
        sql,
        { key: "text", link: "text", target: "text" },
        `INSERT INTO links (connector_id, resource, key, link, target)
         SELECT ?, ?, key, link, target FROM batch WHERE true ON CONFLICT DO NOTHING`
      )
      const targets = Batch.statement<Target>(
        sql,
        { key: "text" },
        `SELECT l.key, l.link, l.target
         FROM batch ${Batch.each(sql, "links l", "l.connector_id = ? AND l.resource = ? AND l.key = batch.key")}
         ORDER BY l.key, l.link, l.target`
      )
      const first = Batch.statement<{ readonly target: string; readonly key: string | null }>(
        sql,
        { target: "text" },
        `SELECT batch.target AS target,
           (SELECT MIN(l.key) FROM links l WHERE ${LinkRows.pointing}) AS key
         FROM batch`
      )
      return Links.of({
        first: Effect.fn("Links.first")(
          (connector: string, resource: string, link: string, wanted: ReadonlyArray<string>) =>
            Effect.map(first(Batch.column(new Set(wanted)), connector, resource, link), (rows) =>
              rows.flatMap(({ target, key }) => (key === null ? [] : [{ target, key }]))
            ),
          actionable
        ),
        replace: Effect.fn("Links.replace")(function* (connector: string, resource: string, rows: ReadonlyArray<Row>) {
          yield* remove(Batch.column(rows.map((row) => row.key)), connector, resource)
          yield* insert(
            rows.flatMap((row) => row.links.map(({ link, target }) => [row.key, link, target])),
            connector,
            resource
          )
        }, atomic(sql)),
        targets: Effect.fn("Links.targets")(
          (connector: string, resource: string, keys: ReadonlyArray<string>) =>
            targets(Batch.column(new Set(keys)), connector, resource),
          actionable
        )
      })
    })
  )
}
