/**
 * Writing times as Greenhouse does, and reading JSON that tests may have edited to anything.
 */
import type { Json } from "@crosswalk/sandbox/Answer"
import { DateTime } from "effect"

const dayLength = 86_400_000

/** Days written before: a page names the same few thousands again and again. */
const days = new Map<number, string>()

const dayText = (day: number): string => {
  const known = days.get(day)
  if (known !== undefined) return known
  const text = DateTime.formatIso(DateTime.makeUnsafe(day * dayLength)).slice(0, 10)
  days.set(day, text)
  return text
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0")

/** ISO 8601 in UTC with milliseconds. */
export const instant = (millis: number): string => {
  const day = Math.floor(millis / dayLength)
  const rest = Math.floor(millis - day * dayLength)
  const [hours, minutes] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60]
  const seconds = Math.floor(rest / 1000) % 60
  return `${dayText(day)}T${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}.${digits(rest % 1000, 3)}Z`
}

/** YYYY-MM-DD. */
export const date = (millis: number): string => dayText(Math.floor(millis / dayLength))

export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "")

export const list = (value: Json | undefined): ReadonlyArray<Json> =>
  value !== undefined && isList(value) ? value : []

/** The id of a record, or one that it names, as text; "" when there is none. */
export const id = (value: Json | undefined): string =>
  typeof value === "number" || typeof value === "string" ? String(value) : ""

/** A reference of the vendor's as a number again, where it is one. */
export const reference = (value: string): Json => (/^\d{1,15}$/.test(value) ? Number(value) : value)

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value)
