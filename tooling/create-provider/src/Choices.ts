/** What the author of a new provider decides before a line is written. */
import type * as Category from "@crosswalk/core/Category"
import * as Models from "@crosswalk/core/Models"
import type { ModelName } from "@crosswalk/core/ModelName"
import { pascal } from "@crosswalk/gen/Barrel"
import { camel } from "@crosswalk/gen/Composition"
import type { Listed } from "./OpenApi.ts"

/** The ways to authenticate that the scaffold knows. */
export const auths = ["api-key", "basic", "bearer", "header", "oauth2-code", "client-credentials"] as const

/** The ways to page that the scaffold knows. */
export const pagings = ["cursor", "offset", "numbered", "link", "single"] as const

/** One list of the vendor's, and the model that is made of it. */
export interface Chosen {
  readonly model: ModelName
  /** Path below the base URL. */
  readonly path: string
  /** What the vendor's OpenAPI document says of the list; null without one. */
  readonly listed: Listed | null
}

/** All decisions. */
export interface Choices {
  /** Kebab-case. */
  readonly id: string
  /** As the vendor writes it. */
  readonly name: string
  readonly category: Category.Category
  readonly auth: (typeof auths)[number]
  readonly paging: (typeof pagings)[number]
  readonly docs: string
  readonly baseUrl: string
  /** Version of the vendor's API. */
  readonly api: string
  /** At least one. */
  readonly lists: ReadonlyArray<Chosen>
}

/** What is wrong with an id; null when nothing is. */
export const problemOfId = (id: string): string | null =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 40
    ? null
    : `"${id}" is no id. Write it in kebab-case and begin with a letter, as in ukg-pro.`

/** What is wrong with an address; null when nothing is. */
export const problemOfUrl = (url: string): string | null =>
  url.startsWith("https://") && URL.canParse(url.replaceAll(/\{\w+\}/g, "x")) ? null : `"${url}" is no https address.`

/** The names that a provider of this id has in code: `ukg-pro` is `UkgPro` as a module and `ukgPro` as a value. */
export const names = (id: string) => ({ module: pascal(id), value: camel(id) })

/** Words that no variable can be called. */
const reserved = new Set(["case", "class", "default", "export", "function", "import", "new", "package", "switch"])

/** The names of one list and of its records, by the last part of its path: `/v1/people-groups` lists `PeopleGroup`s. */
export const nounsOf = ({ path }: Pick<Chosen, "path">) => {
  const parts = path.split("/").filter((part) => part !== "" && !part.startsWith("{") && !/^v\d/.test(part))
  const words = (parts.at(-1) ?? "records")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const plural = words.filter((word) => word !== "").join("-")
  const singular = plural
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^s])s$/, "$1")
  const record = pascal(singular)
  return {
    /** Name of the resource. */
    resource: plural.replaceAll("-", "_"),
    /** Name of its value in code; a list whose name has no plural is told apart from its records. */
    list: plural === singular ? `${camel(plural)}List` : camel(plural),
    /** Name of its wire schema. */
    record,
    /** Name of one of its records in code. */
    one: reserved.has(singular) ? "record" : camel(singular)
  }
}

/** The field that holds a record's id: `id`, else one named for the record. */
export const idOf = (chosen: Chosen): string => {
  const { one } = nounsOf(chosen)
  const fields = chosen.listed?.fields ?? {}
  return ["id", `${one}Id`, `${one}_id`, `${one}ID`].find((name) => Object.hasOwn(fields, name)) ?? "id"
}

/** Where a list is when nobody says: the model's plural. */
export const pathOf = (model: ModelName): string => `/${Models.byName(model).plural}`

/** Names that stand in a base URL for the customer's own: credentials of the connector. */
export const placeholders = (baseUrl: string): ReadonlyArray<string> => [
  ...new Set(Array.from(baseUrl.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name))
]
