/** The document of a dialect: OpenAPI 3.1 as plain JSON, made of the data by which the dialect is served. */
import { Schema, type SchemaAST } from "effect"
import type { Dialect } from "./Dialect.ts"
import * as Compiled from "./document/Compiled.ts"
import * as Example from "./document/Example.ts"
import * as Operation from "./document/Operation.ts"
import * as Possible from "./document/Possible.ts"

/** Plain JSON. */
export type Json = { readonly [key: string]: unknown }

const version = "1.0.0"
const securityName = "apiKey"

const refusalHeaders: Readonly<Record<string, { readonly description: string; readonly schema: Schema.Top }>> = {
  "www-authenticate": { description: "How to authenticate.", schema: Schema.String },
  "retry-after": { description: "Seconds after which to try again.", schema: Schema.Int },
  allow: { description: "Methods that the route takes.", schema: Schema.String }
}

/** A refusal with its body. */
type Refusal = Possible.Refused & { readonly body: SchemaAST.AST }

/** What one operation answers, its schemas built once. */
interface Answers {
  readonly operation: Operation.Operation
  readonly refusals: ReadonlyArray<Refusal>
}

const answersOf = (dialect: Dialect, operation: Operation.Operation): Answers => ({
  operation,
  refusals: Possible.refusals(dialect, operation).map((refused) => ({
    ...refused,
    body: dialect.described.refusal(refused.status).ast
  }))
})

const parameterOf = (given: Operation.Given, compiled: Compiled.Compiled): Json => {
  const { description, form, in: place, isRequired, name, ast } = given
  const one = compiled.of(ast)
  return {
    name,
    in: place,
    required: isRequired,
    description,
    ...(form === "one" ? {} : { style: "form", explode: form === "repeated" }),
    schema: form === "one" ? one : { type: "array", items: one }
  }
}

const contentOf = (ast: SchemaAST.AST, compiled: Compiled.Compiled, type = "application/json"): Json => ({
  [type]: { schema: compiled.of(ast) }
})

const headersOf = (names: ReadonlyArray<string>): Json =>
  names.length === 0
    ? {}
    : { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) }

const refusalOf = (dialect: Dialect, refusal: Refusal, compiled: Compiled.Compiled): Json => ({
  description: refusal.reasons.join(" "),
  ...headersOf([...refusal.headers, ...Object.keys(dialect.described.headers)]),
  content: contentOf(refusal.body, compiled, refusal.contentType)
})

const operationOf = (dialect: Dialect, { operation, refusals }: Answers, compiled: Compiled.Compiled): Json => {
  const { answer, body, category, id, parameters, summary } = operation
  const success = answer === null ? null : contentOf(answer, compiled)
  return {
    operationId: id,
    tags: [category ?? "platform"],
    summary,
    parameters: parameters.map((given) => parameterOf(given, compiled)),
    ...(body === null ? {} : { requestBody: { required: true, content: contentOf(body, compiled) } }),
    responses: {
      ...(success === null
        ? {}
        : {
            "200": {
              description: "What was asked for.",
              ...headersOf(Object.keys(dialect.described.headers)),
              content: success
            }
          }),
      ...Object.fromEntries(
        refusals.map(({ name, status }) => [String(status), { $ref: `#/components/responses/${name}` }])
      )
    }
  }
}

const tagText = (tag: string): string =>
  tag === "platform" ? "Connectors, links and whatever is beside the records." : `Records of ${tag} connectors.`

/** The document of a dialect. Addresses are relative to where the dialect is served. */
export const make = (dialect: Dialect): Json => {
  const { described } = dialect
  const operations = Operation.all(dialect).map((operation) => answersOf(dialect, operation))
  const own = new Set(operations.flatMap(({ refusals }) => refusals.flatMap(({ headers }) => headers)))
  const headers = [
    ...Object.entries(refusalHeaders).filter(([name]) => own.has(name)),
    ...Object.entries(described.headers)
  ]
  const compiled = Compiled.compile([
    ...operations.flatMap(({ operation: { answer, body, parameters }, refusals }) => [
      ...parameters.map(({ ast }) => ast),
      ...(body === null ? [] : [body]),
      ...(answer === null ? [] : [answer]),
      ...refusals.map((refused) => refused.body)
    ]),
    ...headers.map(([, { schema }]) => schema.ast)
  ])
  const example = Example.maker(compiled.components, described.exampleId)
  const paths: Record<string, Record<string, Json>> = {}
  for (const one of operations) {
    const { method, path } = one.operation
    const place = path.replaceAll(/:(\w+)/g, "{$1}")
    paths[place] = { ...paths[place], [method.toLowerCase()]: operationOf(dialect, one, compiled) }
  }
  const tags = [...new Set(operations.map(({ operation }) => operation.category ?? "platform"))]
  return {
    openapi: "3.1.0",
    info: {
      title: dialect.title,
      version,
      description: described.description,
      license: { name: "MIT", identifier: "MIT" }
    },
    servers: [{ url: dialect.prefix }],
    security: [{ [securityName]: [] }],
    tags: tags.map((name) => ({ name, description: tagText(name) })),
    paths,
    components: {
      securitySchemes: {
        [securityName]: dialect.bareKey
          ? {
              type: "apiKey",
              in: "header",
              name: "authorization",
              description: "The API key, as it is or as a bearer."
            }
          : { type: "http", scheme: "bearer", description: "The API key." }
      },
      responses: Object.fromEntries(
        operations.flatMap(({ refusals }) =>
          refusals.map((refusal) => [refusal.name, refusalOf(dialect, refusal, compiled)])
        )
      ),
      headers: Object.fromEntries(
        headers.map(([name, { description, schema }]) => [name, { description, schema: compiled.of(schema.ast) }])
      ),
      schemas: Object.fromEntries(
        Object.entries(compiled.components).map(([name, schema]) => [name, { ...schema, examples: [example(schema)] }])
      )
    }
  }
}
