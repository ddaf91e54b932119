/** The routes of the Kombo dialect beside its lists. */
import * as Integration from "@crosswalk/api/kombo/Integration"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { handled as routes } from "@crosswalk/api/kombo/Routes"
import { Category } from "@crosswalk/core/Category"
import { Registry } from "@crosswalk/core/Registry"
import { ConnectLinks } from "@crosswalk/store/ConnectLinks"
import type { Purpose } from "@crosswalk/store/ConnectLinks"
import { Connectors } from "@crosswalk/store/Connectors"
import { Schedules } from "@crosswalk/store/Schedules"
import { Effect, Option, Redacted, Schema } from "effect"
import * as HttpServer from "effect/http/HttpServer"
import * as ConnectorActions from "../ConnectorActions.ts"
import * as ConnectorRecord from "../ConnectorRecord.ts"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import type * as Session from "../Session.ts"
import { Settings } from "../Settings.ts"

const linkSeconds = 24 * 60 * 60

const refused = (what: string) => new Refused({ failure: { _tag: "NotFound", what } })

/** The connector that the request names; the route has seen to it that there is one. */
const accountOf = ({ account }: Handlers.Caller): Effect.Effect<Session.Account, Refused> =>
  account === null ? Effect.fail(ConnectorActions.unknown()) : Effect.succeed(account)

const isCategory = Schema.is(Category)

const integrationOf = Effect.fnUntraced(function* ({ connector, provider }: Session.Account) {
  if (!Integration.isKnown(connector.category)) return yield* ConnectorActions.unknown()
  const { counts, record } = yield* ConnectorRecord.of(connector)
  const { scopes } = connector
  return Integration.integration(record, connector.category, provider, {
    hasSynced: counts.length > 0 || record.average_sync_duration !== null,
    isGranted: (model) => scopes === null || scopes.includes(model)
  })
})

/** The address of a new link. */
const linked = Effect.fnUntraced(function* (purpose: Purpose) {
  const { token } = yield* ConnectLinks.use((links) => links.create(purpose, linkSeconds))
  const { address } = yield* HttpServer.HttpServer
  const { publicUrl } = yield* Settings
  const base = publicUrl?.href.replace(/\/$/, "") ?? HttpServer.formatAddress(address)
  return { status: "success", data: { link: `${base}/connect/${Redacted.value(token)}` } } as const
})

const renewing = ({ connector }: Session.Account): Purpose => ({
  workspace: connector.workspace,
  category: connector.category,
  provider: connector.provider,
  customer: connector.customer ?? "",
  customerKey: null,
  customerEmail: null,
  relinks: connector.id
})

/** One for each of its routes. */
export const handlers: ReadonlyArray<Handlers.Handler<Handlers.Needs>> = [
  Handlers.read(routes.checkApiKey, "read", (_, { session: { workspace } }) =>
    Effect.succeed({ status: "success", data: { environment_id: workspace, customer_id: workspace } } as const)
  ),
  Handlers.write(
    routes.forceSync,
    "connectors",
    Effect.fnUntraced(function* ({ body }, caller) {
      const { connector } = yield* accountOf(caller)
      const { joined, run } = yield* ConnectorActions.sync(connector.id, { full: body.type !== "DELTA" })
      const type = run.mode === "full" ? ("FULL" as const) : ("DELTA" as const)
      return { status: "success", data: { already_queued: joined, sync_id: run.id, type } } as const
    })
  ),
  Handlers.write(
    routes.createLink,
    "connectors",
    Effect.fnUntraced(function* ({ body }, { session }) {
      const { all } = yield* Registry
      const tool = body.integration_tool ?? null
      const provider = all.find(({ id }) => IntegrationId.tool(id) === tool)
      if (tool !== null && provider === undefined) return yield* refused(`tool ${tool}`)
      const category = body.integration_category?.toLowerCase()
      return yield* linked({
        workspace: session.workspace,
        category: category !== undefined && isCategory(category) ? category : null,
        provider: provider?.id ?? null,
        customer: body.end_user_organization_name,
        customerKey: body.end_user_origin_id ?? null,
        customerEmail: body.end_user_email,
        relinks: null
      })
    })
  ),
  Handlers.read(
    routes.integrationByToken,
    "connectors",
    Effect.fnUntraced(function* ({ params }, { session }) {
      const found = yield* ConnectLinks.use((links) => links.find(Redacted.make(params.token)))
      const link = Option.getOrNull(found)
      const id = link?.workspace === session.workspace ? link.connectorId : null
      if (link === null || id === null) return yield* refused("integration of this token")
      const connector = yield* Effect.catchTag(
        Connectors.use((connectors) => connectors.get(id)),
        "ConnectorNotFound",
        ConnectorActions.unknown
      )
      const { counts, record } = yield* ConnectorRecord.of(connector)
      return {
        status: "success",
        data: {
          tool: IntegrationId.tool(connector.provider),
          id: IntegrationId.write(connector.provider, connector.id),
          end_user_origin_id: link.customerKey,
          end_user_organization_name: link.customer,
          end_user_email: link.customerEmail,
          setup_status: Integration.setupStatus(record, counts.length > 0)
        }
      } as const
    })
  ),
  Handlers.read(
    routes.readIntegration,
    "read",
    Effect.fnUntraced(function* (_, caller) {
      return { status: "success", data: yield* integrationOf(yield* accountOf(caller)) } as const
    })
  ),
  Handlers.read(
    routes.deleteIntegration,
    "connectors",
    Effect.fnUntraced(function* (_, caller) {
      const { connector } = yield* accountOf(caller)
      yield* ConnectorActions.remove(connector.id)
      return { status: "success", data: {} } as const
    })
  ),
  Handlers.write(
    routes.enableIntegration,
    "connectors",
    Effect.fnUntraced(function* ({ body }, caller) {
      const { connector } = yield* accountOf(caller)
      yield* Schedules.use((schedules) => (body.value ? schedules.resume(connector.id) : schedules.pause(connector.id)))
      return { status: "success", data: {} } as const
    })
  ),
  Handlers.write(routes.relink, "connectors", (_, caller) =>
    Effect.flatMap(accountOf(caller), (account) => linked(renewing(account)))
  ),
  Handlers.write(routes.setupLink, "connectors", (_, caller) =>
    Effect.flatMap(accountOf(caller), (account) => linked(renewing(account)))
  ),
  Handlers.read(
    routes.tools,
    "read",
    Effect.fnUntraced(function* ({ params }) {
      const { all } = yield* Registry
      const { category } = params
      const tools = Integration.isKnown(category)
        ? all.flatMap((provider) =>
            provider.categories.includes(category) ? [Integration.tool(provider, category)] : []
          )
        : []
      return { status: "success", data: { tools } } as const
    })
  ),
  Handlers.write(routes.passthrough, "connectors", () =>
    Effect.fail(new Refused({ failure: { _tag: "NotImplemented", what: "Passthrough" } }))
  )
]
