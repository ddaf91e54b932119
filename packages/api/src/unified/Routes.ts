/** The routes beside the lists. */
import { Schema } from "effect"
import * as Route from "../Route.ts"
import { Connection } from "./Connection.ts"
import { Integration } from "./Integration.ts"

const optional = Schema.optionalKey(Schema.String)

const paging = {
  limit: optional,
  offset: optional,
  updated_gte: optional
}

const connections = Route.make({
  name: "connections",
  method: "GET",
  path: "/unified/connection",
  summary: "The connections of the workspace.",
  query: Schema.Struct({
    ...paging,
    categories: optional,
    env: optional,
    external_xref: optional,
    sort: optional,
    order: optional
  }),
  success: Schema.Array(Connection)
})

const connection = Route.make({
  name: "connection",
  method: "GET",
  path: "/unified/connection/:id",
  summary: "One connection.",
  params: Schema.Struct({ id: Schema.String }),
  success: Connection
})

const ofIntegrations = { ...paging, active: optional, categories: optional, env: optional, summary: optional }

const integrations = Route.make({
  name: "integrations",
  method: "GET",
  path: "/unified/integration",
  summary: "The systems that can be connected.",
  query: Schema.Struct({ ...ofIntegrations, type: optional }),
  success: Schema.Array(Integration)
})

const workspaceIntegrations = Route.make({
  name: "workspace-integrations",
  method: "GET",
  path: "/unified/integration/workspace/:workspace_id",
  summary: "The systems that can be connected in a workspace, which must be the key's.",
  params: Schema.Struct({ workspace_id: Schema.String }),
  query: Schema.Struct(ofIntegrations),
  success: Schema.Array(Integration)
})

/** The routes with handlers. */
export const handled = { connections, connection, integrations, workspaceIntegrations }

const ofObject = { category: Schema.String, connection_id: Schema.String, object: Schema.String }

const places = [
  {
    name: "list",
    path: "/:category/:connection_id/:object",
    params: Schema.Struct(ofObject),
    methods: ["GET", "POST"]
  },
  {
    name: "item",
    path: "/:category/:connection_id/:object/:id",
    params: Schema.Struct({ ...ofObject, id: Schema.String }),
    methods: ["GET", "PUT", "PATCH", "DELETE"]
  }
] as const

const isRead = (method: Route.Method): boolean => method === "GET"

/** What is not there: objects without a list here, and every writing. */
const unsupported = places.flatMap(({ methods, name, params, path }) =>
  methods.map((method) =>
    Route.refused({
      name: `unsupported-${method.toLowerCase()}-${name}`,
      method,
      path,
      summary: isRead(method) ? "Objects that are not supported." : "Writing: not supported.",
      category: null,
      params,
      refuses: () =>
        isRead(method) ? { _tag: "NotFound", what: "object" } : { _tag: "MethodNotAllowed", allowed: ["GET"] }
    })
  )
)

/** All routes beside the lists. */
export const routes: ReadonlyArray<Route.Any> = [...Object.values(handled), ...unsupported]
