/**
 * What a database knows about the distribution of its rows, by which it plans queries.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { actionable } from "./internal/Actionable.ts"
import type { StoreError } from "./StoreError.ts"

const tables = ["records", "remotes", "links", "feed"]
const changedRows = 10_000
const changedShare = 0.01

/** The statistics of the large tables. */
export class Statistics extends Context.Service<
  Statistics,
  {
    /**
     * Takes the statistics anew of tables in which 10,000 rows and one in a hundred have changed since they were taken last:
     * to be called when a full run has ended. PostgreSQL's own service comes minutes later, and not before a tenth of a table
     * has changed. SQLite needs none, and nothing happens there.
     */
    readonly refresh: Effect.Effect<void, StoreError>
  }
>()("@crosswalk/store/Statistics") {
  /** The statistics of the database of the `SqlClient` in place. */
  static readonly layer: Layer.Layer<Statistics, never, SqlClient.SqlClient> = Layer.effect(
    Statistics,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return Statistics.of({
        refresh: sql
          .onDialectOrElse({
            pg: () =>
              Effect.gen(function* () {
                const stale = yield* sql<{ readonly name: string }>`
                  SELECT relname AS name FROM pg_stat_user_tables
                  WHERE schemaname = current_schema() AND ${sql.in("relname", tables)}
                    AND n_mod_since_analyze >= ${changedRows} AND n_mod_since_analyze >= n_live_tup * ${changedShare}
                  ORDER BY relname`
                // Another process may be at it: then there is nothing to do.
                for (const { name } of stale) yield* sql`ANALYZE (SKIP_LOCKED) ${sql(name)}`
              }),
            orElse: () => Effect.void
          })
          .pipe(actionable, Effect.withSpan("Statistics.refresh"))
      })
    })
  )
}
