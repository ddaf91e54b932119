/** Connectors in Bindbee's words, by category. */
import type * as Connector from "@crosswalk/api/bindbee/Connector"
import { handled as routes } from "@crosswalk/api/bindbee/Routes"
import { invalid } from "@crosswalk/api/Failure"
import { Connectors } from "@crosswalk/store/Connectors"
import type { Connector as Stored } from "@crosswalk/store/Connectors"
import { Vault } from "@crosswalk/store/Vault"
import { Effect, Redacted } from "effect"
import * as ConnectorActions from "../ConnectorActions.ts"
import * as ConnectorRecord from "../ConnectorRecord.ts"
import * as Cursor from "../Cursor.ts"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import * as Session from "../Session.ts"

const standardSize = 50
const syncs = { SYNCING: "Syncing", DONE: "Done", FAILED: "Failed" } as const
const categories = { hris: "HRIS", ats: "ATS", lms: "LMS" } as const

type Kind = keyof typeof categories

const view = Effect.fnUntraced(function* (connector: Stored, kind: Kind) {
  const { record } = yield* ConnectorRecord.of(connector)
  const token = yield* ConnectorActions.token(connector.id)
  const shown: typeof Connector.HrisConnector.Type = {
    id: record.id,
    is_active: record.is_active ?? false,
    status: record.status ?? "INCOMPLETE",
    integration_slug: record.provider,
    end_user: record.customer ?? "",
    origin_id: record.customer_key,
    sync_status: record.sync_status === null ? null : syncs[record.sync_status],
    last_sync_start_time: record.last_sync_started_at,
    next_sync_start_time: record.next_sync_at,
    connector_token: Redacted.value(token),
    category: categories[kind],
    relink_needed_at: record.relink_needed_at,
    is_test_connector: record.is_test ?? false,
    completed_at: record.completed_at,
    created_at: record.created_at,
    sync_progress: record.sync_progress,
    total_employees: record.employee_count,
    active_employees: record.active_employee_count,
    avg_sync_duration: record.average_sync_duration
  }
  return shown
})

interface Query {
  readonly connector_token?: string
  readonly is_active?: "true" | "false" | "null"
  readonly origin_id?: string
  readonly page_size?: number
  readonly cursor?: string
}

const page = Effect.fnUntraced(function* (kind: Kind, query: Query, session: Session.Session) {
  const signer = (yield* Vault).signer("cursors")
  const list = `bindbee connectors ${session.workspace} ${kind}`
  const place = query.cursor === undefined ? { offset: 0 } : Cursor.read(signer, list, query.cursor)
  if (place === null || !("offset" in place)) {
    return yield* new Refused({ failure: invalid("query", "cursor", "This is no cursor of this list.") })
  }
  const all = yield* Connectors.use((connectors) => connectors.list(session.workspace))
  const shown = yield* Effect.forEach(
    all.filter(({ category, status }) => category === kind && status !== "removing"),
    (connector) => view(connector, kind)
  )
  const wanted = shown.filter(
    (one) =>
      (query.connector_token === undefined || one.connector_token === query.connector_token) &&
      (query.origin_id === undefined || one.origin_id === query.origin_id) &&
      (query.is_active === undefined || query.is_active === "null" || String(one.is_active) === query.is_active)
  )
  const until = place.offset + (query.page_size ?? standardSize)
  const items = wanted.slice(place.offset, until)
  return {
    cursor: until < wanted.length ? Cursor.write(signer, list, { offset: until }) : null,
    page_size: items.length,
    items
  }
})

const removed = Effect.fnUntraced(function* (kind: Kind, id: string, session: Session.Session) {
  const { connector } = yield* Effect.mapError(Session.account(session, { _tag: "Id", id }, kind), (error) =>
    error._tag === "Refused" ? new Refused({ failure: { _tag: "NotFound", what: "connector" } }) : error
  )
  yield* ConnectorActions.remove(connector.id)
  return { message: "The connector was deleted with all its records." }
})

/** Handlers of the routes about connectors. */
export const handlers: ReadonlyArray<Handlers.Handler<Handlers.Needs>> = [
  Handlers.read(routes.hrisConnectors, "connectors", ({ query }, { session }) => page("hris", query, session)),
  Handlers.read(routes.atsConnectors, "connectors", ({ query }, { session }) => page("ats", query, session)),
  Handlers.read(routes.lmsConnectors, "connectors", ({ query }, { session }) => page("lms", query, session)),
  Handlers.read(routes.deleteHrisConnector, "connectors", ({ params }, { session }) =>
    removed("hris", params.id, session)
  ),
  Handlers.read(routes.deleteAtsConnector, "connectors", ({ params }, { session }) =>
    removed("ats", params.id, session)
  ),
  Handlers.read(routes.deleteLmsConnector, "connectors", ({ params }, { session }) =>
    removed("lms", params.id, session)
  )
]
