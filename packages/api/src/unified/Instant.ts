/** Date-times as they come in addresses: with a zone. */
import * as Wire from "@crosswalk/core/Wire"

/** What is wrong with a text that is none. */
export const expected = "A date-time in ISO 8601 with its zone is expected, such as 2026-01-31T09:30:00Z."

/** The instant of a text, in UTC; null when it is none. */
export const read = (text: string): string | null => Wire.instant(text)
