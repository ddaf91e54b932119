import type { Provider } from "@crosswalk/core/Provider"
import * as Store from "@crosswalk/store/Connectors"
import { Effect, Option } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Access from "../Access.ts"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import * as Scopes from "../Scopes.ts"

/** What changed scopes mean for the records, a sentence for each. */
const consequences = (
  provider: Provider,
  before: Store.Connector["scopes"],
  after: Store.Connector["scopes"]
): ReadonlyArray<string> => {
  const all = Named.modelsOf(provider)
  const [old, fresh] = [before ?? all, after ?? all]
  const added = fresh.filter((model) => !old.includes(model))
  const removed = old.filter((model) => !fresh.includes(model))
  return [
    `Scopes: ${after === null ? "all" : after.join(", ")}.`,
    ...(added.length === 0
      ? []
      : [`The next sync makes ${added.join(", ")}: of what is stored, and of lists that it reads in full.`]),
    ...(removed.length === 0
      ? []
      : [`What is stored of ${removed.join(", ")} stays and is served, but is no longer brought up to date.`])
  ]
}

/** `crosswalk connectors set`. */
export const set = Command.make(
  "set",
  { id: Argument.String("id"), scopes: Scopes.flag("as they are"), option: Access.flags.option, data: DataFolder.flag },
  Effect.fn("crosswalk.connectors.set")(
    function* ({ id, option, scopes }) {
      if (Option.isNone(scopes) && option.length === 0)
        return yield* Failure.make("Nothing was said of the connector. Give --scopes, --option, or both.")
      const connectors = yield* Store.Connectors
      const before = yield* connectors.get(id)
      const { provider } = yield* Named.member(before.provider)
      const granted = Option.isNone(scopes) ? before.scopes : yield* Scopes.read(provider, scopes.value)
      const options = { ...before.options }
      for (const [name, value] of Object.entries(yield* Access.settings(provider, option))) {
        if (value === "") delete options[name]
        else options[name] = value
      }
      yield* connectors.configure(id, { scopes: granted, options })
      if (Option.isSome(scopes)) {
        yield* Effect.forEach(consequences(provider, before.scopes, granted), Output.note, { discard: true })
      }
      if (option.length > 0) {
        const now = Object.entries(options).map(([name, value]) => `${name}=${String(value)}`)
        yield* Output.note(`Settings: ${now.length === 0 ? "those of the provider" : now.join(", ")}.`)
        yield* Output.note(`What is stored follows when everything is read again: crosswalk sync ${id} --full`)
      }
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(
  Command.withDescription("Change what a connector may read, or its settings; a sync at work goes on as it began"),
  Command.withExamples([
    { command: "crosswalk connectors set ID --scopes candidate,job,user", description: "Read these models alone" },
    {
      command: "crosswalk connectors set ID --option landing=read --option confidential=",
      description: "One setting of its own, and the provider's again for another"
    }
  ])
)
