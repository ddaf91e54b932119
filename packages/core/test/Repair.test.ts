import { assert, describe, it } from "@effect/vitest"
import { Option, Schema } from "effect"
import { repair } from "../src/internal/repair.ts"
import { without } from "../src/internal/without.ts"

describe("without", () => {
  const value = { a: [1, { b: 2, c: 3 }, [4, 5]], d: { e: null } }

  it("leaves fields out and takes entries from their lists", () => {
    assert.deepStrictEqual(
      without(value, [
        ["a", 0],
        ["a", 1, "c"],
        ["d", "e"]
      ]),
      { a: [{ b: 2 }, [4, 5]], d: {} }
    )
    assert.deepStrictEqual(without(value, [["a", 2, 1], ["d"]]), { a: [1, { b: 2, c: 3 }, [4]] })
  })

  it("takes a whole before what stands in it, in either order", () => {
    for (const paths of [
      [
        ["a", 1],
        ["a", 1, "b"]
      ],
      [
        ["a", 1, "b"],
        ["a", 1]
      ]
    ]) {
      assert.deepStrictEqual(without(value, paths), { a: [1, [4, 5]], d: { e: null } })
    }
  })

  it("copies nothing that no path leads to", () => {
    const left = without(value, [["a", 0]])
    assert.isTrue(typeof left === "object" && left !== null && "d" in left && left.d === value.d)
  })

  it("leaves as it is what no path is in", () => {
    assert.deepStrictEqual(without(value, [["x"], ["a", 9], ["d", "e", "f"]]), value)
    assert.deepStrictEqual(without(value, []), value)
    for (const leaf of [null, "text", 5]) assert.strictEqual(without(leaf, [["a"]]), leaf)
  })
})

describe("repair", () => {
  const saved = (schema: Schema.ConstraintDecoder<unknown>, value: unknown) =>
    Option.getOrNull(repair(schema, value).record)
  const may = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

  it("finds new faults that the first cut brings about", () => {
    const Two = Schema.Array(Schema.Finite).check(Schema.isMinLength(2))
    const Box = Schema.Struct({ id: Schema.String, sizes: may(Two), rows: may(Schema.Array(Two)) })
    assert.deepStrictEqual(saved(Box, { id: "b", sizes: [1, "2"] }), { id: "b" })
    assert.deepStrictEqual(
      saved(Box, {
        id: "b",
        rows: [
          [1, "2"],
          [3, 4]
        ]
      }),
      { id: "b", rows: [[3, 4]] }
    )
  })

  it("follows schemas that hold themselves", () => {
    interface Tree {
      readonly name: string
      readonly parts?: ReadonlyArray<Tree> | null
    }
    const Tree: Schema.Codec<Tree> = Schema.Struct({
      name: Schema.String,
      parts: may(Schema.Array(Schema.suspend((): Schema.Codec<Tree> => Tree)))
    })
    assert.deepStrictEqual(
      saved(Tree, { name: "a", parts: [{ name: "b", parts: [{ name: 1 }, { name: "c" }] }, { parts: [] }, 7] }),
      { name: "a", parts: [{ name: "b", parts: [{ name: "c" }] }] }
    )
    assert.isNull(saved(Tree, { parts: [] }))
  })

  it("reports what was wrong at first, once", () => {
    const Box = Schema.Struct({
      id: Schema.String,
      owner: may(Schema.Struct({ id: Schema.String, name: Schema.String }))
    })
    assert.deepStrictEqual(repair(Box, { id: "b", owner: { id: 1, name: 2 } }), {
      record: Option.some({ id: "b" }),
      faults: [
        { keys: ["owner", "id"], reason: "Expected string" },
        { keys: ["owner", "name"], reason: "Expected string" }
      ]
    })
    assert.deepStrictEqual(repair(Box, { id: "b" }), { record: Option.some({ id: "b" }), faults: [] })
  })
})
