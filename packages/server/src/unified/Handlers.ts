/** The routes of the Unified.to dialect beside its lists. */
import * as Connection from "@crosswalk/api/unified/Connection"
import { integration } from "@crosswalk/api/unified/Integration"
import * as ListParameters from "@crosswalk/api/unified/ListParameters"
import { handled as routes } from "@crosswalk/api/unified/Routes"
import * as Provider from "@crosswalk/core/Provider"
import { Registry } from "@crosswalk/core/Registry"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect } from "effect"
import * as ConnectorRecord from "../ConnectorRecord.ts"
import * as Handlers from "../Handlers.ts"
import { Refused } from "../Refused.ts"
import * as Session from "../Session.ts"

const toConnection = Effect.fnUntraced(function* ({ connector, provider }: Session.Account) {
  const { record } = yield* ConnectorRecord.of(connector)
  const { scopes } = connector
  return Connection.connection(record, {
    workspace: connector.workspace,
    providerName: provider.name,
    supplies: (model) => (scopes === null || scopes.includes(model)) && Provider.mappersFor(provider, model).length > 0
  })
})

/** The part of a list that is asked for. */
const part = Effect.fnUntraced(function* <A extends ListParameters.Listed>(
  { asked }: Handlers.Caller,
  all: ReadonlyArray<A>
) {
  return yield* Effect.mapError(
    Effect.fromResult(ListParameters.part(asked.query, all)),
    (failure) => new Refused({ failure })
  )
})

const integrations = Effect.fnUntraced(function* (caller: Handlers.Caller) {
  const { all } = yield* Registry
  return yield* part(caller, all.map(integration))
})

/** One for each of its routes. */
export const handlers: ReadonlyArray<Handlers.Handler<Handlers.Needs>> = [
  Handlers.read(
    routes.connections,
    "read",
    Effect.fnUntraced(function* (_, caller) {
      const { session } = caller
      const known = yield* Connectors.use((connectors) => connectors.list(session.workspace))
      const all = yield* Effect.forEach(
        known.filter(({ status }) => status !== "removing"),
        ({ id }) => Effect.flatMap(Session.account(session, { _tag: "Id", id }, null), toConnection)
      )
      return yield* part(caller, all)
    })
  ),
  Handlers.read(routes.connection, "read", ({ params: { id } }, { session }) =>
    Effect.flatMap(Session.account(session, { _tag: "Id", id }, null), toConnection)
  ),
  Handlers.read(routes.integrations, "read", (_, caller) => integrations(caller)),
  Handlers.read(routes.workspaceIntegrations, "read", ({ params: { workspace_id } }, caller) =>
    workspace_id === caller.session.workspace
      ? integrations(caller)
      : Effect.fail(new Refused({ failure: { _tag: "NotFound", what: "workspace" } }))
  )
]
