import { assert, describe, it } from "@effect/vitest"
import { application } from "@crosswalk/api/kombo/ats/Application"
import { ofCandidate } from "@crosswalk/api/kombo/ats/Attachment"
import { candidate } from "@crosswalk/api/kombo/ats/Candidate"
import { interview } from "@crosswalk/api/kombo/ats/Interview"
import { job } from "@crosswalk/api/kombo/ats/Job"
import { employee as employeeAsUser, user } from "@crosswalk/api/kombo/ats/User"
import { absence } from "@crosswalk/api/kombo/hris/Absence"
import { absenceTypes } from "@crosswalk/api/kombo/hris/AbsenceType"
import { employee } from "@crosswalk/api/kombo/hris/Employee"
import { employment } from "@crosswalk/api/kombo/hris/Employment"
import { group } from "@crosswalk/api/kombo/hris/Organisation"
import { timeOffBalance } from "@crosswalk/api/kombo/hris/TimeOffBalance"
import * as Gathering from "@crosswalk/api/Gathering"
import * as Id from "@crosswalk/core/Id"
import type { ModelName } from "@crosswalk/core/ModelName"
import { bare, connector, idOf, type Stored } from "../conformance/Account.ts"
import { one, serve } from "../conformance/Loaded.ts"

const short = (model: ModelName, remoteId: string) => Id.toShort(idOf(model, remoteId))
const word = (value: string | null, remote: string | null) => ({ value, remote })

describe("served records", () => {
  it("ids have 24 characters, the vendor's stay beside them, days are midnights", () => {
    const served = one(employee, bare("employee", "32", { date_of_birth: "1990-02-03", hired_on: "2024-02-30" }))
    assert.strictEqual(served["id"], short("employee", "32"))
    assert.match(String(served["id"]), /^[1-9A-HJ-NP-Za-km-z]{24}$/)
    assert.strictEqual(served["remote_id"], "32")
    assert.strictEqual(served["date_of_birth"], "1990-02-03T00:00:00.000Z")
    // No calendar has the day; a client would refuse the record.
    assert.isNull(served["start_date"])
    assert.isNull(served["remote_data"])
  })

  it("a word that theirs do not have is null where they are closed, and the vendor's own where they are open", () => {
    const strange = bare("job", "1", {
      status: word(null, "Evergreen"),
      employment_type: word("VOLUNTEER", "Volunteer"),
      visibility: word("PUBLIC", "everybody"),
      postings: [
        {
          remote_id: null,
          title: null,
          description: null,
          status: word(null, "odd"),
          visibility: word("CONFIDENTIAL", "c"),
          url: null
        }
      ]
    })
    const served = one(job, strange)
    assert.strictEqual(served["status"], "Evergreen")
    assert.strictEqual(served["employment_type"], "Volunteer")
    assert.strictEqual(served["visibility"], "PUBLIC")
    const [posting] = Array.isArray(served["job_postings"]) ? served["job_postings"] : []
    assert.deepInclude(posting, { status: null, visibility: null })
    assert.isNull(one(group, bare("group", "1", { type: word("DIVISION", "Division") }))["type"])
    assert.isNull(one(application, bare("application", "1", { status: word(null, "odd") }))["outcome"])
    const withdrawn = bare("application", "1", { status: word("WITHDRAWN", "withdrawn") })
    assert.strictEqual(one(application, withdrawn)["outcome"], "DECLINED")
  })

  it("a candidate has the applications that name it and those it names, each once", () => {
    const served = one(
      candidate,
      bare("candidate", "c", { application_ids: [idOf("application", "a")], tags: ["x"] }),
      {
        application: [
          bare("application", "a", { candidate_id: idOf("candidate", "c"), job_id: idOf("job", "j") }),
          bare("application", "b", {
            candidate_id: idOf("candidate", "c"),
            reject_reason_id: idOf("reject_reason", "r")
          }),
          bare("application", "other", { candidate_id: idOf("candidate", "d") })
        ],
        job: [bare("job", "j", { name: "Engineer" })],
        reject_reason: [bare("reject_reason", "r", { name: "No time" })]
      }
    )
    const [a, b, ...others] = Array.isArray(served["applications"]) ? served["applications"] : []
    assert.deepInclude(a, {
      id: short("application", "a"),
      job: { id: short("job", "j"), remote_id: "j", name: "Engineer" }
    })
    assert.deepInclude(b, { id: short("application", "b"), rejection_reason_name: "No time", job: null })
    assert.isEmpty(others)
    // A label whose record was not read has the id that its record would have at a vendor whose tags are texts.
    assert.deepStrictEqual(served["tags"], [{ id: short("tag", "x"), remote_id: null, name: "x" }])
  })

  it("what was never read is null beside its id", () => {
    const served = one(application, bare("application", "a", { candidate_id: idOf("candidate", "gone") }))
    assert.strictEqual(served["candidate_id"], short("candidate", "gone"))
    assert.isNull(served["candidate"])
  })

  it("people are users, or employees where there are no users, or known by their ids alone", () => {
    const served = one(
      interview,
      bare("scheduled_interview", "i", {
        user_ids: [idOf("user", "u"), idOf("employee", "e"), idOf("employee", "n")],
        status: word("CANCELED", "c")
      }),
      {
        user: [bare("user", "u", { first_name: "Ann", emails: [{ value: "no address", type: null }] })],
        employee: [
          bare("employee", "e", {
            first_name: "Bob",
            emails: [
              { value: "bob@home.example", type: word("PERSONAL", "p") },
              { value: "bob@work.example", type: word("WORK", "w") }
            ]
          })
        ]
      }
    )
    assert.isTrue(served["canceled"])
    assert.deepStrictEqual(served["users"], [
      { id: short("employee", "u"), remote_id: "u", first_name: "Ann", last_name: null, email: null },
      { id: short("employee", "e"), remote_id: "e", first_name: "Bob", last_name: null, email: "bob@work.example" },
      { id: short("employee", "n"), remote_id: null, first_name: null, last_name: null, email: null }
    ])
    const roles = [
      { remote_id: "1", role: word("SUPER_ADMIN", "Site Admin"), scope: "SYSTEM" },
      { remote_id: "2", role: word("RECRUITER", "Recruiter"), scope: "JOB" }
    ]
    assert.deepStrictEqual(one(user, bare("user", "u", { roles }))["system_roles"], [
      { remote_id: "1", remote_label: "Site Admin", scope: "SYSTEM", unified_type: "ADMIN" }
    ])
    const left = bare("employee", "e", { employment_status: word("RETIRED", "R") })
    assert.strictEqual(one(employeeAsUser, left)["status"], "INACTIVE")
  })

  it("a hiring team is everybody once with all that they do", () => {
    const both = idOf("employee", "1")
    const served = one(
      job,
      bare("job", "j", { hiring_manager_ids: [both], recruiter_ids: [both], user_ids: [both, idOf("employee", "2")] })
    )
    const [first, second, ...others] = Array.isArray(served["hiring_team"]) ? served["hiring_team"] : []
    assert.deepInclude(first, { hiring_team_roles: ["RECRUITER", "HIRING_MANAGER"] })
    assert.deepInclude(second, { hiring_team_roles: [], job_roles: [] })
    assert.isEmpty(others)
  })

  it("preconditions are ids of the other question's options, or yes and no", () => {
    const options = [
      { remote_id: "o1", name: "Berlin" },
      { remote_id: null, name: "Paris" }
    ]
    const ofJob = { job_id: idOf("job", "j") }
    const served = one(job, bare("job", "j"), {
      screening_question: [
        bare("screening_question", "where", { ...ofJob, type: word("SINGLE_SELECT", "s"), options }),
        bare("screening_question", "sure", { ...ofJob, type: word("BOOLEAN", "b") }),
        bare("screening_question", "x", {
          ...ofJob,
          precondition_question_id: idOf("screening_question", "where"),
          precondition_answers: ["o1", "Paris"]
        }),
        bare("screening_question", "y", {
          ...ofJob,
          precondition_question_id: idOf("screening_question", "sure"),
          precondition_answers: ["Yes"]
        })
      ]
    })
    const questions: ReadonlyArray<{
      readonly format: { readonly options: ReadonlyArray<{ readonly id: string }> }
      readonly precondition_options: unknown
    }> = JSON.parse(JSON.stringify(served["screening_questions"]))
    assert.deepStrictEqual(
      questions[2]?.precondition_options,
      questions[0]?.format.options.map(({ id }) => id)
    )
    assert.deepStrictEqual(questions[3]?.precondition_options, [true])
  })

  it("pay is the employment's own; the employee's is that of the main or the only one", () => {
    const user_id = idOf("employee", "e")
    const pay = (remoteId: string, amount: number, known: Stored = {}) =>
      bare("compensation", remoteId, { user_id, pay: { amount, currency: "EUR" }, type: word("SALARY", "s"), ...known })
    const main = bare("employment", "main", { user_id, is_primary: true })
    const side = bare("employment", "side", { user_id, is_primary: false })
    const compensation = [
      pay("old", 1, { effective_on: "2020-01-01" }),
      pay("new", 2, { effective_on: "2024-01-01", modified_at: "2026-05-05T00:00:00.000Z" }),
      pay("bonus", 3, { effective_on: "2025-01-01", type: word("BONUS", "b") }),
      pay("own", 4, { employment_id: idOf("employment", "side") })
    ]
    const beside = { employee: [bare("employee", "e")], employment: [main, side], compensation }
    const served = one(employment, main, beside)
    assert.deepInclude(served, { pay_rate: 2, pay_currency: "EUR", changed_at: "2026-05-05T00:00:00.000Z" })
    assert.strictEqual(one(employment, side, beside)["pay_rate"], 4)
    const unclear = bare("employment", "main", { user_id })
    assert.isNull(one(employment, unclear, { ...beside, employment: [unclear, side] })["pay_rate"])
    assert.strictEqual(one(employment, unclear, { ...beside, employment: [unclear] })["pay_rate"], 2)
    const [position] = [one(employee, bare("employee", "e"), { ...beside, employment: [main] })["employments"]].flat()
    assert.deepInclude(position, { pay_rate: 2, employee_id: short("employee", "e") })
  })

  it("kinds of absence have one id wherever they are named, and a balance without one has a kind without a name", () => {
    const identify = Id.forConnector(connector)
    const known = { type: word("SICK", "Sick leave"), type_remote_id: "7" }
    const away = bare("time_off", "1", { ...known, modified_at: "2026-01-02T00:00:00.000Z" })
    const balance = bare("time_off_balance", "1", known)
    const untold = bare("time_off_balance", "2")
    const found = new Map<string, Gathering.Entry>()
    const [absences, balances] = absenceTypes.sources
    Gathering.add(found, absences.entries(away, identify))
    for (const record of [balance, untold]) Gathering.add(found, balances?.entries(record, identify) ?? [])
    const kinds = Gathering.select(found, () => true).map(absenceTypes.serve)
    assert.lengthOf(kinds, 2)
    const sick = kinds.find(({ remote_id }) => remote_id === "7")
    assert.deepInclude(sick, { name: "Sick leave", changed_at: "2026-01-02T00:00:00.000Z" })
    assert.strictEqual(one(absence, away)["type_id"], sick?.["id"])
    assert.strictEqual(one(timeOffBalance, balance)["type_id"], sick?.["id"])
    assert.isTrue(kinds.some(({ id, name }) => name === null && id === one(timeOffBalance, untold)["type_id"]))
    assert.isNull(one(absence, bare("time_off", "2"))["type"])
  })

  it("files without an address, a name or a type are served with what says so", () => {
    const served = one(ofCandidate, bare("attachment", "1", { application_id: idOf("application", "a") }), {
      application: [bare("application", "a", { candidate_id: idOf("candidate", "c") })]
    })
    assert.deepInclude(served, {
      candidate_id: short("candidate", "c"),
      type: "OTHER",
      data_url: "",
      file_name: "",
      content_type: "application/octet-stream"
    })
  })

  it("what the vendor sent stands under its lists, where it is shown", () => {
    const raw = [
      { resource: "people", record: { a: 1 } },
      { resource: "jobs", record: { b: 1 } },
      { resource: "jobs", record: { b: 2 } }
    ]
    const [served = {}] = serve(new Map(), employee, [bare("employee", "1", { custom_fields: { size: "M" } })], raw)
    assert.deepStrictEqual(served["remote_data"], { people: { a: 1 }, jobs: [{ b: 1 }, { b: 2 }] })
    assert.deepStrictEqual(served["custom_fields"], { size: "M" })
    assert.deepInclude([served["integration_fields"]].flat()[0], { key: "size", type: "CUSTOM", value: "M" })
  })
})
