import { assert, describe, it } from "@effect/vitest"
import * as Dataset from "@crosswalk/sandbox/Dataset"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import * as SortedIndex from "@crosswalk/sandbox/SortedIndex"

interface Thing {
  readonly id: string
  readonly rank: number
}

/** Few ranks, so that many records share one and the ids decide. */
const make = (seed: number, size: number) => {
  const source = Seeded.make(seed, "thing")
  const rank = (row: number) => Seeded.bits(source, row, 1) % 5
  return Dataset.make<Thing>({
    size,
    id: (row) => Seeded.uuid(source, row),
    rowOf: (id) => Seeded.indexOf(source, id),
    tie: (row) => Seeded.prefix(source, row),
    record: (row) => ({ id: Seeded.uuid(source, row), rank: rank(row) }),
    key: rank,
    keyOf: ({ rank }) => rank
  })
}

const walk = (dataset: Dataset.Dataset<Thing>, limit: number, between: (page: number) => void = () => {}) => {
  const seen: Array<Thing> = []
  let from: Dataset.Place | undefined
  for (let page = 0; ; page++) {
    const { next, records } = dataset.read({ from, limit })
    seen.push(...records)
    if (next === undefined) return seen
    from = next
    between(page)
  }
}

const ordered = (things: Iterable<Thing>) => [...things].toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))

describe("SortedIndex", () => {
  it("sorts by key, then by tie, up to the largest keys", () => {
    for (let seed = 0; seed < 40; seed++) {
      const source = Seeded.make(seed, "row")
      const largest = seed % 2 === 0 ? 7 : Number.MAX_SAFE_INTEGER
      const key = (row: number) => Math.floor(Seeded.unit(source, row, 1) * largest)
      const tie = (row: number) => Seeded.bits(source, row, 2)
      const { order } = SortedIndex.make(300, key, tie)
      const expected = Array.from({ length: 300 }, (_, row) => row).toSorted(
        (a, b) => key(a) - key(b) || tie(a) - tie(b)
      )
      assert.deepStrictEqual([...order], expected)
    }
  })

  it("finds the first place of a key", () => {
    const index = SortedIndex.make(
      6,
      (row) => [5, 1, 3, 3, 9, 1][row] ?? 0,
      (row) => row
    )
    assert.deepStrictEqual(
      [0, 1, 2, 3, 9, 10].map((key) => SortedIndex.lowerBound(index, key)),
      [0, 0, 2, 2, 5, 6]
    )
  })
})

describe("Dataset", () => {
  it("walks everything once, in order, whatever the page size", () => {
    for (const [seed, limit] of [
      [1, 1],
      [2, 7],
      [3, 100],
      [4, 1000]
    ] as const) {
      const dataset = make(seed, 253)
      const seen = walk(dataset, limit)
      assert.strictEqual(seen.length, 253)
      assert.deepStrictEqual(seen, ordered(seen))
      assert.strictEqual(new Set(seen.map(({ id }) => id)).size, 253)
    }
  })

  it("stays equal to a plain list under random edits", () => {
    for (let seed = 0; seed < 60; seed++) {
      const source = Seeded.make(seed, "edit")
      const dataset = make(seed, 40)
      const plain = new Map(walk(dataset, 100).map((thing) => [thing.id, thing]))
      const ids = [...plain.keys(), "made-1", "made-2", "zzz", ""]
      for (let step = 0; step < 120; step++) {
        const id = ids[Seeded.bits(source, step, 1) % ids.length] ?? ""
        if (Seeded.chance(source, step, 2, 0.3)) {
          assert.deepStrictEqual(dataset.remove(id), plain.get(id))
          plain.delete(id)
        } else {
          const thing = { id, rank: Seeded.bits(source, step, 3) % 6 }
          dataset.put(id, thing)
          plain.set(id, thing)
        }
        assert.deepStrictEqual(dataset.get(id), plain.get(id))
        assert.strictEqual(dataset.has(id), plain.has(id))
        assert.strictEqual(dataset.size(), plain.size)
      }
      assert.deepStrictEqual(walk(dataset, 1 + (seed % 9)), ordered(plain.values()))
    }
  })

  it("shows a record twice or never when it moves past the reader, as the vendor does", () => {
    const dataset = make(1, 50)
    const before = walk(dataset, 100)
    const [first, last] = [before.at(0), before.at(-1)]
    assert.isDefined(first)
    assert.isDefined(last)
    const twice = walk(dataset, 10, (page) => {
      if (page === 0) dataset.put(first.id, { ...first, rank: 9 })
    })
    assert.strictEqual(twice.filter(({ id }) => id === first.id).length, 2)
    const never = walk(dataset, 10, (page) => {
      if (page === 0) dataset.put(last.id, { ...last, rank: 0 })
    })
    assert.strictEqual(never.filter(({ id }) => id === last.id).length, last.rank === 0 ? 1 : 0)
  })

  it("goes on from a place whose record is gone", () => {
    const dataset = make(1, 50)
    const { next } = dataset.read({ limit: 10 })
    assert.isDefined(next)
    const expected = walk(dataset, 100)[11]
    dataset.remove(next.id)
    assert.deepStrictEqual(dataset.read({ from: next, limit: 1 }).records[0], expected)
  })

  it("leaves out what a reader does not accept, and still says whether more follows", () => {
    const dataset = make(1, 100)
    const some = dataset.read({ limit: 1000, accepts: ({ rank }) => rank === 2 })
    assert.isTrue(some.records.length > 0 && some.records.every(({ rank }) => rank === 2))
    assert.isUndefined(some.next)
    const exact = dataset.read({ limit: some.records.length, accepts: ({ rank }) => rank === 2 })
    assert.isUndefined(exact.next)
    assert.deepStrictEqual(dataset.read({ limit: 10, acceptsRow: () => false }), { records: [], next: undefined })
  })
})
