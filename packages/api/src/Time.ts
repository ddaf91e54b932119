/** Days and instants of records as date-times: contracts that know nothing else have no bare dates. */
import * as Wire from "@crosswalk/core/Wire"

/** A date-time in UTC; null for text that has the digits of one but is none, which clients refuse. */
export const instant = (text: string | null): string | null => (text === null ? null : Wire.instant(text))

/** A day as the date-time of its midnight in UTC. */
export const midnight = (day: string | null): string | null => {
  const date = Wire.date(day)
  return date === null ? null : `${date}T00:00:00.000Z`
}

/** A day with a time of it, neither of which knows a zone, written as if in UTC; midnight where the time is not known. */
export const at = (day: string | null, time: string | null): string | null =>
  day === null || time === null ? midnight(day) : Wire.instant(`${day}T${time}.000Z`)
