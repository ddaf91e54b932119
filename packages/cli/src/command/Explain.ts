import * as Registry from "@crosswalk/core/Registry"
import * as Explanation from "@crosswalk/engine/Explanation"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import { members } from "../Providers.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

const shown = 60

const value = (of: unknown): string => Table.cut(JSON.stringify(of) ?? "null", shown)

/** `crosswalk explain <model> <id>`: where each field of a stored record came from. */
export const explain = Command.make(
  "explain",
  { model: Argument.String("model"), id: Argument.String("id"), data: DataFolder.flag, json: Switch.json },
  Effect.fn("crosswalk.explain")(
    function* ({ id, json, model }) {
      const { name } = yield* Named.model(model)
      const explained = yield* Explanation.explain(name, id)
      if (json) return yield* Output.json(explained)
      yield* Table.print(
        ["field", "value", "from"],
        explained.fields.flatMap(({ field, from, note, rule, value: given }) => {
          const because =
            rule === "absent" ? `absent: ${note ?? ""}` : rule === "derived" ? `derived: ${note ?? ""}` : ""
          const paths = from.map((read) => `${read.path} = ${value(read.value)}`)
          const [first = "", ...others] = because === "" ? paths : [because, ...paths]
          return [[field, value(given), first], ...others.map((line) => ["", "", line])]
        })
      )
    },
    Effect.provide(Registry.layer(members.map(({ provider }) => provider))),
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Show where each field of a stored record came from"))
