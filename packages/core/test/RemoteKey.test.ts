import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"
import * as RemoteKey from "@crosswalk/core/RemoteKey"

/** Texts of the pieces that stores and hashes stumble over. */
const Odd = Arbitrary.array(
  Arbitrary.schema(
    Schema.Literals([
      '"',
      "\\",
      "u0000",
      "\u0000",
      "\n",
      "\u007f",
      "\ud800",
      "\udc00",
      "😀",
      "é",
      "e\u0301",
      " ",
      "a",
      "5"
    ])
  ),
  { minLength: 1, maxLength: 6 }
).pipe(Arbitrary.map((pieces) => pieces.join("")))

const keyOf = (id: string | number): string => RemoteKey.make(id) ?? assert.fail("no key")

describe("RemoteKey", () => {
  it("keeps an ordinary id as it is", () => {
    for (const id of ["3f2a-99", "a b", "né", "😀", 'a"b', "\\", "{}", " "]) assert.strictEqual(RemoteKey.make(id), id)
  })

  it("has no key for an empty id", () => {
    assert.isNull(RemoteKey.make(""))
  })

  it("takes a number and its text for the same id", () => {
    assert.strictEqual(RemoteKey.make(5), RemoteKey.make("5"))
    assert.strictEqual(RemoteKey.make(12_345_678_901), "12345678901")
  })

  it.prop("comes back as the id it was made of", [Odd, Schema.NonEmptyString], (ids) => {
    for (const id of ids) assert.strictEqual(RemoteKey.toRemoteId(keyOf(id)), id)
  })

  it.prop("is one for one id", [Odd, Odd], ([a, b]) => {
    assert.strictEqual(keyOf(a) === keyOf(b), a === b)
  })

  it("keeps an id apart from the key of another", () => {
    const id = "\u0000"
    assert.notStrictEqual(keyOf(id), keyOf(keyOf(id)))
    assert.strictEqual(RemoteKey.toRemoteId(keyOf(keyOf(id))), keyOf(id))
  })

  it.prop("is text that every store keeps: well-formed, without control characters", [Odd], ([id]) => {
    const key = keyOf(id)
    assert.isTrue(key.isWellFormed())
    assert.notMatch(key, /[\u0000-\u001f\u007f]/)
    assert.strictEqual(Buffer.from(key, "utf8").toString("utf8"), key)
  })

  it("takes a text that is no key for an id", () => {
    for (const text of ['"', '"abc', '"\\x"', '"a" ', "5", "null"])
      assert.strictEqual(RemoteKey.toRemoteId(text), text.endsWith(" ") ? "a" : text)
  })

  it("has room for a megabyte", () => {
    const id = `\u0000${"x".repeat(1_000_000)}`
    assert.strictEqual(RemoteKey.toRemoteId(keyOf(id)), id)
  })
})
