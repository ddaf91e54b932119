import { assert, describe, it } from "@effect/vitest"
import { isMet, toJson, type Figure } from "../src/Figure.ts"
import { quantile, ratio } from "../src/Rounds.ts"

const figure: Figure = {
  bench: "ingest",
  case: "lever.opportunity",
  ratio: 1.1249,
  floor: "hand-written, checks what it reads",
  runs: 9,
  spread: [1.081, 1.159],
  bar: { most: 1.15 }
}

describe("a figure", () => {
  it("is one line of JSON", () => {
    assert.strictEqual(
      toJson(figure),
      '{"bench":"ingest","case":"lever.opportunity","ratio":1.12,"floor":"hand-written, checks what it reads","runs":9,"spread":[1.08,1.16],"bar":1.15,"ok":true}'
    )
    const { bar: _, ...unbarred } = figure
    assert.strictEqual(
      toJson({ ...unbarred, rival: "zod" }),
      '{"bench":"ingest","case":"lever.opportunity","rival":"zod","ratio":1.12,"floor":"hand-written, checks what it reads","runs":9,"spread":[1.08,1.16]}'
    )
  })

  it("meets its bar or misses it, in either direction", () => {
    assert.isFalse(isMet({ ...figure, ratio: 1.16 }))
    assert.isFalse(isMet({ ...figure, ratio: 0.69, bar: { least: 0.7 } }))
    assert.isTrue(isMet({ ...figure, ratio: 0.7, bar: { least: 0.7 } }))
  })
})

describe("rounds", () => {
  it("take a ratio inside each round", () => {
    assert.deepStrictEqual(ratio([2, 30, 4], [1, 10, 2]), { median: 2, spread: [2, 2.5] })
  })

  it("read quantiles between neighbours in proportion", () => {
    assert.strictEqual(quantile([4, 1, 3, 2], 0.5), 2.5)
    assert.strictEqual(quantile([5], 0.25), 5)
  })
})
