/**
 * UKG Pro's habits of writing values, and readers that end them: numbers and `Y`/`N` as text, dates without a zone or
 * month first, and `""`, `Z` or `0` for nothing. No mapping sees any of them.
 */
import * as Wire from "@crosswalk/core/Wire"
import type { Maybe } from "@crosswalk/core/Wire"
import { Schema } from "effect"

/** Text, or nothing. */
export const Text = Wire.maybe(Schema.String)

/** A code of one of the account's tables; leading zeros are part of it, so it is never a number to be counted with. */
export const Code = Wire.maybe(Wire.Id)

/** A number, often with decimals it does not need, sometimes as text. */
export const Amount = Wire.maybe(Wire.Numeric)

/** Yes or no: a boolean in some lists, `Y` or `N` in others. */
export const Flag = Wire.maybe(Schema.Union([Schema.Boolean, Schema.String]))

/** A day, as `2026-01-31T00:00:00` or, in some lists, `1/31/2026 12:00:00 AM`. */
export const Day = Wire.maybe(Schema.String)

/** What there is of some values; null when there is nothing. */
export const some = <A>(values: ReadonlyArray<A | null>): ReadonlyArray<A> | null => {
  const found = Wire.present(values)
  return found.length === 0 ? null : found
}

/** A record that names an employee and perhaps a company; the spelling differs from list to list. */
export interface Keyed {
  readonly employeeId?: Maybe<string | number>
  readonly employeeID?: Maybe<string | number>
  readonly companyId?: Maybe<string | number>
  readonly companyID?: Maybe<string | number>
}

/** The text, or null where it is missing or blank. */
export const text = Wire.text

/** A code as text; null where it is missing, blank, or UKG's placeholder `Z`. */
export const code = (value: Maybe<string | number>): string | null => {
  if (typeof value === "string") return value === "Z" ? null : Wire.text(value)
  return Wire.id(value)
}

/** The code of a place; besides, `0` stands for none. */
export const place = (value: Maybe<string | number>): string | null => {
  const found = code(value)
  return found === "0" ? null : found
}

/** Yes, no, or null where neither is said. */
export const flag = (value: Maybe<boolean | string>): boolean | null => {
  if (typeof value === "boolean") return value
  const word = value?.trim().toUpperCase()
  if (word === "Y" || word === "YES" || word === "TRUE") return true
  return word === "N" || word === "NO" || word === "FALSE" ? false : null
}

const monthFirst = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/

/** The calendar date; its clock, which is midnight in a zone that is not told, is left out. */
export const day = (value: Maybe<string>): string | null => {
  if (value === null || value === undefined || value === "") return null
  const found = Wire.date(value.trim())
  if (found !== null) return found
  const [, month = "", date = "", year] = monthFirst.exec(value) ?? []
  return year === undefined ? null : Wire.date(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`)
}

/** The employee whom a record is about. */
export const employeeOf = ({ employeeId, employeeID }: Keyed): string | null => code(employeeId) ?? code(employeeID)

/** The company that a record is about. */
export const companyOf = ({ companyId, companyID }: Keyed): string | null => code(companyId) ?? code(companyID)

/** The key of the employment that a record is about: a person may have one in each of several companies. */
export const employmentOf = (record: Keyed): string | null => {
  const company = companyOf(record)
  const employee = employeeOf(record)
  return company === null || employee === null ? null : `${company}:${employee}`
}

/** Why a mapping has no instants of its own making. */
export const noZone = "UKG writes its clocks without a time zone, and which one an account uses is not told"
