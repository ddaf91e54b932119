/**
 * How a vendor narrows a list to what was updated lately.
 *
 * The filter must mean *updated*: one that means *created* never shows an edit and is no `Since`.
 */
import type { Query } from "./Page.ts"
import * as Wire from "./Wire.ts"

/** An incremental filter. */
export interface Since {
  /** Query parameter that takes the moment. */
  readonly param: string
  /** How the moment is written: milliseconds or seconds since 1970, ISO 8601 in UTC, or a day as `MM-DD-YYYY`. */
  readonly format: "millis" | "seconds" | "instant" | "us-date"
  /** What stands before the moment, such as an operator: `gte|`. */
  readonly prefix: string
  /**
   * How far before the mark to begin again, in minutes: late commits and clocks that disagree show up within it.
   */
  readonly overlapMinutes: number
}

const make =
  (format: Since["format"]) =>
  (param: string, options?: { readonly overlapMinutes?: number; readonly prefix?: string }): Since => ({
    param,
    format,
    prefix: options?.prefix ?? "",
    overlapMinutes: options?.overlapMinutes ?? 10
  })

/** The filter takes milliseconds since 1970. The overlap is 10 minutes unless told. */
export const millis = make("millis")

/** The filter takes seconds since 1970. The overlap is 10 minutes unless told. */
export const seconds = make("seconds")

/** The filter takes ISO 8601 in UTC. The overlap is 10 minutes unless told. */
export const instant = make("instant")

/**
 * The filter takes a day as `MM-DD-YYYY`: the second one before the moment, because the vendor's days begin in a zone of
 * its own, and because "after a day" may leave that day out. The overlap is 10 minutes unless told.
 */
export const usDate = make("us-date")

const dayMillis = 86_400_000

const write = (format: Since["format"], from: number): string => {
  switch (format) {
    case "instant":
      return Wire.instantFromMillis(from) ?? ""
    case "us-date": {
      const [year, month, day] = (Wire.dateFromMillis(Math.max(0, from - 2 * dayMillis)) ?? "").split("-")
      return `${month}-${day}-${year}`
    }
    case "millis":
      return String(from)
    case "seconds":
      return String(Math.floor(from / 1000))
  }
}

/**
 * The query for everything updated since `mark` (milliseconds since 1970, by the vendor's clock), less the overlap; never
 * before 1970.
 */
export const query = (since: Since, mark: number): Query => {
  const from = Math.max(0, Math.floor(mark - since.overlapMinutes * 60_000))
  return { [since.param]: since.prefix + write(since.format, from) }
}
