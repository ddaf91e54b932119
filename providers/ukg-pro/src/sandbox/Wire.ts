/**
 * Writing times as UKG Pro does, and reading JSON that tests may have edited to anything.
 *
 * The tenant's clock stands five hours behind UTC all year; nothing on the wire says so.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { DateTime, Option } from "effect"

const offset = 5 * 3_600_000

const local = (millis: number): string => DateTime.formatIso(DateTime.makeUnsafe(millis - offset))

/** A moment at the tenant, without zone; digits of the fraction as far as they say something. */
export const clock = (millis: number): string => local(millis).replace(/\.?0*Z$/, "")

/** A day at the tenant, as a midnight. */
export const day = (millis: number): string => `${local(millis).slice(0, 10)}T00:00:00`

const number = (digits: string): string => String(Number(digits))

/** The same day, month first, as one endpoint writes it. Text that is no day stays as it is. */
export const us = (value: Json | undefined): Json => {
  const [, year, month = "", date = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text(value)) ?? []
  return year === undefined ? (value ?? "") : `${number(month)}/${number(date)}/${year} 12:00:00 AM`
}

export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "")

export const object = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !isList(value) ? value : {}

export const list = (value: Json | undefined): ReadonlyArray<Json> =>
  value !== undefined && isList(value) ? value : []

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value)

/** An amount with cents. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100

/** The milliseconds of a moment at the tenant, as `clock` and `day` write it; undefined when the text is none. */
export const millis = (value: Json | undefined): number | undefined => {
  const moment = text(value)
  const found = DateTime.make(moment.length === 10 ? `${moment}T00:00:00Z` : `${moment}Z`)
  return Option.isSome(found) ? DateTime.toEpochMillis(found.value) + offset : undefined
}
