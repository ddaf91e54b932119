/**
 * Keeps the tables of the cluster small, and tells when messages lie in them that nobody looks at. The cluster itself
 * forgets nothing.
 */
import { Clock, Duration, Effect, Schedule } from "effect"
import * as SqlClient from "effect/sql/SqlClient"

const removedRows = 1000
const keptFor = Duration.days(1)
const removedEvery = Duration.minutes(10)
const lookedEvery = Duration.minutes(1)

/** A message that was never read for so long is stalled; one that is being worked on is read again every ten minutes. */
const unreadFor = Duration.minutes(2)

/** Ids of messages hold the instant of their making: milliseconds since 2025, shifted by 22 bits. */
const idOf = (millis: number): string => String(BigInt(Math.floor(millis) - 1_735_689_600_000) << 22n)

/**
 * Forgets answered messages of an entity type that are older than an age, and answers how many. Their ids are forgotten
 * too, so a message with the same key would be delivered again: runs do not come back.
 */
export const remove = Effect.fn("ClusterRetention.remove")(function* (type: string, age: Duration.Duration) {
  const sql = yield* SqlClient.SqlClient
  const before = idOf((yield* Clock.currentTimeMillis) - Duration.toMillis(age))
  let removed = 0
  for (;;) {
    // Replies go first: a message without its reply would be read as one that nobody answered.
    const rows = yield* sql`
      WITH old AS (
        SELECT id FROM cluster_messages
        WHERE entity_type = ${type} AND processed AND id < ${before}::bigint ORDER BY id LIMIT ${removedRows}),
      replies AS (DELETE FROM cluster_replies WHERE request_id IN (SELECT id FROM old))
      DELETE FROM cluster_messages WHERE id IN (SELECT id FROM old) RETURNING 1 AS removed`
    removed += rows.length
    if (rows.length < removedRows) return removed
    yield* Effect.yieldNow
  }
})

/** How many messages of an entity type nobody has read for so long that something is wrong. */
export const stalled = Effect.fn("ClusterRetention.stalled")(function* (type: string, age: Duration.Duration) {
  const sql = yield* SqlClient.SqlClient
  const now = yield* Clock.currentTimeMillis
  const rows = yield* sql<{ readonly count: number }>`
    SELECT COUNT(*)::int AS count FROM cluster_messages
    WHERE entity_type = ${type} AND NOT processed AND last_read IS NULL
      AND id < ${idOf(now - Duration.toMillis(age))}::bigint
      AND (deliver_at IS NULL OR deliver_at <= ${now})`
  return rows[0]?.count ?? 0
})

const unlessUnreachable = <E, R>(work: Effect.Effect<void, E, R>): Effect.Effect<void, never, R> =>
  Effect.catchCause(work, (cause) => Effect.logWarning("The cluster's tables could not be looked after", cause))

/** Looks after the tables for ever. */
export const run = (type: string) =>
  Effect.all(
    [
      Effect.repeat(unlessUnreachable(remove(type, keptFor)), Schedule.spaced(removedEvery)),
      Effect.repeat(
        unlessUnreachable(
          Effect.tap(stalled(type, unreadFor), (count) =>
            count === 0
              ? Effect.void
              : Effect.logError(`${count} syncs were sent and not taken for two minutes: no worker reads its messages`)
          )
        ),
        Schedule.spaced(lookedEvery)
      )
    ],
    { concurrency: 2, discard: true }
  )
