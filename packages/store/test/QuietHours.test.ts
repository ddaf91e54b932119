import { assert, describe, it } from "@effect/vitest"
import { nextAllowed, QuietHours } from "@crosswalk/store/QuietHours"
import * as DateTime from "effect/DateTime"
import * as Schema from "effect/Schema"

const minute = 60_000

/** Minutes of the day that a wall clock shows: by the platform's own calendar, not by effect's. */
const wallClock = (zone: string) => {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23"
  })
  return (time: number): number => {
    const [hours, minutes] = format.format(time).split(":")
    return Number(hours) * 60 + Number(minutes)
  }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

// Each zone with a night in which its clocks are changed: by an hour, by half an hour, over midnight, and never.
const nights = [
  { zone: "Europe/Berlin", around: Date.UTC(2026, 2, 29, 1) },
  { zone: "Europe/Berlin", around: Date.UTC(2026, 9, 25, 1) },
  { zone: "America/New_York", around: Date.UTC(2026, 10, 1, 6) },
  { zone: "Australia/Lord_Howe", around: Date.UTC(2026, 3, 4, 15) },
  { zone: "Australia/Lord_Howe", around: Date.UTC(2026, 9, 3, 15, 30) },
  { zone: "Africa/Cairo", around: Date.UTC(2026, 3, 23, 22) },
  { zone: "Asia/Kathmandu", around: Date.UTC(2026, 5, 1) }
] as const

const Case = Schema.Struct({
  night: Schema.Literals([0, 1, 2, 3, 4, 5, 6]),
  from: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1439 })),
  length: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1439 })),
  offset: Schema.Int.check(Schema.isBetween({ minimum: -2880, maximum: 1440 }))
})

describe("quiet hours", () => {
  it.prop("end at the first minute whose wall clock is outside them", [Case], ([{ from, length, night, offset }]) => {
    const { around, zone } = nights[night]
    const to = (from + length) % 1440
    const wall = wallClock(zone)
    const isQuiet = (time: number): boolean => (wall(time) - from + 1440) % 1440 < length
    const instant = around + offset * minute
    const next = DateTime.toEpochMillis(
      nextAllowed(DateTime.makeUnsafe(instant), { from: clock(from), to: clock(to), zone })
    )
    let expected = instant
    while (isQuiet(expected)) expected += minute
    assert.strictEqual(new Date(next).toISOString(), new Date(expected).toISOString())
  })

  it("count what clocks show in the nights in which they are changed", () => {
    const night = { from: "22:00", to: "06:00", zone: "Europe/Berlin" }
    const gap = { from: "23:00", to: "02:30", zone: "Europe/Berlin" }
    const next = (instant: string, quiet: QuietHours) =>
      DateTime.formatIso(nextAllowed(DateTime.makeUnsafe(instant), quiet))
    assert.strictEqual(next("2026-01-10T20:59:59.999Z", night), "2026-01-10T20:59:59.999Z")
    assert.strictEqual(next("2026-01-10T21:00:00.000Z", night), "2026-01-11T05:00:00.000Z")
    assert.strictEqual(next("2026-03-28T21:00:00.000Z", night), "2026-03-29T04:00:00.000Z")
    assert.strictEqual(next("2026-10-24T20:00:00.000Z", night), "2026-10-25T05:00:00.000Z")
    // 02:30 is left out in this night: after 01:59 comes 03:00.
    assert.strictEqual(next("2026-03-29T00:10:00.000Z", gap), "2026-03-29T01:00:00.000Z")
    // 02:30 comes twice: the hour that is repeated is quiet again until then.
    assert.strictEqual(next("2026-10-25T00:10:00.000Z", gap), "2026-10-25T00:30:00.000Z")
    assert.strictEqual(next("2026-10-25T01:10:00.000Z", gap), "2026-10-25T01:30:00.000Z")
  })

  it("are refused when they are none", () => {
    const isQuietHours = Schema.is(QuietHours)
    const good = { from: "22:00", to: "06:00", zone: "Europe/Berlin" }
    assert.isTrue(isQuietHours(good))
    for (const bad of [{ from: "24:00" }, { to: "6:00" }, { to: "22:00" }, { zone: "Europe/Bern" }, { zone: "" }]) {
      assert.isFalse(isQuietHours({ ...good, ...bad }), JSON.stringify(bad))
    }
  })
})
