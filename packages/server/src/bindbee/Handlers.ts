/** The routes of the Bindbee dialect beside its lists. */
import { handled as routes } from "@crosswalk/api/bindbee/Routes"
import { Category } from "@crosswalk/core/Category"
import * as Id from "@crosswalk/core/Id"
import * as Models from "@crosswalk/core/Models"
import { Registry } from "@crosswalk/core/Registry"
import { ConnectLinks } from "@crosswalk/store/ConnectLinks"
import { Effect, Option, Redacted, Schema } from "effect"
import * as ConnectorActions from "../ConnectorActions.ts"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import * as Connectors from "./Connectors.ts"

const linkSeconds = 24 * 60 * 60

const categories = { hris: "HRIS", ats: "ATS", lms: "LMS" } as const

const refused = (what: string) => new Refused({ failure: { _tag: "NotFound", what } })

const isCategory = Schema.is(Category)

/** What can be connected of a category. Ids are computed, so they are the same everywhere and for ever. */
const integrations = (kind: keyof typeof categories) =>
  Registry.useSync(({ all }) => {
    const items = all
      .filter((provider) => provider.categories.includes(kind))
      .map((provider) => {
        const id = Id.make("crosswalk", "integration", provider.id)
        return {
          id,
          integration_id: id,
          is_enabled: true,
          integration_slug: provider.id,
          integration_type: null,
          category: categories[kind],
          display_name: provider.name,
          icon_url: null,
          description: null
        }
      })
    return { cursor: null, page_size: items.length, items }
  })

/** One for each of its routes. */
export const handlers: ReadonlyArray<Handlers.Handler<Handlers.Needs>> = [
  ...Connectors.handlers,
  Handlers.read(routes.hrisIntegrations, "read", () => integrations("hris")),
  Handlers.read(routes.atsIntegrations, "read", () => integrations("ats")),
  Handlers.read(routes.lmsIntegrations, "read", () => integrations("lms")),
  Handlers.read(routes.orgCheck, "read", () => Effect.succeed({ message: "The API key is good." })),
  Handlers.write(
    routes.createLinkToken,
    "connectors",
    Effect.fnUntraced(function* ({ body }, { session }) {
      const { all } = yield* Registry
      const slug = body.integration ?? null
      if (slug !== null && !all.some(({ id }) => id === slug)) return yield* refused(`integration ${slug}`)
      const category = body.category.toLowerCase()
      const { token } = yield* ConnectLinks.use((links) =>
        links.create(
          {
            workspace: session.workspace,
            category: isCategory(category) ? category : null,
            provider: slug,
            customer: body.end_user_data.org_name,
            customerKey: body.end_user_data.origin_id,
            customerEmail: body.end_user_data.email ?? null,
            relinks: null
          },
          linkSeconds
        )
      )
      return { link_token: Redacted.value(token) }
    })
  ),
  Handlers.read(
    routes.exchangeToken,
    "connectors",
    Effect.fnUntraced(function* ({ params }, { session }) {
      const link = Option.getOrNull(
        yield* ConnectLinks.use((links) => links.find(Redacted.make(params.temporary_token)))
      )
      const id = link?.workspace === session.workspace ? link.connectorId : null
      if (id === null) return yield* refused("connector of this token")
      const token = yield* ConnectorActions.token(id)
      return { connector_token: Redacted.value(token), connector_id: id }
    })
  ),
  Handlers.read(
    routes.resync,
    "connectors",
    Effect.fnUntraced(function* (_, { account }) {
      if (account === null) return yield* ConnectorActions.unknown()
      const { joined } = yield* ConnectorActions.sync(account.connector.id)
      return joined ? "A sync runs or waits already." : "A sync was asked for."
    })
  ),
  Handlers.read(routes.lookupIntegrations, "read", () => Registry.useSync(({ all }) => all.map(({ id }) => id))),
  Handlers.read(routes.lookupModels, "read", () =>
    Effect.succeed(
      Models.all.flatMap(({ category, name }) =>
        category === "hris" || category === "ats" || category === "lms" ? [`${category}_${name}`] : []
      )
    )
  )
]
