import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Predicate, Schema } from "effect"
import * as CheckIn from "@crosswalk/core/CheckIn"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"

const Person = Schema.Struct({
  id: Wire.Id,
  name: Wire.maybe(Schema.String),
  size: Wire.maybe(Wire.Numeric),
  emails: Wire.maybe(Schema.Array(Schema.String)),
  owner: Wire.maybe(Schema.Struct({ id: Schema.String, team: Wire.maybe(Schema.String) })),
  stages: Wire.maybe(
    Schema.Array(
      Schema.Struct({ id: Schema.String, moves: Schema.Array(Schema.Struct({ at: Schema.Finite, by: Schema.String })) })
    )
  ),
  deep: Wire.maybe(
    Schema.Struct({
      a: Schema.Struct({ b: Schema.Struct({ c: Schema.Struct({ d: Schema.Struct({ e: Schema.String }) }) }) })
    })
  ),
  pair: Wire.maybe(Schema.Tuple([Schema.String, Schema.Finite])),
  filled: Wire.maybe(Schema.NonEmptyArray(Schema.String)),
  free: Wire.maybe(Schema.Record(Schema.String, Schema.Finite)),
  any: Wire.maybe(Schema.Unknown)
})

const persons = Resource.make("persons", {
  path: "/persons",
  wire: Person,
  page: Page.single({ items: "" }),
  id: (person) => person.id
})

const check = CheckIn.make(persons)
const fits = Schema.is(Person)

const good = {
  id: "p1",
  name: "Ada",
  size: "1.5",
  emails: ["a@example.com", "b@example.com"],
  owner: { id: "u1", team: null },
  stages: [
    {
      id: "s1",
      moves: [
        { at: 1, by: "u1" },
        { at: 2, by: "u2" }
      ]
    },
    { id: "s2", moves: [] }
  ],
  deep: { a: { b: { c: { d: { e: "f" } } } } },
  pair: ["x", 1],
  filled: ["y"],
  free: { a: 1 },
  any: [[[]]]
}

const accepted = (raw: unknown, parent: string | null = null): CheckIn.Accepted => {
  const outcome = check(raw, parent)
  return outcome._tag === "Accepted" ? outcome : assert.fail(JSON.stringify(outcome.issues))
}

const rejected = (outcome: CheckIn.Accepted | CheckIn.Rejected): CheckIn.Rejected =>
  outcome._tag === "Rejected" ? outcome : assert.fail("accepted")

const paths = (outcome: CheckIn.Accepted | CheckIn.Rejected) => outcome.issues.map(({ path }) => path)

describe("a record that fits", () => {
  it("is the same object, with nothing to report", () => {
    const outcome = accepted(good)
    assert.strictEqual(outcome.record, good)
    assert.strictEqual(outcome.key, "p1")
    assert.deepStrictEqual(outcome.issues, [])
  })

  it("may have more fields than are read, and fewer", () => {
    const more = { ...good, colour: "red", toString: 1, constructor: {}, hasOwnProperty: null }
    assert.strictEqual(accepted(more).record, more)
    const fewer = { id: 5 }
    assert.strictEqual(accepted(fewer).record, fewer)
    assert.strictEqual(accepted(fewer).key, "5")
  })

  it("is not changed by a repair either", () => {
    const raw = { ...good, name: 1, emails: ["a", 2] }
    const before = structuredClone(raw)
    accepted(raw)
    assert.deepStrictEqual(raw, before)
  })
})

describe("a broken value costs", () => {
  it("its entry of a list", () => {
    const { record, issues } = accepted({ ...good, emails: ["a", 7, "b", null] })
    assert.deepStrictEqual(record, { ...good, emails: ["a", "b"] })
    assert.deepStrictEqual(issues, [
      { path: "emails[1]", reason: "Expected string" },
      { path: "emails[3]", reason: "Expected string" }
    ])
  })

  it("its optional field", () => {
    const { name: _, ...rest } = good
    const outcome = accepted({ ...good, name: 7 })
    assert.deepStrictEqual(outcome.record, rest)
    assert.deepStrictEqual(paths(outcome), ["name"])
  })

  it("what holds it, where it may not be missing", () => {
    const { owner: _, ...rest } = good
    const outcome = accepted({ ...good, owner: { team: "t" } })
    assert.deepStrictEqual(outcome.record, rest)
    assert.deepStrictEqual(paths(outcome), ["owner.id"])

    const moved = accepted({
      ...good,
      stages: [
        {
          id: "s1",
          moves: [
            { at: 1, by: "u1" },
            { at: "2", by: "u2" }
          ]
        }
      ]
    })
    assert.deepStrictEqual(moved.record, { ...good, stages: [{ id: "s1", moves: [{ at: 1, by: "u1" }] }] })
    assert.deepStrictEqual(paths(moved), ["stages[0].moves[1].at"])
  })

  it("no more than its optional ancestor, however deep it lies", () => {
    const { deep: _, ...rest } = good
    const outcome = accepted({ ...good, deep: { a: { b: { c: { d: { e: 1 } } } } } })
    assert.deepStrictEqual(outcome.record, rest)
    assert.deepStrictEqual(paths(outcome), ["deep.a.b.c.d.e"])
  })

  it("only itself, when several are broken at once", () => {
    const outcome = accepted({
      ...good,
      size: "large",
      emails: [1, "b", {}],
      owner: { id: "u1", team: 9 },
      stages: [{ id: 1, moves: [] }, { id: "s2", moves: [{ at: 1 }, { at: 2, by: "u2" }] }, "s3"],
      free: { a: 1, b: "2" },
      pair: ["x"],
      filled: []
    })
    const { pair: _, filled: __, size: ___, ...rest } = good
    assert.deepStrictEqual(outcome.record, {
      ...rest,
      emails: ["b"],
      owner: { id: "u1" },
      stages: [{ id: "s2", moves: [{ at: 2, by: "u2" }] }],
      free: { a: 1 }
    })
    assert.deepStrictEqual(paths(outcome), [
      "size",
      "emails[0]",
      "emails[2]",
      "owner.team",
      "stages[0].id",
      "stages[1].moves[0].by",
      "stages[2]",
      "pair[1]",
      "filled[0]",
      "free.b"
    ])
  })

  it("the list, where all its entries are broken and it may not be empty", () => {
    const outcome = accepted({ ...good, filled: [1, 2] })
    const { filled: _, ...rest } = good
    assert.deepStrictEqual(outcome.record, rest)
  })

  it("the record, where that cannot be without it", () => {
    for (const id of [null, undefined, {}, [], true, Number.NaN]) {
      const outcome = rejected(check({ ...good, id }, null))
      assert.deepStrictEqual(paths(outcome), ["id"])
      assert.isNull(outcome.key)
    }
    const { id: _, ...rest } = good
    assert.deepStrictEqual(paths(rejected(check(rest, null))), ["id"])
  })

  it("the record, where it is the record", () => {
    for (const raw of [null, undefined, [], [good], "p1", 5, true, () => good]) {
      const outcome = rejected(check(raw, null))
      assert.isNull(outcome.key)
      assert.deepStrictEqual(paths(outcome), [""])
    }
  })
})

describe("the key", () => {
  const strict = CheckIn.make(
    Resource.make("strict", {
      path: "/strict",
      wire: Schema.Struct({ id: Schema.String, at: Schema.Struct({ place: Schema.String, floor: Schema.Finite }) }),
      page: Page.single({ items: "" }),
      id: (record, parent) => (parent === null ? record.id : `${parent}:${record.at.place}:${record.id}`)
    })
  )

  it("is kept with a rejected record when only something else is broken", () => {
    assert.strictEqual(rejected(strict({ id: "1", at: { place: "x", floor: "one" } }, null)).key, "1")
    assert.strictEqual(rejected(strict({ id: "1", at: { place: "x", floor: "one" } }, "p")).key, "p:x:1")
  })

  it("is unknown when something that it is read from is broken", () => {
    assert.isNull(rejected(strict({ id: "1", at: { place: 5, floor: 1 } }, "p")).key)
    assert.isNull(rejected(strict({ id: "1", at: null }, "p")).key)
    assert.isNull(rejected(strict({ id: "1" }, "p")).key)
    assert.isNull(rejected(strict({ id: 1, at: { place: "x", floor: 1 } }, null)).key)
  })

  it("is missing for an empty id", () => {
    assert.deepStrictEqual(rejected(check({ id: "" }, null)).issues, [{ path: "", reason: "the record has no id" }])
  })

  it("is safe text for an odd id", () => {
    assert.strictEqual(accepted({ id: "\u0000" }).key, '"\\u0000"')
    assert.strictEqual(accepted({ id: "\ud800" }).key, '"\\ud800"')
    assert.strictEqual(accepted({ id: "é" }).key, "é")
  })

  it("costs the record alone when the declaration throws", () => {
    const broken = CheckIn.make({
      ...persons,
      id: () => {
        throw new Error("no such luck")
      }
    })
    const outcome = rejected(broken({ id: "1" }, null))
    assert.deepStrictEqual(outcome.issues, [{ path: "", reason: "the check failed: no such luck" }])
    assert.isNull(rejected(broken({ id: {} }, null)).key)
  })
})

describe("hostile records", () => {
  it("keep a key named __proto__ as a field like any other", () => {
    const raw: unknown = JSON.parse('{"id":"1","__proto__":{"name":"x"},"free":{"__proto__":1,"b":"2"},"name":5}')
    const { record } = accepted(raw)
    assert.strictEqual(Object.getPrototypeOf(record), Object.prototype)
    assert.strictEqual(JSON.stringify(record), '{"id":"1","__proto__":{"name":"x"},"free":{"__proto__":1}}')
  })

  it("inherit nothing that they do not have themselves", () => {
    const raw: unknown = JSON.parse('{"__proto__":{"id":"1"}}')
    assert.deepStrictEqual(paths(rejected(check(raw, null))), ["id"])
  })

  it("may have an id of a megabyte", () => {
    const id = "x".repeat(1_000_000)
    assert.strictEqual(accepted({ id }).key, id)
    assert.strictEqual(accepted({ id, name: 1 }).key, id)
  })

  it("may have 100,000 broken entries", () => {
    const emails = Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? index : "a"))
    const outcome = accepted({ ...good, emails })
    assert.strictEqual(outcome.issues.length, 50_000)
    assert.deepStrictEqual(outcome.record, { ...good, emails: emails.filter(Predicate.isString) })
  }, 5_000)

  it("may be nested deeper than any stack", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`
    for (const field of ["any", "other", "emails", "name", "owner", "free", "id"]) {
      const raw: unknown = JSON.parse(`{"id":"1","${field}":${deep}}`)
      check(raw, null)
    }
    accepted(JSON.parse(`{"id":"1","any":${deep},"name":5}`))
  })
})

describe("any record", () => {
  /** A place in a record, and what to put there. */
  const Corruption = Arbitrary.all({
    path: Arbitrary.array(Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 20 }))), {
      minLength: 1,
      maxLength: 6
    }),
    value: Arbitrary.schema(Schema.Union([Schema.Json, Schema.Undefined]))
  })

  /** The value with something else at a place: each step picks one of the keys there are. */
  const corrupt = (value: unknown, [step, ...rest]: ReadonlyArray<number>, replacement: unknown): unknown => {
    if (step === undefined || !Predicate.isObjectOrArray(value)) return replacement
    const keys = Object.keys(value)
    const key = keys[step % Math.max(1, keys.length)]
    if (key === undefined) return replacement
    const part = corrupt(Reflect.get(value, key), rest, replacement)
    if (Array.isArray(value)) return value.map((entry: unknown, index) => (String(index) === key ? part : entry))
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, name === key ? part : entry]))
  }

  it.prop(
    "is accepted as something that fits, or rejected with a reason",
    [Arbitrary.array(Corruption, { maxLength: 4 })],
    ([corruptions]) => {
      const raw = corruptions.reduce<unknown>((value, { path, value: put }) => corrupt(value, path, put), good)
      const before = JSON.stringify(raw)
      const outcome = check(raw, null)
      assert.strictEqual(JSON.stringify(raw), before)
      if (outcome._tag === "Rejected") return assert.isNotEmpty(outcome.issues)
      assert.isTrue(fits(outcome.record))
      assert.strictEqual(outcome.record === raw, fits(raw))
      assert.strictEqual(outcome.issues.length === 0, fits(raw))
    },
    { arbitrary: { runs: 1000 } }
  )

  it.prop("never makes the check throw", [Schema.Json], ([raw]) => {
    check(raw, null)
  })
})
