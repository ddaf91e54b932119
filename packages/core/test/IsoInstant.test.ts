import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { isoInstant } from "../src/internal/isoInstant.ts"

const first = -62_167_219_200_000
const last = 253_402_300_799_999
const Millis = Schema.Finite.check(Schema.isBetween({ minimum: first, maximum: last }))
const Day = Schema.Int.check(Schema.isBetween({ minimum: first / 86_400_000, maximum: Math.floor(last / 86_400_000) }))

const says = (millis: number) => assert.strictEqual(isoInstant(millis), new Date(millis).toISOString())

describe("isoInstant", () => {
  it.prop("says what Date says", [Millis, Day], ([millis, day]) => {
    says(millis)
    says(day * 86_400_000)
    says(day * 86_400_000 - 1 < first ? first : day * 86_400_000 - 1)
  })

  it("knows every day of the calendar's 400-year cycle, and both ends", () => {
    for (let day = -719_528; day < -719_528 + 146_097; day++) says(day * 86_400_000)
    for (const millis of [first, last, 0, -1, -0.5, 0.5, 1.9]) says(millis)
  })
})
