/** What the routes beside the lists answer in tests: a connector that has to be authorised anew, a provider of tags. */
import { integration as integrationOf, tool } from "@crosswalk/api/kombo/Integration"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { handled } from "@crosswalk/api/kombo/Routes"
import type * as Route from "@crosswalk/api/Route"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Mapper from "@crosswalk/core/Mapper"
import type * as Model from "@crosswalk/core/Model"
import * as Page from "@crosswalk/core/Page"
import type { Connector } from "@crosswalk/core/platform/Connector"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import { Schema } from "effect"
import { connector } from "../conformance/Account.ts"
import type { Handlers } from "./Loopback.ts"

const tags = Resource.make("tags", {
  path: "/tags",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({ id: Schema.String }),
  id: ({ id }) => id
})

const none = Mapper.absent("the vendor has none")

/** A provider of tags alone. */
const provider = Provider.make("ukg-pro", {
  name: "UKG Pro",
  categories: ["ats"],
  docs: "https://example.com/docs",
  api: { version: "1", sunset: null },
  auth: [],
  baseUrls: { default: "https://example.com" },
  rateLimit: { limit: 1, windowSeconds: 1, burst: 1 },
  mappers: [
    Mapper.make(Tag, tags, {
      docs: "https://example.com/docs",
      fields: {
        remote_id: ({ id }) => id,
        remote_created_at: none,
        remote_updated_at: none,
        custom_fields: none,
        name: none
      }
    })
  ]
})

const relinked: Model.Unified<typeof Connector> = {
  id: connector,
  modified_at: "2026-01-01T00:00:00.000Z",
  created_at: "2026-01-01T00:00:00.000Z",
  provider: "ukg-pro",
  category: "ats",
  customer: null,
  customer_key: "acme",
  scopes: null,
  status: "RELINK_NEEDED",
  is_active: true,
  is_test: false,
  completed_at: null,
  relink_needed_at: null,
  sync_status: null,
  sync_progress: null,
  last_sync_started_at: null,
  next_sync_at: null,
  average_sync_duration: null,
  employee_count: null,
  active_employee_count: null
}

const success = <A>(data: A) => ({ status: "success" as const, data })
const link = success({ link: "https://example.com/link" })
const setup_status = "COMPLETED" as const
const {
  checkApiKey,
  createLink,
  forceSync,
  integrationByToken,
  passthrough,
  readIntegration,
  tools: listTools
} = handled

/** Answers of the routes beside the lists, as their schemas have them. */
export const handlers: Handlers = {
  "check-api-key": success({ environment_id: "w", customer_id: "w" }) satisfies Route.Output<typeof checkApiKey>,
  integration: success(
    integrationOf(relinked, "ats", provider, { hasSynced: false, isGranted: (model) => model === "tag" })
  ) satisfies Route.Output<typeof readIntegration>,
  tools: success({ tools: [tool(provider, "ats")] }) satisfies Route.Output<typeof listTools>,
  "create-link": link satisfies Route.Output<typeof createLink>,
  relink: link,
  "setup-link": link,
  "integration-by-token": success({
    tool: "ukgpro",
    id: IntegrationId.write("ukg-pro", connector),
    end_user_origin_id: null,
    end_user_organization_name: "Acme",
    end_user_email: null,
    setup_status
  }) satisfies Route.Output<typeof integrationByToken>,
  "enable-integration": success({}),
  "delete-integration": success({}),
  "force-sync": success({ already_queued: false, sync_id: "s", type: "FULL" as const }) satisfies Route.Output<
    typeof forceSync
  >,
  passthrough: {
    ...success({ url: "https://example.com", status: 404, headers: { a: ["b"] }, data: { x: 1 } }),
    warnings: []
  } satisfies Route.Output<typeof passthrough>
}
