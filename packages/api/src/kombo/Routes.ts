/** Routes beside the lists, which the server's handlers answer by their names. */
import { Schema } from "effect"
import * as Route from "../Route.ts"
import * as Integration from "./Integration.ts"
import * as Shape from "../Shape.ts"
import { unsupported } from "./Unsupported.ts"

const success = <S extends Schema.ConstraintDecoder<unknown>>(data: S) =>
  Schema.Struct({ status: Schema.Literal("success"), data })

const nothing = success(Schema.Struct({}))
const link = success(Schema.Struct({ link: Shape.required("Address that the customer opens; it works once.") }))

const integration = Schema.Struct({ integration_id: Schema.String })
const maybe = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

const language = maybe(Schema.Literals(["en", "de", "fr", "it", "es"]))
const linkType = Schema.Literals(["EMBEDDED", "MAGIC_LINK"])

const checkApiKey = Route.make({
  name: "check-api-key",
  method: "GET",
  path: "/check-api-key",
  summary: "Tells whose the API key is.",
  success: success(
    Schema.Struct({
      environment_id: Shape.required("The workspace of the key."),
      customer_id: Shape.required("The workspace, again: there is nothing above it.")
    })
  )
})

const syncType = Schema.Literals(["FULL", "DELTA"])

const forceSync = Route.make({
  name: "force-sync",
  method: "POST",
  path: "/force-sync",
  summary: "Asks for a sync now. One that runs or waits already is joined.",
  needsConnector: true,
  body: Schema.Struct({ type: Schema.optionalKey(syncType) }),
  success: success(
    Schema.Struct({
      already_queued: Schema.Boolean.annotate({ description: "Whether a sync ran or waited already." }),
      sync_id: Shape.required("Our id of the sync."),
      type: syncType
    })
  )
})

const createLink = Route.make({
  name: "create-link",
  method: "POST",
  path: "/connect/create-link",
  summary: "Creates a link with which a customer connects a tool.",
  body: Schema.Struct({
    end_user_email: Schema.String,
    end_user_organization_name: Schema.String,
    end_user_origin_id: maybe(Schema.String),
    remote_environment: maybe(Schema.String),
    integration_category: Schema.optionalKey(Schema.Literals(Integration.categories)),
    integration_tool: maybe(Schema.String),
    language,
    scope_config_id: maybe(Schema.String),
    enable_filtering: Schema.optionalKey(Schema.Boolean),
    enable_field_mapping: Schema.optionalKey(Schema.Boolean),
    link_type: Schema.optionalKey(linkType)
  }),
  success: link
})

const integrationByToken = Route.make({
  name: "integration-by-token",
  method: "GET",
  path: "/connect/integration-by-token/:token",
  summary: "Tells which integration a customer has made, by the token that the link gave.",
  params: Schema.Struct({ token: Schema.String }),
  success: success(
    Schema.Struct({
      tool: Shape.required("The tool."),
      id: Shape.required("Name of the integration."),
      end_user_origin_id: Shape.text("The host application's own key of the customer."),
      end_user_organization_name: Shape.required("The customer."),
      end_user_email: Shape.text("Who set the integration up."),
      setup_status: Schema.Literals(Integration.setupStatuses)
    })
  )
})

const readIntegration = Route.make({
  name: "integration",
  method: "GET",
  path: "/integrations/:integration_id",
  summary: "One integration with what it covers.",
  params: integration,
  needsConnector: true,
  success: success(Integration.Integration)
})

const deleteIntegration = Route.make({
  name: "delete-integration",
  method: "DELETE",
  path: "/integrations/:integration_id",
  summary: "Deletes an integration with all its records.",
  params: integration,
  needsConnector: true,
  success: nothing
})

const enableIntegration = Route.make({
  name: "enable-integration",
  method: "PUT",
  path: "/integrations/:integration_id/enabled",
  summary: "Switches an integration on or off.",
  params: integration,
  needsConnector: true,
  body: Schema.Struct({ value: Schema.Boolean }),
  success: nothing
})

const relink = Route.make({
  name: "relink",
  method: "POST",
  path: "/integrations/:integration_id/relink",
  summary: "Creates a link with which the customer authorises an integration anew.",
  params: integration,
  needsConnector: true,
  body: Schema.Struct({
    language,
    scope_config_id: maybe(Schema.String),
    link_type: Schema.optionalKey(linkType)
  }),
  success: link
})

const setupLink = Route.make({
  name: "setup-link",
  method: "POST",
  path: "/integrations/:integration_id/setup-link",
  summary: "Creates a link with which the customer goes on setting an integration up.",
  params: integration,
  needsConnector: true,
  body: Schema.Struct({ language, link_type: linkType }),
  success: link
})

const tools = Route.make({
  name: "tools",
  method: "GET",
  path: "/tools/:category",
  summary: "The tools of a category with what they cover.",
  params: Schema.Struct({ category: Schema.Literals(["hris", "ats", "assessment", "lms"]) }),
  success: success(Schema.Struct({ tools: Shape.list(Integration.Tool, "The tools.") }))
})

const texts = Schema.Record(Schema.String, Schema.String)

const passthrough = Route.make({
  name: "passthrough",
  method: "POST",
  path: "/passthrough/:tool/:api",
  summary: "Sends a request to the tool's own API with the integration's credentials.",
  params: Schema.Struct({ tool: Schema.String, api: Schema.String }),
  needsConnector: true,
  body: Schema.Struct({
    method: Schema.Literals(["GET", "POST", "DELETE", "PUT", "PATCH"]),
    path: Schema.String,
    headers: Schema.optionalKey(texts),
    params: Schema.optionalKey(texts),
    data: Schema.optionalKey(Schema.Unknown),
    response_as_base64: Schema.optionalKey(Schema.Boolean),
    multipart_form_data: Schema.optionalKey(
      Schema.Array(
        Schema.Struct({
          name: Schema.String,
          value: Schema.Union([
            Schema.String,
            Schema.Struct({
              name: Schema.String,
              content_type: Schema.optionalKey(Schema.String),
              data_url: Schema.optionalKey(Schema.String),
              data: Schema.optionalKey(Schema.String)
            })
          ])
        })
      )
    ),
    api_options: Schema.optionalKey(texts)
  }),
  success: Schema.Struct({
    status: Schema.Literal("success"),
    data: Schema.Struct({
      url: Shape.required("Address that was called."),
      status: Schema.Int.annotate({ description: "Status of the tool's answer." }),
      headers: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Array(Schema.String)])),
      data: Schema.optionalKey(Schema.Unknown)
    }),
    warnings: Schema.Array(Schema.Struct({ message: Schema.String }))
  })
})

/** The routes with handlers. */
export const handled = {
  checkApiKey,
  forceSync,
  createLink,
  integrationByToken,
  readIntegration,
  deleteIntegration,
  enableIntegration,
  relink,
  setupLink,
  tools,
  passthrough
}

const refused = (name: string, method: Route.Method, path: `/${string}`, parameter: string): Route.Any =>
  Route.refused({
    name,
    method,
    path,
    summary: "Changes what is shown of a field: not available here.",
    params: Schema.Struct({ integration_id: Schema.String, [parameter]: Schema.String }),
    category: null,
    refuses: () => ({ _tag: "NotImplemented", what: "Changing what is shown of a field" })
  })

/** All routes beside the lists. */
export const routes: ReadonlyArray<Route.Any> = [
  ...Object.values(handled),
  refused(
    "update-custom-field",
    "PUT",
    "/integrations/:integration_id/custom-fields/:custom_field_id",
    "custom_field_id"
  ),
  refused(
    "update-integration-field",
    "PATCH",
    "/integrations/:integration_id/integration-fields/:integration_field_id",
    "integration_field_id"
  ),
  ...unsupported
]
