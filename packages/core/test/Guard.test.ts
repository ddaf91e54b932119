import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Predicate, Schema } from "effect"
import { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"
import { faultsOf } from "../src/internal/faults.ts"
import { guard } from "../src/internal/guard.ts"

const leaves = {
  text: Schema.String,
  number: Schema.Number,
  finite: Schema.Finite,
  int: Schema.Int,
  flag: Schema.Boolean,
  null: Schema.Null,
  undefined: Schema.Undefined,
  unknown: Schema.Unknown,
  literal: Schema.Literals(["a", 1, true]),
  filled: Schema.NonEmptyString,
  between: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3 })),
  pattern: Schema.String.check(Schema.isPattern(/^a+$/)),
  template: Schema.TemplateLiteral(["x-", Schema.Int]),
  pair: Schema.Tuple([Schema.String, Schema.Finite]),
  date: Schema.Date,
  exactlyOne: Schema.Union([Schema.Finite, Schema.Int], { mode: "oneOf" }),
  checkedStruct: Schema.Struct({ a: Schema.Finite }).check(Schema.makeFilter(({ a }) => a > 0)),
  number_from_text: Schema.FiniteFromString
} satisfies Record<string, Schema.Top>

type Leaf = keyof typeof leaves

type Shape =
  | Leaf
  | { readonly list: Shape }
  | { readonly filled: Shape }
  | { readonly record: Shape }
  | { readonly any: readonly [Shape, ...ReadonlyArray<Shape>] }
  | {
      readonly a: Shape
      readonly b: Shape
      readonly c: { readonly may: "miss" | "miss or undefined" | "be null"; readonly of: Shape }
    }

const Shape: Schema.Codec<Shape> = Schema.Union([
  Schema.Literals(Object.keys(leaves).filter((key): key is Leaf => key in leaves)),
  Schema.Struct({ list: Schema.suspend(() => Shape) }),
  Schema.Struct({ filled: Schema.suspend(() => Shape) }),
  Schema.Struct({ record: Schema.suspend(() => Shape) }),
  Schema.Struct({ any: Schema.NonEmptyArray(Schema.suspend(() => Shape)) }),
  Schema.Struct({
    a: Schema.suspend(() => Shape),
    b: Schema.suspend(() => Shape),
    c: Schema.Struct({
      may: Schema.Literals(["miss", "miss or undefined", "be null"]),
      of: Schema.suspend(() => Shape)
    })
  })
])

const schemaOf = (shape: Shape): Schema.Top => {
  if (typeof shape === "string") return leaves[shape]
  if ("list" in shape) return Schema.Array(schemaOf(shape.list))
  if ("filled" in shape) return Schema.NonEmptyArray(schemaOf(shape.filled))
  if ("record" in shape) return Schema.Record(Schema.String, schemaOf(shape.record))
  if ("any" in shape) return Schema.Union(shape.any.map(schemaOf))
  const last = schemaOf(shape.c.of)
  return Schema.Struct({
    a: schemaOf(shape.a),
    b: schemaOf(shape.b),
    c:
      shape.c.may === "miss"
        ? Schema.optionalKey(last)
        : shape.c.may === "miss or undefined"
          ? Schema.optional(last)
          : Schema.NullOr(last)
  })
}

/** Something to put into a value, and where. */
const oddity = Arbitrary.all({
  odd: Arbitrary.schema(Schema.Union([Schema.Json, Schema.Int, Schema.Undefined, Schema.Date])),
  at: Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 }))),
  left_out: Arbitrary.schema(Schema.Boolean)
})

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Predicate.isObject(value) && Object.getPrototypeOf(value) === Object.prototype

const size = (value: unknown): number =>
  Array.isArray(value) || isPlain(value) ? Object.values(value).reduce<number>((sum, of) => sum + size(of), 1) : 1

/** The value with something odd at one of its places, or without what stands there. */
const bent = (value: unknown, { odd, at, left_out }: { odd: unknown; at: number; left_out: boolean }): unknown => {
  let place = at % size(value)
  const copy = (node: unknown): unknown => {
    if (place-- === 0) return odd
    if (Array.isArray(node)) return node.map(copy)
    if (!isPlain(node)) return node
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, entry]) => {
        const here = place === 0
        const copied = copy(entry)
        return here && left_out ? [] : [[key, copied]]
      })
    )
  }
  return copy(value)
}

const valued = (schema: Schema.Top) =>
  Arbitrary.all({ schema: Arbitrary.Constant(schema), value: Arbitrary.schema(Schema.toType(schema)), oddity })

describe("guard", () => {
  it.prop(
    "says what effect's own check says, for any schema and value",
    { of: Arbitrary.flatMap(Arbitrary.schema(Shape), (shape) => valued(schemaOf(shape))) },
    ({ of: { schema, value, oddity } }) => {
      const fits = guard(schema)
      for (const tried of [value, bent(value, oddity), oddity.odd])
        assert.strictEqual(fits(tried), Schema.is(schema)(tried))
      assert.isTrue(fits(value))
    },
    { arbitrary: { runs: 500, size: 8 } }
  )

  it.prop(
    "says of every model's records what the decoder says that reports faults",
    {
      of: Arbitrary.flatMap(Arbitrary.schema(ModelName), (name) => {
        const { mapped } = Models.byName(name)
        return Arbitrary.all({ mapped: Arbitrary.Constant(mapped), value: Arbitrary.schema(mapped), oddity })
      })
    },
    ({ of: { mapped, value, oddity } }) => {
      const fits = guard(mapped)
      for (const tried of [value, bent(value, oddity)])
        assert.strictEqual(fits(tried), faultsOf(mapped, tried).length === 0)
    },
    { arbitrary: { runs: 1000 } }
  )

  it("tells a field that is missing from one that is undefined", () => {
    const fits = guard(
      Schema.Struct({ a: Schema.UndefinedOr(Schema.String), b: Schema.optionalKey(Schema.String), c: Schema.Unknown })
    )
    assert.isTrue(fits({ a: undefined, c: undefined }))
    assert.isFalse(fits({ c: undefined }))
    assert.isFalse(fits({ a: undefined }))
    assert.isFalse(fits({ a: undefined, b: undefined, c: undefined }))
  })

  it("takes a schema that contains itself", () => {
    interface Tree {
      readonly name: string
      readonly below: ReadonlyArray<Tree>
    }
    const Tree: Schema.Codec<Tree> = Schema.Struct({
      name: Schema.String,
      below: Schema.Array(Schema.suspend(() => Tree))
    })
    const fits = guard(Tree)
    assert.isTrue(fits({ name: "a", below: [{ name: "b", below: [] }] }))
    assert.isFalse(fits({ name: "a", below: [{ name: "b", below: [{}] }] }))
  })
})
