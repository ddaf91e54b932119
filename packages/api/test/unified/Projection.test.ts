import { assert, describe, it } from "@effect/vitest"
import { application } from "@crosswalk/api/unified/ats/Application"
import { candidate } from "@crosswalk/api/unified/ats/Candidate"
import { interview } from "@crosswalk/api/unified/ats/Interview"
import { job } from "@crosswalk/api/unified/ats/Job"
import { scorecard } from "@crosswalk/api/unified/ats/Scorecard"
import { company } from "@crosswalk/api/unified/crm/Company"
import { employee, user } from "@crosswalk/api/unified/hris/Employee"
import { payslip } from "@crosswalk/api/unified/hris/Payslip"
import { timeOff } from "@crosswalk/api/unified/hris/TimeOff"
import { page } from "@crosswalk/api/unified/kms/Page"
import { call } from "@crosswalk/api/unified/uc/Call"
import * as Id from "@crosswalk/core/Id"
import { bare, connector, idOf } from "../conformance/Account.ts"
import { one, serve } from "../conformance/Loaded.ts"

const word = (value: string | null, remote: string | null) => ({ value, remote })
const money = (amount: number, currency: string | null = "USD") => ({ amount, currency })
const nowhere = { street_1: null, street_2: null, city: null, state: null, zip_code: null, country: null, raw: null }

describe("served records", () => {
  it("of which nothing but the id is known are the id alone, with what must be there", () => {
    assert.deepStrictEqual(one(candidate, bare("candidate", "007")), { id: "007" })
    assert.deepStrictEqual(one(page, bare("page", "1")), { id: "1", type: "OTHER" })
    const user_id = idOf("employee", "never read")
    assert.deepStrictEqual(one(timeOff, bare("time_off", "1", { user_id })), { id: "1", user_id })
  })

  it("empty lists are told apart from what is not told, and keep no holes", () => {
    const served = one(candidate, bare("candidate", "1", { tags: [], custom_fields: { a: null, b: [1, null, [2]] } }))
    assert.deepStrictEqual(served["tags"], [])
    assert.notProperty(served, "skills")
    assert.deepStrictEqual(served["metadata"], [{ slug: "a" }, { slug: "b", value: "[1,null,[2]]" }])
  })

  it("days are midnights; years, months and days that are none are left out", () => {
    const spent = (started_on: string, ended_on: string | null) => ({
      title: "Engineer",
      company: null,
      location: null,
      summary: null,
      started_on,
      ended_on
    })
    const known = { date_of_birth: "2024-02-30", experiences: [spent("2021-04-30", "2022"), spent("2021-04", null)] }
    assert.deepStrictEqual(one(candidate, bare("candidate", "1", known)), {
      id: "1",
      experiences: [{ start_at: "2021-04-30T00:00:00.000Z", title: "Engineer" }, { title: "Engineer" }]
    })
    const away = {
      user_id: idOf("employee", "e"),
      starts_on: "2026-03-02",
      start_time: "09:30:00",
      ends_on: "2026-03-04"
    }
    const served = one(timeOff, bare("time_off", "1", away), { employee: [bare("employee", "e")] })
    assert.deepStrictEqual(served, {
      id: "1",
      user_id: "e",
      start_at: "2026-03-02T09:30:00.000Z",
      end_at: "2026-03-04T00:00:00.000Z"
    })
  })

  it("a word that theirs do not have is the vendor's own, and left out where there is none", () => {
    const status = (value: unknown) => one(interview, bare("scheduled_interview", "1", { status: value }))["status"]
    assert.strictEqual(status(word("CANCELED", "called off")), "CANCELED")
    assert.strictEqual(status(word(null, "odd")), "odd")
    assert.isUndefined(status(word(null, null)))
    const person = one(
      employee,
      bare("employee", "1", { gender: word("UNDISCLOSED", "n/a"), marital_status: word("DIVORCED", null) })
    )
    assert.deepStrictEqual(person, { id: "1", gender: "n/a" })
    const emails = [
      { value: "a@example.com", type: "Personal" },
      { value: "b@example.com", type: "Campus" },
      { value: "c@example.com", type: null }
    ]
    assert.deepStrictEqual(one(candidate, bare("candidate", "1", { emails }))["emails"], [
      { email: "a@example.com", type: "HOME" },
      { email: "b@example.com", type: "Campus" },
      { email: "c@example.com" }
    ])
  })

  it("an application's state is how it ended, else how far it has come; its stage stands beside it", () => {
    const stage_id = idOf("job_interview_stage", "s")
    const beside = { job_interview_stage: [bare("job_interview_stage", "s", { name: "Phone" })] }
    const state = (status: unknown, phase: unknown) =>
      one(application, bare("application", "1", { status, phase, stage_id }), beside)["status"]
    assert.strictEqual(state(word("HIRED", "hired"), word("OFFERED", "o")), "HIRED")
    assert.strictEqual(state(word("ACTIVE", "active"), word("OFFERED", "o")), "OFFERED")
    assert.strictEqual(state(word("CONVERTED", "converted"), null), "converted")
    assert.strictEqual(one(application, bare("application", "1", { stage_id }), beside)["original_status"], "Phone")
  })

  it("offers tell the salary and what is paid beside it", () => {
    const bonus = {
      remote_id: null,
      type: word("BONUS", "Signing"),
      pay: money(5000),
      period: word("ONE_TIME", "once"),
      frequency: null,
      effective_on: null,
      note: null
    }
    const offer = bare("offer", "o", {
      application_id: idOf("application", "1"),
      salary: money(90000, "EUR"),
      salary_period: word("YEAR", "per-year"),
      additional_pay: [bonus, { ...bonus, type: word("COMMISSION", "OTE"), pay: null, period: null }]
    })
    const served = one(application, bare("application", "1"), { offer: [offer, bare("offer", "other")] })
    assert.deepStrictEqual(served["offers"], [
      {
        id: "o",
        compensation: [
          { currency: "EUR", frequency: "YEAR", max: 90000, min: 90000, type: "SALARY" },
          { currency: "USD", frequency: "ONE_TIME", max: 5000, min: 5000, type: "BONUS" },
          { type: "OTE" }
        ]
      }
    ])
  })

  it("answers are texts, whatever was asked for, and name their question", () => {
    const nothing = { text: null, choices: null, boolean: null, number: null, date: null, raw: null }
    const answer = (title: string | null, known: object, question_remote_id: string | null = "q") => ({
      question_remote_id,
      title,
      type: null,
      ...nothing,
      ...known
    })
    const screening_answers = [
      answer("Why?", { text: "Because" }),
      answer("Where?", { choices: ["Berlin", "Paris"] }),
      answer("Sure?", { boolean: false }, null),
      answer(null, { number: 0 }),
      answer("What?", {})
    ]
    const served = one(application, bare("application", "1", { screening_answers }))
    assert.deepStrictEqual(served["answers"], [
      { question_id: "q", question: "Why?", answers: ["Because"] },
      { question_id: "q", question: "Where?", answers: ["Berlin", "Paris"] },
      { question_id: Id.make(connector, "screening_question", "Sure?"), question: "Sure?", answers: ["false"] },
      { question_id: "q", answers: ["0"] },
      { question_id: "q", question: "What?", answers: [] }
    ])
  })

  it("a job has its questions, units and the names of who hires; what cannot be told of a question is not guessed", () => {
    const known = { job_id: idOf("job", "j"), title: "Where?" }
    const people = [idOf("employee", "u"), idOf("employee", "e"), idOf("employee", "gone")]
    const served = one(
      job,
      bare("job", "j", { hiring_manager_ids: people, department_ids: [idOf("department", "d")] }),
      {
        user: [bare("user", "u", { name: "Ann" })],
        employee: [bare("employee", "e", { name: "Bob" })],
        department: [bare("department", "d", { name: "Labs", type: word("TEAM", "t") })],
        screening_question: [
          bare("screening_question", "1", {
            ...known,
            type: word("SINGLE_SELECT", "Dropdown"),
            is_required: true,
            options: [{ remote_id: "o", name: "Berlin" }]
          }),
          bare("screening_question", "2", { ...known, type: word(null, "hologram") }),
          bare("screening_question", "3", known),
          bare("screening_question", "4", { ...known, title: null, type: word("DATE", "d") })
        ]
      }
    )
    assert.deepStrictEqual(served["hiring_manager_ids"], ["u", "e"])
    assert.deepStrictEqual(served["hiring_managers"], [
      { id: "u", name: "Ann" },
      { id: "e", name: "Bob" }
    ])
    assert.deepStrictEqual(served["groups"], [{ id: "d", name: "Labs", type: "TEAM" }])
    assert.deepStrictEqual(served["questions"], [
      { id: "1", question: "Where?", type: "MULTIPLE_CHOICE", required: true, options: ["Berlin"] },
      { id: "2", question: "Where?", type: "hologram" }
    ])
  })

  it("whom a record names is told by the vendor's id, of either kind of colleague; who was never read is left out", () => {
    const user_ids = [idOf("employee", "u"), idOf("employee", "gone"), idOf("employee", "e")]
    const people = { user: [bare("user", "u")], employee: [bare("employee", "e")] }
    const served = one(interview, bare("scheduled_interview", "1", { user_ids }), people)
    assert.deepStrictEqual(served["user_ids"], ["u", "e"])
    const unread = one(interview, bare("scheduled_interview", "1", { user_ids: user_ids.slice(1, 2) }), people)
    assert.notProperty(unread, "user_ids")
    assert.deepStrictEqual(one(interview, bare("scheduled_interview", "1", { user_ids: [] }), people)["user_ids"], [])
  })

  it("records name each other from both sides, each once", () => {
    const record = bare("crm_company", "c", { contact_ids: [idOf("contact", "a")] })
    const of = { company_ids: [idOf("crm_company", "c")] }
    const served = one(company, record, {
      contact: [bare("contact", "a", of), bare("contact", "b", of), bare("contact", "x")]
    })
    assert.deepStrictEqual(served["contact_ids"], ["a", "b"])
    const applied = one(candidate, bare("candidate", "c", { job_ids: [idOf("job", "1")] }), {
      job: [bare("job", "1"), bare("job", "2")],
      application: ["1", "2"].map((at) =>
        bare("application", at, { candidate_id: idOf("candidate", "c"), job_id: idOf("job", at) })
      )
    })
    assert.deepStrictEqual(applied["job_ids"], ["1", "2"])
  })

  it("countries and states are codes where they are, names else; an address that is one text is its first line", () => {
    const address = (known: object) =>
      one(candidate, bare("candidate", "1", { locations: [{ ...nowhere, ...known }] }))["address"]
    assert.deepStrictEqual(address({ country: "DE", state: "CA" }), {
      country_code: "DE",
      region: "CA",
      region_code: "CA"
    })
    assert.deepStrictEqual(address({ country: "Germany", raw: "Berlin, Germany" }), { country: "Germany" })
    assert.deepStrictEqual(address({ raw: "Berlin, Germany" }), { address1: "Berlin, Germany" })
    assert.isUndefined(address({}))
  })

  it("lines of a pay slip tell what both bear, where nothing else is told; a line without a sum is none", () => {
    const line = (pay: unknown, employee_pay: unknown, company_pay: unknown) => ({
      name: null,
      description: null,
      type: word("TAX_LOCAL", "t"),
      pay,
      employee_pay,
      company_pay
    })
    const details = [line(money(9), money(4), null), line(null, money(4), money(6)), line(null, null, null)]
    const served = one(payslip, bare("payslip", "1", { details, net_pay: money(1, "EUR") }))
    assert.deepStrictEqual(served["details"], [
      { amount: 9, employee_amount: 4, type: "TAX_LOCAL" },
      { amount: 10, company_amount: 6, employee_amount: 4, type: "TAX_LOCAL" }
    ])
    assert.strictEqual(served["currency"], "EUR")
    const large = [line(null, money(Number.MAX_VALUE), money(Number.MAX_VALUE))]
    assert.deepStrictEqual(one(payslip, bare("payslip", "1", { details: large }))["details"], [])
  })

  it("people of other systems are employees, too, and so are calls' colleagues", () => {
    const known = { name: "Ann", status: word("INACTIVE", "off"), manager_id: idOf("employee", "m") }
    assert.deepStrictEqual(one(user, bare("user", "u", known), { user: [bare("user", "m")] }), {
      id: "u",
      name: "Ann",
      employment_status: "INACTIVE",
      manager_id: "m"
    })
    const user_id = idOf("employee", "u")
    assert.deepStrictEqual(one(call, bare("call", "1", { user_id }), { user: [bare("user", "u", { name: "Ann" })] }), {
      id: "1",
      user_id: "u",
      user_name: "Ann"
    })
  })

  it("questions of a scorecard without a text are left out", () => {
    const answer = (question: string | null) => ({
      question_remote_id: null,
      question,
      description: null,
      answer: "Yes"
    })
    const served = one(scorecard, bare("scorecard", "1", { answers: [answer("Kind?"), answer(null)] }))
    assert.deepStrictEqual(served["questions"], [{ text: "Kind?", answer: "Yes" }])
  })

  it("what the vendor sent stands as it came when it is one object, by its lists else, and only when asked for", () => {
    const record = bare("candidate", "1")
    const sent = (...records: ReadonlyArray<unknown>) =>
      serve(
        new Map(),
        candidate,
        [record],
        records.map((one) => ({ resource: "people", record: one }))
      )
    assert.deepStrictEqual(sent({ a: null }), [{ id: "1", raw: { a: null } }])
    assert.deepStrictEqual(sent({ a: 1 }, { b: 2 }), [{ id: "1", raw: { people: [{ a: 1 }, { b: 2 }] } }])
    assert.deepStrictEqual(sent("text"), [{ id: "1", raw: { people: "text" } }])
    assert.notProperty(one(candidate, record), "raw")
  })
})
