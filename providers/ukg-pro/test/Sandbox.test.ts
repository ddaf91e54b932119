import * as Sandbox from "@crosswalk/ukg-pro/Sandbox"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { all, call, list, UkgPro, walk, type Wire } from "./caller.ts"

const text = (value: unknown) => String(value)

/** Company and person. */
const key = (record: Wire) =>
  `${text(record.companyId ?? record.companyID)}:${text(record.employeeId ?? record.employeeID)}`

const paged = {
  "/personnel/v1/person-details": 93,
  "/personnel/v1/employee-demographic-details": 58,
  "/personnel/v1/employment-details": 77,
  "/personnel/v1/employee-employment-details": 77,
  "/personnel/v1/compensation-details": 49,
  "/personnel/v1/employee-changes": 45,
  "/personnel/v1/employee-job-history-details": 65,
  "/personnel/v1/employee-supervisor-details": 15,
  "/personnel/v1/employee-multi-phone-numbers": 13,
  "/personnel/v1/contacts": 61,
  "/personnel/v1/pto-plans": 9,
  "/personnel/v1/employee-education": 13,
  "/personnel/v1/user-details": 8,
  "/personnel/v1/user-profile-details": 35,
  "/personnel/v1/employee-security-user-details": 6,
  "/configuration/v1/company-details": 19,
  "/configuration/v1/jobgroup": 4,
  "/configuration/v1/roles": 6,
  "/payroll/v1/direct-deposit": 20,
  "/payroll/v1/pay-register": 55
}

const wholeLists = {
  "/configuration/v1/org-levels": 12,
  "/configuration/v1/jobs": 5,
  "/jobs": 5,
  "/configuration/v1/locations": 10,
  "/locations": 10,
  "/employeeType": 2,
  "/termType": 2,
  "/maritalStatus": 2
}

describe("UKG Pro's simulator", () => {
  it.effect("has something of everything in a tenant of ten, with the documented number of fields", () =>
    Effect.gen(function* () {
      for (const [path, fields] of Object.entries(paged)) {
        const records = yield* all(path)
        assert.isAbove(records.length, 0, path)
        for (const record of records) assert.strictEqual(Object.keys(record).length, fields, path)
      }
      for (const [path, fields] of Object.entries(wholeLists)) {
        const records = yield* list(path)
        assert.isAbove(records.length, 0, path)
        for (const record of records) assert.strictEqual(Object.keys(record).length, fields, path)
      }
      const work = yield* all("/personnel/v1/employment-details")
      assert.strictEqual(work.length, 11)
      assert.strictEqual(new Set(work.map(key)).size, 11)
      assert.strictEqual(new Set(work.map(({ employeeID }) => employeeID)).size, 10)
      assert.includeMembers([...new Set(work.map((one) => one.employeeStatusCode))], ["A", "L", "T", "R", "S", "Q"])
      const leavers = work.filter((one) => one.employeeStatusCode === "T")
      assert.sameMembers(
        leavers.map(({ termReason }) => termReason === null),
        [true, false]
      )
      assert.isTrue(leavers.every((one) => one.dateOfTermination !== null))
      assert.includeMembers([...new Set(work.map((one) => one.okToRehire))], ["Y", "N"])
      assert.isTrue(work.every((one) => /^0{3}\d{6}$/.test(text(one.employeeNumber)) && one.shift === "Z"))
      const people = yield* all("/personnel/v1/person-details")
      const suppressed = people.find((one) => one.ssnIsSuppressed === true)
      assert.match(text(suppressed?.ssn), /^XXX-XX-\d{4}$/)
      for (const one of people) if (one.ssnIsSuppressed === false) assert.match(text(one.ssn), /^000-\d\d-\d{4}$/)
      assert.isTrue(people.every((one) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(text(one.datetimeChanged))))
      const contacts = yield* all("/personnel/v1/contacts")
      assert.isTrue(contacts.some((one) => one.isDependent === true && text(one.ssn).startsWith("000-")))
      const changes = yield* all("/personnel/v1/employee-changes")
      for (const one of changes) {
        assert.isFalse(Object.values(one).includes(null))
        assert.match(text(one.hireDate), /^\d{1,2}\/\d{1,2}\/\d{4} 12:00:00 AM$/)
      }
      assert.isTrue(
        changes.some((one) => one.terminationDate === "") && changes.some((one) => one.terminationDate !== "")
      )
      const master = (yield* list("/configuration/v1/company-details")).find((one) => one.isMasterCompany === "Y")
      assert.isNull(master?.masterCompanyId)
    }).pipe(Effect.provide(UkgPro.layer({ records: 10 })))
  )

  it.effect("joins by ids and codes: whatever is named exists", () =>
    Effect.gen(function* () {
      const work = yield* all("/personnel/v1/employment-details")
      const [people, employments] = [new Set(work.map(({ employeeID }) => employeeID)), new Set(work.map(key))]
      const companies = new Set((yield* list("/configuration/v1/company-details")).map((one) => one.companyID))
      const levels = new Set((yield* list("/configuration/v1/org-levels")).map((one) => `${one.level}:${one.code}`))
      const jobs = new Set((yield* list("/jobs")).map(({ code }) => code))
      const locations = new Set((yield* list("/locations")).map((one) => one.locationCode))
      for (const one of work) {
        assert.isTrue(companies.has(one.companyID) && jobs.has(one.primaryJobCode))
        assert.isTrue(locations.has(one.primaryWorkLocationCode))
        if (one.supervisorID !== null) assert.isTrue(people.has(one.supervisorID))
        for (const level of [1, 2, 3, 4]) {
          const code = one[`orgLevel${level}Code`]
          if (code !== null) assert.isTrue(levels.has(`${level}:${code}`), text(code))
        }
      }
      for (const path of ["contacts", "employee-multi-phone-numbers", "user-details", "employee-education"]) {
        for (const one of yield* all(`/personnel/v1/${path}`)) assert.isTrue(people.has(one.employeeId), path)
      }
      for (const path of ["/personnel/v1/pto-plans", "/payroll/v1/direct-deposit", "/payroll/v1/pay-register"]) {
        for (const one of yield* all(path)) assert.isTrue(employments.has(key(one)), path)
      }
    }).pipe(Effect.provide(UkgPro.layer({ records: 130 })))
  )

  it.effect("sends numbered pages without a word on what follows, and nothing past the end", () =>
    Effect.gen(function* () {
      const path = "/personnel/v1/employment-details"
      const seen = (yield* all(path)).map(key)
      assert.strictEqual(seen.length, 330)
      for (const size of [1, 7, 110, 10_000]) {
        const [first, second] = [
          yield* list(`${path}?per_Page=${size}`),
          yield* list(`${path}?page=2&per_Page=${size}`)
        ]
        assert.deepStrictEqual(first.map(key), seen.slice(0, size))
        assert.deepStrictEqual(second.map(key), seen.slice(size, 2 * size))
      }
      assert.strictEqual((yield* list(path)).length, 100)
      // The other spelling goes unheard.
      assert.strictEqual((yield* list(`${path}?per_page=300`)).length, 100)
      assert.strictEqual((yield* list("/personnel/v1/pto-plans?per_page=300")).length, 300)
      const past = yield* call(`${path}?page=4&per_Page=110`)
      assert.deepStrictEqual([past.status, past.text], [200, "[]"])
      assert.strictEqual((yield* call("/personnel/v1/contacts?page=99")).status, 404)
      const { control } = yield* UkgPro
      yield* control.habits({ empty: "not-found" })
      assert.strictEqual((yield* call(`${path}?page=4&per_Page=110`)).status, 404)
      yield* control.habits({ empty: "list" })
      assert.strictEqual((yield* call("/personnel/v1/contacts?page=99")).text, "[]")
      for (const wrong of ["page=0", "per_Page=10001", "page=x", "updatedAfter=2024", "dateTimeChanged=2024-01-01"]) {
        const { status, text } = yield* call(`${path}?${wrong}`)
        assert.strictEqual(status, 400, wrong)
        assert.property(JSON.parse(text).errors.modelstate, wrong.split("=")[0] ?? "")
      }
    }).pipe(Effect.provide(UkgPro.layer({ records: 300 })))
  )

  it.effect("filters as a reader of the whole list would", () =>
    Effect.gen(function* () {
      const path = "/personnel/v1/employment-details"
      const seen = yield* all(path)
      const some = seen[3]
      const [year, month, date] = text(some?.dateTimeChanged).slice(0, 10).split("-")
      const [iso, us] = [`${year}-${month}-${date}`, `${month}-${date}-${year}`]
      const changed = (one: Wire) => text(one.dateTimeChanged).slice(0, 10)
      const cases: ReadonlyArray<readonly [string, (one: Wire) => boolean]> = [
        [`dateTimeChanged=<${us}`, (one) => changed(one) < iso],
        [`dateTimeChanged=>${us}`, (one) => changed(one) > iso],
        [`dateTimeChanged=${us}`, (one) => changed(one) === iso],
        [`dateTimeChanged={${us},12-31-2027}`, (one) => changed(one) >= iso],
        ["employeeStatusCode=T", (one) => one.employeeStatusCode === "T"],
        [`companyId=${some?.companyID}`, (one) => one.companyID === some?.companyID],
        [`employeeId=${some?.employeeID}`, (one) => one.employeeID === some?.employeeID],
        [`employeeId=${some?.employeeID}&companyId=${some?.companyID}`, (one) => key(one) === key(some ?? {})]
      ]
      for (const [query, test] of cases) {
        const found = yield* all(`${path}?${query.replace(/[<>{}]/g, encodeURIComponent)}`, 50)
        assert.sameMembers(found.map(key), seen.filter(test).map(key), query)
        assert.isAbove(found.length, 0, query)
      }
      assert.strictEqual((yield* list(`${path}?isHomeCompany=false`)).length, 20)
      assert.strictEqual((yield* list(`/personnel/v1/employee-changes/${some?.employeeID}`)).length, 2)
      assert.strictEqual((yield* call("/personnel/v1/employee-changes/NOBODY")).status, 404)
      assert.strictEqual((yield* call("/configuration/v1/org-levels/2/00100")).status, 200)
      assert.strictEqual((yield* call("/configuration/v1/org-levels/1/00100")).status, 404)
      assert.strictEqual((yield* call("/locations/CAHQ1")).status, 200)
    }).pipe(Effect.provide(UkgPro.layer({ records: 200 })))
  )

  it.effect("shows an edit in every endpoint that tells of it, and in the windows it falls into", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      const [first, second] = yield* all("/personnel/v1/employment-details")
      const employee = text(first?.employeeID)
      const touched = (path: string) => all(`${path}?dateTimeChanged=${encodeURIComponent(">09-29-2026")}`)
      const before = (yield* touched("/personnel/v1/person-details")).length
      yield* TestClock.adjust("24 hours")
      yield* control.edit({ kind: "employee", id: employee, fields: { lastName: "Larkspur" } })
      const people = yield* touched("/personnel/v1/person-details")
      assert.strictEqual(people.length, before + 1)
      assert.deepInclude(
        people.find((one) => one.employeeId === employee),
        { lastName: "Larkspur", datetimeChanged: "2026-10-01T19:00:00" }
      )
      const changes = () => all("/personnel/v1/employee-changes?startDate=10-01-2026&endDate=10-09-2026")
      assert.deepStrictEqual(yield* changes(), [])
      yield* TestClock.adjust("3 hours")
      assert.deepInclude((yield* changes())[0], { employeeId: employee, lastName: "Larkspur" })
      yield* control.terminate({ employment: key(second ?? {}), reason: null })
      const gone = (yield* all("/personnel/v1/employee-employment-details")).find(
        (one) => key(one) === key(second ?? {})
      )
      assert.deepInclude(gone, {
        employeeStatusCode: "T",
        terminationReasonCode: null,
        terminationDate: "2026-10-01T00:00:00"
      })
      yield* control.rehire({ employment: key(second ?? {}) })
      const made = yield* control.create({ kind: "employee", fields: { firstName: "Zoë" } })
      assert.strictEqual((yield* list(`/personnel/v1/employment-details?employeeId=${made.employeeId}`)).length, 1)
      const [contact] = yield* list("/personnel/v1/contacts")
      yield* control.remove({ kind: "contact", id: text(contact?.contactId) })
      assert.strictEqual((yield* call(`/personnel/v1/contacts?contactId=${contact?.contactId}`)).status, 404)
      const child = yield* control.create({ kind: "contact", parent: text(made.employeeId) })
      assert.deepInclude((yield* list(`/personnel/v1/contacts?employeeId=${made.employeeId}`))[0], {
        contactId: child.contactId
      })
      yield* control.create({ kind: "ptoPlan", parent: key(first ?? {}), fields: { ptoPlan: "SABB" } })
      assert.strictEqual(
        (yield* call(`/personnel/v1/companies/${key(first ?? {}).replace(":", "/employees/")}/pto-plans/SABB`)).status,
        200
      )
      for (const input of [
        { kind: "contact", id: "none" },
        { kind: "planet", id: "" },
        { kind: "employee", id: employee }
      ]) {
        assert.strictEqual((yield* Effect.flip(control.remove(input)))._tag, "ActionError")
      }
    }).pipe(Effect.provide(UkgPro.layer({ records: 40 })))
  )

  it.effect("hides a record from a reader when one before it goes between two pages", () =>
    Effect.gen(function* () {
      const { control } = yield* UkgPro
      const before = (yield* all("/personnel/v1/contacts")).map((one) => one.contactId)
      const seen = yield* walk("/personnel/v1/contacts", 20, (page) =>
        page === 1 ? control.remove({ kind: "contact", id: text(before[0]) }) : Effect.void
      )
      assert.deepStrictEqual(
        seen.map((one) => one.contactId),
        before.filter((_, at) => at !== 20)
      )
    }).pipe(Effect.provide(UkgPro.layer({ records: 100 })))
  )

  it.effect("hands out pay statements to whoever posts for them", () =>
    Effect.gen(function* () {
      const [payment] = yield* list("/payroll/v1/pay-register")
      const ofCompany = (body: Wire) => list("/payroll/v1/companies/pay-statements", body)
      const statements = yield* ofCompany({ companyId: payment?.companyId })
      assert.isAbove(statements.length, 0)
      assert.strictEqual(
        (yield* ofCompany({ companyId: payment?.companyId, startDate: "2027-01-01T00:00:00" })).length,
        0
      )
      const last = yield* call("/payroll/v1/employees/pay-statement/last", {
        body: { employeeIdentifier: { eeid: payment?.employeeId, coid: payment?.companyId } }
      })
      assert.strictEqual(JSON.parse(last.text).ssn, payment?.ssn)
      assert.strictEqual((yield* call("/payroll/v1/companies/pay-statements", { body: {} })).status, 400)
    }).pipe(Effect.provide(UkgPro.layer({ records: 40 })))
  )

  it.effect("is the same tenant for the same seed, and goes on working by itself the same way", () =>
    Effect.gen(function* () {
      const run = (seed: number) =>
        Effect.gen(function* () {
          const { control } = yield* UkgPro
          const changes = yield* control.churn({ count: 60 })
          return { changes, left: yield* all("/personnel/v1/employment-details") }
        }).pipe(Effect.provide(UkgPro.layer({ seed, records: 50 })))
      const once = yield* run(1)
      assert.deepStrictEqual(yield* run(1), once)
      assert.isAtLeast(new Set(once.changes.map(({ change }) => change)).size, 6)
      const others = new Set((yield* run(2)).left.map(({ employeeID }) => employeeID))
      assert.isFalse(once.left.some(({ employeeID }) => others.has(employeeID)))
    })
  )

  it.live("opens a tenant of a million within seconds and without holding it", () =>
    Effect.gen(function* () {
      const before = process.memoryUsage.rss()
      yield* Effect.gen(function* () {
        const [took, page] = yield* Effect.timed(list("/personnel/v1/person-details?page=9000"))
        assert.isBelow(Duration.toMillis(took), 3000)
        assert.strictEqual(page.length, 100)
        assert.isBelow(process.memoryUsage.rss() - before, 250 * 2 ** 20)
      }).pipe(Effect.provide(UkgPro.layer({ records: 1_000_000 })))
    })
  )

  it("says which provider it plays", () => {
    assert.strictEqual(Sandbox.sandbox.provider, "ukg-pro")
  })
})
