/**
 * Lenient readers of what vendors send: schemas that treat missing and null alike, and pure conversions to our text
 * forms.
 *
 * A wire schema lists only what a mapping reads and holds no transformation, so that it compiles to a plain check.
 * Converting is the mapping functions' business.
 */
import { DateTime, Option, Schema } from "effect"

/** A field that a vendor may leave out or send as null. */
export const maybe = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

/** A number, also where a vendor sends it as text. Read it with {@link number}. */
export const Numeric = Schema.Union([
  Schema.Finite,
  Schema.String.check(Schema.isPattern(/^\s*[-+]?\d+(\.\d+)?\s*$/, { expected: "a number, or a number as text" }))
])

/** An id, as text or as a number. Read it with {@link id}. */
export const Id = Schema.Union([Schema.String, Schema.Finite])

/** What a vendor may have sent: the value, null, or nothing. */
export type Maybe<A> = A | null | undefined

/** The text, or null when it is missing or blank. */
export const text = (value: Maybe<string>): string | null =>
  value === null || value === undefined || value.trim() === "" ? null : value

/** An id as text, or null when it is missing or empty. */
export const id = (value: Maybe<string | number>): string | null =>
  value === null || value === undefined || value === "" ? null : String(value)

/** The number, or null when it is missing. */
export const number = (value: Maybe<number | string>): number | null => {
  if (value === null || value === undefined) return null
  if (typeof value === "number") return value
  const parsed = value.trim() === "" ? Number.NaN : Number(value)
  return Number.isFinite(parsed) ? parsed : null
}

/** The whole number, or null when it is missing or has a fraction. */
export const integer = (value: Maybe<number | string>): number | null => {
  const parsed = number(value)
  return parsed !== null && Number.isInteger(parsed) ? parsed : null
}

/** The list without the entries that `read` finds empty; null when the list itself is missing. */
export const list = <A, B>(values: Maybe<ReadonlyArray<A>>, read: (value: A) => B | null): ReadonlyArray<B> | null => {
  if (values === null || values === undefined) return null
  const out: Array<B> = []
  for (const value of values) {
    const item = read(value)
    if (item !== null) out.push(item)
  }
  return out
}

const latest = 8.64e15

/** An instant from milliseconds since 1970 (UTC), as a number or as text. */
export const instantFromMillis = (value: Maybe<number | string>): string | null => {
  const millis = number(value)
  return millis === null || Math.abs(millis) > latest ? null : new Date(millis).toISOString()
}

const canonicalInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const zonedInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[-+]\d{2}:?\d{2})$/i

/**
 * An instant from ISO 8601 text that names its zone. Text without a zone, or that is no instant, gives null: a zone
 * is never guessed.
 */
export const instant = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined) return null
  if (canonicalInstant.test(value)) return value
  if (!zonedInstant.test(value)) return null
  return Option.match(DateTime.make(value), { onNone: () => null, onSome: DateTime.formatIso })
}

const leadingDate = /^(\d{4}-\d{2}-\d{2})(?:$|T)/

/** A calendar date from text that starts with `YYYY-MM-DD`; the clock part, if any, is dropped unread. */
export const date = (value: Maybe<string>): string | null => leadingDate.exec(value ?? "")?.[1] ?? null

/** A calendar date (UTC) from milliseconds since 1970. */
export const dateFromMillis = (value: Maybe<number | string>): string | null =>
  instantFromMillis(value)?.slice(0, 10) ?? null

const least =
  (pick: (a: string, b: string) => boolean) =>
  (values: Iterable<string | null>): string | null => {
    let found: string | null = null
    for (const value of values) if (value !== null && (found === null || pick(value, found))) found = value
    return found
  }

/** The earliest of some instants or dates in our text form; null when there is none. */
export const earliest = least((a, b) => a < b)

/** The latest of some instants or dates in our text form; null when there is none. */
export const newest = least((a, b) => a > b)

/** The values without repetitions, in order of first appearance. */
export const distinct = <A>(values: Iterable<A>): ReadonlyArray<A> => [...new Set(values)]
