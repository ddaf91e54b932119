/** The dialect of clients that were written for Kombo. */
import * as Id from "@crosswalk/core/Id"
import { Result, Schema } from "effect"
import type { Asked, ConnectorName, Dialect } from "../Dialect.ts"
import type { Failure } from "../Failure.ts"
import * as Freshness from "../Freshness.ts"
import * as Quota from "../Quota.ts"
import * as Pieces from "../Pieces.ts"
import { roles } from "./ats/Role.ts"
import { atsCollections } from "./AtsCollections.ts"
import { fieldLists } from "./CustomFields.ts"
import { absenceTypes } from "./hris/AbsenceType.ts"
import { hrisCollections } from "./HrisCollections.ts"
import * as IntegrationId from "./IntegrationId.ts"
import * as ListParameters from "./ListParameters.ts"
import { Body, refuse } from "./Refusal.ts"
import { routes } from "./Routes.ts"

const header = "x-integration-id"

/** By the path where it has a place for it, else by the header. */
const connector = ({ headers, path }: Asked): Result.Result<ConnectorName, Failure> => {
  const text = path["integration_id"] ?? headers[header] ?? ""
  if (text === "") return Result.fail({ _tag: "ConnectorMissing", where: "header X-Integration-Id" })
  const name = IntegrationId.read(text)
  return name === null ? Result.fail({ _tag: "ConnectorUnknown" }) : Result.succeed(name)
}

/** Lists of all records of a connector, in envelopes; no single records. */
export const dialect: Dialect = {
  id: "kombo",
  title: "Crosswalk for clients of Kombo",
  prefix: "/kombo/v1",
  collections: [...atsCollections, ...hrisCollections],
  // A list without pages takes none: it is served whole.
  parameters: ({ isPaged }) => (isPaged ? ListParameters.parameters : {}),
  itemParameters: () => ({}),
  gathered: {
    parameters: ListParameters.parameters,
    gatherings: [roles, absenceTypes, ...fieldLists],
    path: ({ category, path }) => (category === null ? `/${path}` : `/${category}/${path}`),
    itemPath: null,
    list: ListParameters.gathered
  },
  routes,
  listPath: ({ category, path }) => `/${category}/${path}`,
  itemPath: null,
  isCategoryBound: true,
  bareKey: false,
  connector,
  list: ListParameters.list,
  item: () => Result.fail({ _tag: "NotFound", what: "route for single records" }),
  writeList: ({ items, next }, { isPaged }) =>
    isPaged
      ? Pieces.list(`{"status":"success","data":{"next":${JSON.stringify(next)},"results":[`, items, "]}}")
      : Pieces.list(`{"status":"success","data":{"results":[`, items, `]},"warnings":[]}`),
  writeItem: (item) => `{"status":"success","data":${item}}`,
  refuse,
  quota: Quota.standard,
  described: {
    description:
      "Unified records in the shapes that clients of Kombo read. Lists come in envelopes, every key is always there, " +
      "ids have 24 characters.",
    connector: {
      header: "X-Integration-Id",
      description: "The integration that the request is about: its tool and id, `<tool>:<id>`.",
      unless: "integration_id"
    },
    exampleId: Id.toShort("0198c0de-0000-8000-8000-000000000001"),
    record: (shape) => shape,
    list: (record, { isPaged }) => {
      const results = Schema.Array(record).annotate({ description: "The records of the page." })
      const status = Schema.Literal("success")
      return isPaged
        ? Schema.Struct({
            status,
            data: Schema.Struct({
              next: Schema.NullOr(Schema.String).annotate({
                description: "The `cursor` of the next page; null at the end."
              }),
              results
            })
          })
        : Schema.Struct({ status, data: Schema.Struct({ results }), warnings: Schema.Array(Schema.Unknown) })
    },
    item: (record) => Schema.Struct({ status: Schema.Literal("success"), data: record }),
    refusal: () => Body,
    headers: { ...Quota.described, ...Freshness.described }
  }
}
