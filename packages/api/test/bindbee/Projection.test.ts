import { assert, describe, it } from "@effect/vitest"
import { candidate } from "@crosswalk/api/bindbee/ats/Candidate"
import { scheduledInterview } from "@crosswalk/api/bindbee/ats/Interview"
import { employee as employeeAsUser, user } from "@crosswalk/api/bindbee/ats/RemoteUser"
import { employee } from "@crosswalk/api/bindbee/hris/Employee"
import { employeePayrollRun } from "@crosswalk/api/bindbee/hris/EmployeePayrollRun"
import { group } from "@crosswalk/api/bindbee/hris/Organisation"
import { payGroups } from "@crosswalk/api/bindbee/hris/PayGroup"
import { timeOff, timeOffBalance } from "@crosswalk/api/bindbee/hris/TimeOff"
import * as Id from "@crosswalk/core/Id"
import { bare, connector, idOf, type Stored } from "../conformance/Account.ts"
import { one, serve } from "../conformance/Loaded.ts"

const word = (value: string | null, remote: string | null) => ({ value, remote })
const address = {
  street_1: "1 High Street",
  street_2: null,
  city: "Leeds",
  state: null,
  zip_code: "LS1",
  country: "GB",
  raw: null
}

const empty = { street_1: null, street_2: null, city: null, state: null, zip_code: null, country: null, raw: null }

describe("served records", () => {
  it("a candidate is the 21 keys of the vendor's page and the custom fields, in the page's order", () => {
    assert.deepStrictEqual(
      Object.keys(one(candidate, bare("candidate", "1"))),
      `id remote_id modified_at raw_data custom_fields first_name last_name company title last_interaction_at is_private
      can_email locations phone_numbers email_addresses urls tags applications attachments remote_created_at
      remote_updated_at avatar`.split(/\s+/)
    )
  })

  it("places, numbers and addresses of a candidate are texts; what is not known is null, what there is none of is empty", () => {
    const served = one(
      candidate,
      bare("candidate", "1", {
        locations: [address, { ...address, raw: "Leeds, somewhere" }, { ...address, ...empty }],
        emails: [{ value: "a@example.com", type: "work" }],
        phones: [],
        urls: [
          { value: "https://example.com/a", type: "social media" },
          { value: "https://example.com/b", type: "Gopher" },
          { value: "https://example.com/c", type: null }
        ]
      })
    )
    assert.deepStrictEqual(served["locations"], ["1 High Street, Leeds, LS1, GB", "Leeds, somewhere"])
    assert.deepStrictEqual(served["email_addresses"], ["a@example.com"])
    assert.deepStrictEqual(served["phone_numbers"], [])
    assert.isNull(served["tags"])
    assert.deepStrictEqual(served["urls"], [
      { value: "https://example.com/a", url_type: "SOCIAL_MEDIA" },
      { value: "https://example.com/b", url_type: "Gopher" },
      { value: "https://example.com/c", url_type: null }
    ])
  })

  it("a candidate has the applications and files that it names and those that name it, each once", () => {
    const of = { candidate_id: idOf("candidate", "c") }
    const record = bare("candidate", "c", { application_ids: [idOf("application", "a")] })
    const served = one(candidate, record, {
      application: [bare("application", "a", of), bare("application", "b", of), bare("application", "other")],
      attachment: [bare("attachment", "f", of)]
    })
    assert.deepStrictEqual(served["applications"], [idOf("application", "a"), idOf("application", "b")])
    assert.deepStrictEqual(served["attachments"], [idOf("attachment", "f")])
    const untold = one(candidate, bare("candidate", "d"))
    assert.isNull(untold["applications"])
    assert.deepStrictEqual(one(candidate, bare("candidate", "d", { application_ids: [] }))["applications"], [])
  })

  it("raw data stand under the vendor's lists, custom fields by their keys, both only when asked for", () => {
    const record = bare("employee", "1", { custom_fields: { size: "M" } })
    const raw = [
      { resource: "people", record: { a: 1 } },
      { resource: "jobs", record: { b: 1 } },
      { resource: "jobs", record: { b: 2 } }
    ]
    const [served = {}] = serve(new Map(), employee, [record], raw)
    assert.deepStrictEqual(served["raw_data"], { people: { a: 1 }, jobs: [{ b: 1 }, { b: 2 }] })
    assert.deepStrictEqual(served["custom_fields"], { size: "M" })
    const hidden = employee.project(JSON.parse(JSON.stringify(record)), {
      one: () => null,
      all: () => [],
      of: () => [],
      ids: () => [],
      remoteId: () => null,
      raw: null,
      customFields: false,
      identify: Id.forConnector(connector)
    })
    assert.isNull(hidden["raw_data"])
    assert.isNull(hidden["custom_fields"])
  })

  it("an employee's addresses and numbers are told apart by what they are for", () => {
    const served = one(
      employee,
      bare("employee", "1", {
        emails: [
          { value: "me@home.example", type: word("PERSONAL", "p") },
          { value: "me@work.example", type: word("WORK", "w") }
        ],
        phones: [
          { value: "555 0100", type: word("HOME", "h") },
          { value: "555 0101", type: word("MOBILE", "m") }
        ],
        identity_numbers: [
          { value: "t", type: word("TAX", "t"), country: null },
          { value: "s", type: word("SSN", "s"), country: null }
        ],
        home_address: { ...address, raw: "at home" },
        work_location_ids: [idOf("location", "l"), idOf("location", "never read")],
        date_of_birth: "1990-02-03",
        hired_on: "2024-02-30",
        group_ids: [idOf("group", "g")]
      }),
      {
        location: [bare("location", "l", { name: "Plant", address })],
        group: [bare("group", "h", { user_ids: [idOf("employee", "1")] })]
      }
    )
    assert.deepInclude(served, {
      work_email: "me@work.example",
      personal_email: "me@home.example",
      home_phone_number: "555 0100",
      mobile_phone_number: "555 0101",
      ssn: "s",
      country_code: "GB",
      date_of_birth: "1990-02-03T00:00:00.000Z",
      // No calendar has the day; a client would refuse the record.
      start_date: null
    })
    const parts = {
      street_1: "1 High Street",
      street_2: null,
      city: "Leeds",
      state: null,
      postal_code: "LS1",
      country: "GB"
    }
    assert.deepStrictEqual(served["home_location"], { name: null, location: "at home", ...parts })
    assert.deepStrictEqual(served["work_location"], { name: "Plant", location: null, ...parts })
    assert.deepStrictEqual(served["work_locations"], [idOf("location", "l"), idOf("location", "never read")])
    assert.deepStrictEqual(served["groups"], [idOf("group", "g"), idOf("group", "h")])
  })

  it("a pay group has one id wherever it is named, and is listed by it", () => {
    const identify = Id.forConnector(connector)
    const known = bare("employee", "1", { pay_group: { remote_id: "W", name: "Weekly" } })
    const named = bare("employee", "2", { pay_group: { remote_id: null, name: "Monthly" } })
    const [employees] = payGroups.sources
    const [weekly] = employees.entries(known, identify).map(payGroups.serve)
    const [monthly] = employees.entries(named, identify).map(payGroups.serve)
    assert.deepInclude(weekly, { remote_id: "W", name: "Weekly", id: one(employee, known)["pay_group"] })
    assert.deepInclude(monthly, { remote_id: null, name: "Monthly", id: one(employee, named)["pay_group"] })
    assert.isEmpty(employees.entries(bare("employee", "3"), identify))
    assert.isNull(one(employee, bare("employee", "3"))["pay_group"])
  })

  it("a word that theirs do not have is the vendor's own, and null where there is none", () => {
    const interview = (status: unknown) =>
      one(scheduledInterview, bare("scheduled_interview", "1", { status }))["status"]
    assert.strictEqual(interview(word("COMPLETE", "done")), "COMPLETE")
    assert.strictEqual(interview(word("CANCELED", "called off")), "called off")
    assert.strictEqual(interview(word(null, "odd")), "odd")
    assert.isNull(interview(word("CANCELED", null)))
    assert.isNull(interview(null))
    assert.strictEqual(one(group, bare("group", "1", { type: word("SUB_DEPARTMENT", "s") }))["type"], "DEPARTMENT")
  })

  it("times of day stand on their day, and leave that is not counted in hours is not told as if it were", () => {
    const away = bare("time_off", "1", { starts_on: "2026-03-02", start_time: "09:30:00", ends_on: "2026-03-04" })
    const served = one(timeOff, away)
    assert.strictEqual(served["start_time"], "2026-03-02T09:30:00.000Z")
    assert.strictEqual(served["end_time"], "2026-03-04T00:00:00.000Z")
    assert.isNull(one(timeOff, bare("time_off", "2", { start_time: "09:30:00" }))["start_time"])
    const leave = (unit: string | null) => ({ value: 3, unit: unit === null ? null : word(unit, unit) })
    const balance = one(timeOffBalance, bare("time_off_balance", "1", { balance: leave("HOURS"), used: leave("DAYS") }))
    assert.deepInclude(balance, { balance: 3, used: null })
    assert.isNull(one(timeOffBalance, bare("time_off_balance", "1", { balance: leave(null) }))["balance"])
  })

  it("lines of a pay slip stand where they belong; those of an unknown kind nowhere", () => {
    const money = (amount: number) => ({ amount, currency: "USD" })
    const line = (type: string | null, known: Stored = {}) => ({
      name: "Line",
      description: null,
      type: word(type, "x"),
      pay: money(10),
      employee_pay: null,
      company_pay: null,
      ...known
    })
    const served = one(
      employeePayrollRun,
      bare("payslip", "1", {
        gross_pay: money(100),
        paid_on: "2026-03-31",
        details: [
          line("EARNING_SALARY"),
          line("EARNING_TIP"),
          line("PRETAX_DEDUCTION_RETIREMENT", { pay: null, employee_pay: money(4), company_pay: money(6) }),
          line("TAX_FEDERAL", { pay: null, employee_pay: money(7) }),
          line(null)
        ]
      })
    )
    assert.deepInclude(served, {
      gross_pay: 100,
      net_pay: null,
      payroll_run: null,
      check_date: "2026-03-31T00:00:00.000Z"
    })
    const rest = { currency: "USD", payroll_code: null }
    assert.deepStrictEqual(served["earnings"], [
      { amount: 10, name: "SALARY", ...rest },
      { amount: 10, name: "Line", ...rest }
    ])
    assert.deepStrictEqual(served["deductions"], [
      { name: "Line", employee_deduction: 4, company_deduction: 6, ...rest }
    ])
    assert.deepStrictEqual(served["taxes"], [{ name: "Line", amount: 7, ...rest }])
    assert.isNull(one(employeePayrollRun, bare("payslip", "2"))["earnings"])
  })

  it("people are users, or employees where there are no users", () => {
    const roles = [
      { remote_id: "1", role: word("RECRUITER", "Recruiter"), scope: "JOB" },
      { remote_id: "2", role: word("SUPER_ADMIN", "Site Admin"), scope: "SYSTEM" }
    ]
    const emails = [{ value: "a@example.com", type: null }]
    const known = bare("user", "u", { roles, emails, status: word("INACTIVE", "off") })
    assert.deepInclude(one(user, known), { access_role: "SUPER_ADMIN", email: "a@example.com", disabled: true })
    assert.isNull(one(user, bare("user", "u", { status: word(null, "odd") }))["disabled"])
    const left = bare("employee", "e", { employment_status: word("RETIRED", "R") })
    assert.deepInclude(one(employeeAsUser, left), { disabled: true, id: idOf("user", "e") })
    const away = bare("employee", "e", { employment_status: word("LEAVE", "L") })
    assert.isNull(one(employeeAsUser, away)["disabled"])
  })
})
