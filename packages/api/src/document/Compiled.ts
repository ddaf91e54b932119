/** Schemas as JSON Schema: those that have a name become components, which the others refer to. */
import { JsonSchema, Predicate, type SchemaAST, SchemaRepresentation } from "effect"

/** What became of some schemas. */
export interface Compiled {
  readonly components: Readonly<Record<string, JsonSchema.JsonSchema>>
  /** The JSON Schema of one of them. */
  readonly of: (ast: SchemaAST.AST) => JsonSchema.JsonSchema
}

const prefix = "#/components/schemas/"

/** A component's name and what is said of it where it is referred to. */
interface Said {
  readonly name: string
  readonly description: unknown
}

/**
 * One shape that is described differently in each place where it stands comes out as several components, told apart by
 * a number: these are one, and what was said of each belongs to the place.
 */
const families = (definitions: JsonSchema.Definitions): ReadonlyMap<string, Said> => {
  const without = (name: string) => JSON.stringify({ ...definitions[name], description: undefined })
  const out = new Map<string, Said>()
  for (const name of Object.keys(definitions)) {
    const own = name.replace(/_\d+$/, "")
    if (own === name || definitions[own] === undefined || without(own) !== without(name)) continue
    for (const one of [own, name])
      out.set(`${prefix}${one}`, { name: own, description: definitions[one]?.["description"] })
  }
  return out
}

const united = (value: unknown, said: ReadonlyMap<string, Said>): unknown => {
  if (Array.isArray(value)) return value.map((inner) => united(inner, said))
  if (!Predicate.isObject(value)) return value
  const out = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, united(inner, said)]))
  const known = typeof out["$ref"] === "string" ? said.get(out["$ref"]) : undefined
  if (known === undefined) return out
  const description = out["description"] ?? known.description
  return { ...out, $ref: `${prefix}${known.name}`, ...(description === undefined ? {} : { description }) }
}

const unitedSchema = (schema: JsonSchema.JsonSchema, said: ReadonlyMap<string, Said>): JsonSchema.JsonSchema => {
  const out = united(schema, said)
  return Predicate.isObject(out) ? { ...out } : {}
}

/** Compiles schemas together, so that equal names stand for equal shapes. */
export const compile = (asts: Iterable<SchemaAST.AST>): Compiled => {
  const [first, ...rest] = new Set(asts)
  if (first === undefined) return { components: {}, of: () => ({}) }
  const { definitions, schemas: compiled } = JsonSchema.toMultiDocumentOpenApi3_1(
    SchemaRepresentation.toJsonSchemaMultiDocument(SchemaRepresentation.toRepresentations([first, ...rest]))
  )
  const said = families(definitions)
  const components = Object.entries(definitions).flatMap(([name, schema]) => {
    const known = said.get(`${prefix}${name}`)
    if (known === undefined) return [[name, unitedSchema(schema, said)] as const]
    const { description: _, ...shape } = unitedSchema(schema, said)
    return known.name === name ? [[name, shape] as const] : []
  })
  const byAst = new Map([first, ...rest].map((ast, index) => [ast, unitedSchema(compiled[index] ?? {}, said)]))
  return { components: Object.fromEntries(components), of: (ast) => byAst.get(ast) ?? {} }
}
