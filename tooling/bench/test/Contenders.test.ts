import { assert, describe, it } from "@effect/vitest"
import * as Id from "@crosswalk/core/Id"
import * as Candidate from "../src/candidate/Subject.ts"
import * as Lever from "../src/lever/Subject.ts"

// What is measured has to be the same work; a model that changes shows here first.
describe.each([Lever.subject, Candidate.subject])("$name", (subject) => {
  const items: ReadonlyArray<unknown> = Array.from({ length: 200 }, (_, index) =>
    JSON.parse(JSON.stringify(subject.record(index)))
  )

  it("is made into the same records by all", async () => {
    const [floor, ...others] = await subject.contenders()
    assert.strictEqual(floor?.kind, "floor")
    const expected: unknown = JSON.parse(JSON.stringify(await floor?.read(items, Id.forConnector("a"))))
    for (const { name, read } of others) {
      const made: unknown = JSON.parse(JSON.stringify(await read(items, Id.forConnector("a"))))
      assert.deepStrictEqual(made, expected, name)
    }
  })

  it("is left out by those who check, where it does not fit", async () => {
    const broken = items.map((item) => ({
      ...Object(item),
      [subject.name === "lever.opportunity" ? "contact" : "uid"]: 7
    }))
    for (const { name, kind, read } of await subject.contenders())
      if (kind !== "rival") assert.deepStrictEqual(await read(broken, Id.forConnector("a")), [], name)
  })
})
