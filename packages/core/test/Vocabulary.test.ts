import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Vocabulary from "@crosswalk/core/Vocabulary"

const state = Vocabulary.vocabulary({ on: "ACTIVE", off: "INACTIVE", paused: "INACTIVE" })

describe("vocabulary", () => {
  it("keeps the vendor's word beside ours", () => {
    assert.deepStrictEqual(state("on"), { value: "ACTIVE", remote: "on" })
    assert.deepStrictEqual(state("paused"), { value: "INACTIVE", remote: "paused" })
  })

  it("guesses nothing", () => {
    for (const word of ["On", " on", "ACTIVE", "constructor", "toString", "__proto__"]) {
      assert.deepStrictEqual(state(word), { value: null, remote: word })
    }
  })

  it("has nothing for no word", () => {
    for (const word of [null, undefined, ""]) assert.isNull(state(word))
  })

  it.prop("yields what the model's schema takes", [Schema.NullishOr(Schema.String)], ([word]) => {
    assert.isTrue(Schema.is(Schema.NullOr(Vocabulary.Word(["ACTIVE", "INACTIVE"])))(state(word)))
  })
})

it("a known word has no vendor's word behind it", () => {
  assert.deepStrictEqual(Vocabulary.known("ACTIVE"), { value: "ACTIVE", remote: null })
})
