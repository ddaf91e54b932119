import { assert, layer } from "@effect/vitest"
import { UnifiedTo } from "@unified-api/typescript-sdk"
import { SDKError } from "@unified-api/typescript-sdk/sdk/models/errors/sdkerror.js"
import { Effect } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

interface Page {
  readonly connectionId: string
  readonly limit?: number
  readonly offset?: number
}

interface Item {
  readonly connectionId: string
  readonly id: string
}

interface Record {
  readonly id?: string | undefined
}

type Called = readonly [list: (page: Page) => Promise<ReadonlyArray<Record>>, get: (item: Item) => Promise<Record>]

/** The objects by the permission that a connection has which supports them. */
const objects = ({
  ats,
  hris,
  crm,
  kms,
  storage,
  task,
  ticketing,
  uc
}: UnifiedTo): Readonly<{
  [permission: string]: Called
}> => ({
  ats_activity_read: [(page) => ats.listAtsActivities(page), (item) => ats.getAtsActivity(item)],
  ats_candidate_read: [(page) => ats.listAtsCandidates(page), (item) => ats.getAtsCandidate(item)],
  ats_document_read: [(page) => ats.listAtsDocuments(page), (item) => ats.getAtsDocument(item)],
  ats_interview_read: [(page) => ats.listAtsInterviews(page), (item) => ats.getAtsInterview(item)],
  ats_application_read: [(page) => ats.listAtsApplications(page), (item) => ats.getAtsApplication(item)],
  ats_job_read: [(page) => ats.listAtsJobs(page), (item) => ats.getAtsJob(item)],
  ats_scorecard_read: [(page) => ats.listAtsScorecards(page), (item) => ats.getAtsScorecard(item)],
  uc_call_read: [(page) => uc.listUcCalls(page), (item) => uc.getUcCall(item)],
  crm_company_read: [(page) => crm.listCrmCompanies(page), (item) => crm.getCrmCompany(item)],
  crm_contact_read: [(page) => crm.listCrmContacts(page), (item) => crm.getCrmContact(item)],
  crm_deal_read: [(page) => crm.listCrmDeals(page), (item) => crm.getCrmDeal(item)],
  crm_lead_read: [(page) => crm.listCrmLeads(page), (item) => crm.getCrmLead(item)],
  hris_employee_read: [(page) => hris.listHrisEmployees(page), (item) => hris.getHrisEmployee(item)],
  hris_group_read: [(page) => hris.listHrisGroups(page), (item) => hris.getHrisGroup(item)],
  hris_payslip_read: [(page) => hris.listHrisPayslips(page), (item) => hris.getHrisPayslip(item)],
  hris_timeoff_read: [(page) => hris.listHrisTimeoffs(page), (item) => hris.getHrisTimeoff(item)],
  kms_space_read: [(page) => kms.listKmsSpaces(page), (item) => kms.getKmsSpace(item)],
  kms_page_read: [(page) => kms.listKmsPages(page), (item) => kms.getKmsPage(item)],
  storage_file_read: [(page) => storage.listStorageFiles(page), (item) => storage.getStorageFile(item)],
  task_project_read: [(page) => task.listTaskProjects(page), (item) => task.getTaskProject(item)],
  ticketing_note_read: [(page) => ticketing.listTicketingNotes(page), (item) => ticketing.getTicketingNote(item)],
  ticketing_ticket_read: [(page) => ticketing.listTicketingTickets(page), (item) => ticketing.getTicketingTicket(item)]
})

/** The ids of a list, to its end. */
const walked = async (list: Called[0], connectionId: string, limit: number) => {
  const ids: Array<string> = []
  for (;;) {
    const page = await list({ connectionId, limit, offset: ids.length })
    ids.push(...page.map(({ id }) => id ?? "without an id"))
    if (page.length < limit) return ids
  }
}

/** The status and message of a refused call. */
const refused = (call: Promise<unknown>) =>
  Effect.promise(() =>
    call.then(
      () => assert.fail("the call is refused"),
      (error: unknown) => {
        if (!(error instanceof SDKError)) return assert.fail(String(error))
        const body: unknown = JSON.parse(error.body)
        assert.hasAllKeys(body, ["message"])
        return error.statusCode
      }
    )
  )

layer(Served.layer, { timeout: 240_000 })("Unified's own client", (it) => {
  it.effect("walks every list of every connection, in small and large pages, and reads every record", () =>
    Effect.gen(function* () {
      const { accounts, key, name: workspace } = yield* Account.workspace(12)
      const serverURL = `${yield* Served.baseUrl}/unified`
      const client = new UnifiedTo({ serverURL, security: { jwt: key } })
      const connections = yield* Effect.promise(() => client.unified.listUnifiedConnections({}))
      assert.sameMembers(
        connections.map(({ id }) => id),
        accounts.map(({ connector }) => connector.id)
      )
      for (const { categories, id = "", integrationType, permissions } of connections) {
        assert.lengthOf(categories, 1)
        for (const [permission, [list, get]] of Object.entries(objects(client))) {
          if (!permissions.some((one) => one === permission)) {
            assert.strictEqual(yield* refused(list({ connectionId: id })), 404, `${integrationType} ${permission}`)
            continue
          }
          const large = yield* Effect.promise(() => walked(list, id, 50))
          assert.isAbove(large.length, 0, `${integrationType} ${permission}`)
          assert.deepStrictEqual(yield* Effect.promise(() => walked(list, id, 2)), large)
          assert.strictEqual(new Set(large).size, large.length)
          for (const one of large.slice(0, 5)) {
            const item = yield* Effect.promise(() => get({ connectionId: id, id: one }))
            assert.strictEqual(item.id, one)
          }
          assert.strictEqual(yield* refused(get({ connectionId: id, id: "none/such" })), 404)
        }
        assert.include(permissions, "hris_employee_read", "people answer for a connection of any category")
        const one = yield* Effect.promise(() => client.unified.getUnifiedConnection({ id }))
        assert.strictEqual(one.workspaceId, workspace)
      }
      const integrations = yield* Effect.promise(() => client.unified.listUnifiedIntegrations({ categories: ["ats"] }))
      assert.isAbove(integrations.length, 0)
      assert.isTrue(integrations.every(({ categories }) => categories.includes("ats")))
    })
  )

  it.effect("narrows, sorts and searches; takes the key with a scheme; gets the status of a refusal", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(12)
      const serverURL = `${yield* Served.baseUrl}/unified`
      const schemed = new UnifiedTo({ serverURL, security: { jwt: `Bearer ${key}` } })
      const connectionId = accounts.find(({ connector }) => connector.provider === "greenhouse")?.connector.id ?? ""
      const list = (more: Partial<Parameters<typeof schemed.ats.listAtsCandidates>[0]>) =>
        Effect.promise(() => schemed.ats.listAtsCandidates({ connectionId, ...more }))

      const all = yield* list({})
      const byName = yield* list({ sort: "name", order: "desc" })
      const names = byName.map(({ name = "" }) => name.toLowerCase())
      assert.deepStrictEqual(names, names.toSorted().toReversed())
      const updated = all.flatMap(({ updatedAt }) => updatedAt ?? []).toSorted((a, b) => +a - +b)
      const middle = updated[Math.floor(updated.length / 2)]
      assert.isDefined(middle)
      const since = yield* list({ updatedGte: middle?.toISOString() ?? "" })
      assert.strictEqual(since.length, updated.filter((at) => at >= (middle ?? at)).length)
      assert.isBelow(since.length, all.length)
      const [first] = all
      const found = yield* list({ query: first?.emails?.[0]?.email.toUpperCase() ?? "" })
      assert.include(
        found.map(({ id }) => id),
        first?.id
      )
      assert.isBelow(found.length, all.length)
      const raw = yield* list({ fields: ["id", "raw"], limit: 1 })
      assert.hasAllKeys(raw[0], ["id", "raw"])
      const job = all.flatMap(({ jobIds }) => jobIds ?? [])[0] ?? ""
      const ofJob = yield* list({ jobId: job })
      assert.isAbove(ofJob.length, 0)
      assert.isTrue(ofJob.every(({ jobIds }) => jobIds?.includes(job)))

      const people = yield* Effect.promise(() => schemed.hris.listHrisEmployees({ connectionId }))
      const ids = new Set(people.map(({ id }) => id))
      const recruiters = all.flatMap(({ userId }) => userId ?? [])
      assert.isTrue(recruiters.every((id) => ids.has(id)))

      const wrong = new UnifiedTo({ serverURL, security: { jwt: "wrong" } })
      assert.strictEqual(yield* refused(wrong.ats.listAtsCandidates({ connectionId })), 401)
      assert.strictEqual(yield* refused(schemed.ats.listAtsCandidates({ connectionId: "unknown/one" })), 404)
      assert.strictEqual(yield* refused(schemed.ats.listAtsCandidates({ connectionId, limit: 101 })), 400)
      assert.strictEqual(yield* refused(schemed.ats.listAtsCandidates({ connectionId, updatedGte: "2024-01-01" })), 400)
      assert.strictEqual(yield* refused(schemed.calendar.listCalendarEvents({ connectionId })), 404)
      assert.strictEqual(
        yield* refused(schemed.ats.createAtsCandidate({ connectionId, atsCandidate: { name: "A" } })),
        405
      )
    })
  )
})
