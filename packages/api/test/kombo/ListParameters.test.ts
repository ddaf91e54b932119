import { assert, describe, it } from "@effect/vitest"
import { dialect } from "@crosswalk/api/kombo/Dialect"
import * as Filter from "@crosswalk/core/Filter"
import * as Id from "@crosswalk/core/Id"
import type { ModelName } from "@crosswalk/core/ModelName"
import { Result } from "effect"
import { connector, idOf } from "../conformance/Account.ts"

const absent: ReadonlyArray<string> = ["application.phase", "employee.custom_fields", "job.code", "group.type"]

const ask = (path: string, query: string, params: Readonly<Record<string, string>> = {}) => {
  const collection = dialect.collections.find((one) => dialect.listPath(one) === `/${path}`)
  if (collection === undefined) return assert.fail(`no list ${path}`)
  return dialect.list({ headers: {}, path: params, query: new URLSearchParams(query) }, collection, {
    model: collection.projections[0].model.name,
    fills: (model, field) => !absent.includes(`${model}.${field}`)
  })
}

const asked = (path: string, query: string, params?: Readonly<Record<string, string>>) =>
  Result.getOrElse(ask(path, query, params), (failure) => assert.fail(JSON.stringify(failure)))

const faults = (path: string, query: string) => {
  const result = ask(path, query)
  if (Result.isSuccess(result)) return assert.fail(`${query} is taken`)
  return result.failure._tag === "InvalidRequest" ? result.failure.faults.map(({ name }) => name) : result.failure._tag
}

/** The conditions of a query. */
const filters = (path: string, query: string) => {
  const { filter } = asked(path, query)
  return filter._tag === "All" ? filter.filters : assert.fail("conditions hold together")
}

const short = (model: ModelName, remoteId: string) => Id.toShort(idOf(model, remoteId))

describe("parameters of lists", () => {
  it("defaults are those of the contract", () => {
    const request = asked("ats/users", "")
    assert.deepInclude(request, { limit: 100, includeDeleted: false, start: { _tag: "First" }, mustExist: [] })
    assert.deepStrictEqual(request.filter, Filter.all([]))
    // As the vendor's client sends them.
    const sent = asked("ats/users", "ignore_unsupported_filters=false&include_deleted=true&page_size=250&cursor=abc")
    assert.deepInclude(sent, { limit: 250, includeDeleted: true, start: { _tag: "Cursor", cursor: "abc" } })
  })

  it("what is wrong is named, all of it", () => {
    assert.deepStrictEqual(faults("ats/users", "page_size=0&include_deleted=yes&updated_after=soon&ids=abc"), [
      "ids",
      "updated_after",
      "include_deleted",
      "page_size"
    ])
    for (const size of ["251", "1.5", "-1", "ten", "1e2", "", "9".repeat(400)])
      assert.deepStrictEqual(faults("ats/users", `page_size=${size}`), ["page_size"], size)
    assert.deepStrictEqual(faults("ats/jobs", "statuses=OPEN,LOST"), ["statuses"])
    assert.deepStrictEqual(faults("hris/absences", "date_from=tomorrow"), ["date_from"])
    for (const json of ["x", "{}", '{"a":1,"b":2}', '{"a":{}}', "[1]"])
      assert.deepStrictEqual(faults("hris/employees", `custom_fields=${json}`), ["custom_fields"], json)
  })

  it("ids must exist, the vendor's need not", () => {
    const id = short("user", "1")
    const request = asked("ats/users", `ids=${id}%2C${short("user", "2")}&remote_ids=x,y%2Cz`)
    const ids = [idOf("user", "1"), idOf("user", "2")]
    assert.deepStrictEqual(request.mustExist, [{ model: null, ids }])
    assert.deepStrictEqual(request.filter, Filter.all([Filter.ids(ids), Filter.remoteIds(["x", "y", "z"])]))
    // As long as an id, but none that could be computed.
    assert.strictEqual(faults("ats/users", `ids=${"0".repeat(24)}`), "NotFound")
  })

  it("times may be days, may lack their zone, may have another", () => {
    const after = (text: string) => {
      const [filter] = filters("ats/tags", `updated_after=${encodeURIComponent(text)}`)
      return filter?._tag === "Modified" ? filter.after : assert.fail("a time")
    }
    assert.strictEqual(after("2024-01-01"), "2024-01-01T00:00:00.000Z")
    assert.strictEqual(after("2024-01-01T10:00:00"), "2024-01-01T10:00:00.000Z")
    assert.strictEqual(after("2024-01-01T10:00:00.5+02:00"), "2024-01-01T08:00:00.500Z")
    assert.deepStrictEqual(filters("ats/jobs", "remote_created_after=2024-01-01T10:00:00.000Z"), [
      Filter.from(["remote_created_at"], "2024-01-01T00:00:00.000Z")
    ])
  })

  it("a list below a record demands the record and comes whole", () => {
    const id = short("candidate", "c")
    const request = asked("ats/candidates/:candidate_id/attachments", "page_size=1", { candidate_id: id })
    assert.isNull(request.limit)
    assert.deepStrictEqual(request.mustExist, [{ model: "candidate", ids: [idOf("candidate", "c")] }])
    const nobody = ask("ats/candidates/:candidate_id/attachments", "", { candidate_id: "nobody" })
    assert.isTrue(Result.isFailure(nobody) && nobody.failure._tag === "NotFound")
  })

  it("each filter of the contract is a condition", () => {
    const id = short("job", "j")
    const jobs = [idOf("job", "j")]
    const narrow = (path: string, query: string): Filter.Filter =>
      filters(path, query)[0] ?? assert.fail(`${query} narrows nothing`)
    assert.deepStrictEqual(
      narrow("ats/applications", "outcomes=HIRED,DECLINED"),
      Filter.oneOf(["status", "value"], ["HIRED", "REJECTED", "DECLINED", "WITHDRAWN"])
    )
    assert.deepStrictEqual(narrow("ats/applications", `job_ids=${id},nonsense`), Filter.oneOf(["job_id"], jobs))
    assert.deepStrictEqual(narrow("ats/applications", `current_stage_ids=${id}`), Filter.oneOf(["stage_id"], jobs))
    assert.strictEqual(narrow("ats/applications", "job_remote_ids=1")._tag, "Related")
    assert.strictEqual(narrow("ats/candidates", `job_ids=${id}`)._tag, "Any")
    assert.deepStrictEqual(
      narrow("ats/candidates", "email=A@b.c"),
      Filter.oneOf(["emails", "value"], ["A@b.c"], { fold: true })
    )
    assert.deepStrictEqual(
      narrow("ats/candidates", "first_name=a,b"),
      Filter.oneOf(["first_name"], ["a,b"], { fold: true })
    )
    assert.strictEqual(narrow("ats/interviews", `job_ids=${id}`)._tag, "Any")
    assert.deepStrictEqual(
      narrow("ats/jobs", "employment_types=CONTRACT"),
      Filter.oneOf(["employment_type", "value"], ["CONTRACTOR"])
    )
    assert.deepStrictEqual(narrow("ats/jobs", "visibilities=PUBLIC"), Filter.oneOf(["visibility", "value"], ["PUBLIC"]))
    assert.deepStrictEqual(
      narrow("ats/jobs", "name_contains=Senior%20engineer"),
      Filter.words(["name"], "Senior engineer")
    )
    assert.deepStrictEqual(narrow("ats/jobs", "post_url=https://x,y"), Filter.oneOf(["urls", "value"], ["https://x,y"]))
    assert.deepStrictEqual(
      narrow("ats/users", "emails=a@b.c,d@e.f"),
      Filter.oneOf(["emails", "value"], ["a@b.c", "d@e.f"], { fold: true })
    )
    assert.deepStrictEqual(narrow("hris/groups", "name_contains=x"), Filter.words(["name"], "x"))
    assert.deepStrictEqual(
      narrow("hris/employees", "employment_statuses=LEAVE"),
      Filter.oneOf(["employment_status", "value"], ["LEAVE"])
    )
    assert.strictEqual(narrow("hris/employees", `group_ids=${id}`)._tag, "Any")
    assert.deepStrictEqual(narrow("hris/employees", `legal_entity_ids=${id}`), Filter.oneOf(["company_id"], jobs))
    assert.deepStrictEqual(
      narrow("hris/employees", `work_location_ids=${id}`),
      Filter.oneOf(["work_location_ids"], jobs)
    )
    assert.deepStrictEqual(
      narrow("hris/employees", "work_emails=a@b.c"),
      Filter.element(
        ["emails"],
        [
          { path: ["value"], values: ["a@b.c"], fold: true },
          { path: ["type", "value"], values: ["WORK"], fold: false }
        ]
      )
    )
    assert.deepStrictEqual(
      narrow("hris/absences", "date_until=2024-05-01T09:00:00.000Z"),
      Filter.range(["starts_on"], { until: "2024-05-01" })
    )
    assert.deepStrictEqual(narrow("hris/absences", `employee_id=${id}`), Filter.oneOf(["user_id"], jobs))
    assert.deepStrictEqual(narrow("hris/time-off-balances", `employee_id=${id}`), Filter.oneOf(["user_id"], jobs))
  })

  it("kinds of absence are found by their entries", () => {
    const id = Id.make(connector, "time_off_type", "7")
    const { byEntry, filter } = asked("hris/absences", `type_ids=${Id.toShort(id)}`)
    assert.deepStrictEqual(filter, Filter.all([]))
    assert.deepStrictEqual(
      byEntry.map(({ ids }) => ids),
      [[id]]
    )
    assert.deepInclude(byEntry[0]?.filter(["7"]), { _tag: "Any" })
  })

  it("null stands for groups of no kind that theirs have", () => {
    const filled = { model: "group" as const, fills: () => true }
    const groups = dialect.collections.find(({ path }) => path === "groups") ?? assert.fail("groups are listed")
    const request = dialect.list({ headers: {}, path: {}, query: new URLSearchParams("types=null") }, groups, filled)
    const { filter } = Result.getOrElse(request, () => assert.fail("null is a kind"))
    assert.deepStrictEqual(
      filter,
      Filter.all([Filter.oneOf(["type", "value"], ["GROUP", "DIVISION", "BUSINESS_UNIT", "BRANCH", null])])
    )
  })

  it("a filter on what the provider cannot supply is met by nothing, or passed over", () => {
    const never = [Filter.any([])]
    assert.deepStrictEqual(filters("ats/jobs", "job_codes=a"), never)
    assert.deepStrictEqual(filters("hris/groups", "types=null"), never)
    assert.deepStrictEqual(filters("hris/employees", 'custom_fields={"a":1}'), never)
    assert.deepStrictEqual(filters("ats/jobs", "job_codes=a&ignore_unsupported_filters=true"), [])
    assert.lengthOf(filters("ats/jobs", "name_contains=a&ignore_unsupported_filters=true"), 1)
  })

  it("what counts as a change is the contract's table", () => {
    const through = (path: string) => {
      const [filter] = filters(path, "updated_after=2024-01-01")
      if (filter?._tag !== "Modified") return assert.fail("a time")
      return filter.through.map((way) => way.map(({ to }) => to).join(" "))
    }
    for (const own of [
      "ats/tags",
      "ats/application-stages",
      "ats/rejection-reasons",
      "ats/users",
      "hris/groups",
      "hris/locations",
      "hris/legal-entities",
      "hris/absences",
      "hris/time-off-balances"
    ])
      assert.isEmpty(through(own), own)
    assert.sameMembers(
      [...new Set(through("ats/applications"))],
      ["candidate", "job_interview_stage", "job", "scheduled_interview", "offer", "reject_reason"]
    )
    assert.sameMembers([...new Set(through("ats/candidates"))], ["application"])
    assert.sameMembers(through("ats/jobs"), ["job_interview_stage", "screening_question", "department"])
    assert.deepStrictEqual(through("ats/offers"), ["application"])
    assert.deepStrictEqual(through("ats/interviews"), ["application"])
    assert.sameMembers(through("hris/employees"), [
      "employment",
      "employment compensation",
      "compensation",
      "bank_info",
      "time_off_balance",
      "employee",
      "group",
      "company",
      "location"
    ])
  })
})
