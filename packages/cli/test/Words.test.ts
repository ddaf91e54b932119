import { assert, it } from "@effect/vitest"
import * as IssueCounts from "../src/IssueCounts.ts"
import * as Label from "../src/Label.ts"
import * as Numbers from "../src/Numbers.ts"
import * as Table from "../src/Table.ts"

it("writes numbers as people read them", () => {
  assert.deepStrictEqual([0, 999, 1000, 1234567].map(Numbers.count), ["0", "999", "1,000", "1,234,567"])
  assert.deepStrictEqual([0.2, 59, 90, 3600, 7500].map(Numbers.duration), ["1 s", "59 s", "2 min", "1 h", "2 h 5 min"])
})

it("aligns a table's columns and cuts its lines where the terminal ends", () => {
  const rows = [
    ["a", "one"],
    ["bcd", "two, and more"]
  ]
  assert.deepStrictEqual(Table.format(["id", "what"], rows, null), ["ID   WHAT", "a    one", "bcd  two, and more"])
  assert.deepStrictEqual(Table.format(["id", "what"], rows, 10), ["ID   WHAT", "a    one", "bcd  two,…"])
})

it("counts one fault of many records once", () => {
  const counts = IssueCounts.make()
  counts.add([
    { path: "emails[0]", reason: "is no text" },
    { path: "emails[7]", reason: "is no text" }
  ])
  counts.add([{ path: "name", reason: "is missing" }])
  assert.deepStrictEqual(counts.summary(), {
    issues: 3,
    kinds: [
      { path: "emails[]", reason: "is no text", count: 2 },
      { path: "name", reason: "is missing", count: 1 }
    ]
  })
})

it("names a record by what people call it", () => {
  assert.strictEqual(Label.of({ remote_id: "7", name: null, title: "Engineer" }), "Engineer")
  assert.strictEqual(Label.of({ remote_id: "7", name: "" }), "7")
  assert.strictEqual(
    Label.sample({
      id: "x",
      name: "Ada",
      emails: [{ value: "ada@example.org", type: null }],
      status: { value: null, remote: "A" },
      user_id: "0b5f6c1e-0000-8000-8000-000000000000"
    }),
    "name: Ada, emails: ada@example.org"
  )
})
