import * as Auth from "@crosswalk/core/Auth"
import * as Offline from "@crosswalk/core/Offline"
import * as Provider from "@crosswalk/core/Provider"
import * as Since from "@crosswalk/core/Since"
import { assert, describe, it } from "@effect/vitest"
import * as Path from "node:path"
import { ukgPro } from "../src/index.ts"
import * as Resources from "../src/UkgProResources.ts"
import { derive, readable, records } from "./Answers.ts"

const resources = Provider.resourcesFor(ukgPro.mappers)

const refusal = (body: unknown) =>
  ukgPro.failure(body, { status: 400, retryAfter: null, code: null, detail: "", permission: null })

describe("UKG Pro", () => {
  it("maps people, their work, their pay and their families", () => {
    const models = new Set(ukgPro.mappers.map(({ model }) => model.name))
    for (const name of [
      "bank_info",
      "company",
      "compensation",
      "dependent",
      "employee",
      "employment",
      "group",
      "location",
      "payslip",
      "time_off",
      "time_off_balance",
      "user"
    ] as const)
      assert.isTrue(models.has(name), name)
  })

  it("takes a service account with the customer's key, and nothing less", () => {
    const chosen = Auth.choose(ukgPro.auth, new Set(["username", "password", "customer_api_key"]))
    assert.strictEqual(chosen?.method, "basic")
    assert.deepStrictEqual(chosen?.headers, { "US-Customer-Api-Key": "customer_api_key" })
    assert.isNull(Auth.choose(ukgPro.auth, new Set(["username", "password"])))
  })

  it("reads the vendor's code and the first complaint", () => {
    const complaint = { message: "is no company", type: "invalid" }
    assert.deepStrictEqual(
      refusal({ title: "Bad request", code: "E17", errors: { modelstate: { companyId: [complaint] } } }),
      { code: "E17", detail: "companyId: is no company" }
    )
    assert.deepStrictEqual(refusal({ title: "Not found", type: "error.nothing", general: { message: "No such id" } }), {
      code: "error.nothing",
      detail: "No such id"
    })
    assert.deepStrictEqual(refusal({ title: "Not found", detail: "" }), { code: null, detail: "Not found" })
    assert.deepStrictEqual(refusal("<html>"), { code: null, detail: null })
  })
})

describe("UKG Pro's lists", () => {
  it("are all read as empty where UKG answers 404", () => {
    for (const { emptyOn404, name } of resources) assert.isTrue(emptyOn404, name)
  })

  it("ask for changes by days, month first, two days and the overlap before", () => {
    const { since } = Resources.people
    assert.deepStrictEqual(since === null ? null : Since.query(since, Date.UTC(2026, 0, 31, 12)), {
      dateTimeChanged: ">01-28-2026"
    })
    const changing = resources.filter((resource) => resource.since !== null).map(({ name }) => name)
    assert.deepStrictEqual(changing.toSorted(), [
      "direct_deposit",
      "employee_employment_details",
      "employment_details",
      "person_details"
    ])
  })

  it("send the spelling of the page's size that each list takes", () => {
    const sizes = resources.map(({ name, page }) => [name, Object.keys(page.first.query).toSorted().join(" ")])
    assert.deepInclude(sizes, ["person_details", "page per_Page"])
    assert.deepInclude(sizes, ["pto_plans", "page per_page"])
    assert.deepInclude(sizes, ["org_levels", ""])
    assert.deepInclude(sizes, ["simpleschedule_employees", "index max"])
  })

  it("take no object for a list of one", () => {
    const read = Resources.locations.page.read({
      body: { message: "try again" },
      headers: {},
      request: Resources.locations.page.first
    })
    assert.isTrue("unreadable" in read)
  })

  it("never delete a person or an employment", () => {
    for (const { absence } of [Resources.people, Resources.employments, Resources.employmentDetails])
      assert.strictEqual(absence, "kept")
  })
})

describe("what is not collected", () => {
  const fixtures = Path.join(import.meta.dirname, "../fixtures")
  const everything = resources.map((resource) => [resource, records(resource, fixtures)] as const)
  const made = JSON.stringify(ukgPro.mappers.map((mapper) => derive(mapper, everything, {})))
  const landed = JSON.stringify(everything.map(([resource, raws]) => Offline.land(resource, raws, {}).landed))

  // All numbers of states and accounts in the fixtures begin so.
  const number = /9000[1-5]0{2,}/

  it("stands in the fixtures", () => {
    const raw = JSON.stringify(everything)
    for (const part of ["900010001", "900020002", "900030011", "900040001", "NL00HAVE", "Quay Credit Union"])
      assert.include(raw, part)
  })

  it("is neither landed nor mapped, unless its class was switched on", () => {
    for (const text of [landed, made]) {
      assert.notMatch(text, number)
      assert.notInclude(text, "HAVE0")
      assert.notInclude(text, "Quay Credit Union")
    }
    const switchedOn = JSON.stringify(
      ukgPro.mappers.map((mapper) => derive(mapper, everything, { pii: "government-id" }))
    )
    assert.match(switchedOn, number)
  })

  it("can be more than government ids", () => {
    const settings = { pii: "-special,-contact,-compensation" }
    const people = derive(mapperOf("employee"), everything, settings)
    for (const field of ["date_of_birth", "gender", "ethnicity", "marital_status", "emails", "phones", "home_address"])
      assert.isTrue(
        people.every((person) => person[field] === null),
        field
      )
    assert.isTrue(derive(mapperOf("compensation"), everything, settings).every(({ pay }) => pay === null))
  })

  it("takes no other record down when one is unusable", () => {
    const raws = [
      { employeeId: null, ssn: "900010001" },
      { employeeId: "E1", firstName: { a: 1 }, lastName: "Good" },
      { employeeId: "E2" }
    ]
    const { landed, quarantined } = Offline.land(
      Resources.people,
      raws.map((raw) => ({ raw, parent: null }))
    )
    assert.deepStrictEqual(
      quarantined.map(({ index, rejected }) => [index, rejected]),
      [
        [0, true],
        [1, false]
      ]
    )
    assert.notMatch(JSON.stringify(quarantined), number)
    const derived = Offline.derive(mapperOf("employee"), new Map([[Resources.people.name, landed]]), readable)
    assert.deepStrictEqual(
      derived.map(({ key, outcome }) => [key, outcome._tag, outcome.issues]),
      [
        ["E1", "Mapped", []],
        ["E2", "Mapped", []]
      ]
    )
  })
})

function mapperOf(model: string) {
  return Provider.mappersFor(ukgPro, model)[0] ?? assert.fail(`there is no mapper of ${model}`)
}
