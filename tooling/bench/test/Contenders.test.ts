import { assert, describe, it } from "@effect/vitest"
import * as Id from "@crosswalk/core/Id"
import * as Bamboohr from "../src/bamboohr/Subject.ts"
import * as Candidate from "../src/candidate/Subject.ts"
import * as Greenhouse from "../src/greenhouse/Subject.ts"
import * as Lever from "../src/lever/Subject.ts"
import * as UkgPro from "../src/ukg-pro/Subject.ts"

/** What makes a record of each subject unusable. */
const breaks = [
  { subject: Lever.subject, broken: { contact: 7 } },
  { subject: Greenhouse.subject, broken: { candidates: [{ id: null, first_name: "Ada" }] } },
  { subject: UkgPro.subject, broken: { person_details: [{ employeeId: true, firstName: "Ada" }] } },
  { subject: Bamboohr.subject, broken: { employees: [{ employeeId: null, firstName: "Ada" }] } },
  { subject: Candidate.subject, broken: { uid: 7 } }
]

// What is measured has to be the same work; a model that changes shows here first.
describe.each(breaks)("$subject.name", ({ broken, subject }) => {
  const items: ReadonlyArray<unknown> = Array.from({ length: 200 }, (_, index) =>
    JSON.parse(JSON.stringify(subject.record(index)))
  )

  it("is made into the same records by all", async () => {
    const [floor, ...others] = await subject.contenders()
    assert.strictEqual(floor?.kind, "floor")
    const expected: unknown = JSON.parse(JSON.stringify(await floor?.read(items, Id.forConnector("a"))))
    assert.isAbove(Object(expected).length, 150)
    for (const { name, read } of others) {
      const made: unknown = JSON.parse(JSON.stringify(await read(items, Id.forConnector("a"))))
      assert.deepStrictEqual(made, expected, name)
    }
  })

  it("is left out by those who check, where it does not fit", async () => {
    const unusable = items.map((item) => ({ ...Object(item), ...broken }))
    for (const { name, kind, read } of await subject.contenders())
      if (kind !== "rival") assert.deepStrictEqual(await read(unusable, Id.forConnector("a")), [], name)
  })
})
