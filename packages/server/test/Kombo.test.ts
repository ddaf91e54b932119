import { assert, layer } from "@effect/vitest"
import { Kombo } from "@kombo-api/sdk"
import { KomboAtsError } from "@kombo-api/sdk/models/errors"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { Effect } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

/** Counts the records of a list, to its end. */
const walked = async (
  pages: Promise<AsyncIterable<{ readonly result: { readonly data: { readonly results: ReadonlyArray<unknown> } } }>>
) => {
  let count = 0
  for await (const page of await pages) count += page.result.data.results.length
  return count
}

layer(Served.layer, { timeout: 120_000 })("Kombo's own client", (it) => {
  it.effect("walks every list of every connector, in small and large pages", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(40)
      const base = yield* Served.baseUrl
      for (const { connector } of accounts) {
        const kombo = new Kombo({
          server_url: `${base}/kombo/v1`,
          api_key: key,
          integration_id: IntegrationId.write(connector.provider, connector.id)
        })
        const { ats, hris } = kombo
        const lists =
          connector.category === "ats"
            ? [
                ats.getUsers.bind(ats),
                ats.getCandidates.bind(ats),
                ats.getApplications.bind(ats),
                ats.getApplicationStages.bind(ats),
                ats.getJobs.bind(ats),
                ats.getInterviews.bind(ats),
                ats.getOffers.bind(ats),
                ats.getRejectionReasons.bind(ats),
                ats.getTags.bind(ats),
                ats.getRoles.bind(ats)
              ]
            : [
                hris.getEmployees.bind(hris),
                hris.getEmployments.bind(hris),
                hris.getGroups.bind(hris),
                hris.getLegalEntities.bind(hris),
                hris.getLocations.bind(hris),
                hris.getAbsences.bind(hris),
                hris.getAbsenceTypes.bind(hris),
                hris.getTimeOffBalances.bind(hris)
              ]
        for (const list of lists) {
          const counts = yield* Effect.promise(async () => [
            await walked(list({ page_size: 2 })),
            await walked(list({ page_size: 50 }))
          ])
          assert.strictEqual(counts[0], counts[1])
          assert.isAbove(counts[0] ?? 0, 0, `${connector.provider} ${list.name}`)
        }
      }
    })
  )

  it.effect("throws its own errors", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(10)
      const base = yield* Served.baseUrl
      const [account] = accounts
      assert.isDefined(account)
      if (account === undefined) return
      const { connector } = account
      const client = (options: { readonly key?: string; readonly integration?: string }) =>
        new Kombo({
          server_url: `${base}/kombo/v1`,
          api_key: options.key ?? key,
          integration_id: options.integration ?? IntegrationId.write(connector.provider, connector.id)
        })
      const error = (options: Parameters<typeof client>[0], ids?: Array<string>) =>
        Effect.promise(() =>
          walked(client(options).ats.getCandidates(ids === undefined ? {} : { ids })).then(
            () => null,
            (cause: unknown) => (cause instanceof KomboAtsError ? cause.data$.error.code : String(cause))
          )
        )
      assert.strictEqual(yield* error({ key: "wrong" }), "PLATFORM.AUTHENTICATION_INVALID")
      assert.strictEqual(yield* error({ integration: "lever:unknown" }), "PLATFORM.INTEGRATION_NOT_FOUND")
      assert.isNotNull(yield* error({}, ["222k7eCGyUdgt2JWZDNnkDs3"]))
      const general = client({})
      const checked = yield* Effect.promise(() => general.general.checkApiKey())
      assert.strictEqual(checked.status, "success")
      const details = yield* Effect.promise(() =>
        general.general.getIntegrationDetails({
          integration_id: IntegrationId.write(connector.provider, connector.id)
        })
      )
      assert.strictEqual(details.data.setup_status, "COMPLETED")
      const tools = yield* Effect.promise(() => general.general.getTools({ category: "ats" }))
      assert.isAbove(tools.data.tools.length, 1)
      const link = yield* Effect.promise(() =>
        general.connect.createConnectionLink({
          end_user_email: "a@example.com",
          end_user_organization_name: "Example"
        })
      )
      assert.match(link.data.link, /\/connect\/cwl_/)
      const sync = yield* Effect.promise(() => general.general.triggerSync({}))
      assert.isFalse(sync.data.already_queued)
    })
  )
})
