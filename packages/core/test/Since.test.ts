import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Since from "@crosswalk/core/Since"

const Mark = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_102_444_800_000 }))
const Minutes = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000 }))
const mark = Date.UTC(2026, 0, 31, 9, 30, 0, 250)

describe("query", () => {
  it("writes the mark less the overlap in the vendor's form", () => {
    assert.deepStrictEqual(Since.query(Since.millis("updated_at_start"), mark), { updated_at_start: "1769851200250" })
    assert.deepStrictEqual(Since.query(Since.seconds("since"), mark), { since: "1769851200" })
    assert.deepStrictEqual(Since.query(Since.instant("since"), mark), { since: "2026-01-31T09:20:00.250Z" })
    assert.deepStrictEqual(Since.query(Since.millis("since", { overlapMinutes: 0 }), mark), { since: String(mark) })
    assert.deepStrictEqual(Since.query(Since.instant("updated_at", { prefix: "gte|" }), mark), {
      updated_at: "gte|2026-01-31T09:20:00.250Z"
    })
  })

  it.prop("never begins later than the overlap asks, nor before 1970", [Mark, Minutes], ([mark, overlapMinutes]) => {
    const wanted = Math.max(0, mark - overlapMinutes * 60_000)
    const millis = Number(Since.query(Since.millis("s", { overlapMinutes }), mark)["s"])
    const seconds = Number(Since.query(Since.seconds("s", { overlapMinutes }), mark)["s"])
    const instant = Date.parse(String(Since.query(Since.instant("s", { overlapMinutes }), mark)["s"]))
    assert.strictEqual(millis, wanted)
    assert.strictEqual(instant, wanted)
    assert.isTrue(seconds * 1000 <= wanted && seconds * 1000 > wanted - 1000)
  })

  it("writes the second day before the moment, month first", () => {
    const write = (mark: number) => Since.query(Since.usDate("changed", { prefix: ">", overlapMinutes: 0 }), mark)
    assert.deepStrictEqual(write(mark), { changed: ">01-29-2026" })
    assert.deepStrictEqual(write(Date.UTC(2026, 2, 1, 23, 59)), { changed: ">02-27-2026" })
    assert.deepStrictEqual(write(0), { changed: ">01-01-1970" })
  })

  it("writes whole units where mark or overlap have fractions", () => {
    assert.deepStrictEqual(Since.query(Since.millis("s", { overlapMinutes: 1 / 7 }), mark + 0.5), {
      s: "1769851791679"
    })
  })

  it("stops at 1970", () => {
    for (const make of [Since.millis, Since.seconds]) {
      assert.deepStrictEqual(Since.query(make("s", { overlapMinutes: 60 }), 1000), { s: "0" })
    }
    assert.deepStrictEqual(Since.query(Since.instant("s"), 0), { s: "1970-01-01T00:00:00.000Z" })
  })
})
