/**
 * Writing times as UKG Pro does, and reading JSON that tests may have edited to anything.
 *
 * The tenant's clock stands five hours behind UTC all year; nothing on the wire says so.
 */
import type { Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { DateTime, Option } from "effect"

const offset = 5 * 3_600_000
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

const dayOf = (millis: number): number => Math.floor((millis - offset) / dayLength)

const digits = (value: number, width: number): string => String(value).padStart(width, "0")

/** A moment at the tenant, without zone; digits of the fraction as far as they say something. */
export const clock = (millis: number): string => {
  const day = dayOf(millis)
  const rest = Math.floor(millis - offset - day * dayLength)
  const [hours, minutes] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60]
  const fraction = rest % 1000 === 0 ? "" : `.${digits(rest % 1000, 3).replace(/0+$/, "")}`
  return `${dayText(day)}T${digits(hours, 2)}:${digits(minutes, 2)}:${digits(Math.floor(rest / 1000) % 60, 2)}${fraction}`
}

/** A day at the tenant, as a midnight. */
export const day = (millis: number): string => `${dayText(dayOf(millis))}T00:00:00`

const number = (text: string): string => String(Number(text))

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
