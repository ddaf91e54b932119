/** Routes beside the lists, which the server's handlers answer by their names. */
import { Schema } from "effect"
import * as Route from "../Route.ts"
import * as Shape from "../Shape.ts"
import * as Connector from "./Connector.ts"
import { listOf } from "./Envelope.ts"
import { lacking } from "./Lacking.ts"

const described = <S extends Schema.Top>(schema: S, description: string) => schema.annotate({ description })

const most = 200

const flags = Schema.Literals(["true", "false", "null"])

const connectorsQuery = Schema.Struct({
  connector_token: Schema.optionalKey(described(Schema.String, "The connector of this token.")),
  is_active: Schema.optionalKey(described(flags, "Connectors that are active, or not; null for both.")),
  origin_id: Schema.optionalKey(described(Schema.String, "Connectors of this customer, by the host's own key.")),
  page_size: Schema.optionalKey(
    described(
      Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: most })),
      `Connectors in a page, 1 to ${most}.`
    )
  ),
  cursor: Schema.optionalKey(described(Schema.String, "The `cursor` of the page before."))
})

const Id = Schema.Struct({ id: described(Schema.String, "Our id of the connector.") })
const Message = Schema.Struct({ message: Shape.required("What was done.") }).annotate({ identifier: "Message" })

type Kind = "hris" | "ats" | "lms"

const connectorsOf = <S extends Schema.ConstraintDecoder<unknown> & Schema.Top>(kind: Kind, shape: S) =>
  Route.make({
    name: `list-${kind}-connectors`,
    method: "GET",
    path: `/${kind}/v1/connectors`,
    summary: `Connectors of ${kind.toUpperCase()} systems with their tokens.`,
    query: connectorsQuery,
    success: listOf(shape)
  })

const deleteOf = (kind: Kind) =>
  Route.make({
    name: `delete-${kind}-connector`,
    method: "DELETE",
    path: `/${kind}/v1/connectors/:id/delete`,
    summary: "Deletes a connector with all its records.",
    params: Id,
    success: Message
  })

const integrationsOf = (kind: Kind) =>
  Route.make({
    name: `list-${kind}-integrations`,
    method: "GET",
    path: `/${kind}/v1/integrations`,
    summary: `Integrations with ${kind.toUpperCase()} systems that can be connected.`,
    success: listOf(Connector.Integration)
  })

const orgCheck = Route.make({
  name: "org-check",
  method: "POST",
  path: "/v1/org-check",
  summary: "Tells that the API key is good.",
  success: Message
})

const createLinkToken = Route.make({
  name: "create-link-token",
  method: "POST",
  path: "/embedded/v1/link/create-link-token",
  summary: "Creates a token with which a customer connects a system.",
  body: Schema.Struct({
    end_user_data: Schema.Struct({
      org_name: described(Schema.NonEmptyString, "The customer."),
      origin_id: described(Schema.NonEmptyString, "The host application's own key of the customer."),
      email: Schema.optionalKey(described(Schema.NullOr(Schema.String), "Who sets the connector up."))
    }),
    category: described(Schema.Literals([...Connector.categories, "CUSTOM"]), "The category of the connector."),
    integration: Schema.optionalKey(
      described(Schema.NullOr(Schema.String), "The integration; the customer chooses unless told.")
    )
  }),
  success: Schema.Struct({ link_token: Shape.required("Opens the connect link; it works once.") })
})

const exchangeToken = Route.make({
  name: "exchange-temporary-token",
  method: "GET",
  path: "/embedded/v1/connectors/connector_token/:temporary_token",
  summary: "The connector that a customer has made, by the token that the link gave.",
  params: Schema.Struct({ temporary_token: described(Schema.String, "The token that the link gave.") }),
  success: Schema.Struct({
    connector_token: Shape.required("Names the connector in the header `x-connector-token`."),
    connector_id: Shape.required("Our id of the connector.")
  })
})

const resync = Route.make({
  name: "resync",
  method: "POST",
  path: "/embedded/v1/connectors/resync",
  summary: "Asks for a sync now. One that runs or waits already is joined.",
  needsConnector: true,
  success: described(Schema.String, "What was done.")
})

const lookup = (what: "integrations" | "models", summary: string) =>
  Route.make({
    name: `lookup-${what}`,
    method: "GET",
    path: `/v1/lookup/${what}`,
    summary,
    success: Schema.Array(Schema.String)
  })

const texts = Schema.Record(Schema.String, Schema.String)

const passthrough = Route.make({
  name: "passthrough",
  method: "POST",
  path: "/v1/passthrough",
  summary: "Sends a request to the vendor's own API with the connector's credentials.",
  needsConnector: true,
  body: Schema.Struct({
    method: Schema.Literals(["GET", "POST", "PUT", "PATCH", "DELETE"]),
    path: described(Schema.NonEmptyString, "Below the vendor's base address."),
    headers: Schema.optionalKey(Schema.NullOr(texts)),
    params: Schema.optionalKey(Schema.NullOr(Schema.Record(Schema.String, Schema.Unknown))),
    data: Schema.optionalKey(Schema.Unknown),
    request_format: Schema.optionalKey(Schema.Literals(["JSON", "XML", "MULTIPART"])),
    response_format: Schema.optionalKey(Schema.Literals(["JSON", "XML", "MULTIPART", "BINARY"])),
    timeout: Schema.optionalKey(described(Schema.NullOr(Schema.Finite), "Seconds to wait for the vendor."))
  }),
  success: described(Schema.Unknown, "The vendor's answer."),
  refuses: () => ({ _tag: "NotImplemented", what: "Passthrough" })
})

/** The routes with handlers. */
export const handled = {
  hrisConnectors: connectorsOf("hris", Connector.HrisConnector),
  atsConnectors: connectorsOf("ats", Connector.Connector),
  lmsConnectors: connectorsOf("lms", Connector.Connector),
  deleteHrisConnector: deleteOf("hris"),
  deleteAtsConnector: deleteOf("ats"),
  deleteLmsConnector: deleteOf("lms"),
  hrisIntegrations: integrationsOf("hris"),
  atsIntegrations: integrationsOf("ats"),
  lmsIntegrations: integrationsOf("lms"),
  orgCheck,
  createLinkToken,
  exchangeToken,
  resync,
  lookupIntegrations: lookup("integrations", "The integrations that there are, by their slugs."),
  lookupModels: lookup("models", "The models that there are, each after its category: `hris_bank_info`.")
}

/** All routes beside the lists. */
export const routes: ReadonlyArray<Route.Any> = [...Object.values(handled), passthrough, ...lacking]
