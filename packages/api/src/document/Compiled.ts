/** Schemas as JSON Schema: those that have a name become components, which the others refer to. */
import { JsonSchema, type SchemaAST, SchemaRepresentation } from "effect"

/** What became of some schemas. */
export interface Compiled {
  readonly components: Readonly<Record<string, JsonSchema.JsonSchema>>
  /** The JSON Schema of one of them. */
  readonly of: (ast: SchemaAST.AST) => JsonSchema.JsonSchema
}

/** Compiles schemas together, so that equal names stand for equal shapes. */
export const compile = (asts: Iterable<SchemaAST.AST>): Compiled => {
  const [first, ...rest] = new Set(asts)
  if (first === undefined) return { components: {}, of: () => ({}) }
  const { definitions, schemas: compiled } = JsonSchema.toMultiDocumentOpenApi3_1(
    SchemaRepresentation.toJsonSchemaMultiDocument(SchemaRepresentation.toRepresentations([first, ...rest]))
  )
  const byAst = new Map([first, ...rest].map((ast, index) => [ast, compiled[index] ?? {}]))
  return { components: definitions, of: (ast) => byAst.get(ast) ?? {} }
}
