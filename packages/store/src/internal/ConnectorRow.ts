import * as Schema from "effect/Schema"
import type { Connector } from "../Connectors.ts"

/** A connector as it is read with {@link columns}. */
export interface ConnectorRow extends Omit<Connector, "options" | "scopes"> {
  readonly options: string
  readonly scopes: string | null
}

/** What is read of a connector. */
export const columns = `id, workspace, provider, category, customer, base_url AS "baseUrl", options, scopes,
  status, created_at AS "createdAt", updated_at AS "updatedAt"`

const Options = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown))
const Scopes = Schema.fromJsonString(Schema.Array(Schema.String))
const decodeOptions = Schema.decodeSync(Options)
const decodeScopes = Schema.decodeSync(Scopes)

/** The connector of a row. */
export const toConnector = (row: ConnectorRow): Connector => ({
  ...row,
  options: decodeOptions(row.options),
  scopes: row.scopes === null ? null : decodeScopes(row.scopes)
})
