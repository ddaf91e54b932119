import { assert, describe, it } from "@effect/vitest"
import { answer, answerText } from "../../src/mapper/Question.ts"

const filled = (type: string, value: unknown) =>
  Object.entries(answer({ type, value })).filter(
    ([key, entry]) => entry !== null && !["question_remote_id", "title", "type"].includes(key)
  )

describe("an answer", () => {
  it("stands in the form that fits the question", () => {
    assert.deepStrictEqual(filled("text", "five"), [["text", "five"]])
    assert.deepStrictEqual(filled("dropdown", "five"), [["choices", ["five"]]])
    assert.deepStrictEqual(filled("multiple-select", ["a", "b"]), [["choices", ["a", "b"]]])
    assert.deepStrictEqual(filled("yes-no", "no"), [["boolean", false]])
    assert.deepStrictEqual(filled("date", "86400000"), [["date", "1970-01-02"]])
    assert.deepStrictEqual(filled("currency", "12.5"), [["number", 12.5]])
    assert.deepStrictEqual(filled("university", "Delft"), [["text", "Delft"]])
  })

  it("is kept as it came where it does not fit", () => {
    assert.deepStrictEqual(filled("yes-no", "perhaps"), [["text", "perhaps"]])
    assert.deepStrictEqual(filled("date", "soon"), [["text", "soon"]])
    assert.deepStrictEqual(filled("currency", "much"), [["text", "much"]])
    assert.deepStrictEqual(filled("multiple-select", ["a", 1]), [["raw", '["a",1]']])
    assert.deepStrictEqual(filled("file-upload", { name: "a.txt" }), [["raw", '{"name":"a.txt"}']])
  })

  it("is none where nothing was answered", () => {
    assert.deepStrictEqual(filled("text", null), [])
    assert.deepStrictEqual(filled("text", undefined), [])
    assert.deepStrictEqual(filled("text", ""), [])
  })

  it("has a text with several values one to a line", () => {
    assert.strictEqual(answerText({ value: ["a", "b"] }), "a\nb")
    assert.strictEqual(answerText({ value: 3 }), "3")
    assert.strictEqual(answerText({ value: [] }), null)
    assert.strictEqual(answerText({ value: null }), null)
  })

  it("has a text with skills before their scores", () => {
    const scores = [{ text: "Care" }, { text: "Speed" }]
    assert.strictEqual(
      answerText({ scores, value: [{ score: 4, comment: "very" }, { score: null }] }),
      "Care: 4 - very"
    )
  })
})
