/** What a dialect answers to, as one flat list: lists, single records, gathered lists and the routes beside them. */
import type { Category } from "@crosswalk/core/Category"
import { Schema, SchemaAST } from "effect"
import type { Collection } from "../Collection.ts"
import type { Dialect } from "../Dialect.ts"
import type { Gathering } from "../Gathering.ts"
import type { Parameter } from "../Parameter.ts"
import type { Any as Route, Method } from "../Route.ts"
import type { Kind } from "./Possible.ts"

/** A named value of a request. */
export interface Given extends Pick<Parameter, "description" | "form"> {
  readonly name: string
  readonly ast: SchemaAST.AST
  readonly in: "path" | "query" | "header"
  readonly isRequired: boolean
}

/** One method of one path. */
export interface Operation {
  /** Unique within the dialect. */
  readonly id: string
  readonly method: Method
  /** Below the prefix, parameters as `:name`. */
  readonly path: string
  readonly summary: string
  readonly category: Category | null
  readonly kind: Kind
  readonly parameters: ReadonlyArray<Given>
  readonly body: SchemaAST.AST | null
  /** Null when it never succeeds. */
  readonly answer: SchemaAST.AST | null
  /** Status that a route always answers; null when it can do better. */
  readonly always: Route["refuses"]
}

/** The words of a path: neither parameters nor a version. */
const words = (path: string): ReadonlyArray<string> =>
  path.split("/").filter((part) => part !== "" && !part.startsWith(":") && !/^v\d+$/.test(part))

const kebab = (path: string): string => words(path).join("-")

const title = (path: string): string => words(path).at(-1)?.replaceAll("-", " ") ?? "the records"

/** What a name says by itself. */
const spoken = (name: string): string =>
  name === "id" ? "Our id of it." : `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("_", " ")}.`

const pathParameters = (path: string): ReadonlyArray<Given> =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    isRequired: true,
    description: spoken(name),
    ast: Schema.String.ast,
    form: "one"
  }))

const queried = (parameters: Readonly<Record<string, Parameter>>): ReadonlyArray<Given> =>
  Object.entries(parameters).map(([name, { description, form, schema }]) => ({
    name,
    in: "query",
    isRequired: false,
    description,
    ast: schema.ast,
    form
  }))

/** The header that names the connector, unless the path does. */
const connectorOf = ({ described: { connector } }: Dialect, path: string): ReadonlyArray<Given> =>
  connector === null || (connector.unless !== null && path.includes(`:${connector.unless}`))
    ? []
    : [
        {
          name: connector.header,
          in: "header",
          isRequired: true,
          description: connector.description,
          ast: Schema.String.ast,
          form: "one"
        }
      ]

/** The shape's own name, else one made of its list's place. */
const named = (schema: Schema.Top, path: string): Schema.Top => {
  const { identifier } = Schema.resolveAnnotations(schema) ?? {}
  if (typeof identifier === "string") return schema
  const parts = kebab(path).split(/[-_]/)
  return schema.annotate({ identifier: parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("") })
}

/** The single records of a list. */
const itemOf = (
  dialect: Dialect,
  list: Operation,
  path: string,
  record: Schema.Top,
  parameters: Readonly<Record<string, Parameter>>
): Operation => ({
  ...list,
  id: `get-${kebab(path)}`,
  path,
  summary: `One record of ${title(path)}.`,
  kind: "item",
  parameters: [...connectorOf(dialect, path), ...pathParameters(path), ...queried(parameters)],
  answer: dialect.described.item(record).ast
})

const ofCollection = (
  dialect: Dialect,
  collection: Collection,
  name: (schema: Schema.Top, path: string) => Schema.Top
): ReadonlyArray<Operation> => {
  const { described, itemPath } = dialect
  const { category, description } = collection
  const [{ shape }] = collection.projections
  const path = dialect.listPath(collection)
  const record = name(described.record(shape, collection), path)
  const list: Operation = {
    id: `list-${kebab(path)}`,
    method: "GET",
    path,
    summary: description,
    category,
    kind: collection.parent === null ? "list" : "list-below",
    parameters: [
      ...connectorOf(dialect, path),
      ...pathParameters(path),
      ...queried({ ...dialect.parameters(collection), ...collection.filters })
    ],
    body: null,
    answer: described.list(record, collection).ast,
    always: null
  }
  if (itemPath === null || !collection.hasItems) return [list]
  return [list, itemOf(dialect, list, itemPath(collection), record, dialect.itemParameters(collection))]
}

const ofGathering = (
  dialect: Dialect,
  gathering: Gathering,
  name: (schema: Schema.Top, path: string) => Schema.Top
): ReadonlyArray<Operation> => {
  const { described, gathered } = dialect
  if (gathered === null) return []
  const path = gathered.path(gathering)
  const record = name(gathering.shape, path)
  const list: Operation = {
    id: `list-${kebab(path)}`,
    method: "GET",
    path,
    summary: gathering.description,
    category: gathering.category,
    kind: "list",
    parameters: [
      ...connectorOf(dialect, path),
      ...pathParameters(path),
      ...queried({ ...gathered.parameters, ...gathering.parameters })
    ],
    body: null,
    answer: described.list(record, { isPaged: true }).ast,
    always: null
  }
  return gathered.itemPath === null ? [list] : [list, itemOf(dialect, list, gathered.itemPath(gathering), record, {})]
}

/** Parameters of a route: what its texts mean once they are read, since an address holds nothing but text. */
const routed = (where: "path" | "query", { fields }: Route["params"]): ReadonlyArray<Given> =>
  Object.entries(fields).map(([name, field]) => {
    const { description = spoken(name) } = Schema.resolveAnnotations(field) ?? {}
    const isRequired = where === "path" || !SchemaAST.isOptional(field.ast)
    return { name, in: where, isRequired, description, ast: SchemaAST.toType(field.ast), form: "one" }
  })

const ofRoute = (dialect: Dialect, route: Route): Operation => ({
  id: route.name,
  method: route.method,
  path: route.path,
  summary: route.summary,
  category: route.category,
  kind: route.needsConnector ? "route-of-connector" : "route",
  parameters: [
    ...(route.needsConnector ? connectorOf(dialect, route.path) : []),
    ...routed("path", route.params),
    ...pathParameters(route.path).filter(({ name }) => !(name in route.params.fields)),
    ...routed("query", route.query)
  ],
  body: route.body?.ast ?? null,
  answer: route.success?.ast ?? null,
  always: route.refuses
})

/** Everything that a dialect answers to. */
export const all = (dialect: Dialect): ReadonlyArray<Operation> => {
  // A shape that several lists show has the name of the first.
  const names = new Map<Schema.Top, Schema.Top>()
  const name = (schema: Schema.Top, path: string) => {
    const known = names.get(schema) ?? named(schema, path)
    names.set(schema, known)
    return known
  }
  return [
    ...dialect.collections.flatMap((collection) => ofCollection(dialect, collection, name)),
    ...(dialect.gathered?.gatherings ?? []).flatMap((gathering) => ofGathering(dialect, gathering, name)),
    ...dialect.routes.map((route) => ofRoute(dialect, route))
  ]
}
