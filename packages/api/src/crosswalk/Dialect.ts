/** Crosswalk's own wire shape: records as they are stored, every key there, problems after RFC 9457. */
import * as Filter from "@crosswalk/core/Filter"
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import { Result, Schema } from "effect"
import * as Collection from "../Collection.ts"
import type { Dialect } from "../Dialect.ts"
import * as Pieces from "../Pieces.ts"
import * as Projection from "../Projection.ts"
import * as Freshness from "../Freshness.ts"
import * as Quota from "../Quota.ts"
import * as Answer from "./Answer.ts"
import * as Parameters from "./Parameters.ts"
import { Problem, refuse } from "./Refusal.ts"
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

/** A record as it is answered: without the keys that were not asked for, and with records in the place of ids. */
const recordOf: Dialect["described"]["record"] = (shape, { expansions }) => {
  const fields = Object.entries(shape.fields).map(([name, schema]) => {
    const { description = "" } = Schema.resolveAnnotations(schema) ?? {}
    const expansion = expansions[name]
    if (expansion === undefined) return [name, Schema.optionalKey(schema)] as const
    return [name, Schema.optionalKey(Answer.expanded(expansion.many).annotate({ description }))] as const
  })
  return Schema.Struct({
    ...Object.fromEntries(fields),
    raw_data: Schema.optionalKey(Answer.rawData),
    explanation: Schema.optionalKey(Answer.explanation)
  }).annotate({ ...Schema.resolveAnnotations(shape) })
}

/** Crosswalk's own dialect. */
export const dialect: Dialect = {
  id: "crosswalk",
  title: "Crosswalk",
  prefix: "/v1",
  collections,
  parameters: () => Parameters.list,
  itemParameters: () => Parameters.item,
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
    Result.map(Parameters.single(query, collection), (asked) => ({ filter: Filter.ids([path["id"] ?? ""]), ...asked })),
  writeList: ({ items, next }) => Pieces.list(`{"data":[`, items, `],"next_cursor":${JSON.stringify(next)}}`),
  writeItem: (item) => item,
  refuse,
  quota: Quota.standard,
  described: {
    description:
      "Unified records as they are stored: every key is always there, null when nothing is known. Problems are told " +
      "after RFC 9457.",
    connector: {
      header: "x-connector-token",
      description: "The connector that the request is about, by its token.",
      unless: null
    },
    exampleId: "0198c0de-0000-8000-8000-000000000001",
    record: recordOf,
    list: Answer.list,
    item: (record) => record,
    refusal: () => Problem,
    headers: { ...Quota.described, ...Freshness.described }
  }
}
