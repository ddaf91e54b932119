import * as Store from "@crosswalk/store/Connectors"
import { Effect, Option } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import { randomUUID } from "node:crypto"
import * as Access from "../Access.ts"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import * as Scopes from "../Scopes.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"
import { audit } from "./Audit.ts"
import { set } from "./ConnectorSet.ts"
import { pause, resume, schedule, show } from "./Schedules.ts"

/** A connector for programs; its credentials never leave the store. */
const forJson = (connector: Store.Connector) => ({
  id: connector.id,
  provider: connector.provider,
  category: connector.category,
  customer: connector.customer,
  base_url: connector.baseUrl,
  options: connector.options,
  scopes: connector.scopes,
  status: connector.status,
  created_at: connector.createdAt,
  updated_at: connector.updatedAt
})

const list = Command.make(
  "list",
  { data: DataFolder.flag, json: Switch.json },
  Effect.fn("crosswalk.connectors.list")(
    function* ({ json }) {
      const found = yield* (yield* Store.Connectors).list()
      if (json) return yield* Output.json(found.map(forJson))
      if (found.length === 0)
        return yield* Output.note("There is no connector yet. Add one with: crosswalk connectors add.")
      yield* Table.print(
        ["id", "provider", "customer", "scopes", "status", "created"],
        found.map(({ createdAt, customer, id, provider, scopes, status }) => [
          id,
          provider,
          customer ?? "",
          scopes === null ? "all" : scopes.join(","),
          status,
          createdAt
        ])
      )
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("List the connectors"))

const add = Command.make(
  "add",
  {
    provider: Argument.String("provider"),
    customer: Flag.String("customer").pipe(
      Flag.withMetavar("NAME"),
      Flag.withDescription("Whose account it is"),
      Flag.optional
    ),
    ...Access.flags,
    scopes: Scopes.flag("all of the provider"),
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.connectors.add")(function* ({ customer, json, provider: id, scopes, ...given }) {
    const { provider } = yield* Named.member(id)
    const granted = Option.isNone(scopes) ? null : yield* Scopes.read(provider, scopes.value)
    const access = yield* Access.read(provider, given)
    // The database is opened last: a call that is refused leaves nothing behind.
    const connector = yield* Effect.provide(
      Store.Connectors.use((connectors) =>
        connectors.create({
          id: randomUUID(),
          provider: provider.id,
          category: provider.categories[0] ?? "",
          customer: Option.getOrNull(customer),
          baseUrl: access.baseUrl,
          credentials: access.credentials,
          options: access.settings,
          scopes: granted
        })
      ),
      DataFolder.layer(given.data, false)
    )
    if (json) return yield* Output.json(forJson(connector))
    yield* Output.lines([connector.id])
    yield* Output.note(`Added. Read it with: crosswalk sync ${connector.id}`)
  }, Failure.logged)
).pipe(
  Command.withDescription("Add a connector: one customer's account at one provider"),
  Command.withExamples([
    {
      command: "crosswalk connectors add lever --customer Acme --auth api_key=@lever.key",
      description: "With the key in a file, so that it does not stand in the shell's history"
    }
  ])
)

const remove = Command.make(
  "remove",
  { id: Argument.String("id"), data: DataFolder.flag },
  Effect.fn("crosswalk.connectors.remove")(
    function* ({ id }) {
      yield* (yield* Store.Connectors).remove(id)
      yield* Output.note(`Removed ${id} with all its records.`)
    },
    DataFolder.provideAlone,
    Failure.logged
  )
).pipe(Command.withDescription("Remove a connector with all its records"))

/** `crosswalk connectors`: customers' accounts at providers. */
export const connectors = Command.make("connectors").pipe(
  Command.withDescription("List, add, change, schedule, audit and remove connectors"),
  Command.withSubcommands([list, show, audit, add, set, schedule, pause, resume, remove])
)
