/** Where the fields of a record came from, as far as whoever may read the record may see it. */
import type { explanation } from "@crosswalk/api/crosswalk/Answer"
import type { Pii } from "@crosswalk/core/Annotations"
import * as Model from "@crosswalk/core/Model"
import * as Explanation from "@crosswalk/engine/Explanation"
import { Effect } from "effect"
import * as ConnectorActions from "./ConnectorActions.ts"

/** Classes of which the record alone shows the values, in its own form, and not a second time as the vendor wrote them. */
const hidden: ReadonlySet<Pii> = new Set(["government-id", "special"])

/**
 * Explains some fields of a stored record: how each is filled, and by which of the vendor's paths. Null when the vendor's
 * records that it was made of are gone.
 */
export const of = Effect.fn("Explained.of")(function* (model: Model.Any, id: string, keys: ReadonlyArray<string>) {
  const explained = yield* Effect.catchTags(Explanation.explain(model.name, id), {
    NotExplained: () => Effect.succeed(null),
    ConnectorNotFound: ConnectorActions.unknown,
    RegistryError: ConnectorActions.unknown,
    // Settings that no sync would begin with.
    ProviderError: Effect.die
  })
  if (explained === null) return null
  const classes = new Map(Model.fields(model).map(({ field, pii }) => [field, pii ?? "none"]))
  return explained.fields
    .filter(({ field }) => keys.includes(field))
    .map(({ field, from, note, rule }) => ({
      field,
      rule,
      note,
      from: from.map(({ path, value }) => (hidden.has(classes.get(field) ?? "none") ? { path } : { path, value }))
    })) satisfies (typeof explanation)["Type"]
})
