/** The routes of this dialect beside its lists: connectors, changes, models, providers, keys, requests. */
import { Category } from "@crosswalk/core/Category"
import { Connector } from "@crosswalk/core/platform/Connector"
import { Schema } from "effect"
import * as Route from "../Route.ts"

const described = <S extends Schema.Top>(schema: S, description: string) => schema.annotate({ description })

const instant = (description: string) => described(Schema.String, description)

const Id = Schema.Struct({ id: described(Schema.String, "Our id.") })

/** A connector with the token by which requests name it. */
const ConnectorView = Schema.Struct({
  ...Connector.schema.fields,
  token: described(Schema.String, "Names the connector in the header `x-connector-token`."),
  records: described(
    Schema.Array(
      Schema.Struct({
        model: Schema.String,
        total: described(Schema.Int, "Records, deleted ones not counted."),
        deleted: described(Schema.Int, "Records that are gone at the vendor.")
      })
    ),
    "What is stored, by model."
  )
}).annotate({ identifier: "ConnectorWithToken" })

/** All connectors of the workspace. */
export const connectors = Route.make({
  name: "list-connectors",
  method: "GET",
  path: "/connectors",
  summary: "The connectors of the workspace, oldest first.",
  query: Schema.Struct({
    category: Schema.optionalKey(described(Schema.String, "Only those of this category.")),
    provider: Schema.optionalKey(described(Schema.String, "Only those of this provider."))
  }),
  success: Schema.Struct({ data: Schema.Array(ConnectorView) })
})

/** One connector. */
export const connector = Route.make({
  name: "get-connector",
  method: "GET",
  path: "/connectors/:id",
  summary: "One connector, with how its syncs go.",
  params: Id,
  success: ConnectorView
})

/** Connects a customer's account. */
export const createConnector = Route.make({
  name: "create-connector",
  method: "POST",
  path: "/connectors",
  summary: "Connects a customer's account by credentials that are at hand. Nothing is asked of the vendor yet.",
  body: Schema.Struct({
    provider: described(Schema.NonEmptyString, "Id of the provider, e.g. `lever`."),
    credentials: described(
      Schema.Record(Schema.String, Schema.String),
      "Secrets by name, as GET /v1/providers/{id} names them. They are sealed, and never answered."
    ),
    category: Schema.optionalKey(described(Category, "One of the provider's. Default: its first.")),
    customer: Schema.optionalKey(
      described(Schema.NullOr(Schema.String.check(Schema.isMaxLength(200))), "Name of the customer.")
    ),
    scopes: Schema.optionalKey(
      described(Schema.NullOr(Schema.Array(Schema.String)), "Models to read. Default: all that the provider supplies.")
    )
  }),
  success: ConnectorView
})

const Run = Schema.Struct({
  run: described(Schema.String, "Id of the run that does it."),
  joined: described(Schema.Boolean, "Whether it was asked for before and has not ended.")
}).annotate({ identifier: "RequestedRun" })

/** Sync now. */
export const sync = Route.make({
  name: "sync-connector",
  method: "POST",
  path: "/connectors/:id/sync",
  summary: "Syncs a connector now, or joins the sync that runs.",
  params: Id,
  query: Schema.Struct({
    full: Schema.optionalKey(described(Schema.Literals(["true", "false"]), "Reads everything again. Default false."))
  }),
  success: Run
})

const Paused = Schema.Struct({
  paused_at: described(Schema.NullOr(Schema.String), "Since when it is not synced by itself; null when it is.")
}).annotate({ identifier: "PausedConnector" })

/** Stops the schedule. */
export const pause = Route.make({
  name: "pause-connector",
  method: "POST",
  path: "/connectors/:id/pause",
  summary: "Syncs a connector no more by itself, until it is resumed.",
  params: Id,
  success: Paused
})

/** Starts the schedule again. */
export const resume = Route.make({
  name: "resume-connector",
  method: "POST",
  path: "/connectors/:id/resume",
  summary: "Syncs a connector by its schedule again.",
  params: Id,
  success: Paused
})

/** Removes a connector. */
export const remove = Route.make({
  name: "delete-connector",
  method: "DELETE",
  path: "/connectors/:id",
  summary: "Deletes a connector with all its records.",
  params: Id,
  success: Schema.Struct({ deleted: Schema.Literal(true) })
})

const Change = Schema.Struct({
  seq: described(Schema.Int, "Place among the changes of the connector: 1, 2, 3 and so on without gap."),
  connector_id: Schema.String,
  model: Schema.String,
  id: described(Schema.String, "Id of the record."),
  remote_id: described(Schema.String, "The vendor's id of the record."),
  operation: described(
    Schema.Literals(["insert", "update", "delete"]),
    "A deleted record that came back is an insert."
  ),
  fields: described(Schema.NullOr(Schema.Array(Schema.String)), "Fields that changed; null for an insert: all."),
  at: instant("When it was stored.")
}).annotate({ identifier: "Change" })

/** The change feed. */
export const changes = Route.make({
  name: "list-changes",
  method: "GET",
  path: "/changes",
  summary: "What changed, in order and without gap: of the workspace, or of one connector.",
  query: Schema.Struct({
    connector_id: Schema.optionalKey(described(Schema.String, "Only changes of this connector.")),
    cursor: Schema.optionalKey(described(Schema.String, "`next_cursor` of the answer before.")),
    page_size: Schema.optionalKey(described(Schema.String, "Changes in a page, 1 to 1000. Default 100."))
  }),
  success: Schema.Struct({
    data: Schema.Array(Change),
    next_cursor: described(Schema.String, "Where to go on, also when there was nothing: keep it and ask again later."),
    has_more: described(Schema.Boolean, "Whether there is more already.")
  })
})

const Field = Schema.Struct({
  name: Schema.String,
  description: Schema.NullOr(Schema.String),
  pii: described(Schema.String, "How sensitive it is."),
  unit: Schema.NullOr(Schema.String),
  reference: described(Schema.NullOr(Schema.String), "The model whose ids it holds.")
}).annotate({ identifier: "Field" })

/** The models. */
export const models = Route.make({
  name: "list-models",
  method: "GET",
  path: "/models",
  summary: "The unified models with what is known of each field.",
  success: Schema.Struct({
    data: Schema.Array(
      Schema.Struct({
        name: Schema.String,
        plural: described(Schema.String, "As it stands in paths."),
        category: Schema.String,
        description: Schema.String,
        fields: Schema.Array(Field)
      }).annotate({ identifier: "Model" })
    )
  })
})

const Covered = Schema.Struct({
  model: Schema.String,
  field: Schema.String,
  resource: described(Schema.String, "The vendor's list that it is read from."),
  rule: described(Schema.Literals(["read", "derived", "absent"]), "How it is filled."),
  note: described(Schema.NullOr(Schema.String), "How it is derived, or why the vendor has no such thing.")
}).annotate({ identifier: "Coverage" })

const Method = Schema.Struct({
  id: described(Schema.String, "Unique within the provider."),
  title: Schema.String,
  credentials: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      title: Schema.String,
      secret: Schema.Boolean,
      required: Schema.Boolean
    })
  )
}).annotate({ identifier: "AuthMethod" })

const ProviderView = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  categories: Schema.Array(Schema.String),
  docs: described(Schema.String, "The vendor's own documentation."),
  api_version: Schema.String,
  sunset: described(Schema.NullOr(Schema.String), "When the vendor ends this version."),
  models: described(Schema.Array(Schema.String), "What it supplies.")
})

/** The providers. */
export const providers = Route.make({
  name: "list-providers",
  method: "GET",
  path: "/providers",
  summary: "The providers that this server has.",
  success: Schema.Struct({ data: Schema.Array(ProviderView.annotate({ identifier: "Provider" })) })
})

/** One provider. */
export const provider = Route.make({
  name: "get-provider",
  method: "GET",
  path: "/providers/:id",
  summary: "A provider with the coverage of each field.",
  params: Id,
  success: Schema.Struct({
    ...ProviderView.fields,
    auth: described(Schema.Array(Method), "The ways to authenticate: a connector needs the credentials of one."),
    coverage: Schema.Array(Covered)
  }).annotate({
    identifier: "ProviderWithCoverage"
  })
})

const scopes = described(
  Schema.Array(Schema.Literals(["read", "connectors", "admin"])),
  "`read`: records; `connectors`: syncs and tokens; `admin`: keys and the log of requests."
)

const Key = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  prefix: described(Schema.String, "Its first characters."),
  scopes,
  created_at: instant("When it was made."),
  expires_at: Schema.NullOr(Schema.String),
  revoked_at: Schema.NullOr(Schema.String),
  last_used_at: described(Schema.NullOr(Schema.String), "Minute of the last request with it.")
}).annotate({ identifier: "Key" })

const IssuedKey = Schema.Struct({
  ...Key.fields,
  key: described(Schema.String, "The key itself: it is shown this once.")
}).annotate({ identifier: "IssuedKey" })

/** The API keys. */
export const keys = Route.make({
  name: "list-keys",
  method: "GET",
  path: "/keys",
  summary: "The API keys of the workspace.",
  success: Schema.Struct({ data: Schema.Array(Key) })
})

/** Makes a key. */
export const createKey = Route.make({
  name: "create-key",
  method: "POST",
  path: "/keys",
  summary: "Makes an API key.",
  body: Schema.Struct({
    name: Schema.NonEmptyString.check(Schema.isMaxLength(100)),
    scopes: Schema.optionalKey(scopes),
    expires_at: Schema.optionalKey(
      described(Schema.NullOr(Connector.schema.fields.created_at), "When it ends; never unless told.")
    )
  }),
  success: IssuedKey
})

/** Puts a new key in the place of an old one. */
export const regenerateKey = Route.make({
  name: "regenerate-key",
  method: "POST",
  path: "/keys/:id/regenerate",
  summary: "A new key for the same name and scopes; the old one ends at once.",
  params: Id,
  success: IssuedKey
})

/** Ends a key. */
export const revokeKey = Route.make({
  name: "revoke-key",
  method: "DELETE",
  path: "/keys/:id",
  summary: "Ends an API key, at once and for good.",
  params: Id,
  success: Key
})

const RequestEntry = Schema.Struct({
  id: Schema.String,
  at: instant("When it was answered."),
  connector_id: described(Schema.NullOr(Schema.String), "The connector that it was about; null for none."),
  key_prefix: described(Schema.String, "First characters of its API key."),
  dialect: Schema.String,
  method: Schema.String,
  route: described(Schema.String, "The pattern of its path."),
  query: described(Schema.String, "Its query; values that may tell of a person are `***`."),
  status: Schema.Int,
  duration_ms: described(Schema.Finite, "Milliseconds until its answer was there.")
}).annotate({ identifier: "LoggedRequest" })

/** The log of requests. */
export const requests = Route.make({
  name: "list-requests",
  method: "GET",
  path: "/requests",
  summary: "The requests of the workspace's API keys, newest first. A new one is there after a second.",
  query: Schema.Struct({
    connector_id: Schema.optionalKey(described(Schema.String, "Only requests about this connector.")),
    cursor: Schema.optionalKey(described(Schema.String, "`next_cursor` of the answer before.")),
    page_size: Schema.optionalKey(described(Schema.String, "Requests in a page, 1 to 1000. Default 100."))
  }),
  success: Schema.Struct({
    data: Schema.Array(RequestEntry),
    next_cursor: described(Schema.NullOr(Schema.String), "The `cursor` of the next page; null at the end.")
  })
})

/** All of them. */
export const routes: ReadonlyArray<Route.Any> = [
  connectors,
  connector,
  createConnector,
  sync,
  pause,
  resume,
  remove,
  changes,
  models,
  providers,
  provider,
  keys,
  createKey,
  regenerateKey,
  revokeKey,
  requests
]
