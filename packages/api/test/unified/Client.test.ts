import { assert, describe, layer } from "@effect/vitest"
import { dialect } from "@crosswalk/api/unified/Dialect"
import { UnifiedTo } from "@unified-api/typescript-sdk"
import { Context, Effect, Layer } from "effect"
import { connector } from "../conformance/Account.ts"
import * as Loopback from "./Loopback.ts"

class Server extends Context.Service<Server, { readonly url: string }>()("@crosswalk/api/test/unified/Server") {
  static readonly layer = Layer.effect(Server, Loopback.listen)
}

type List = (
  client: UnifiedTo,
  page: { readonly connectionId: string; readonly limit: number; readonly offset: number }
) => Promise<ReadonlyArray<{ readonly id?: string | undefined }>>

/** Every object of the contract's table. */
const lists: Readonly<Record<string, List>> = {
  "ats/activity": ({ ats }, page) => ats.listAtsActivities(page),
  "ats/candidate": ({ ats }, page) => ats.listAtsCandidates(page),
  "ats/document": ({ ats }, page) => ats.listAtsDocuments(page),
  "ats/interview": ({ ats }, page) => ats.listAtsInterviews(page),
  "ats/application": ({ ats }, page) => ats.listAtsApplications(page),
  "ats/applicationstatus": ({ ats }, page) => ats.listAtsApplicationstatuses(page),
  "ats/job": ({ ats }, page) => ats.listAtsJobs(page),
  "ats/scorecard": ({ ats }, page) => ats.listAtsScorecards(page),
  "crm/company": ({ crm }, page) => crm.listCrmCompanies(page),
  "crm/contact": ({ crm }, page) => crm.listCrmContacts(page),
  "crm/deal": ({ crm }, page) => crm.listCrmDeals(page),
  "crm/lead": ({ crm }, page) => crm.listCrmLeads(page),
  "hris/employee": ({ hris }, page) => hris.listHrisEmployees(page),
  "hris/group": ({ hris }, page) => hris.listHrisGroups(page),
  "hris/payslip": ({ hris }, page) => hris.listHrisPayslips(page),
  "hris/timeoff": ({ hris }, page) => hris.listHrisTimeoffs(page),
  "uc/call": ({ uc }, page) => uc.listUcCalls(page),
  "kms/space": ({ kms }, page) => kms.listKmsSpaces(page),
  "kms/page": ({ kms }, page) => kms.listKmsPages(page),
  "storage/file": ({ storage }, page) => storage.listStorageFiles(page),
  "task/project": ({ task }, page) => task.listTaskProjects(page),
  "ticketing/note": ({ ticketing }, page) => ticketing.listTicketingNotes(page),
  "ticketing/ticket": ({ ticketing }, page) => ticketing.listTicketingTickets(page)
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** How many keys there are at every depth, but inside of what has no shape. */
const keys = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + keys(item), 0)
  if (!isMap(value) || value instanceof Date) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (inner === undefined ? 0 : 1 + (key === "metadata" || key === "raw" ? 0 : keys(inner))),
    0
  )
}

const bareDate = /"\d{4}-\d{2}-\d{2}"/

describe("the vendor's own client", () => {
  layer(Server.layer)((it) => {
    it.effect("is there for every list", () =>
      Effect.sync(() => {
        const paths = dialect.collections.map(({ category, path }) => `${category}/${path}`)
        assert.sameMembers(paths, Object.keys(lists))
      })
    )

    for (const [name, list] of Object.entries(lists)) {
      it.effect(`accepts every record of ${name} and knows every key`, () =>
        Effect.gen(function* () {
          const { url } = yield* Server
          const client = new UnifiedTo({ serverURL: url, security: { jwt: "key" } })
          const read = (limit: number, offset: number) =>
            Effect.promise(() => list(client, { connectionId: connector, limit, offset }))
          const records = yield* read(100, 0)
          assert.isAbove(records.length, 20)
          assert.deepStrictEqual([...(yield* read(2, 0)), ...(yield* read(50, 2))], [...records])
          const text = yield* Effect.promise(() =>
            fetch(`${url}/${name.replace("/", `/${connector}/`)}`).then((response) => response.text())
          )
          assert.notMatch(text, bareDate)
          assert.notInclude(text.replaceAll(/"metadata":\[[^\]]*\]/g, ""), "null")
          assert.strictEqual(keys(records), keys(JSON.parse(text)), "the client drops keys that it does not know")
        })
      )
    }

    it.effect("gets the vendor's record as it came, and only then", () =>
      Effect.gen(function* () {
        const { url } = yield* Server
        const client = new UnifiedTo({ serverURL: url, security: { jwt: "key" } })
        const page = { connectionId: connector, limit: 1 }
        const [plain] = yield* Effect.promise(() => client.crm.listCrmDeals(page))
        const [raw] = yield* Effect.promise(() => client.crm.listCrmDeals({ ...page, fields: ["raw"] }))
        assert.isUndefined(plain?.raw)
        assert.deepStrictEqual(raw?.raw, { id: 7, nothing: null })
        const one = yield* Effect.promise(() => client.crm.getCrmDeal({ connectionId: connector, id: "5" }))
        assert.strictEqual(one.id, "5")
      })
    )
  })
})
