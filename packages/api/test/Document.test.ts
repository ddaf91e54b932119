import { dialect as bindbee } from "@crosswalk/api/bindbee/Dialect"
import { dialect as crosswalk } from "@crosswalk/api/crosswalk/Dialect"
import * as Document from "@crosswalk/api/Document"
import { dialect as kombo } from "@crosswalk/api/kombo/Dialect"
import { dialect as unified } from "@crosswalk/api/unified/Dialect"
import { assert, describe, expect, it } from "@effect/vitest"
import { Validator } from "@seriousme/openapi-schema-validator"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Schema } from "effect"

const Parameter = Schema.Struct({
  name: Schema.String,
  in: Schema.String,
  required: Schema.Boolean,
  description: Schema.String
})

const Operation = Schema.Struct({
  operationId: Schema.String,
  summary: Schema.NonEmptyString,
  tags: Schema.Array(Schema.String),
  parameters: Schema.Array(Parameter),
  responses: Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Unknown))
})

const Read = Schema.Struct({
  tags: Schema.Array(Schema.Struct({ name: Schema.String })),
  paths: Schema.Record(Schema.String, Schema.Record(Schema.String, Operation)),
  components: Schema.Record(Schema.String, Schema.Record(Schema.String, Schema.Unknown))
})

const formats = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
}

const Examples = Schema.Struct({ examples: Schema.Tuple([Schema.Record(Schema.String, Schema.Unknown)]) })

/** Every `$ref` below a value. */
const refs = (value: unknown): ReadonlyArray<string> =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === "$ref" && typeof inner === "string" ? [inner] : refs(inner)
      )

const repeated = (values: ReadonlyArray<string>) => values.filter((value, index) => values.indexOf(value) !== index)

describe.each([crosswalk, bindbee, kombo, unified])("document of $id", (dialect) => {
  const document = Document.make(dialect)
  const { components, paths, tags } = Schema.decodeUnknownSync(Read)(document)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ ...operation, path }))
  )

  it("is OpenAPI 3.1 and plain JSON", async () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    expect(await new Validator().validate({ ...document })).toEqual({ valid: true })
  })

  it("refers to what there is, and holds nothing that is not referred to", () => {
    const declared = Object.entries(components).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`)
    )
    const used = new Set(refs(document))
    expect([...used].filter((ref) => !declared.includes(ref))).toEqual([])
    expect(declared.filter((name) => !name.startsWith("#/components/securitySchemes/") && !used.has(name))).toEqual([])
  })

  it("has an example of every shape, which is one", () => {
    const ajv = new Ajv2020({ strict: false, formats }).addSchema(document, "document")
    for (const [name, schema] of Object.entries(components["schemas"] ?? {})) {
      const fits = ajv.compile({ $ref: `document#/components/schemas/${name}` })
      const [example] = Schema.decodeUnknownSync(Examples)(schema).examples
      assert.isTrue(fits(example), `${name}: ${JSON.stringify(fits.errors)}`)
      assert.isNotEmpty(example, name)
    }
  })

  it("gives no two shapes names that differ by a number alone", () => {
    expect(Object.keys(components["schemas"] ?? {}).filter((name) => /_\d+$/.test(name))).toEqual([])
  })

  it("names every operation once, and every parameter of it", () => {
    expect(repeated(operations.map(({ operationId }) => operationId))).toEqual([])
    for (const { operationId, parameters, path } of operations) {
      expect(repeated(parameters.map((one) => `${one.in} ${one.name}`)), operationId).toEqual([])
      const inPath = parameters.filter((one) => one.in === "path")
      expect(inPath.map(({ name }) => name).toSorted(), operationId).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
      )
      expect(inPath.every(({ required }) => required)).toBe(true)
    }
  })

  it("says of every operation where it belongs and how it is refused", () => {
    const known = tags.map(({ name }) => name)
    for (const { operationId, responses, tags } of operations) {
      expect(known, operationId).toEqual(expect.arrayContaining([...tags]))
      expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(["401", "429", "500"]))
    }
  })

  it("describes every list, and every record where the dialect has routes for them", () => {
    const path = (place: string) => place.replaceAll(/:(\w+)/g, "{$1}")
    for (const collection of dialect.collections) {
      expect(paths[path(dialect.listPath(collection))]).toHaveProperty("get")
      if (dialect.itemPath !== null && collection.hasItems)
        expect(paths[path(dialect.itemPath(collection))]).toHaveProperty("get")
    }
  })
})
