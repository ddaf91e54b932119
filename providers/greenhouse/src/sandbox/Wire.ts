/**
 * Writing times as Greenhouse does, and reading JSON that tests may have edited to anything.
 */
import type { Json } from "@crosswalk/sandbox/Answer"
import { DateTime } from "effect"

/** ISO 8601 in UTC with milliseconds. */
export const instant = (millis: number): string => DateTime.formatIso(DateTime.makeUnsafe(millis))

/** YYYY-MM-DD. */
export const date = (millis: number): string => instant(millis).slice(0, 10)

export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "")

export const list = (value: Json | undefined): ReadonlyArray<Json> =>
  value !== undefined && isList(value) ? value : []

/** The id of a record, or one that it names, as text; "" when there is none. */
export const id = (value: Json | undefined): string =>
  typeof value === "number" || typeof value === "string" ? String(value) : ""

/** A reference of the vendor's as a number again, where it is one. */
export const reference = (value: string): Json => (/^\d{1,15}$/.test(value) ? Number(value) : value)

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value)
