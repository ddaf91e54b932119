import * as Registry from "@crosswalk/core/Registry"
import * as Engine from "@crosswalk/engine/Remap"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** `crosswalk remap <connector>`: derives records anew from what was landed. */
export const remap = Command.make(
  "remap",
  {
    connector: Argument.String("connector"),
    model: Flag.String("model").pipe(
      Flag.withMetavar("MODEL"),
      Flag.withDescription("One model alone; repeatable. Default: all in the connector's scope"),
      Flag.atLeast(0)
    ),
    force: Switch.make("force", "Also what nothing tells from the version that made the records"),
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.remap")(
    function* ({ connector: id, force, json, model }) {
      const { provider: name } = yield* Connectors.use((connectors) => connectors.get(id))
      const { provider } = yield* Named.member(name)
      yield* Effect.forEach(model, (one) => Named.modelOf(provider, one), { discard: true })
      const { tally, ...done } = yield* Engine.run(id, { models: model.length === 0 ? null : model, force })
      if (json) yield* Output.json({ ...done, models: tally })
      else if (Object.keys(tally).length === 0) yield* Output.note("Nothing was to be derived anew.")
      else {
        yield* Table.print(
          ["model", "new", "changed", "deleted", "unchanged", "fields lost", "rejected"],
          Object.entries(tally).map(([name, { deleted, inserted, lost, rejected, unchanged, updated }]) => [
            name,
            ...[inserted, updated, deleted, unchanged, lost, rejected].map(Numbers.count)
          ])
        )
      }
      if (done.waiting.length > 0) {
        yield* Output.note(
          `${done.waiting.join(", ")} read more than was kept of the vendor's records. ` +
            `Read them again with: crosswalk sync ${id} --full`
        )
      }
    },
    Effect.provide(Registry.layer(members.map(({ provider }) => provider))),
    DataFolder.provide,
    Failure.logged
  )
).pipe(
  Command.withDescription("Derive records anew from what was read before, without asking the vendor"),
  Command.withExamples([
    {
      command: "crosswalk remap ID --model candidate",
      description: "After the provider's package was upgraded; the next sync does it by itself"
    }
  ])
)
