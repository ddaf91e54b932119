import { assert, describe, it } from "@effect/vitest"
import type { Sensitive } from "@crosswalk/core/Redact"
import * as Redact from "@crosswalk/core/Redact"

const sensitive: Sensitive = {
  "government-id": ["ssn", "bank.account", "dependants.ssn"],
  special: ["dateOfBirth"]
}

const person = {
  name: "Ada",
  ssn: "000-00-0001",
  bank: { name: "First", account: "123" },
  dependants: [{ name: "Bo", ssn: "000-00-0002" }, null, "text"],
  dateOfBirth: "1990-01-31",
  note: "kept"
}

describe("Redact", () => {
  it("takes out government ids unless they are asked for, however deep", () => {
    const before = structuredClone(person)
    assert.deepStrictEqual(Redact.make(sensitive, {})(person), {
      name: "Ada",
      bank: { name: "First" },
      dependants: [{ name: "Bo" }, null, "text"],
      dateOfBirth: "1990-01-31",
      note: "kept"
    })
    assert.deepStrictEqual(person, before)
  })

  it("collects government ids where the setting names them, and leaves out what it names with a minus", () => {
    const { dateOfBirth: _, ...rest } = person
    assert.deepStrictEqual(Redact.make(sensitive, { pii: "government-id, -special" })(person), rest)
    assert.strictEqual(Redact.make(sensitive, { pii: "government-id" })(person), person)
  })

  it("collects no government id for an unknown word", () => {
    for (const pii of ["", "everything", "-government-id", "ssn"]) {
      assert.deepStrictEqual(Redact.make(sensitive, { pii })({ ssn: "1", dateOfBirth: "2" }), { dateOfBirth: "2" })
    }
  })

  it("compares keys without regard to case", () => {
    assert.deepStrictEqual(Redact.make(sensitive, {})({ SSN: "1", Bank: { ACCOUNT: "2", name: "First" } }), {
      Bank: { name: "First" }
    })
  })

  it("leaves what is no record alone, and a record of a resource without sensitive values as it is", () => {
    for (const raw of [null, 5, "ssn", true]) assert.strictEqual(Redact.make(sensitive, {})(raw), raw)
    assert.strictEqual(Redact.make({}, {})(person), person)
  })

  it("takes an object as a whole where both it and a part of it are named", () => {
    assert.deepStrictEqual(Redact.make({ "government-id": ["bank"], special: ["bank.name"] }, {})(person), {
      name: "Ada",
      ssn: "000-00-0001",
      dependants: person.dependants,
      dateOfBirth: "1990-01-31",
      note: "kept"
    })
  })

  it("is a setting whose default leaves government ids out", () => {
    assert.isFalse(Redact.collected({}).has("government-id"))
    assert.isTrue(Redact.collected({ pii: "government-id" }).has("government-id"))
    assert.strictEqual(Redact.make(sensitive, Redact.everything)(person), person)
  })
})
