/** How far a walk over a list has got: what a checkpoint keeps of it. */
import { Schema } from "effect"

const Request = Schema.Struct({
  query: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Array(Schema.String)])),
  replaces: Schema.optionalKey(Schema.Boolean),
  part: Schema.optionalKey(Schema.Int)
})

/** A position within a walk. */
export const Position = Schema.Struct({
  /** The next page's request; null before the first page. */
  request: Schema.NullOr(Request),
  /** The vendor's clock when the walk began, in milliseconds since 1970; null before the first page. */
  began: Schema.NullOr(Schema.Finite),
  pages: Schema.Int,
  /** Different records seen, as far as pages do not overlap. */
  records: Schema.Int,
  /** Records that could not be told apart: with any of them, nothing is proved to be gone. */
  unreadable: Schema.Int,
  /** Number of records that the vendor promised; null when it promises none. */
  total: Schema.NullOr(Schema.Int),
  /** Records that the vendor itself marks as deleted: listed, and not stored. */
  deleted: Schema.optionalKey(Schema.Int),
  /** Records with the id of another one on their page, of which one alone could be stored. */
  duplicates: Schema.optionalKey(Schema.Int),
  /** Pages without records in the midst of the list. */
  empty: Schema.optionalKey(Schema.Int),
  /** Fingerprint of the last page's keys. */
  last: Schema.optionalKey(Schema.String),
  /** Why this cannot have been the list as it is; missing when nothing speaks against it. */
  doubt: Schema.optionalKey(Schema.String),
  /** Places of a record at which none of the walk has had a value so far; missing while none was looked at. */
  absent: Schema.optionalKey(Schema.Array(Schema.String))
})

/** A position within a walk. */
export type Position = typeof Position.Type

/** Before the first page. */
export const start: Position = { request: null, began: null, pages: 0, records: 0, unreadable: 0, total: null }

const Text = Schema.fromJsonString(Position)

/** Reads a position from a checkpoint; one that cannot be read is the start. */
export const decode = (text: string | null): Position =>
  text === null
    ? start
    : Schema.decodeUnknownOption(Text)(text).pipe((found) => (found._tag === "Some" ? found.value : start))

/** The text that a checkpoint keeps. */
export const encode: (position: Position) => string = Schema.encodeSync(Text)
