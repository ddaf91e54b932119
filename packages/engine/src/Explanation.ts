/** Tells of a stored record where each of its fields came from. */
import * as Explain from "@crosswalk/core/Explain"
import * as Records from "@crosswalk/store/Records"
import { Effect, Option, Schema } from "effect"
import * as Known from "./Known.ts"
import * as Material from "./Material.ts"

/** There is nothing to explain. */
export class NotExplained extends Schema.TaggedError<NotExplained>()("NotExplained", {
  message: Schema.String
}) {}

/** A stored record, explained. */
export interface Explanation {
  readonly connector: string
  readonly provider: string
  /** The record as it is served. */
  readonly record: Readonly<Record<string, unknown>>
  readonly fields: ReadonlyArray<Explain.Explained>
}

const Stored = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown))

/**
 * Explains a record by its id. Fails with `NotExplained` when there is no such record, or when the vendor's records
 * that it was made of are gone.
 */
export const explain = Effect.fn("Explanation.explain")(function* (model: string, id: string) {
  const found = yield* (yield* Records.Records).find(model, id)
  if (Option.isNone(found)) {
    return yield* new NotExplained({
      message: `there is no ${model} with the id ${id}; list them with: crosswalk records ${model} --connector ID`
    })
  }
  const { connectorId, remoteId, text } = found.value
  const { context, provider } = yield* Known.context(connectorId, "")
  const record = Schema.decodeSync(Stored)(text)
  for (const mapper of context.plan.mappers) {
    if (mapper.model.name !== model) continue
    for (const group of yield* Material.gather(context, mapper, [remoteId])) {
      const fields = group.members.length === 0 ? null : Explain.explain(mapper, group, record)
      if (fields !== null)
        return { connector: connectorId, provider: provider.id, record, fields } satisfies Explanation
    }
  }
  return yield* new NotExplained({
    message: `the ${provider.name} records that ${model} ${id} was made of are gone; it is kept as it was when they were deleted`
  })
})
