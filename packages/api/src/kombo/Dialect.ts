/** The dialect of clients that were written for Kombo. */
import { Result } from "effect"
import type { Asked, ConnectorName, Dialect } from "../Dialect.ts"
import type { Failure } from "../Failure.ts"
import { roles } from "./ats/Role.ts"
import { atsCollections } from "./AtsCollections.ts"
import { fieldLists } from "./CustomFields.ts"
import { absenceTypes } from "./hris/AbsenceType.ts"
import { hrisCollections } from "./HrisCollections.ts"
import * as IntegrationId from "./IntegrationId.ts"
import * as ListParameters from "./ListParameters.ts"
import { refuse } from "./Refusal.ts"
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
  parameters: ListParameters.parameters,
  gathered: {
    gatherings: [roles, absenceTypes, ...fieldLists],
    path: ({ category, path }) => (category === null ? `/${path}` : `/${category}/${path}`),
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
  writeList: ({ items, next }, { isPaged }) => {
    const results = `"results":[${items.join(",")}]`
    return isPaged
      ? `{"status":"success","data":{"next":${JSON.stringify(next)},${results}}}`
      : `{"status":"success","data":{${results}},"warnings":[]}`
  },
  writeItem: (item) => `{"status":"success","data":${item}}`,
  refuse
}
