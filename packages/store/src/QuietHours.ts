/**
 * Hours of the day in which nothing is started by itself, as the clock on a wall shows them.
 */
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"

const Clock = Schema.String.check(
  Schema.isPattern(/^([01]\d|2[0-3]):[0-5]\d$/, { expected: "a time of the day as HH:MM" })
)

const Zone = Schema.String.check(
  Schema.makeFilter((name) => Option.isSome(DateTime.zoneMakeNamed(name)), {
    expected: "a time zone's IANA name, such as Europe/Berlin"
  })
)

/** From `from` on and until before `to`, over midnight when `to` is the earlier one, every day in the zone. */
export const QuietHours = Schema.Struct({ from: Clock, to: Clock, zone: Zone }).check(
  Schema.makeFilter(({ from, to }) => from !== to, { expected: "hours that begin and end at different times" })
)
/** See the schema of the same name. */
export type QuietHours = typeof QuietHours.Type

const day = 86_400_000

const millisOf = (clock: string): number => {
  const [hours = "", minutes = ""] = clock.split(":")
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** The earliest time in (start, end] at which the zone's offset is not what it was at `start`; times are epoch ms. */
const changeOf = (offsetAt: (time: number) => number, start: number, end: number): number | null => {
  const offset = offsetAt(start)
  if (offsetAt(end) === offset) return null
  let [before, after] = [start, end]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle) === offset) before = middle
    else after = middle
  }
  return after
}

/**
 * The first instant, from the given one on, that is outside the quiet hours. Where clocks are put forward or back, what
 * counts is what they show: quiet hours from 02:00 may then come twice in a night, and hours that are left out are
 * never quiet. Dies when the zone is unknown: decode `QuietHours` before.
 */
export const nextAllowed = (instant: DateTime.Utc, quiet: QuietHours): DateTime.Utc => {
  const zone = DateTime.zoneMakeNamedUnsafe(quiet.zone)
  const offsetAt = (time: number): number => DateTime.zonedOffset(DateTime.makeZonedUnsafe(time, { timeZone: zone }))
  const from = millisOf(quiet.from)
  const length = (millisOf(quiet.to) - from + day) % day
  let time = DateTime.toEpochMillis(instant)
  for (;;) {
    // How long the quiet hours have lasted, by the clock.
    const since = (((time + offsetAt(time) - from) % day) + day) % day
    if (since >= length) return DateTime.makeUnsafe(time)
    const end = time + length - since
    const change = changeOf(offsetAt, time, end)
    if (change === null) return DateTime.makeUnsafe(end)
    time = change
  }
}
