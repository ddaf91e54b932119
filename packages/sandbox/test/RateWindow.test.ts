import * as RateWindow from "@crosswalk/sandbox/RateWindow"
import { assert, describe, it } from "@effect/vitest"

describe("RateWindow", () => {
  it("lets through a fixed number until it closes, counted from its first request", () => {
    const window = RateWindow.make({ perSecond: 0.1, burst: 3 }, 30_000)
    assert.strictEqual(window.limit, 3)
    assert.deepStrictEqual([window.remaining(0), window.closesAt(5)], [3, 5])
    assert.deepStrictEqual(
      [1000, 2000, 30_999, 30_999].map((now) => window.take(now)),
      [true, true, true, false]
    )
    assert.deepStrictEqual([window.remaining(30_999), window.closesAt(30_999)], [0, 31_000])
    assert.isTrue(window.take(31_000))
    assert.deepStrictEqual([window.remaining(31_000), window.closesAt(31_000)], [2, 61_000])
  })

  it("lets through one request at least", () => {
    assert.strictEqual(RateWindow.make({ perSecond: 0.001, burst: 1 }, 1000).limit, 1)
  })
})
