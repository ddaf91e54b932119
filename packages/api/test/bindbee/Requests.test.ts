/** What requests ask for, and what they are refused for. */
import { assert, describe, it } from "@effect/vitest"
import { dialect } from "@crosswalk/api/bindbee/Dialect"
import type { Failure } from "@crosswalk/api/Failure"
import * as Filter from "@crosswalk/core/Filter"
import { Result } from "effect"

const fills = () => true

const at = (path: string) =>
  dialect.collections.find((one) => `${one.category}/${one.path}` === path) ?? assert.fail(path)

const asked = (query: string, path: Readonly<Record<string, string>> = {}) => ({
  headers: {},
  path,
  query: new URLSearchParams(query)
})

const list = (path: string, query: string) => {
  const collection = at(path)
  const [{ model }] = collection.projections
  return dialect.list(asked(query), collection, { model: model.name, fills })
}

const request = (path: string, query: string) => Result.getOrThrow(list(path, query))

/** What a list narrows by, beside nothing. */
const narrowed = (path: string, query: string) => request(path, query).filter

/** The faults that a query is refused with, as the answer tells them. */
const refused = (path: string, query: string) => {
  const result = list(path, query)
  if (Result.isSuccess(result)) return assert.fail(`${path}?${query} is taken`)
  return dialect.refuse(result.failure, "ats")
}

const fault = (name: string, msg: string) => ({ detail: [{ loc: ["query", name], msg, type: "value_error" }] })

describe("requests for lists", () => {
  it("take 50 records from the first unless told, 1 to 200, and refuse what is more rather than giving less", () => {
    const plain = request("ats/candidates", "")
    assert.deepInclude(plain, { limit: 50, start: { _tag: "First" }, includeDeleted: false })
    assert.deepStrictEqual(plain.show, { raw: false, customFields: false, keys: null, expand: [] })
    assert.strictEqual(request("ats/candidates", "page_size=1").limit, 1)
    assert.strictEqual(request("ats/candidates", "page_size=200").limit, 200)
    for (const size of ["0", "201", "-1", "1.5", "ten", "", "99999999999999999999"]) {
      const answer = refused("ats/candidates", `page_size=${size}`)
      assert.strictEqual(answer.status, 422)
      assert.deepStrictEqual(answer.body, fault("page_size", "Expected 1 to 200."))
    }
    assert.deepStrictEqual(request("ats/jobs", "cursor=abc&page_size=2").start, { _tag: "Cursor", cursor: "abc" })
  })

  it("narrow by ids of ours, one of the vendor's and a time, which is in UTC where it names no zone", () => {
    assert.deepStrictEqual(
      narrowed("ats/candidates", "ids=a,b&remote_id=7&modified_after=2026-01-02T03:04:05"),
      Filter.all([Filter.ids(["a", "b"]), Filter.remoteIds(["7"]), Filter.modifiedAfter("2026-01-02T03:04:05.000Z")])
    )
    const times = {
      "2026-01-02T03:04:05%2B02:00": "2026-01-02T01:04:05.000Z",
      "2026-01-02T03:04:05.6Z": "2026-01-02T03:04:05.600Z",
      "2026-01-02": "2026-01-02T00:00:00.000Z"
    }
    for (const [text, instant] of Object.entries(times)) {
      assert.deepStrictEqual(
        narrowed("hris/employees", `modified_after=${text}`),
        Filter.all([Filter.modifiedAfter(instant)])
      )
    }
    for (const text of ["yesterday", "", "2026-02-30", "2026-01-02T25:00:00Z"]) {
      assert.strictEqual(refused("hris/employees", `modified_after=${text}`).status, 422)
    }
  })

  it("tell every fault at once", () => {
    const { body } = refused("ats/candidates", "page_size=0&modified_after=x&include_raw_data=perhaps&expand=jobs")
    const { detail } = JSON.parse(JSON.stringify(body))
    assert.deepStrictEqual(
      detail.map(({ loc }: { readonly loc: ReadonlyArray<string> }) => loc.join(".")),
      ["query.modified_after", "query.page_size", "query.expand", "query.include_raw_data"]
    )
  })

  it("show raw data and custom fields on demand", () => {
    const shown = request("ats/candidates", "include_raw_data=true&include_custom_fields=1").show
    assert.deepInclude(shown, { raw: true, customFields: true })
    const hidden = request("ats/candidates", "include_raw_data=False&include_custom_fields=0").show
    assert.deepInclude(hidden, { raw: false, customFields: false })
  })

  it("expand relations, of each all fields or some, and refuse what is none", () => {
    assert.deepStrictEqual(request("ats/applications", "expand=job,candidate[first_name,last_name]").show.expand, [
      { field: "job", keys: null },
      { field: "candidate", keys: ["first_name", "last_name"] }
    ])
    assert.deepStrictEqual(request("hris/employees", "expand=manager[employment_status]").show.expand, [
      { field: "manager", keys: ["employment_status"] }
    ])
    assert.deepStrictEqual(request("ats/applications", "expand=").show.expand, [])
    const wrong = {
      "ats/applications": ["candidates", "job[", "job[]", "job,", "job[nothing]", "source", "toString", "job[a][b]"],
      "ats/tags": ["name"],
      // What stands inside records has none of its own to put there.
      "hris/employees": ["pay_group"]
    }
    for (const [path, texts] of Object.entries(wrong)) {
      for (const text of texts) assert.strictEqual(refused(path, `expand=${text}`).status, 422, `${path} ${text}`)
    }
  })

  it("narrow by each filter of the contract", () => {
    const filters: Readonly<Record<string, string>> = {
      "ats/candidates": "company first_name last_name tag email_addresses",
      "ats/applications": "current_stage credited_to source job candidate reject_reason",
      "ats/jobs": "code status offices",
      "ats/job-interview-stages": "job",
      "ats/scheduled-interviews": "application organizer job_interview_stage",
      "ats/scorecards": "application interview interviewer",
      "ats/offers": "application creator",
      "ats/attachments": "candidate",
      "ats/activities": "user candidate",
      "ats/eeocs": "candidate",
      "ats/remote-users": "email",
      "ats/screening-questions": "job",
      "hris/employees":
        "manager_id company_id employment_status employee_number first_name last_name work_email groups " +
        "work_locations pay_group_id",
      "hris/employments": "employee_id employment_type",
      "hris/compensations": "employee_id pay_group_id start_date_from start_date_to",
      "hris/groups": "parent_group_id type",
      "hris/dependents": "employee_id",
      "hris/time-off": "employee_id status",
      "hris/time-off-balances": "employee_id",
      "hris/bank-info": "employee_id account_type",
      "hris/employee-payroll-runs":
        "employee_id payroll_run_id start_date_from start_date_to end_date_from end_date_to check_date_from " +
        "check_date_to"
    }
    for (const collection of dialect.collections) {
      const path = `${collection.category}/${collection.path}`
      const names = (filters[path] ?? "").split(" ").filter((name) => name !== "")
      assert.deepStrictEqual(Object.keys(collection.filters).toSorted(), names.toSorted(), path)
      for (const name of names) {
        const { byEntry, filter } = request(path, `${name}=2026-01-02`)
        assert.isTrue(byEntry.length > 0 || (filter._tag === "All" && filter.filters.length === 1), `${path} ${name}`)
      }
    }
  })

  it("mean by values what records show", () => {
    assert.deepStrictEqual(
      narrowed("ats/candidates", "email_addresses=a@example.com&email_addresses=b@example.com"),
      Filter.all([Filter.oneOf(["emails", "value"], ["a@example.com", "b@example.com"])])
    )
    assert.deepStrictEqual(
      narrowed("ats/jobs", "offices=1,2&code=X"),
      Filter.all([Filter.oneOf(["code"], ["X"]), Filter.oneOf(["office_ids"], ["1", "2"])])
    )
    // One of their words, or the vendor's where theirs have none.
    assert.deepStrictEqual(
      narrowed("hris/groups", "type=DEPARTMENT"),
      Filter.all([
        Filter.any([
          Filter.oneOf(["type", "value"], ["DEPARTMENT", "SUB_DEPARTMENT"]),
          Filter.all([
            Filter.oneOf(["type", "value"], ["GROUP", "BRANCH", null]),
            Filter.oneOf(["type", "remote"], ["DEPARTMENT"])
          ])
        ])
      ])
    )
    // A day, or a date-time of it; both ends belong to it.
    assert.deepStrictEqual(
      narrowed("hris/compensations", "start_date_from=2026-01-02T10:00:00Z&start_date_to=2026-02-01"),
      Filter.all([
        Filter.range(["effective_on"], { from: "2026-01-02" }),
        Filter.range(["effective_on"], { until: "2026-02-01" })
      ])
    )
    assert.deepStrictEqual(narrowed("hris/employee-payroll-runs", "payroll_run_id=1"), Filter.all([Filter.any([])]))
    const [ofPayGroup] = request("hris/employees", "pay_group_id=id").byEntry
    assert.deepStrictEqual(ofPayGroup?.ids, ["id"])
    assert.deepStrictEqual(
      ofPayGroup?.filter(["W"]),
      Filter.any([
        Filter.oneOf(["pay_group", "remote_id"], ["W"]),
        Filter.all([Filter.oneOf(["pay_group", "remote_id"], [null]), Filter.oneOf(["pay_group", "name"], ["W"])])
      ])
    )
  })

  it("do not show dependants who are none", () => {
    assert.deepStrictEqual(at("hris/dependents").only, Filter.oneOf(["is_dependent"], [true, null]))
  })
})

describe("requests for single records", () => {
  it("are about what is still there, and take what changes how it is shown", () => {
    const item = dialect.item(
      asked("include_raw_data=true&page_size=0&expand=applications", { id: "x" }),
      at("ats/candidates")
    )
    assert.deepStrictEqual(Result.getOrThrow(item), {
      filter: Filter.all([Filter.ids(["x"]), Filter.oneOf(["remote_deleted_at"], [null])]),
      show: { raw: true, customFields: false, keys: null, expand: [{ field: "applications", keys: null }] }
    })
    const wrong = dialect.item(asked("include_raw_data=x", { id: "x" }), at("ats/candidates"))
    assert.isTrue(Result.isFailure(wrong))
  })
})

describe("connectors", () => {
  it("are named by the token in the header", () => {
    const named = dialect.connector({ ...asked(""), headers: { "x-connector-token": "t" } })
    assert.deepStrictEqual(Result.getOrThrow(named), { _tag: "Token", token: "t" })
    const missing = dialect.connector(asked(""))
    if (Result.isSuccess(missing)) return assert.fail()
    const { body, status } = dialect.refuse(missing.failure, "ats")
    assert.strictEqual(status, 422)
    assert.deepInclude(JSON.parse(JSON.stringify(body)).detail[0], {
      loc: ["header", "x-connector-token"],
      type: "missing"
    })
  })
})

describe("gathered lists", () => {
  it("narrow as other lists do", () => {
    const { gathered } = dialect
    const [payGroups] = gathered?.gatherings ?? []
    if (gathered === null || payGroups === undefined) return assert.fail()
    const { keep, limit } = Result.getOrThrow(
      gathered.list(asked("ids=a,b&remote_id=7&modified_after=2026-01-01&page_size=3"), payGroups)
    )
    assert.strictEqual(limit, 3)
    const entry = { id: "a", remoteId: "7", modifiedAt: "2026-01-02T00:00:00.000Z", facts: { remote_id: "7" } }
    assert.isTrue(keep(entry))
    assert.isFalse(keep({ ...entry, id: "c" }))
    assert.isFalse(keep({ ...entry, facts: { remote_id: null } }))
    assert.isFalse(keep({ ...entry, modifiedAt: "2025-12-31T00:00:00.000Z" }))
    assert.isTrue(Result.isFailure(gathered.list(asked("page_size=201"), payGroups)))
    assert.isTrue(Result.isFailure(gathered.list(asked("include_raw_data=x"), payGroups)))
  })
})

describe("answers", () => {
  it("wrap lists with how many there are, and single records not at all", () => {
    const { writeItem, writeList } = dialect
    const list = { isPaged: true }
    assert.strictEqual(
      writeList({ items: ['{"id":"1"}', '{"id":"2"}'], next: 'a"b' }, list).join(""),
      '{"cursor":"a\\"b","page_size":2,"items":[{"id":"1"},{"id":"2"}]}'
    )
    assert.strictEqual(writeList({ items: [], next: null }, list).join(""), '{"cursor":null,"page_size":0,"items":[]}')
    assert.strictEqual(writeItem('{"id":"1"}'), '{"id":"1"}')
  })

  it("refuse with the contract's statuses, and a sentence that is never empty", () => {
    const refusals: ReadonlyArray<readonly [Failure, number]> = [
      [{ _tag: "Unauthenticated", reason: "No key." }, 401],
      // A key of another environment.
      [{ _tag: "ConnectorUnknown" }, 401],
      [{ _tag: "Forbidden", reason: "No scope." }, 403],
      [{ _tag: "CategoryMismatch", asked: "ats", connector: "hris" }, 403],
      [{ _tag: "ModelNotInScope", model: "eeoc" }, 403],
      [{ _tag: "ConnectorPaused" }, 403],
      [{ _tag: "ConnectorInactive" }, 403],
      [{ _tag: "ModelNotAvailable", model: "courses", provider: "lever" }, 404],
      [{ _tag: "NotFound", what: "route" }, 404],
      [{ _tag: "MethodNotAllowed", allowed: ["GET"] }, 405],
      [{ _tag: "ConnectorIncomplete" }, 409],
      [{ _tag: "FirstSyncPending", model: "job" }, 409],
      [{ _tag: "Conflict", reason: "Busy." }, 409],
      [{ _tag: "TooLarge", limit: 10 }, 413],
      [{ _tag: "UnsupportedMediaType", expected: "application/json" }, 415],
      [{ _tag: "RateLimited", retryAfter: 2.5 }, 429],
      [{ _tag: "Internal", id: "x" }, 500],
      [{ _tag: "NotImplemented", what: "Passthrough" }, 501],
      [{ _tag: "Unavailable", retryAfter: 5 }, 503]
    ]
    for (const [failure, status] of refusals) {
      const answer = dialect.refuse(failure, "ats")
      assert.strictEqual(answer.status, status, failure._tag)
      assert.strictEqual(answer.contentType, "application/json")
      const body: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(answer.body))
      assert.deepStrictEqual(Object.keys(body), ["detail"])
      assert.match(String(body["detail"]), /\w+.*\.$/)
      assert.strictEqual("www-authenticate" in answer.headers, status === 401, failure._tag)
    }
    assert.strictEqual(dialect.refuse({ _tag: "RateLimited", retryAfter: 2.5 }, null).headers["retry-after"], "3")
    const inBody: Failure = {
      _tag: "InvalidRequest",
      faults: [{ in: "body", name: "items.0.name", message: "Expected a text." }]
    }
    assert.deepStrictEqual(dialect.refuse(inBody, null), {
      status: 422,
      headers: {},
      body: { detail: [{ loc: ["body", "items", 0, "name"], msg: "Expected a text.", type: "value_error" }] },
      contentType: "application/json"
    })
  })
})
