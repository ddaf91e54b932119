/** Connectors and providers in this dialect's words: integrations, and the tools that they are of. */
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Connector } from "@crosswalk/core/platform/Connector"
import type { Provider } from "@crosswalk/core/Provider"
import { Schema } from "effect"
import { roles } from "./ats/Role.ts"
import { atsCollections } from "./AtsCollections.ts"
import * as Form from "./Form.ts"
import { absenceTypes } from "./hris/AbsenceType.ts"
import { hrisCollections } from "./HrisCollections.ts"
import * as IntegrationId from "./IntegrationId.ts"
import * as Shape from "../Shape.ts"
import { actions, missingLists } from "./Unsupported.ts"

/** Their categories, of which a connector has one. */
export const categories = ["HRIS", "ATS", "ASSESSMENT", "LMS"] as const

/** How far the customer has got with setting an integration up. */
export const setupStatuses = ["INCOMPLETE", "FINAL_SYNC_PENDING", "COMPLETED"] as const

const coverage = Schema.Literals(["SUPPORTED", "UNSUPPORTED", "NOT_IMPLEMENTED", "UNKNOWN"]).annotate({
  description: "Whether the tool supplies it here."
})
const setting = Schema.Literals(["ENABLED", "DISABLED", "OPTIONAL"]).annotate({
  description: "Whether the integration was granted it."
})
const isAvailable = Schema.Boolean.annotate({ description: "Whether it can be used now." })
const optedOut = Schema.Boolean.annotate({ description: "Whether the customer took it back; always false." })
const id = Shape.required("Name for programs.")
const label = Shape.required("Name for people.")

const Field = Schema.Struct({ id, coverage_status: coverage })
const Covered = Schema.Struct({
  id,
  label,
  coverage_status: coverage,
  fields: Shape.list(Field, "Coverage of the single fields; none is told here.")
})
const Granted = Schema.Struct({
  id,
  label,
  is_available: isAvailable,
  coverage_status: coverage,
  scope_config_setting: setting,
  opted_out_by_customer: optedOut,
  fields: Shape.list(
    Schema.Struct({
      id,
      is_available: isAvailable,
      coverage_status: coverage,
      scope_config_setting: setting,
      opted_out_by_customer: optedOut
    }),
    "Coverage of the single fields; none is told here."
  )
})

/** An integration with what it covers. */
export const Integration = Schema.Struct({
  id: Shape.required("Name of the integration: its tool and our id."),
  tool: Schema.Struct({
    id,
    label,
    internal_label: Shape.text("Name within the host application; always null."),
    logo_url: Shape.required("A picture."),
    icon_url: Shape.required("A small picture.")
  }),
  category: Schema.Literals(categories),
  status: Schema.Literals(["ACTIVE", "INVALID", "INACTIVE"]).annotate({
    description: "INVALID when the customer has to authorise anew, INACTIVE when it was switched off."
  }),
  setup_status: Schema.Literals(setupStatuses).annotate({ description: "How far the set-up has got." }),
  end_user: Schema.Struct({
    organization_name: Shape.required("The customer; empty when no name was given."),
    creator_email: Shape.text("Who set the integration up; not kept."),
    origin_id: Shape.text("The host application's own key of the customer.")
  }),
  scope_config: Schema.Struct({ id: Shape.id("Our id of the grants."), name: Shape.text("Always null.") }),
  data_expired_at: Shape.instant("Always null: data do not expire by themselves."),
  created_at: Shape.required("When the integration was created."),
  beta: Schema.Boolean,
  read_models: Shape.list(Granted, "Lists of the category."),
  write_actions: Shape.list(Granted, "Actions of the category.")
})

/** A tool with what it covers. */
export const Tool = Schema.Struct({
  id,
  label,
  internal_label: Shape.text("Name within the host application; always null."),
  assets: Schema.Struct({
    logo_url: Shape.required("A picture."),
    icon_url: Shape.required("A small picture."),
    icon_black_url: Shape.required("A small picture in black.")
  }),
  paid_api_details_markdown: Shape.text("Always null."),
  fast_track_details_markdown: Shape.text("Always null."),
  partner_only_details_markdown: Shape.text("Always null."),
  connection_guide_url: Shape.text("The vendor's documentation."),
  coverage: Schema.Struct({
    read_models: Shape.list(Covered, "Lists of the category."),
    write_actions: Shape.list(Covered, "Actions of the category."),
    features: Shape.list(Schema.Struct({ id, label, coverage_status: coverage }), "Always empty.")
  })
})

/** Our categories that this dialect knows, in its words. */
export const category = { hris: "HRIS", ats: "ATS", lms: "LMS" } as const

/** One of our categories that this dialect knows. */
export type Category = keyof typeof category

/** Whether this dialect knows a category of ours. */
export const isKnown = (name: string): name is Category => Object.hasOwn(category, name)

interface Listed {
  readonly id: string
  readonly label: string
  readonly models: ReadonlyArray<ModelName>
}

// `hris/time-off-balances` is `hris_time_off_balances`, and "Time off balances" to people.
const listed = (path: string, models: ReadonlyArray<ModelName>): Listed => {
  const words = path.slice(path.indexOf("/") + 1).replaceAll("-", " ")
  const label = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return { id: path.replaceAll(/[-/]/g, "_"), label, models }
}

/** The lists of a category, each once. */
const listsOf = (name: Category): ReadonlyArray<Listed> => [
  ...[...atsCollections, ...hrisCollections].flatMap(({ category, parent, path, projections }) =>
    category === name && parent === null
      ? [
          listed(
            `${name}/${path}`,
            projections.map(({ model }) => model.name)
          )
        ]
      : []
  ),
  ...[roles, absenceTypes].flatMap(({ category, path, sources }) =>
    category === name
      ? [
          listed(
            `${name}/${path}`,
            sources.map(({ model }) => model)
          )
        ]
      : []
  ),
  ...missingLists.flatMap(({ category, path }) => (category === name ? [listed(path, [])] : []))
]

const supplies = (provider: Provider, { models }: Listed): boolean =>
  provider.mappers.some(({ model }) => models.includes(model.name))

// No vendor's mark is ours to hand out: a picture shows the first letter of its name.
const picture = (name: string, colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><text x="16" y="23" font-family="sans-serif" font-size="22" text-anchor="middle" fill="${colour}">${(/[\p{L}\p{N}]/u.exec(name) ?? ["?"])[0]}</text></svg>`
  )}`

const grey = "#555"
const statusOf = (isThere: boolean) => (isThere ? ("SUPPORTED" as const) : ("NOT_IMPLEMENTED" as const))

/** A provider as a tool of one category. */
export const tool = (provider: Provider, name: Category): typeof Tool.Type => ({
  id: IntegrationId.tool(provider.id),
  label: provider.name,
  internal_label: null,
  assets: {
    logo_url: picture(provider.name, grey),
    icon_url: picture(provider.name, grey),
    icon_black_url: picture(provider.name, "#000")
  },
  paid_api_details_markdown: null,
  fast_track_details_markdown: null,
  partner_only_details_markdown: null,
  connection_guide_url: provider.docs,
  coverage: {
    read_models: listsOf(name).map((listed) => ({
      id: listed.id,
      label: listed.label,
      coverage_status: statusOf(supplies(provider, listed)),
      fields: []
    })),
    write_actions: actions
      .filter((action) => action.category === name)
      .map(({ id, label }) => ({ id, label, coverage_status: statusOf(false), fields: [] })),
    features: []
  }
})

/** What an integration is told of beside its connector. */
export interface State {
  /** Whether a sync has ended well. */
  readonly hasSynced: boolean
  /** Whether the connector was granted a model. */
  readonly isGranted: (model: ModelName) => boolean
}

/** How far the set-up of a connector has got. */
export const setupStatus = (
  connector: Model.Unified<typeof Connector>,
  hasSynced: boolean
): (typeof setupStatuses)[number] =>
  connector.status === "INCOMPLETE" ? "INCOMPLETE" : hasSynced ? "COMPLETED" : "FINAL_SYNC_PENDING"

/** A connector of a category that this dialect knows, as an integration. */
export const integration = (
  connector: Model.Unified<typeof Connector>,
  name: Category,
  provider: Provider,
  { hasSynced, isGranted }: State
): typeof Integration.Type => {
  const { assets, coverage, ...named } = tool(provider, name)
  const isUsable = connector.is_active !== false && connector.status === "COMPLETE"
  return {
    id: IntegrationId.write(connector.provider, connector.id),
    tool: {
      id: named.id,
      label: named.label,
      internal_label: null,
      logo_url: assets.logo_url,
      icon_url: assets.icon_url
    },
    category: category[name],
    status: connector.is_active === false ? "INACTIVE" : connector.status === "RELINK_NEEDED" ? "INVALID" : "ACTIVE",
    setup_status: setupStatus(connector, hasSynced),
    end_user: {
      organization_name: connector.customer ?? "",
      creator_email: null,
      origin_id: connector.customer_key
    },
    scope_config: { id: Form.id(connector.id), name: null },
    data_expired_at: null,
    created_at: connector.created_at,
    beta: false,
    read_models: listsOf(name).map((listed) => {
      const isSupplied = supplies(provider, listed)
      const isAllowed = listed.models.some(isGranted)
      return {
        id: listed.id,
        label: listed.label,
        is_available: isUsable && isSupplied && isAllowed,
        coverage_status: statusOf(isSupplied),
        scope_config_setting: isAllowed ? ("ENABLED" as const) : ("DISABLED" as const),
        opted_out_by_customer: false,
        fields: []
      }
    }),
    write_actions: coverage.write_actions.map((action) => ({
      ...action,
      is_available: false,
      scope_config_setting: "DISABLED" as const,
      opted_out_by_customer: false,
      fields: []
    }))
  }
}
