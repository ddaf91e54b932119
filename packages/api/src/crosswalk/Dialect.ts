/** Crosswalk's own wire shape: records as they are stored, every key there, problems after RFC 9457. */
import * as Filter from "@crosswalk/core/Filter"
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import { Result } from "effect"
import * as Collection from "../Collection.ts"
import type { Dialect } from "../Dialect.ts"
import * as Projection from "../Projection.ts"
import * as Parameters from "./Parameters.ts"
import { refuse } from "./Refusal.ts"
import { routes } from "./Routes.ts"

/** The fields of a model that hold ids of other models' records. */
const references = (model: Model.Any): Collection.Collection["expansions"] =>
  Object.fromEntries(
    Model.fields(model).flatMap(({ field, reference }) =>
      reference === undefined ? [] : [[field, { model: reference, many: field.endsWith("_ids") }]]
    )
  )

const collections = Models.all
  .filter(({ category }) => category !== "platform")
  .map((model) =>
    Collection.make({
      category: model.category,
      path: model.plural,
      projections: [Projection.stored(model)],
      description: model.description,
      expansions: references(model)
    })
  )

/** Crosswalk's own dialect. */
export const dialect: Dialect = {
  id: "crosswalk",
  title: "Crosswalk",
  prefix: "/v1",
  collections,
  parameters: Parameters.list,
  gathered: null,
  routes,
  listPath: ({ category, path }) => `/${category}/${path}`,
  itemPath: ({ category, path }) => `/${category}/${path}/:id`,
  isCategoryBound: true,
  bareKey: false,
  connector: ({ headers }) => {
    const token = headers["x-connector-token"]
    return token === undefined || token === ""
      ? Result.fail({ _tag: "ConnectorMissing", where: "header x-connector-token" })
      : Result.succeed({ _tag: "Token", token })
  },
  list: ({ query }, collection) => Parameters.request(query, collection),
  item: ({ path, query }, collection) =>
    Result.flatMap(Parameters.only(query, { ...Parameters.showing, explain: null }), () =>
      Result.map(Parameters.show(query, collection), (show) => ({ filter: Filter.ids([path["id"] ?? ""]), show }))
    ),
  writeList: ({ items, next }) => `{"data":[${items.join(",")}],"next_cursor":${JSON.stringify(next)}}`,
  writeItem: (item) => item,
  refuse
}
