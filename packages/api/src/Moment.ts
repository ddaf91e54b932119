/** Instants and days as they come in addresses: with a time or without, with a zone or, then in UTC, without. */
import * as Wire from "@crosswalk/core/Wire"

/** What is wrong with a text that is neither. */
export const expected = "A date or a date-time in ISO 8601 is expected, such as 2026-01-31T09:30:00.000Z."

/** The instant of a text; that of a day is its midnight. Null when it is neither. */
export const instant = (text: string): string | null => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Wire.instant(`${text}T00:00:00.000Z`)
  return Wire.instant(/(?:z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`)
}

/** The day of a text, in UTC; the time is dropped. Null when it is neither. */
export const day = (text: string): string | null => instant(text)?.slice(0, 10) ?? null
