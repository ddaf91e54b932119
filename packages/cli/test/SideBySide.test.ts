import { assert, it } from "@effect/vitest"
import * as SideBySide from "../src/SideBySide.ts"

it("shows short values whole, and long ones from just before they differ", () => {
  assert.deepStrictEqual(SideBySide.texts("a", null, 20), [`"a"`, "null"])
  assert.deepStrictEqual(SideBySide.texts({ a: "x".repeat(30) }, 5, 10), [`{"a":"xxx…`, "5"])
  const long = (end: string) => ({ first: "x".repeat(40), last: end })
  const [before, after] = SideBySide.texts(long("one"), long("two"), 20)
  assert.strictEqual(before, `…xx","last":"one"}`)
  assert.strictEqual(after, `…xx","last":"two"}`)
})
