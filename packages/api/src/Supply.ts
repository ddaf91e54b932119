/** Whether a provider's records can meet a condition at all. */
import type { Filter } from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Relation } from "@crosswalk/core/Relation"
import type { Supplied } from "./Dialect.ts"

const leads = ({ field, from, holder, to }: Relation, { fills }: Supplied): boolean =>
  fills(holder === "from" ? from : to, field)

const readable = (path: ReadonlyArray<string>, model: ModelName, { fills }: Supplied): boolean =>
  path[0] !== undefined && fills(model, path[0])

/** False when the condition is about a field that the provider never fills. */
export const canBeMet = (filter: Filter, supplied: Supplied, model: ModelName = supplied.model): boolean => {
  switch (filter._tag) {
    case "In":
    case "Words":
    case "Range":
    case "Element":
      return readable(filter.path, model, supplied)
    case "Ids":
    case "RemoteIds":
    case "Modified":
      return true
    case "Related":
      return (
        filter.way.every((step) => leads(step, supplied)) &&
        canBeMet(filter.filter, supplied, filter.way.at(-1)?.to ?? model)
      )
    case "All":
      return filter.filters.every((one) => canBeMet(one, supplied, model))
    case "Any":
      return filter.filters.some((one) => canBeMet(one, supplied, model))
  }
}
