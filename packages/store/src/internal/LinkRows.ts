/**
 * The condition of links of a connector, resource and name that point at the target of a row of `batch`.
 *
 * A target is never empty. PostgreSQL's index by target says so too, which keeps it for queries like this one: see
 * `PostgresTables`.
 */
export const pointing = `l.connector_id = ? AND l.resource = ? AND l.link = ? AND l.target = batch.target
  AND l.target > ''`
