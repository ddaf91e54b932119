import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"
import * as Id from "@crosswalk/core/Id"

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const short = /^[1-9A-HJ-NP-Za-km-z]{24}$/

/** Remote ids that differ where a careless text form would not. */
const odd = [
  "1",
  "01",
  "1 ",
  "1\n",
  "1\u0000",
  "\u0000",
  "\ud800",
  "\udbff",
  "\ufffd",
  "é",
  "e\u0301",
  '"',
  '"1"',
  '"\\u0000"',
  '"\\ud800"',
  "candidate\n1",
  "x".repeat(1_000_000),
  `${"x".repeat(1_000_000)}y`
]

describe("make", () => {
  it("gives the ids that it always gave", () => {
    assert.strictEqual(Id.make("con_1", "candidate", "42"), "b7b4acd4-15fd-8562-b464-66468f2b97bd")
    assert.strictEqual(Id.make("con_1", "candidate", "\ud800"), "4688dc37-4f11-8b87-8868-ba9886851587")
  })

  it.prop("is a UUID of version 8", [Schema.String, Schema.String, Schema.String], ([connector, model, remoteId]) => {
    const id = Id.make(connector, model, remoteId)
    assert.match(id, uuid)
    assert.strictEqual(Id.make(connector, model, remoteId), id)
  })

  it("never confuses two records", () => {
    const ids = odd.flatMap((remoteId) => [
      Id.make("c", "job", remoteId),
      Id.make("c", "candidate", remoteId),
      Id.make("d", "job", remoteId)
    ])
    assert.strictEqual(new Set(ids).size, odd.length * 3)
  })
})

describe("forConnector", () => {
  it.prop("agrees with make", [Schema.String, Schema.String, Schema.String], ([connector, model, remoteId]) => {
    const identify = Id.forConnector(connector)
    const id = Id.make(connector, model, remoteId)
    assert.strictEqual(identify(model, remoteId), id)
    assert.strictEqual(identify(model, remoteId), id)
  })

  it("agrees with make beyond what it remembers", () => {
    const identify = Id.forConnector("c")
    for (const round of [0, 1]) {
      for (let n = 0; n < 5000; n++) {
        const remoteId = String(n)
        assert.strictEqual(identify("job", remoteId), Id.make("c", "job", remoteId), `round ${round}`)
      }
    }
    for (const remoteId of odd) assert.strictEqual(identify("job", remoteId), Id.make("c", "job", remoteId))
  })

  it("keeps models apart", () => {
    const identify = Id.forConnector("c")
    assert.notStrictEqual(identify("job", "1"), identify("candidate", "1"))
  })
})

describe("the short form", () => {
  it.prop("is 24 characters and comes back as the id", [Schema.String], ([remoteId]) => {
    const id = Id.make("c", "job", remoteId)
    assert.match(Id.toShort(id), short)
    assert.strictEqual(Id.fromShort(Id.toShort(id)), id)
  })

  it("holds the smallest and the largest id", () => {
    for (const id of ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"]) {
      assert.match(Id.toShort(id), short)
      assert.strictEqual(Id.fromShort(Id.toShort(id)), id)
    }
  })

  it("is nothing else", () => {
    for (const text of [
      "",
      "1",
      "0".repeat(24),
      "z".repeat(24),
      `${"1".repeat(23)}l`,
      "1".repeat(25),
      ` ${"1".repeat(23)}`
    ]) {
      assert.isNull(Id.fromShort(text), text)
    }
  })

  it.prop(
    "never throws",
    [Schema.String, Arbitrary.schema(Schema.String.check(Schema.isPattern(short)))],
    ([any, like]) => {
      Id.fromShort(any)
      const id = Id.fromShort(like)
      if (id !== null) assert.strictEqual(Id.toShort(id), like)
    }
  )
})
