/**
 * Places in the feed of a workspace, written as texts of one length: they compare as the places do.
 *
 * PostgreSQL gives positions before the commit, so two numbers make a place: that of the writing transaction, then the
 * position. Only entries of transactions are read that are older than any that is still open, so nothing can come
 * between two entries that were read. SQLite has one writer at a time and needs the position alone.
 */
export interface FeedPosition {
  readonly tx: string | number | bigint
  readonly position: string | number | bigint
}

/** PostgreSQL: the number of the transaction at work. `shift` is there for what a restore does: see `FeedClock`. */
export const writing = `(SELECT shift FROM feed_clock) + CAST(CAST(pg_current_xact_id() AS text) AS bigint)`

/** PostgreSQL: the number of the oldest transaction that is still open. */
export const settled = `(SELECT shift + CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)
  FROM feed_clock)`

const digits = 19

const padded = (number: string | number | bigint): string => String(number).padStart(digits, "0")

/** A place as a text. */
export const format = (tx: FeedPosition["tx"], position: FeedPosition["position"]): string =>
  `${padded(tx)}.${padded(position)}`

/** The place before all others. */
export const start: string = format(0, 0)

/** A text of {@link format} as numbers that a database takes; null when it is none. */
export const parse = (text: string): { readonly tx: bigint; readonly position: bigint } | null => {
  const [, tx, position] = /^(\d{19})\.(\d{19})$/.exec(text) ?? []
  return tx === undefined || position === undefined ? null : { tx: BigInt(tx), position: BigInt(position) }
}
