import * as Declared from "@crosswalk/core/Coverage"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** `crosswalk coverage <provider>`: how each field of each model is filled. */
export const coverage = Command.make(
  "coverage",
  { provider: Argument.String("provider"), json: Switch.json },
  Effect.fn("crosswalk.coverage")(function* ({ json, provider: id }) {
    const { provider } = yield* Named.member(id)
    const rows = Declared.declared(provider)
    if (json) return yield* Output.json(rows)
    yield* Table.print(
      ["model", "field", "from", "rule", "note"],
      rows.map(({ field, model, note, resource, rule }) => [
        model,
        field,
        rule === "absent" ? "" : resource,
        rule,
        note ?? ""
      ])
    )
    const mapped = rows.filter(({ rule }) => rule !== "absent").length
    yield* Output.note(
      `${provider.name} fills ${mapped} of ${rows.length} fields in ${Named.modelsOf(provider).length} models.`
    )
  }, Failure.logged)
).pipe(Command.withDescription("Show which fields a provider fills, and why it does not fill the others"))
