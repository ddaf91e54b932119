import { assert, describe, it } from "@effect/vitest"
import { code, companyOf, day, employeeOf, employmentOf, flag, place } from "../../src/wire/Habits.ts"

describe("UKG's habits", () => {
  it("of writing days end as dates", () => {
    for (const [written, date] of [
      ["2021-09-20T00:00:00", "2021-09-20"],
      ["2023-03-29T11:43:28.927", "2023-03-29"],
      ["1/1/1996 12:00:00 AM", "1996-01-01"],
      ["12/31/2024", "2024-12-31"],
      [" 2/29/2024 12:00:00 AM", "2024-02-29"],
      ["2/29/2023 12:00:00 AM", null],
      // Month first: a thirteenth month is no day first.
      ["13/1/2024 12:00:00 AM", null],
      ["1/1/20245", null],
      ["", null],
      ["soon", null],
      [null, null],
      [undefined, null]
    ] as const)
      assert.strictEqual(day(written), date, String(written))
  })

  it("of writing yes and no end as booleans", () => {
    for (const yes of [true, "Y", "y", "Yes", " true "]) assert.isTrue(flag(yes))
    for (const no of [false, "N", "no", "FALSE"]) assert.isFalse(flag(no))
    for (const neither of ["", "Z", "perhaps", null, undefined]) assert.isNull(flag(neither))
  })

  it("of writing codes keep leading zeros and end at nothing", () => {
    assert.strictEqual(code("000012444"), "000012444")
    assert.strictEqual(code("0"), "0")
    assert.strictEqual(code(17), "17")
    assert.strictEqual(place("0042"), "0042")
    for (const none of ["", "  ", "Z", null, undefined]) assert.isNull(code(none))
    assert.isNull(place("0"))
  })

  it("of spelling ids make no difference", () => {
    assert.strictEqual(employeeOf({ employeeID: "E1" }), "E1")
    assert.strictEqual(companyOf({ companyId: "C1" }), "C1")
    assert.strictEqual(employmentOf({ employeeId: "E1", companyID: "C1" }), "C1:E1")
    assert.isNull(employmentOf({ employeeId: "E1", companyId: "" }))
  })
})
