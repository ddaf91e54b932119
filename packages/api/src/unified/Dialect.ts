/** The dialect of clients that were written for Unified.to. */
import { Result, Schema } from "effect"
import type { Asked, Dialect } from "../Dialect.ts"
import * as Freshness from "../Freshness.ts"
import * as Quota from "../Quota.ts"
import * as Pieces from "../Pieces.ts"
import { collections } from "./Collections.ts"
import * as ListParameters from "./ListParameters.ts"
import { Body, refuse } from "./Refusal.ts"
import { routes } from "./Routes.ts"

const connector = ({ path }: Asked): ReturnType<Dialect["connector"]> =>
  Result.succeed({ _tag: "Id", id: path["connection_id"] ?? "" })

/** Lists and single records of any connection, without what is not known of a record. */
export const dialect: Dialect = {
  id: "unified",
  title: "Crosswalk for clients of Unified.to",
  prefix: "/unified",
  collections,
  parameters: () => ListParameters.parameters,
  itemParameters: () => ListParameters.itemParameters,
  gathered: null,
  routes,
  listPath: ({ category, path }) => `/${category}/:connection_id/${path}`,
  itemPath: ({ category, path }) => `/${category}/:connection_id/${path}/:id`,
  isCategoryBound: false,
  bareKey: true,
  connector,
  list: ListParameters.list,
  item: ListParameters.item,
  writeList: ({ items }) => Pieces.list("[", items, "]"),
  writeItem: (item) => item,
  refuse,
  quota: Quota.standard,
  described: {
    description:
      "Unified records in the shapes that clients of Unified.to read. Ids are the vendor's; what is not known of a " +
      "record is left out.",
    exampleId: "1042",
    connector: null,
    record: (shape) => shape,
    list: (record) => Schema.Array(record),
    item: (record) => record,
    refusal: () => Body,
    headers: { ...Quota.described, ...Freshness.described }
  }
}
