import { assert, describe, layer } from "@effect/vitest"
import { Kombo } from "@kombo-api/sdk"
import { KomboAtsError, KomboGeneralError, KomboHrisError } from "@kombo-api/sdk/models/errors"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import * as Id from "@crosswalk/core/Id"
import { Context, Effect, Layer } from "effect"
import { account, connector } from "../conformance/Account.ts"
import { handlers } from "./Answers.ts"
import * as Loopback from "./Loopback.ts"

class Server extends Context.Service<Server, Loopback.Listening>()("@crosswalk/api/test/kombo/Server") {
  static readonly layer = Layer.effect(Server, Loopback.listen(handlers))
}

const integration = IntegrationId.write("ukg-pro", connector)

const client = ({ url }: Loopback.Listening) =>
  new Kombo({ server_url: url, api_key: "good", integration_id: integration })

interface Pages {
  readonly result: { readonly data: { readonly results: ReadonlyArray<unknown> } }
}

/** Walks a list to its end. */
const walk = (list: (client: Kombo) => Promise<AsyncIterable<Pages>>) =>
  Effect.flatMap(Server, (server) =>
    Effect.promise(async () => {
      const results: Array<unknown> = []
      let pages = 0
      for await (const page of await list(client(server))) {
        results.push(...page.result.data.results)
        assert.isBelow(++pages, 1000, "the list ends")
      }
      return { results, pages }
    })
  )

/** What a call is refused with. */
const refusal = (
  call: (client: Kombo) => Promise<unknown>,
  options: { readonly api_key?: string; readonly integration_id?: string } = {}
) =>
  Effect.flatMap(Server, (server) =>
    Effect.promise(() =>
      call(new Kombo({ server_url: server.url, api_key: "good", integration_id: integration, ...options })).then(
        () => assert.fail("the call is refused"),
        (error: unknown) => error
      )
    )
  )

type Size = { readonly page_size: number }

/** Every list that has records, with how many there are. */
const lists: ReadonlyArray<
  readonly [name: string, list: (client: Kombo, size: Size) => Promise<AsyncIterable<Pages>>, count: number]
> = [
  ["users", ({ ats }, size) => ats.getUsers(size), account.get("user")?.length ?? 0],
  ["candidates", ({ ats }, size) => ats.getCandidates(size), account.get("candidate")?.length ?? 0],
  ["applications", ({ ats }, size) => ats.getApplications(size), account.get("application")?.length ?? 0],
  ["jobs", ({ ats }, size) => ats.getJobs(size), account.get("job")?.length ?? 0],
  ["stages", ({ ats }, size) => ats.getApplicationStages(size), account.get("job_interview_stage")?.length ?? 0],
  ["interviews", ({ ats }, size) => ats.getInterviews(size), account.get("scheduled_interview")?.length ?? 0],
  ["offers", ({ ats }, size) => ats.getOffers(size), account.get("offer")?.length ?? 0],
  ["reasons", ({ ats }, size) => ats.getRejectionReasons(size), account.get("reject_reason")?.length ?? 0],
  ["tags", ({ ats }, size) => ats.getTags(size), account.get("tag")?.length ?? 0],
  ["employees", ({ hris }, size) => hris.getEmployees(size), account.get("employee")?.length ?? 0],
  ["employments", ({ hris }, size) => hris.getEmployments(size), account.get("employment")?.length ?? 0],
  ["groups", ({ hris }, size) => hris.getGroups(size), account.get("group")?.length ?? 0],
  ["legal entities", ({ hris }, size) => hris.getLegalEntities(size), account.get("company")?.length ?? 0],
  ["locations", ({ hris }, size) => hris.getLocations(size), account.get("location")?.length ?? 0],
  ["absences", ({ hris }, size) => hris.getAbsences(size), account.get("time_off")?.length ?? 0],
  ["balances", ({ hris }, size) => hris.getTimeOffBalances(size), account.get("time_off_balance")?.length ?? 0]
]

describe("the vendor's own client", () => {
  layer(Server.layer)((it) => {
    for (const [name, list, count] of lists) {
      it.effect(`walks ${name} to the end and accepts every record`, () =>
        Effect.gen(function* () {
          const small = yield* walk((client) => list(client, { page_size: 2 }))
          assert.strictEqual(small.results.length, count)
          assert.strictEqual(small.pages, Math.ceil(count / 2))
          const large = yield* walk((client) => list(client, { page_size: 50 }))
          assert.deepStrictEqual(large.results, small.results)
        })
      )
    }

    it.effect("walks what stands inside records: roles, kinds of absence, fields of customers", () =>
      Effect.gen(function* () {
        const roles = yield* walk(({ ats }) => ats.getRoles({ page_size: 2 }))
        const onJobs = yield* walk(({ ats }) => ats.getRoles({ scopes: ["JOB"] }))
        assert.isAbove(roles.pages, 1)
        assert.isAbove(onJobs.results.length, 0)
        assert.isBelow(onJobs.results.length, roles.results.length)
        const kinds = yield* walk(({ hris }) => hris.getAbsenceTypes({ page_size: 2 }))
        assert.isAbove(kinds.pages, 1)
        const fields = yield* walk(({ general }) => general.getCustomFields({ integration_id: integration }))
        const sources = yield* walk(({ general }) => general.getIntegrationFields({ integration_id: integration }))
        // Two fields on records of each of six kinds.
        assert.strictEqual(fields.results.length, 12)
        assert.strictEqual(sources.results.length, 12)
      })
    )

    it.effect("reads the files of candidates and applications", () =>
      Effect.gen(function* () {
        const server = yield* Server
        const { ats } = client(server)
        const id = Id.toShort(String(account.get("candidate")?.[5]?.["id"]))
        const ofCandidate = yield* Effect.promise(() => ats.getCandidateAttachments({ candidate_id: id }))
        assert.deepStrictEqual(ofCandidate.warnings, [])
        assert.isAbove(ofCandidate.data.results.length, 0)
        const application = Id.toShort(String(account.get("application")?.[5]?.["id"]))
        const ofApplication = yield* Effect.promise(() =>
          ats.getApplicationAttachments({ application_id: application })
        )
        assert.isAbove(ofApplication.data.results.length, 0)
      })
    )

    it.effect("calls the routes beside the lists", () =>
      Effect.gen(function* () {
        const { connect, general } = client(yield* Server)
        const integration_id = integration
        const body = { end_user_email: "a@example.com", end_user_organization_name: "Acme" }
        const details = yield* Effect.promise(() => general.getIntegrationDetails({ integration_id }))
        assert.deepInclude(details.data, { status: "INVALID", setup_status: "FINAL_SYNC_PENDING", id: integration })
        const models = new Map(details.data.read_models.map((model) => [model.id, model]))
        assert.deepInclude(models.get("ats_tags"), { coverage_status: "SUPPORTED", scope_config_setting: "ENABLED" })
        assert.deepInclude(models.get("ats_jobs"), { coverage_status: "NOT_IMPLEMENTED", is_available: false })
        assert.isTrue(models.has("ats_roles") && !models.has("hris_employees"))
        const { data } = yield* Effect.promise(() => general.getTools({ category: "ats" }))
        assert.deepStrictEqual(
          data.tools.map(({ id, label }) => [id, label]),
          [["ukgpro", "UKG Pro"]]
        )
        const calls = [
          () => general.checkApiKey(),
          () => connect.createConnectionLink(body),
          () => connect.getIntegrationByToken({ token: "to/ken" }),
          () => general.createReconnectionLink({ integration_id, body: {} }),
          () => general.createSetupLink({ integration_id, body: { link_type: "EMBEDDED" } }),
          () => general.setIntegrationEnabled({ integration_id, body: { value: true } }),
          () => general.deleteIntegration({ integration_id, body: {} }),
          () => general.triggerSync({}),
          () => general.sendPassthroughRequest({ tool: "ukgpro", api: "rest", body: { method: "GET", path: "/x" } })
        ]
        for (const call of calls) assert.strictEqual((yield* Effect.promise(call)).status, "success")
      })
    )

    it.effect("refusals are the errors of the family, with status and code", () =>
      Effect.gen(function* () {
        const nobody = "1".repeat(24)
        const cases = [
          [
            ({ ats }: Kombo) => ats.getUsers({}),
            { api_key: "bad" },
            KomboAtsError,
            401,
            "PLATFORM.AUTHENTICATION_INVALID"
          ],
          [
            ({ hris }: Kombo) => hris.getGroups({}),
            { api_key: "bad" },
            KomboHrisError,
            401,
            "PLATFORM.AUTHENTICATION_INVALID"
          ],
          [
            ({ general }: Kombo) => general.checkApiKey(),
            { api_key: "bad" },
            KomboGeneralError,
            401,
            "PLATFORM.AUTHENTICATION_INVALID"
          ],
          [
            ({ ats }: Kombo) => ats.getUsers({}),
            { integration_id: `lever:${nobody}` },
            KomboAtsError,
            404,
            "PLATFORM.INTEGRATION_NOT_FOUND"
          ],
          [
            ({ ats }: Kombo) => ats.getUsers({}),
            { integration_id: "nonsense" },
            KomboAtsError,
            404,
            "PLATFORM.INTEGRATION_NOT_FOUND"
          ],
          [
            ({ ats }: Kombo) => ats.getUsers({}),
            { integration_id: integration.replace("ukgpro", "lever") },
            KomboAtsError,
            404,
            "PLATFORM.INTEGRATION_NOT_FOUND"
          ],
          [({ ats }: Kombo) => ats.getUsers({ ids: [nobody] }), {}, KomboAtsError, 404, "PLATFORM.INPUT_INVALID"],
          [
            ({ ats }: Kombo) => ats.getUsers({ ids: ["z".repeat(24)] }),
            {},
            KomboAtsError,
            404,
            "PLATFORM.INPUT_INVALID"
          ],
          [({ ats }: Kombo) => ats.getUsers({ ids: ["short"] }), {}, KomboAtsError, 400, "PLATFORM.INPUT_INVALID"],
          [({ hris }: Kombo) => hris.getGroups({ page_size: 0 }), {}, KomboHrisError, 400, "PLATFORM.INPUT_INVALID"],
          [({ hris }: Kombo) => hris.getGroups({ page_size: 251 }), {}, KomboHrisError, 400, "PLATFORM.INPUT_INVALID"],
          [({ hris }: Kombo) => hris.getTimesheets({}), {}, KomboHrisError, 403, "INTEGRATION.MODEL_NOT_AVAILABLE"],
          [
            ({ hris }: Kombo) => hris.getStaffingEntities({}),
            {},
            KomboHrisError,
            403,
            "INTEGRATION.MODEL_NOT_AVAILABLE"
          ],
          [
            ({ hris }: Kombo) => hris.getPerformanceReviews({}),
            {},
            KomboHrisError,
            403,
            "INTEGRATION.MODEL_NOT_AVAILABLE"
          ],
          [
            ({ hris }: Kombo) => hris.getPerformanceReviewCycles({}),
            {},
            KomboHrisError,
            403,
            "INTEGRATION.MODEL_NOT_AVAILABLE"
          ],
          [
            ({ hris }: Kombo) => hris.getEmployeeDocumentCategories({}),
            {},
            KomboHrisError,
            403,
            "INTEGRATION.MODEL_NOT_AVAILABLE"
          ],
          [
            ({ assessment }: Kombo) => assessment.getPackages(),
            {},
            KomboAtsError,
            403,
            "INTEGRATION.MODEL_NOT_AVAILABLE"
          ],
          [({ hris }: Kombo) => hris.getEmployeeForm(), {}, KomboHrisError, 403, "INTEGRATION.ACTION_NOT_AVAILABLE"],
          [
            ({ ats }: Kombo) => ats.removeCandidateTag({ candidate_id: nobody, body: { tag: { name: "x" } } }),
            {},
            KomboAtsError,
            403,
            "INTEGRATION.ACTION_NOT_AVAILABLE"
          ],
          [
            ({ hris }: Kombo) => hris.deleteAbsence({ absence_id: nobody, body: {} }),
            {},
            KomboHrisError,
            403,
            "INTEGRATION.ACTION_NOT_AVAILABLE"
          ]
        ] as const
        for (const [call, options, kind, status, code] of cases) {
          const error = yield* refusal(call, options)
          if (!(error instanceof kind)) return assert.fail(`${code}: ${String(error)}`)
          assert.strictEqual(error.statusCode, status, code)
          assert.strictEqual(error.data$.error.code, code)
        }
      })
    )
  })
})
