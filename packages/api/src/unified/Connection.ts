/** A connection: a customer's account at a vendor, as clients of this dialect know it. */
import type { Category } from "@crosswalk/core/Category"
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Connector } from "@crosswalk/core/platform/Connector"
import { Schema } from "effect"
import { collections } from "./Collections.ts"
import * as Optional from "./Optional.ts"

/** A connection. */
export const Connection = Schema.Struct({
  id: Schema.String.annotate({ description: "Our id of the connection." }),
  created_at: Optional.instant("When the connection was made."),
  updated_at: Optional.instant("When the connection was last changed."),
  workspace_id: Optional.text("The workspace."),
  integration_type: Schema.String.annotate({ description: "The system, by its name in addresses." }),
  integration_name: Optional.text("The system, by name."),
  external_xref: Optional.text("The host application's own key of the customer."),
  environment: Optional.text("The environment; there is one."),
  categories: Schema.Array(Schema.String).annotate({ description: "What the connection was made for." }),
  permissions: Schema.Array(Schema.String).annotate({ description: "What may be read." }),
  is_paused: Optional.boolean("Whether the connection is not synced now.")
}).annotate({ identifier: "Connection" })

/** The one environment that there is. */
export const environment = "Production"

/** The categories that clients know. */
export const isCategory = (category: Category): boolean => category !== "platform"

/** What can be read of a connection whose records are of some models. */
export const permissions = (supplies: (model: ModelName) => boolean): ReadonlyArray<string> =>
  collections.flatMap(({ category, path, projections }) =>
    projections.some(({ model }) => supplies(model.name)) ? [`${category}_${path}_read`] : []
  )

/** A connection, from its record. */
export const connection = (
  record: Model.Unified<typeof Connector>,
  known: {
    readonly workspace: string
    readonly providerName: string
    readonly supplies: (model: ModelName) => boolean
  }
): typeof Connection.Type => ({
  id: record.id,
  created_at: record.created_at,
  updated_at: record.modified_at,
  workspace_id: known.workspace,
  integration_type: record.provider,
  integration_name: known.providerName,
  ...(record.customer_key === null ? {} : { external_xref: record.customer_key }),
  environment,
  categories: isCategory(record.category) ? [record.category] : [],
  permissions: permissions(known.supplies),
  ...(record.is_active === null ? {} : { is_paused: !record.is_active })
})
