import { assert, describe, it } from "@effect/vitest"
import * as Seeded from "@crosswalk/sandbox/Seeded"

const rows = [0, 1, 2, 63, 64, 999_999, 1_000_000, 0xffff_ffff]

describe("Seeded", () => {
  it("draws the same from the same seed, kind and index, and something else otherwise", () => {
    const draw = (seed: number, kind: string, index: number) => Seeded.bits(Seeded.make(seed, kind), index, 3)
    assert.strictEqual(draw(1, "a", 9), draw(1, "a", 9))
    const others = [
      draw(1, "a", 9),
      draw(2, "a", 9),
      draw(1, "b", 9),
      draw(1, "a", 10),
      draw(1.5, "a", 9),
      draw(-1, "a", 9)
    ]
    assert.strictEqual(new Set(others).size, others.length)
  })

  it("makes version 4 ids that lead back to their index", () => {
    for (let seed = 0; seed < 50; seed++) {
      const source = Seeded.make(seed, "thing")
      for (const row of rows) {
        const id = Seeded.uuid(source, row)
        assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        assert.strictEqual(Seeded.indexOf(source, id), row)
        assert.isUndefined(Seeded.indexOf(Seeded.make(seed, "other"), id))
      }
    }
  })

  it("knows no index for what is no id", () => {
    const source = Seeded.make(1, "thing")
    for (const id of ["", "lead-new", "é", Seeded.uuid(source, 1).toUpperCase(), `${Seeded.uuid(source, 1)} `]) {
      assert.isUndefined(Seeded.indexOf(source, id))
    }
  })

  it("never gives one id twice, and its prefixes order ids as their text does", () => {
    const source = Seeded.make(7, "thing")
    const all = Array.from({ length: 20_000 }, (_, row) => row)
    const byPrefix = all.toSorted((a, b) => Seeded.prefix(source, a) - Seeded.prefix(source, b))
    const texts = byPrefix.map((row) => Seeded.uuid(source, row))
    assert.deepStrictEqual(texts, texts.toSorted())
    assert.strictEqual(new Set(texts).size, texts.length)
  })

  it("draws evenly, within bounds, and by weight", () => {
    const source = Seeded.make(3, "thing")
    const counts = { a: 0, b: 0 }
    let sum = 0
    for (let row = 0; row < 10_000; row++) {
      sum += Seeded.unit(source, row, 1)
      counts[
        Seeded.weighted(source, row, 2, [
          ["a", 3],
          ["b", 1]
        ])
      ]++
      assert.include([4, 5, 6], Seeded.between(source, row, 3, 4, 6))
    }
    assert.closeTo(sum / 10_000, 0.5, 0.02)
    assert.closeTo(counts.a / 10_000, 0.75, 0.02)
  })
})
