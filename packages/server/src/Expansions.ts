/** Where the records of an expanded field are found. */
import type { Collection } from "@crosswalk/api/Collection"
import type { Dialect } from "@crosswalk/api/Dialect"
import type * as Projection from "@crosswalk/api/Projection"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"

/** The models whose records share the ids of a model: colleagues are employees to one system and users to another. */
const sharing = (model: ModelName): ReadonlyArray<ModelName> => {
  const { identity } = Models.byName(model)
  return [
    model,
    ...Models.all.flatMap((other) => (other.identity === identity && other.name !== model ? other.name : []))
  ]
}

/**
 * The projections of the records that a reference to a model can mean, the model's own first. Those of a list of the same
 * category go before others, and so do those of the list that shows the model.
 */
export const projections = (
  { collections }: Dialect,
  { category }: Collection,
  model: ModelName
): ReadonlyArray<Projection.Any> => {
  const shows = ({ projections: [first] }: Collection) => first.model.name === model
  const ordered = collections.toSorted(
    (a, b) => Number(b.category === category) - Number(a.category === category) || Number(shows(b)) - Number(shows(a))
  )
  const all = ordered.flatMap(({ projections }) => projections)
  return sharing(model).flatMap((name) => all.find((projection) => projection.model.name === name) ?? [])
}
