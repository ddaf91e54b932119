import { assert, describe, it } from "@effect/vitest"
import * as OpenApi from "../src/OpenApi.ts"
import * as Shape from "../src/Shape.ts"

const yaml = `
openapi: 3.1.0
info: { title: Acme, version: "2" }
servers: [{ url: "https://api.acme.example/v2/" }]
paths:
  /people:
    get:
      responses:
        "200":
          $ref: "#/components/responses/People"
  /people/{id}:
    get:
      responses:
        "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } }
  /shown:
    get:
      responses:
        "200": { content: { application/json: { examples: { one: { value: { results: [{ id: 7, label: null, at: "x" }] } } } } } }
  /nothing:
    get: { responses: { "204": { description: none } } }
components:
  responses:
    People:
      content:
        application/json:
          schema:
            type: object
            properties:
              meta: { type: object, properties: { next: { type: string } } }
              data: { type: array, items: { $ref: "#/components/schemas/Person" } }
  schemas:
    Named: { type: object, properties: { first-name: { type: string } } }
    Person:
      allOf:
        - $ref: "#/components/schemas/Named"
        - type: object
          properties:
            id: { type: integer }
            salary: { type: number }
            active: { type: [boolean, "null"] }
            manager: { $ref: "#/components/schemas/Person" }
            contact: { oneOf: [{ type: object, properties: { mail: { type: string } } }, { type: object, properties: { phone: { type: string } } }] }
            code: { anyOf: [{ type: string }, { type: integer }, { type: "null" }] }
            tags: { type: array, items: { type: string } }
            extra: { type: object }
`

const parsed = OpenApi.parse(yaml)

const listed = (path: string) => ("unusable" in parsed ? parsed : OpenApi.listed(parsed.document, path))

const fieldsOf = (path: string): Shape.Fields => {
  const found = listed(path)
  return "unusable" in found ? {} : found.fields
}

describe("an OpenAPI document", () => {
  it("tells where the list is and what its records hold, through references and alternatives", () => {
    const found = listed("/people")
    assert.isFalse("unusable" in found)
    assert.strictEqual("unusable" in found ? null : found.items, "data")
    const { manager, ...rest } = fieldsOf("/people")
    assert.deepStrictEqual(rest, {
      "first-name": { kind: "text" },
      id: { kind: "id" },
      salary: { kind: "number" },
      active: { kind: "boolean" },
      contact: { kind: "record", fields: { mail: { kind: "text" }, phone: { kind: "text" } } },
      code: { kind: "choice", of: [{ kind: "text" }, { kind: "number" }] },
      tags: { kind: "list", item: { kind: "text" } },
      extra: { kind: "unknown" }
    })
    assert.strictEqual(manager?.kind, "record")
  })

  it("ends where a record holds itself", () => assert.isBelow(JSON.stringify(fieldsOf("/people")).length, 10_000))

  it("counts one record as a list of it, and finds a path behind the customer's name", () => {
    assert.deepStrictEqual(Object.keys(fieldsOf("/people/{id}")), Object.keys(fieldsOf("/people")))
    const prefixed = OpenApi.parse(yaml.replaceAll("  /people", "  /{company}/v2/people"))
    assert.isFalse("unusable" in prefixed || "unusable" in OpenApi.listed(prefixed.document, "/people"))
  })

  it("is read by its examples where it has no schema", () =>
    assert.deepStrictEqual(fieldsOf("/shown"), {
      id: { kind: "id" },
      label: { kind: "unknown" },
      at: { kind: "text" }
    }))

  it("says what is missing", () => {
    assert.deepStrictEqual(OpenApi.parse("hello"), { unusable: "The document is no OpenAPI: it has no `paths`." })
    assert.include(listed("/staff"), {
      unusable: "The document has no GET /staff. It has: /people, /people/{id}, /shown, /nothing."
    })
    assert.include(listed("/nothing"), { unusable: "The document does not say what GET /nothing answers." })
  })

  it("names the base URL", () =>
    assert.strictEqual("unusable" in parsed ? null : OpenApi.baseUrl(parsed.document), "https://api.acme.example/v2"))
})

describe("a wire schema", () => {
  it("is lenient but for the id", () =>
    assert.strictEqual(
      Shape.struct({ id: { kind: "id" }, "first-name": { kind: "text" }, extra: { kind: "unknown" } }, "id"),
      'Schema.Struct({\nid: Wire.Id,\n"first-name": Wire.maybe(Schema.String),\nextra: Schema.optionalKey(Schema.Unknown)\n})'
    ))

  it("lays records over each other", () =>
    assert.strictEqual(
      Shape.schema(
        Shape.either([
          { kind: "record", fields: { a: { kind: "text" } } },
          { kind: "record", fields: { a: { kind: "number" } } }
        ])
      ),
      "Schema.Struct({\na: Wire.maybe(Schema.Union([Schema.String, Wire.Numeric]))\n})"
    ))
})
