/** The dialect of clients that were written for Bindbee. */
import type { ModelName } from "@crosswalk/core/ModelName"
import { Result, Schema } from "effect"
import type { Asked, Dialect } from "../Dialect.ts"
import * as Freshness from "../Freshness.ts"
import * as Quota from "../Quota.ts"
import * as Pieces from "../Pieces.ts"
import { atsCollections } from "./AtsCollections.ts"
import { listOf } from "./Envelope.ts"
import { payGroups, payrollRunCalendars } from "./hris/PayGroup.ts"
import { hrisCollections } from "./HrisCollections.ts"
import * as ListParameters from "./ListParameters.ts"
import { Body, Invalid, refuse } from "./Refusal.ts"
import { routes } from "./Routes.ts"

const header = "x-connector-token"

// Employees as employees before employees as users: what is expanded is shown by the first list that shows its model.
const collections = [...hrisCollections, ...atsCollections]

const keys = new Map<ModelName, ReadonlyArray<string>>(
  collections
    .flatMap(({ projections }) => projections)
    .toReversed()
    .map(({ model, shape }) => [model.name, Object.keys(shape.fields)])
)
const keysOf = (model: ModelName): ReadonlyArray<string> => keys.get(model) ?? []

const connector = ({ headers }: Asked): ReturnType<Dialect["connector"]> => {
  const token = headers[header]
  return token === undefined || token === ""
    ? Result.fail({ _tag: "ConnectorMissing", where: `header ${header}` })
    : Result.succeed({ _tag: "Token", token })
}

const rateLimit = (description: string) => ({ description, schema: Schema.Int })

/** Lists and single records of the recruiting and the people systems, every key always there. */
export const dialect: Dialect = {
  id: "bindbee",
  title: "Crosswalk for clients of Bindbee",
  prefix: "/bindbee/api",
  collections,
  parameters: ListParameters.listing,
  itemParameters: ListParameters.showing,
  gathered: {
    gatherings: [payGroups, payrollRunCalendars],
    parameters: ListParameters.gathering,
    path: ({ category, path }) => `/${category ?? "hris"}/v1/${path}`,
    itemPath: ({ category, path }) => `/${category ?? "hris"}/v1/${path}/:id`,
    list: ListParameters.gathered
  },
  routes,
  listPath: ({ category, path }) => `/${category}/v1/${path}`,
  itemPath: ({ category, path }) => `/${category}/v1/${path}/:id`,
  isCategoryBound: true,
  bareKey: false,
  connector,
  list: (asked, collection) => ListParameters.list(asked, collection, keysOf),
  item: (asked, collection) => ListParameters.item(asked, collection, keysOf),
  writeList: ({ items, next }) =>
    Pieces.list(`{"cursor":${JSON.stringify(next)},"page_size":${items.length},"items":[`, items, "]}"),
  writeItem: (item) => item,
  refuse,
  quota: Quota.counted,
  described: {
    description:
      "Unified records in the shapes that clients of Bindbee read. Every key is always there; where the vendor's word " +
      "has no counterpart, it stands as it is.",
    connector: { header, description: "The connector that the request is about, by its token.", unless: null },
    exampleId: "0198c0de-0000-8000-8000-000000000001",
    record: (shape) => shape,
    list: listOf,
    item: (record) => record,
    refusal: (status) => (status === 422 ? Invalid : Body),
    headers: {
      ...Freshness.described,
      "x-ratelimit-limit": rateLimit("Requests in each minute."),
      "x-ratelimit-remaining": rateLimit("Requests that are left in this minute."),
      "x-ratelimit-reset": rateLimit("When there are all again, in seconds since 1970.")
    }
  }
}
