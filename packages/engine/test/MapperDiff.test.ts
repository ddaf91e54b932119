import { assert, describe, it } from "@effect/vitest"
import * as MapperDiff from "../src/MapperDiff.ts"

const side = (records: number, fields: ReadonlyArray<string>, filled: Readonly<Record<string, number>> = {}) => ({
  records,
  fields,
  filled: new Map(Object.entries(filled))
})

const none = { records: 0, examples: [] }

describe("the difference of a model", () => {
  it("is none where every field is equal, whatever the order of keys", () => {
    const comparison = MapperDiff.make("note", side(1, ["place"]), side(1, ["place"]))
    comparison.add(
      "1",
      { place: { x: 1, y: [2] }, modified_at: "then" },
      { modified_at: "now", place: { y: [2], x: 1 } }
    )
    assert.deepStrictEqual(comparison.result(), {
      model: "note",
      state: "same",
      before: 1,
      after: 1,
      added: none,
      removed: none,
      fields: []
    })
  })

  it("counts every record in which a field changed, and shows three of them", () => {
    const comparison = MapperDiff.make("note", side(5, ["title", "text"]), side(5, ["title", "text"]))
    for (let index = 0; index < 5; index++) {
      comparison.add(
        `r${index}`,
        { title: "same", text: `${index}` },
        { title: "same", text: index === 4 ? null : "x" }
      )
    }
    const { fields, state } = comparison.result()
    assert.strictEqual(state, "changed")
    assert.deepStrictEqual(fields, [
      {
        field: "text",
        state: "changed",
        records: 5,
        examples: [
          { remote_id: "r0", before: "0", after: "x" },
          { remote_id: "r1", before: "1", after: "x" },
          { remote_id: "r2", before: "2", after: "x" }
        ]
      }
    ])
  })

  it("tells of records and fields that are there on one side only", () => {
    const comparison = MapperDiff.make(
      "note",
      side(1, ["title", "old"], { old: 1 }),
      side(2, ["title", "new"], { new: 2 })
    )
    comparison.add("gone", { title: "a", old: 1 }, null)
    comparison.add("here", null, { title: "b", new: 1 })
    comparison.add("there", null, { title: "c", new: 1 })
    const { added, fields, removed } = comparison.result()
    assert.deepStrictEqual(added, { records: 2, examples: ["here", "there"] })
    assert.deepStrictEqual(removed, { records: 1, examples: ["gone"] })
    assert.deepStrictEqual(
      fields.map(({ field, records, state }) => [field, state, records]),
      [
        ["new", "came", 2],
        ["old", "went", 1]
      ]
    )
  })

  it("is the model itself where one side does not map it", () => {
    assert.strictEqual(MapperDiff.make("note", null, side(3, ["title"])).result().state, "came")
    assert.deepInclude(MapperDiff.make("note", side(3, ["title"]), null).result(), {
      state: "went",
      before: 3,
      after: 0
    })
  })
})
