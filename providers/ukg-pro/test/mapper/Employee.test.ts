import type { Mapper } from "@crosswalk/core/Mapper"
import { assert, describe, it } from "@effect/vitest"
import { employee } from "../../src/mapper/Employee.ts"
import { employment } from "../../src/mapper/Employment.ts"
import { employmentDetails, employments, jobs, orgLevels, people } from "../../src/UkgProResources.ts"
import { derive, listed } from "../Answers.ts"

const row = (company: string, more: object) => ({ employeeID: "E1", companyID: company, ...more })

const one = (mapper: Mapper, ...raws: Parameters<typeof derive>[1]) => {
  const [record, ...more] = derive(mapper, raws)
  assert.isEmpty(more)
  return record ?? assert.fail("nothing is mapped")
}

const person = (...raws: Parameters<typeof derive>[1]) =>
  one(employee, listed(people, { employeeId: "E1", companyId: "C2" }), ...raws)

describe("an employee", () => {
  it("with employments in several companies is one, and is what they are in the home company", () => {
    const rows = [
      row("C1", {
        isHomeCompany: "N",
        employeeNumber: "0001",
        employeeStatusCode: "T",
        terminationDate: "2024-01-31T00:00:00"
      }),
      row("C2", { isHomeCompany: false, employeeNumber: "0002", employeeStatusCode: "A" }),
      row("C3", { isHomeCompany: true, employeeNumber: "0003", employeeStatusCode: "L" })
    ]
    const found = person(listed(employments, ...rows))
    assert.deepStrictEqual(
      [found["employee_number"], found["company_id"], found["employment_status"], found["terminated_on"]],
      ["0003", "company:C3", { value: "LEAVE", remote: "L" }, null]
    )
    assert.deepStrictEqual(
      derive(employment, [listed(employments, ...rows)]).map(({ remote_id, user_id }) => [remote_id, user_id]),
      [
        ["C1:E1", "employee:E1"],
        ["C2:E1", "employee:E1"],
        ["C3:E1", "employee:E1"]
      ]
    )
  })

  it("is what they are in the company that their record names, where no company is called home", () => {
    const found = person(
      listed(employmentDetails, row("C1", { employeeNumber: "0001" }), row("C2", { employeeNumber: "0002" }))
    )
    assert.deepStrictEqual([found["employee_number"], found["company_id"]], ["0002", "company:C2"])
  })

  it("is what they are in the newest employment that has not ended, where nothing else tells", () => {
    const ended = row("C1", {
      employeeNumber: "0001",
      lastHireDate: "2025-01-01T00:00:00",
      terminationDate: "2025-02-01T00:00:00"
    })
    const older = row("C4", { employeeNumber: "0004", lastHireDate: "2019-01-01T00:00:00" })
    const newer = row("C5", { employeeNumber: "0005", lastHireDate: "1/1/2020 12:00:00 AM" })
    assert.strictEqual(person(listed(employments, newer, ended, older))["employee_number"], "0005")
    assert.strictEqual(person(listed(employments, older, ended, newer))["employee_number"], "0005")
  })

  it("whom UKG repeats for each company is one", () => {
    const found = one(
      employee,
      listed(
        people,
        { employeeId: "E1", companyId: "C1", firstName: "Ada" },
        { employeeId: "E1", companyId: "C2", firstName: "Ada" }
      )
    )
    assert.strictEqual(found["first_name"], "Ada")
  })

  it("is known without the right to read employments, and tells nothing that these would", () => {
    const found = one(employee, listed(people, { employeeId: "E1", firstName: "Ada", lastName: "Berg" }))
    assert.strictEqual(found["name"], "Ada Berg")
    for (const field of [
      "employment_status",
      "title",
      "hired_on",
      "manager_id",
      "group_ids",
      "company_id",
      "department"
    ])
      assert.isNull(found[field], field)
  })

  it("who left without a reason has none, and a status that nobody knows stays the vendor's word", () => {
    const left = {
      employeeStatusCode: "T",
      terminationDate: "2025-03-15T00:00:00",
      terminationReasonCode: "Z",
      terminationDescription: ""
    }
    const leaver = person(listed(employments, row("C2", left)))
    assert.deepStrictEqual([leaver["terminated_on"], leaver["termination_reason"]], ["2025-03-15", null])
    const strange = person(listed(employments, row("C2", { employeeStatusCode: "Q" })))
    assert.deepStrictEqual(strange["employment_status"], { value: null, remote: "Q" })
  })

  it("has the reason in words, else as the account's code, from whichever list tells it", () => {
    const coded = person(listed(employments, row("C2", { terminationReasonCode: "203" })))
    assert.strictEqual(coded["termination_reason"], "203")
    const told = person(
      listed(employments, row("C2", { terminationReasonCode: "203" })),
      listed(employmentDetails, row("C2", { terminationReasonDescription: "Moved" }))
    )
    assert.strictEqual(told["termination_reason"], "Moved")
  })

  it.each([
    ["REG", "F", "FULL_TIME", "F"],
    ["REG", "P", "PART_TIME", "P"],
    ["CON", "F", "CONTRACTOR", "CON"],
    ["INT", null, "INTERN", "INT"],
    ["TMP", null, null, "TMP"],
    ["TMP", "P", "PART_TIME", "P"],
    [null, "?", null, "?"]
  ] as const)(
    "of type %s and time %s has the employment type %s",
    (employeeTypeCode, fullTimeOrPartTimeCode, value, remote) => {
      const found = person(listed(employments, row("C2", { employeeTypeCode, fullTimeOrPartTimeCode })))
      assert.deepStrictEqual(found["employment_type"], { value, remote })
    }
  )

  it("belongs to units by level and code, and to the department whose level is called so", () => {
    const units = [
      { level: 1.0, code: "OPS", description: "Operations (region)", levelDescription: "Region" },
      { level: "2", code: "OPS", description: "Operations", levelDescription: "DEPARTMENT" }
    ]
    const found = person(
      listed(
        employments,
        row("C2", { orgLevel1Code: "OPS", orgLevel2Code: "OPS", orgLevel3Code: "Z", orgLevel4Code: "" })
      ),
      listed(orgLevels, ...units)
    )
    assert.deepStrictEqual(found["group_ids"], ["group:1:OPS", "group:2:OPS"])
    assert.strictEqual(found["department"], "Operations")
    assert.isNull(found["division"])
  })

  it("has their own title, else the job's", () => {
    const catalogue = listed(jobs, { code: "0042", title: "Engineer" })
    const held = { primaryJobCode: "0042" }
    assert.strictEqual(person(listed(employments, row("C2", held)), catalogue)["title"], "Engineer")
    const detail = listed(employmentDetails, row("C2", { jobDescription: "Senior engineer" }))
    assert.strictEqual(person(listed(employments, row("C2", held)), detail, catalogue)["title"], "Senior engineer")
    const own = listed(employments, row("C2", { ...held, jobTitle: "Chief engineer" }))
    assert.strictEqual(person(own, detail, catalogue)["title"], "Chief engineer")
  })

  it("has no working time where UKG writes 0, no masked number, and no instant without a zone", () => {
    const found = one(
      employee,
      listed(people, {
        employeeId: "E1",
        ssn: "XXX-XX-0001",
        ssnIsSuppressed: "Y",
        datetimeChanged: "2026-01-15T16:02:45.917"
      }),
      listed(employments, row("C2", { weeklyHours: 0.0, dateTimeChanged: "2026-01-15T16:02:45.917" }))
    )
    for (const field of ["weekly_hours", "identity_numbers", "remote_updated_at"]) assert.isNull(found[field], field)
  })
})
