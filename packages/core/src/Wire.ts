/**
 * Lenient readers of what vendors send: schemas that treat missing and null alike, and pure conversions to our text
 * forms.
 *
 * A wire schema lists only what a mapping reads and holds no transformation, so that it compiles to a plain check.
 * Converting is the mapping functions' business.
 */
import { Schema } from "effect"
import { isoInstant } from "./internal/isoInstant.ts"

/** A field that a vendor may leave out or send as null. */
export const maybe = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

const decimal = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i

/** A number, also where a vendor sends it as decimal text. Read it with {@link number}. */
export const Numeric = Schema.Union([
  Schema.Finite,
  Schema.String.check(Schema.isPattern(decimal, { expected: "a number, or a number as text" }))
])

/** An id, as text or as a number. Read it with {@link id}. */
export const Id = Schema.Union([Schema.String, Schema.Finite])

/** What a vendor may have sent: the value, null, or nothing. */
export type Maybe<A> = A | null | undefined

/** Whether it begins with a Latin letter, a digit or the like: no space is among them, so there is nothing to trim. */
const beginsPlain = (value: string): boolean => {
  const first = value.charCodeAt(0)
  return first > 0x20 && first < 0xa0
}

/** The text, or null when it is missing or blank. */
export const text = (value: Maybe<string>): string | null => {
  // To look at the first character of an empty text is slow, and stays slow.
  if (value === null || value === undefined || value === "") return null
  return beginsPlain(value) || value.trim() !== "" ? value : null
}

/** An id as text, or null when it is missing or empty. */
export const id = (value: Maybe<string | number>): string | null => {
  if (typeof value === "string") return value === "" ? null : value
  return value === null || value === undefined ? null : String(value)
}

/** The number, or null when it is missing or its text is no decimal number. */
export const number = (value: Maybe<number | string>): number | null => {
  if (value === null || value === undefined) return null
  if (typeof value === "number") return value
  const parsed = decimal.test(value) ? Number(value) : Number.NaN
  return Number.isFinite(parsed) ? parsed : null
}

/** The whole number, or null when it is missing or has a fraction. */
export const integer = (value: Maybe<number | string>): number | null => {
  const parsed = number(value)
  return parsed !== null && Number.isInteger(parsed) ? parsed : null
}

const isPresent = <A>(value: A | null): value is A => value !== null
const arePresent = <A>(values: ReadonlyArray<A | null>): values is ReadonlyArray<A> => !values.includes(null)

/** The values that there are, in their order. */
export const present = <A>(values: ReadonlyArray<A | null>): ReadonlyArray<A> =>
  arePresent(values) ? values : values.filter(isPresent)

/** The list without the entries that `read` finds empty; null when the list itself is missing. */
export const list = <A, B>(values: Maybe<ReadonlyArray<A>>, read: (value: A) => B | null): ReadonlyArray<B> | null => {
  if (values === null || values === undefined) return null
  return values.length === 0 ? [] : present(values.map((value) => read(value)))
}

// Our text forms have years of four digits: 0000-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z.
const firstMillis = -62_167_219_200_000
const lastMillis = 253_402_300_799_999

/** An instant from milliseconds since 1970 (UTC), as a number or as text; null outside the years 0 to 9999. */
export const instantFromMillis = (value: Maybe<number | string>): string | null => {
  const millis = number(value)
  return millis === null || !(millis >= firstMillis && millis <= lastMillis) ? null : isoInstant(millis)
}

// All days but 29 February are known to be right by their digits alone; that one needs the calendar.
const plainDay = String.raw`^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`
const plainDate = new RegExp(String.raw`${plainDay}(?:$|[Tt ])`)
const leadingDate = /^(\d{4})-(\d{2})-(\d{2})(?:$|[Tt ])/
const longMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isDay = (year: number, month: number, day: number): boolean => {
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (longMonths[month - 1] ?? 0)
}

/**
 * A calendar date from text that starts with `YYYY-MM-DD`; the clock part, if any, is dropped unread. A day that no
 * calendar has, such as 30 February, gives null.
 */
export const date = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined) return null
  if (plainDate.test(value)) return value.slice(0, 10)
  const parts = leadingDate.exec(value)
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) ? value.slice(0, 10) : null
}

const plainInstant = new RegExp(String.raw`${plainDay}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$`)
const zonedInstant =
  /^\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(?:Z|UTC|GMT|([-+]\d{2}):?(\d{2})?)$/i

/**
 * An instant from ISO 8601 text that names its zone; what is finer than a millisecond is cut off. Text without a zone,
 * or that is no instant, gives null: a zone is never guessed.
 */
export const instant = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined) return null
  if (plainInstant.test(value)) return value
  const parts = zonedInstant.exec(value)
  const day = parts === null ? null : date(value)
  if (parts === null || day === null) return null
  const [, clock, second = "00", fraction = "", hours, minutes = "00"] = parts
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`
  // What remains has the one form that every engine reads alike.
  return instantFromMillis(Date.parse(`${day}T${clock}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}${zone}`))
}

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

// So few values are compared with each other sooner than a set of them is made.
const few = 16

const mayRepeat = (values: ReadonlyArray<unknown>): boolean => {
  if (values.length > few) return true
  for (let at = 1; at < values.length; at++) if (values.includes(values[at - 1], at)) return true
  return false
}

/** The values without repetitions, in order of first appearance. */
export const distinct = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> =>
  mayRepeat(values) ? [...new Set(values)] : values
