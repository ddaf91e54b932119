/** A dialect's document as it is served, and whether an answer is one that it tells of. */
import { Ajv2020 } from "ajv/dist/2020.js"
import { Schema } from "effect"

const Parameter = Schema.Struct({
  name: Schema.String,
  in: Schema.Literals(["path", "query", "header"]),
  explode: Schema.optionalKey(Schema.Boolean),
  schema: Schema.Record(Schema.String, Schema.Unknown)
})

/** A parameter of an operation. */
export type Parameter = typeof Parameter.Type

const Content = Schema.Record(Schema.String, Schema.Struct({ schema: Schema.Unknown }))

const Operation = Schema.Struct({
  tags: Schema.Array(Schema.String),
  parameters: Schema.Array(Parameter),
  requestBody: Schema.optionalKey(Schema.Struct({ content: Content })),
  responses: Schema.Record(
    Schema.String,
    Schema.Struct({ $ref: Schema.optionalKey(Schema.String), content: Schema.optionalKey(Content) })
  )
})

const Read = Schema.Struct({
  servers: Schema.Tuple([Schema.Struct({ url: Schema.String })]),
  paths: Schema.Record(Schema.String, Schema.Record(Schema.String, Operation)),
  components: Schema.Struct({
    schemas: Schema.Record(Schema.String, Schema.Unknown),
    responses: Schema.Record(Schema.String, Schema.Struct({ content: Content }))
  })
})

/** A method of a path. */
export interface Operation {
  readonly method: string
  /** With parameters as `{name}`. */
  readonly path: string
  readonly category: string
  readonly parameters: ReadonlyArray<Parameter>
  /** JSON Schema of the body; undefined when none is read. */
  readonly body: unknown
}

/** An answer. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly text: string
}

/** What a document promises. */
export interface Contract {
  readonly prefix: string
  readonly operations: ReadonlyArray<Operation>
  readonly schemas: Readonly<Record<string, unknown>>
  /** What the document does not tell of an answer; null when it tells all. No operation: the refusal of no route. */
  readonly fault: (operation: Operation | null, answer: Answer) => string | null
}

const formats = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))

const parsed = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** Reads a document. */
export const read = (document: object): Contract => {
  const { components, paths, servers } = Schema.decodeUnknownSync(Read)(document)
  const ajv = new Ajv2020({ strict: false, formats }).addSchema(document, "document")
  const fits = new Map<string, ReturnType<typeof ajv.compile>>()

  const mismatch = (pointer: ReadonlyArray<string>, content: typeof Content.Type, answer: Answer): string | null => {
    const type = answer.contentType.split(";")[0] ?? ""
    if (content[type] === undefined) return `the content type ${type}`
    const ref = `document#/${[...pointer, "content", type, "schema"].map(escaped).join("/")}`
    const validate = fits.get(ref) ?? ajv.compile({ $ref: ref })
    fits.set(ref, validate)
    const body = parsed(answer.text)
    if (body === null) return "no JSON"
    return validate(body.value) ? null : ajv.errorsText(validate.errors)
  }

  const [{ url }] = servers
  // All refusals of a dialect have the same shape.
  const refusal = Object.keys(components.responses).find((name) => name.endsWith("-401")) ?? ""
  return {
    prefix: url,
    schemas: components.schemas,
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters, requestBody, tags }]) => ({
        method: method.toUpperCase(),
        path,
        category: tags[0] ?? "",
        parameters,
        body: requestBody?.content["application/json"]?.schema
      }))
    ),
    fault: (operation, answer) => {
      if (operation === null) {
        if (answer.status < 400 || answer.status >= 500) return `the status ${answer.status} of no route`
        return mismatch(["components", "responses", refusal], components.responses[refusal]?.content ?? {}, answer)
      }
      const method = operation.method.toLowerCase()
      const told = paths[operation.path]?.[method]?.responses[String(answer.status)]
      if (told === undefined) return `the status ${answer.status}`
      const name = told.$ref?.split("/").at(-1)
      return name === undefined
        ? mismatch(["paths", operation.path, method, "responses", String(answer.status)], told.content ?? {}, answer)
        : mismatch(["components", "responses", name], components.responses[name]?.content ?? {}, answer)
    }
  }
}
