import { assert, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import * as TestClock from "effect/testing/TestClock"
import { lever } from "@crosswalk/lever"
import * as Sunset from "../src/Sunset.ts"

const at = (text: string): number => DateTime.toEpochMillis(DateTime.makeUnsafe(text))

const ending = { ...lever, api: { version: "v1", sunset: "2026-08-31" } }

it("tells of an end within 90 days, and of one that has come", () => {
  const told = (now: string) => Sunset.warning(ending, at(now))
  assert.isNull(told("2026-06-01T23:59:59Z"))
  assert.match(
    told("2026-06-02T00:00:00Z") ?? "",
    /^Lever ends version v1 of its API on 2026-08-31, in 90 days\. Update/
  )
  assert.include(told("2026-08-30T12:00:00Z"), "tomorrow")
  assert.include(told("2026-08-31T23:59:59Z"), "today")
  assert.match(told("2026-09-01T00:00:00Z") ?? "", /^Lever ended version v1 of its API on 2026-08-31\. Update/)
  assert.isNull(Sunset.warning(lever, at("2099-01-01T00:00:00Z")))
})

it.effect("tells of each provider once, by the clock", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(at("2026-08-01T08:00:00Z"))
    const told = yield* Sunset.warnings([ending, { ...lever, id: "other" }, ending])
    assert.lengthOf(told, 1)
    assert.include(told[0], "in 30 days")
    yield* TestClock.setTime(at("2026-01-01T08:00:00Z"))
    assert.deepStrictEqual(yield* Sunset.warnings([ending]), [])
  })
)
