import type { Connector } from "../Connectors.ts"

/** A connector as it is read with {@link columns}. */
export interface ConnectorRow extends Omit<Connector, "options" | "scopes"> {
  readonly options: string
  readonly scopes: string | null
}

/** What is read of a connector. */
export const columns = `id, workspace, provider, category, customer, base_url AS "baseUrl", options, scopes,
  status, created_at AS "createdAt", updated_at AS "updatedAt"`

/** The connector of a row, whose JSON is what this package wrote. */
export const toConnector = (row: ConnectorRow): Connector => ({
  ...row,
  options: JSON.parse(row.options),
  scopes: row.scopes === null ? null : JSON.parse(row.scopes)
})
