/** The module that says what a vendor sends. */
import { type Choices, type Chosen, idOf, nounsOf } from "./Choices.ts"
import * as Shape from "./Shape.ts"

const text = JSON.stringify

/** The strategy's call; the names in it are those that vendors use most, for the author to compare. */
const page = (paging: Choices["paging"], items: string): string => {
  const at = `items: ${text(items)}`
  switch (paging) {
    case "cursor":
      return `Page.cursor({ ${at}, token: "next", param: "cursor", size: ["limit", 100] })`
    case "offset":
      return `Page.offset({ ${at}, param: "offset", size: ["limit", 100] })`
    case "numbered":
      return `Page.numbered({ ${at}, param: "page", size: ["per_page", 100] })`
    case "link":
      return `Page.link({ ${at}, size: ["per_page", 100] })`
    case "single":
      return `Page.single({ ${at} })`
  }
}

const listOf = ({ paging }: Choices, chosen: Chosen): string => {
  const { list, one, record, resource } = nounsOf(chosen)
  const { fields, items } = chosen.listed ?? { fields: {}, items: paging === "link" ? "" : "data" }
  const id = idOf(chosen)
  const own = { [id]: { kind: "id" } } as const
  const struct = Shape.struct(Object.hasOwn(fields, id) ? { ...fields, ...own } : { ...own, ...fields }, id)
  const hint =
    chosen.listed === null ? "" : "\n// As the vendor's OpenAPI document has it: delete what no mapping reads."
  return `${hint}
/** One of the ${one === list ? resource : list}. */
export const ${record} = ${struct}.annotate({ source: docs })

/** All of them. */
export const ${list} = Resource.make(${text(resource)}, {
  path: ${text(chosen.path)},
  wire: ${record},
  page: ${page(paging, items)},
  id: (${one}) => ${one}.${id}
})
`
}

/** The text of `src/<Id>Wire.ts`. */
export const wireModule = (choices: Choices): string => {
  // Several models may be made of one list.
  const lists = new Map(choices.lists.map((chosen) => [nounsOf(chosen).resource, chosen]))
  return `/** What ${choices.name} sends: its lists, and of their records what is read. */
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"

/** Where ${choices.name} describes its API. */
export const docs = ${text(choices.docs)}
${[...lists.values()].map((chosen) => listOf(choices, chosen)).join("")}`
}
