import { assert, describe, it } from "@effect/vitest"
import { timeOff } from "@crosswalk/api/unified/hris/TimeOff"
import { dialect } from "@crosswalk/api/unified/Dialect"
import type * as Models from "@crosswalk/core/Models"
import { Schema } from "effect"
import { account, type Stored } from "../conformance/Account.ts"
import { serve } from "../conformance/Loaded.ts"
import { contracts } from "./Contract.ts"
import { misfits } from "./Fits.ts"

const listOf = ({ category, path }: { readonly category: string; readonly path: string }) => `${category}/${path}`

/** What the vendor's page on employees says of each object: the field that links back to one. */
const links = `ats/activity.user_ids ats/candidate.user_id ats/document.user_id ats/interview.user_ids uc/call.user_id
  crm/company.user_id crm/contact.user_id crm/deal.user_id crm/lead.user_id crm/lead.creator_user_id
  hris/employee.manager_id hris/group.user_ids hris/group.manager_ids hris/payslip.user_id hris/timeoff.user_id
  hris/timeoff.approver_user_id kms/space.user_id kms/page.user_id storage/file.user_id task/project.user_ids
  ticketing/note.user_id ticketing/ticket.user_id`.split(/\s+/)

/** The records of a list: an absence of nobody is none. */
const recordsOf = (collection: (typeof dialect.collections)[number], name: Parameters<typeof Models.byName>[0]) =>
  (account.get(name) ?? []).filter((record) => collection.only === null || record["user_id"] !== null)

describe("the vendor's contract", () => {
  it("is told from what is close to it", () => {
    const [, record = {}] = serve(account, timeOff, (account.get("time_off") ?? []).slice(5, 7))
    const close: ReadonlyArray<readonly [Stored, string]> = [
      [{ ...record, reason: null }, "hris/timeoff.reason is null"],
      [{ ...record, start_at: "2026-01-01" }, 'hris/timeoff.start_at is "2026-01-01"'],
      [{ ...record, start_at: "2026-02-30T00:00:00Z" }, 'hris/timeoff.start_at is "2026-02-30T00:00:00Z"'],
      [{ ...record, duration: "8" }, 'hris/timeoff.duration is "8"'],
      [{ ...record, id: 7 }, "hris/timeoff.id is 7"],
      [{ ...record, raw: [] }, "hris/timeoff.raw is []"],
      [{ ...record, remote_id: "7" }, "hris/timeoff.remote_id is not in the contract"]
    ]
    assert.deepStrictEqual(misfits("hris/timeoff", record), [])
    for (const [changed, fault] of close) assert.deepStrictEqual(misfits("hris/timeoff", changed), [fault])
    const { user_id: _, ...without } = record
    assert.deepStrictEqual(misfits("hris/timeoff", without), ["hris/timeoff.user_id is missing"])
    assert.deepStrictEqual(misfits("ats/candidate", { emails: [{ type: "WORK" }], metadata: [{ value: null }] }), [
      "ats/candidate.emails[0].email is missing",
      "ats/candidate.metadata[0].value is null"
    ])
  })

  it("has a list for every one of ours, and ours one for every one of it", () => {
    assert.deepStrictEqual(dialect.collections.map(listOf).toSorted(), Object.keys(contracts).toSorted())
    const withoutItems = dialect.collections.filter(({ hasItems }) => !hasItems).map(listOf)
    assert.deepStrictEqual(withoutItems, ["ats/applicationstatus"])
  })

  for (const collection of dialect.collections) {
    const list = listOf(collection)
    for (const projection of collection.projections) {
      const { name } = projection.model

      it(`${list} of ${name}: every word, nulls, unknown words, empty lists`, () => {
        const records = recordsOf(collection, name)
        assert.isAbove(records.length, 20)
        const served = serve(account, projection, records)
        assert.deepStrictEqual(
          served.flatMap((record) => misfits(list, record)),
          []
        )
        // What our own document says is kept, too.
        assert.isTrue(served.every(Schema.is(projection.shape)))
      })

      it(`${list} of ${name}: with what the vendor sent, which may hold null and lists`, () => {
        const record = { id: 7, nothing: null, many: [[1], null] }
        const page = recordsOf(collection, name)
        const resources: ReadonlyArray<ReadonlyArray<unknown>> = [[record], [record, record], [[record]], ["text"]]
        for (const sent of resources) {
          const raw = sent.map((one) => ({ resource: "things", record: one }))
          const served = serve(account, projection, page, raw)
          assert.isTrue(served.every((one) => "raw" in one))
          assert.deepStrictEqual(
            served.flatMap((one) => misfits(list, one)),
            []
          )
        }
      })
    }
  }

  for (const link of links) {
    it(`${link} is the vendor's id of somebody in hris/employee`, () => {
      const [list = "", field = ""] = link.split(".")
      const collection = dialect.collections.find((one) => listOf(one) === list) ?? assert.fail(list)
      const [projection] = collection.projections
      const people = new Set((account.get("employee") ?? []).map(({ remote_id }) => remote_id))
      const served = serve(account, projection, recordsOf(collection, projection.model.name))
      const named = served.flatMap((record) => (field in record ? [record[field]].flat() : []))
      assert.isAbove(named.length, 20)
      // Whoever was never read has no vendor's id; where the key must be there all the same, it is ours.
      const known = named.filter((id) => typeof id === "string" && people.has(id))
      assert.isAtMost(named.length - known.length, list === "hris/timeoff" && field === "user_id" ? 1 : 0)
    })
  }
})
