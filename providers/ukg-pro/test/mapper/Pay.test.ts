import { assert, describe, it } from "@effect/vitest"
import { compensation } from "../../src/mapper/Compensation.ts"
import { payslip } from "../../src/mapper/Payslip.ts"
import { timeOffBalance } from "../../src/mapper/TimeOffBalance.ts"
import { compensationDetails, employments, jobHistory, payRegister, ptoPlans } from "../../src/UkgProResources.ts"
import { derive, listed } from "../Answers.ts"

const keys = { employeeID: "E1", companyID: "C1" }

const pay = (more: object, ...others: Parameters<typeof derive>[1]) => {
  const [found] = derive(compensation, [listed(compensationDetails, { ...keys, ...more }), ...others])
  return found ?? assert.fail("nothing is mapped")
}

describe("pay", () => {
  it("is by the year for a salary and by the hour for a wage", () => {
    const both = { annualSalary: 58240.0, hourlyPayRate: "28.0", currencyCode: "CAD" }
    const salary = pay({ ...both, salaryOrHourlyCode: "S" })
    assert.deepStrictEqual(salary["pay"], { amount: 58240, currency: "CAD" })
    assert.deepStrictEqual(salary["period"], { value: "YEAR", remote: "S" })
    const wage = pay({ ...both, salaryOrHourlyCode: "H" })
    assert.deepStrictEqual(wage["pay"], { amount: 28, currency: "CAD" })
    assert.deepStrictEqual(wage["period"], { value: "HOUR", remote: "H" })
  })

  it("is none where the kind is not known: neither amount is taken for it", () => {
    const found = pay({ annualSalary: 1, hourlyPayRate: 1, salaryOrHourlyCode: "X", payPeriod: "Q" })
    assert.isNull(found["pay"])
    assert.isNull(found["type"])
    assert.deepStrictEqual(found["period"], { value: null, remote: "X" })
    assert.deepStrictEqual(found["frequency"], { value: null, remote: "Q" })
  })

  it("holds since the salary does, else since the newest entry of the history", () => {
    const entry = (systemId: string, jobEffectiveDate: string, flsaCategory: string | null) => ({
      systemId,
      employeeId: "E1",
      companyId: "C1",
      jobEffectiveDate,
      flsaCategory
    })
    const history = listed(jobHistory, entry("1", "2024-01-01T00:00:00", "E"), entry("2", "2020-01-01T00:00:00", "N"), {
      ...entry("3", "2025-01-01T00:00:00", "N"),
      companyId: "C2"
    })
    const found = pay({}, history, listed(employments, keys))
    assert.strictEqual(found["effective_on"], "2024-01-01")
    assert.deepStrictEqual(found["flsa_status"], { value: "EXEMPT", remote: "E" })
    const told = pay({}, history, listed(employments, { ...keys, salaryEffectiveDate: "4/1/2025 12:00:00 AM" }))
    assert.strictEqual(told["effective_on"], "2025-04-01")
    assert.isNull(pay({})["effective_on"])
  })
})

describe("a check", () => {
  it("that was voided, or voids another, paid nobody", () => {
    const check = (checkId: string, more: object) => ({
      checkId,
      employeeId: "E1",
      companyId: "C1",
      netAmount: 1,
      ...more
    })
    const found = derive(payslip, [
      listed(payRegister, check("1", {}), check("2", { isVoided: "Y" }), check("3", { isVoidingRecord: true }))
    ])
    assert.deepStrictEqual(
      found.map(({ remote_id }) => remote_id),
      ["1"]
    )
  })
})

describe("a balance", () => {
  const balance = (more: object) => {
    const plan = { employeeId: "E1", companyId: "C1", ptoPlan: "VAC", ...more }
    return derive(timeOffBalance, [listed(ptoPlans, plan)])[0]?.["balance"]
  }

  it("is what was earned less what was taken, as decimals mean it", () => {
    assert.deepStrictEqual(balance({ earned: 0.3, taken: "0.1" }), {
      value: 0.2,
      unit: { value: "HOURS", remote: null }
    })
    assert.deepStrictEqual(balance({ earned: 8, taken: 10.5 }), { value: -2.5, unit: { value: "HOURS", remote: null } })
  })

  it("is unknown where either is", () => {
    assert.isNull(balance({ earned: 8 }))
    assert.isNull(balance({ taken: 8 }))
  })
})
