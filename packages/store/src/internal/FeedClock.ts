import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/**
 * Keeps the feed's order when a backup of PostgreSQL is restored to another server.
 *
 * Transaction numbers belong to a server. Those of the entries may be ahead of a new one, whose entries would then come
 * before them. `shift` is added to the server's numbers and makes up for that. It changes nothing elsewhere: no entry that
 * this server wrote is ahead of it.
 */
export const adjust = (sql: SqlClient): Effect.Effect<void, SqlError> =>
  sql.onDialectOrElse({
    orElse: () => Effect.void,
    pg: () => {
      const ahead = sql.literal(`(SELECT MAX(feed_tx) FROM writers)
        - CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint) + 1`)
      return Effect.gen(function* () {
        const rows = yield* sql`SELECT 1 AS ahead FROM feed_clock WHERE ${ahead} > shift`
        if (rows.length > 0) yield* sql`UPDATE feed_clock SET shift = ${ahead} WHERE ${ahead} > shift`
      })
    }
  })
