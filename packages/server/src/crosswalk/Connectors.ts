/** Connectors over HTTP: their state, their syncs, their end. */
import * as Routes from "@crosswalk/api/crosswalk/Routes"
import { Connectors } from "@crosswalk/store/Connectors"
import type { Connector } from "@crosswalk/store/Connectors"
import { Schedules } from "@crosswalk/store/Schedules"
import { Effect, Option, Redacted } from "effect"
import { randomUUID } from "node:crypto"
import * as ConnectorActions from "../ConnectorActions.ts"
import * as ConnectorRecord from "../ConnectorRecord.ts"
import * as Handlers from "../Handlers.ts"
import * as NewConnector from "./NewConnector.ts"
import * as Session from "../Session.ts"

const view = Effect.fnUntraced(function* (connector: Connector) {
  const { counts, record } = yield* ConnectorRecord.of(connector)
  const token = yield* ConnectorActions.token(connector.id)
  return {
    ...record,
    token: Redacted.value(token),
    records: counts.map(({ deleted, model, total }) => ({ model, total: total - deleted, deleted }))
  }
})

const own = (session: Session.Session, id: string) =>
  Effect.map(Session.account(session, { _tag: "Id", id }, null), ({ connector }) => connector)

const pausedAt = Effect.fnUntraced(function* (id: string) {
  const schedule = Option.getOrNull(yield* Schedules.use((schedules) => schedules.get(id)))
  return { paused_at: schedule?.pausedAt ?? null }
})

/** Handlers of the routes about connectors. */
export const handlers = [
  Handlers.read(
    Routes.connectors,
    "connectors",
    Effect.fnUntraced(function* ({ query }, { session }) {
      const all = yield* Connectors.use((connectors) => connectors.list(session.workspace))
      const wanted = all.filter(
        ({ category, provider, status }) =>
          status !== "removing" &&
          (query.category === undefined || query.category === category) &&
          (query.provider === undefined || query.provider === provider)
      )
      return { data: yield* Effect.forEach(wanted, view) }
    })
  ),
  Handlers.read(Routes.connector, "connectors", ({ params }, { session }) =>
    Effect.flatMap(own(session, params.id), view)
  ),
  Handlers.write(
    Routes.createConnector,
    "connectors",
    Effect.fnUntraced(function* ({ body }, { session }) {
      const made = yield* NewConnector.of(body)
      const connector = yield* Connectors.use((connectors) =>
        connectors.create({ ...made, id: randomUUID(), workspace: session.workspace })
      )
      return yield* view(connector)
    })
  ),
  Handlers.read(
    Routes.sync,
    "connectors",
    Effect.fnUntraced(function* ({ params, query }, { session }) {
      const connector = yield* own(session, params.id)
      const { joined, run } = yield* ConnectorActions.sync(connector.id, { full: query.full === "true" })
      return { run: run.id, joined }
    })
  ),
  Handlers.read(
    Routes.pause,
    "connectors",
    Effect.fnUntraced(function* ({ params }, { session }) {
      const { id } = yield* own(session, params.id)
      yield* Schedules.use((schedules) => schedules.pause(id))
      return yield* pausedAt(id)
    })
  ),
  Handlers.read(
    Routes.resume,
    "connectors",
    Effect.fnUntraced(function* ({ params }, { session }) {
      const { id } = yield* own(session, params.id)
      yield* Schedules.use((schedules) => schedules.resume(id))
      return yield* pausedAt(id)
    })
  ),
  Handlers.read(
    Routes.remove,
    "connectors",
    Effect.fnUntraced(function* ({ params }, { session }) {
      const { id } = yield* own(session, params.id)
      yield* ConnectorActions.remove(id)
      return { deleted: true as const }
    })
  )
]
